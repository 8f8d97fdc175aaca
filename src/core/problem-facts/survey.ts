/** What is wrong with a questionnaire or with answers. Points and figures are text with a decimal point. */
export interface SurveyProblemFacts {
  questionnaireFault: { readonly reason: QuestionnaireFault; readonly subject: string; readonly value?: string; readonly other?: string }
  responseFault: {
    readonly reason: ResponseFault
    /** The question or the column. */
    readonly subject: string
    readonly value?: string
    readonly other?: string
    readonly response?: string
  }
  /** The survey is at another stage than the act needs. */
  surveyStage: { readonly stage: string }
}

/** What is wrong with a questionnaire. */
export type QuestionnaireFault =
  | 'repeatedSection'
  | 'repeatedGroup'
  | 'repeatedQuestion'
  | 'repeatedRow'
  | 'repeatedOption'
  | 'repeatedLanguage'
  | 'repeatedLeaf'
  | 'reservedName'
  | 'unknownGroup'
  | 'quotaAbovePopulation'
  | 'missingLanguage'
  | 'badRange'
  | 'badTop'
  | 'labelCount'
  | 'badMost'
  | 'laterQuestion'
  | 'unknownQuestion'
  | 'notConditional'
  | 'notOffered'
  | 'notMeasurable'
  | 'countedTwice'
  | 'questionsOrParts'
  | 'badMaximum'
  | 'noWeights'
  | 'missingWeight'
  | 'absentHeading'
  | 'unknownKind'
  | 'unreadableOption'
  | 'unreadableCondition'

/** What is wrong with an answer to a survey, or with a file of answers. */
export type ResponseFault =
  | 'absentColumn'
  | 'repeatedColumn'
  | 'unknownColumn'
  | 'tooManyCells'
  | 'noResponseId'
  | 'repeatedResponse'
  | 'noUnit'
  | 'unknownGroup'
  | 'notOffered'
  | 'notWhole'
  | 'outOfRange'
  | 'tooManyChoices'
  | 'tooLong'
  | 'noDontKnow'
  | 'notAsked'
  | 'required'
  | 'noResponses'
