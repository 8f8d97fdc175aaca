import type { EvidenceProblemFacts } from '../../core/problem-facts/evidence.ts'
import { labelsEn } from '../labels.en.ts'
import type { SentencesOf } from '../problem-sentences.ts'

export const evidenceProblemsEn: SentencesOf<keyof EvidenceProblemFacts> = {
  tooManyUploads: ({ limit }) => `${limit} uploads of yours are unfinished. Please finish or drop some before adding another file.`,
  uploadElsewhere: () => 'This part does not follow what has arrived. Please choose the file again to go on.',
  uploadUnfinished: ({ received, size }) =>
    `Only ${Math.floor((100 * received) / size)}% of the file has arrived. Please send all of it first.`,
  tooManyDocuments: ({ limit }) => `A criterion takes at most ${limit} documents. Please remove some or put alike ones together.`,
  secretMark: ({ secrecy }) =>
    `The file carries the mark “${labelsEn.secrecyLevels[secrecy]}” and is not taken. If it is secret, give its number and date alone; the file goes the way of secret papers.`,
  keptUntil: ({ date }) => `The document is kept until the end of ${date} and cannot be deleted yet.`,
  retentionShortened: ({ date }) => `Retention is only ever prolonged. Please choose ${date} or later.`,
  evidenceInUse: ({ uses }) => `The document is used in ${uses} places and cannot be deleted.`,
  redactedCopyDue: () => 'To make it public, add a copy with personal data blacked out. Only that copy goes out.',
  personalDataLeft: ({ count }) => `The redacted copy still has ${count} places that look like personal data. Please add another one.`,
}
