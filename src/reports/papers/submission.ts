import { z } from 'zod'
import { accept, type Result } from '../../core/result.ts'
import { submissionWords } from '../../language/reports/submission-words.ts'
import type { Report } from '../report.ts'
import { bodyOf, dash, inPart, item, paragraph } from './blocks.ts'
import { closingOf, letterheadOf, numberOf, type PaperDetails, requireTo } from './paper-details.ts'

const words = z.string().trim().min(1).max(2000)

/** What is submitted, why, what it contains, and what is asked for; `subject` goes on after “Về việc”. */
export const submissionFactsShape = z.strictObject({
  subject: words,
  grounds: z.array(words).min(1),
  contents: z.array(words).default([]),
  requests: z.array(words).min(1),
  /** Papers that go with it. */
  enclosed: z.array(words).default([]),
})
export type SubmissionFacts = z.infer<typeof submissionFactsShape>

/** The submission that goes before a plan or a decision is issued. */
export const composeSubmission = (details: PaperDetails, facts: SubmissionFacts): Result<Report> => {
  const to = requireTo(details)
  if (!to.ok) return to
  return accept({
    letterhead: letterheadOf(details),
    heading: {
      kind: 'named',
      type: 'submission',
      number: numberOf(details),
      summary: submissionWords.summary(facts.subject),
      to: to.value,
    },
    bases: details.bases,
    body: bodyOf(
      [
        paragraph(submissionWords.lead(details.agency, to.value[0], facts.subject)),
        item(submissionWords.grounds),
        ...inPart('grounds', facts.grounds.map(paragraph)),
        ...inPart('contents', facts.contents.length > 0 ? [item(submissionWords.contents), ...facts.contents.map(dash)] : []),
        item(submissionWords.requests),
        ...inPart('requests', facts.requests.map(dash)),
        ...inPart('enclosed', facts.enclosed.length > 0 ? [paragraph(submissionWords.enclosed(facts.enclosed))] : []),
      ],
      paragraph(submissionWords.end(details.agency, to.value[0])),
    ),
    closing: closingOf(details),
    annexes: [],
    isDraft: details.draft,
  })
}
