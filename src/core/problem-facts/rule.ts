import type { Counting, ScoreSource } from '../vocabulary.ts'

/** Facts of what can be wrong with a scoring rule, or with the inputs it is given. Figures are text with a decimal point. */
export interface RuleProblemFacts {
  unknownField: { readonly field: string }
  formulaUnreadable: { readonly reason: FormulaFault; readonly position: number; readonly near: string }
  divisionByZero: { readonly formula: string }
  noSuchEntry: { readonly table: string; readonly key: string }
  calculationTooLarge: { readonly formula: string }
  outOfRange: { readonly field: string; readonly value: string; readonly from?: string; readonly to?: string }
  notWhole: { readonly field: string; readonly value: string }
  offStep: { readonly field: string; readonly value: string; readonly step: string }
  bandOverlap: { readonly first: string; readonly second: string }
  bandGap: { readonly below: string; readonly above: string }
  emptyBand: { readonly band: string }
  exactlyOneOf: { readonly fields: readonly string[] }
  ruleMaxDiffers: { readonly rule: string; readonly leaf: string }
  ruleSourceDiffers: { readonly kind: string; readonly source: ScoreSource }
  ruleCountingDiffers: { readonly kind: string; readonly counting: Counting }
  applicabilityNotOffered: Record<never, never>
}

/** Why a formula cannot be read; the position stands beside it. */
export type FormulaFault =
  | 'unknownSign'
  | 'unclosedText'
  | 'unexpected'
  | 'unfinished'
  | 'unknownFunction'
  | 'argumentCount'
  | 'chained'
  | 'tooLong'
  | 'tooDeep'
