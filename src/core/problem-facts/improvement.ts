/** What losses, tasks and targets leave open. Points and figures are text with a decimal point. */
export interface ImprovementProblemFacts {
  lossWithoutCause: { readonly lost: string }
  causeCopied: { readonly cause: string; readonly area: string }
  causeWithoutLoss: { readonly cause: string }
  lossWithoutTask: { readonly lost: string }
  taskWithoutLoss: { readonly task: string }
  taskWithout: { readonly task: string; readonly lacks: 'leadUnit' | 'product' | 'deadline' }
  /** The maximum of a row is another in the set in force that year. */
  otherMaxInSet: { readonly year: string; readonly max: string; readonly inSet: string }
  goalAboveParts: { readonly column: string; readonly goal: string; readonly parts: string }
  markAgainstTasks: { readonly who: string; readonly mark: 'high' | 'low'; readonly short: string; readonly tasks: string }
  notOwnTask: { readonly task: string }
  allowedAboveAmount: { readonly allowed: string; readonly amount: string }
  budgetLacks: { readonly item: string; readonly lacks: 'allowed' | 'reason' | 'lines' | 'financeUnit' }
  budgetFrozen: { readonly stage: 'draft' | 'submitted' | 'appraised' }
  planFrozen: { readonly stage: 'draft' | 'approved' | 'closed' }
}
