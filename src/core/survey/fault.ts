import { errorAt, type Problem, warningAt } from '../problem.ts'
import type { QuestionnaireFault, ResponseFault } from '../problem-facts/survey.ts'

interface Facts {
  readonly value?: string
  readonly other?: string
}

/** Something in a questionnaire that keeps it from being asked; `subject` is the question, section, group or leaf. */
export const questionnaireFault = (reason: QuestionnaireFault, at: string, subject: string, facts: Facts = {}): Problem =>
  errorAt('questionnaireFault', at, { reason, subject, ...facts })

interface ResponseFacts extends Facts {
  readonly line?: number
  readonly response?: string
}

const responseFacts = (reason: ResponseFault, subject: string, { value, other, response }: ResponseFacts) => ({
  reason,
  subject,
  ...(value !== undefined && { value }),
  ...(other !== undefined && { other }),
  ...(response !== undefined && { response }),
})

/** An answer that cannot stand; `subject` is the question or column. */
export const responseFault = (reason: ResponseFault, subject: string, facts: ResponseFacts = {}): Problem =>
  errorAt('responseFault', subject, responseFacts(reason, subject, facts), facts.line)

/** A doubt about an answer, which is left aside; the others count. */
export const responseDoubt = (reason: ResponseFault, subject: string, facts: ResponseFacts = {}): Problem =>
  warningAt('responseFault', subject, responseFacts(reason, subject, facts), facts.line)
