/** What is wrong with the tables of a composite index. Points and figures are text with a decimal point. */
export interface CompositeProblemFacts {
  compositeInput: {
    readonly table: 'structure' | 'data' | 'weights'
    readonly reason: CompositeFault
    /** Code of an indicator, name of a unit or of a column. */
    readonly subject: string
    readonly value?: string
    readonly other?: string
    /** How many indicators it holds for. */
    readonly count?: number
  }
}

/** What is wrong with a table of a composite index. */
export type CompositeFault =
  | 'absentColumn'
  | 'noCode'
  | 'repeatedCode'
  | 'badLevel'
  | 'badWeight'
  | 'badDirection'
  | 'unknownParent'
  | 'secondRoot'
  | 'noRoot'
  | 'circle'
  | 'levelNotBelow'
  | 'indicatorWithChildren'
  | 'childless'
  | 'weightless'
  | 'unknownCode'
  | 'aggregateCode'
  | 'absentIndicator'
  | 'repeatedColumn'
  | 'noUnit'
  | 'repeatedUnit'
  | 'notNumber'
  | 'tooManyCells'
  | 'noUnits'
  | 'badReplication'
  | 'repeatedWeight'
  | 'noReplications'
  | 'allMissing'
  | 'constant'
  | 'zero'
  | 'notPositive'
