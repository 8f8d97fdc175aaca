/** What a step of a cycle's plan can open with its first day and lock after its last: every round that people work in. */
export const openedBySteps = ['selfAssessment', 'firstAppraisal', 'explanation', 'secondAppraisal', 'council'] as const
export type OpenedByStep = (typeof openedBySteps)[number]
