import { z } from 'zod'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { shapeProblems } from '../../core/shape-problems.ts'
import type { PaperDate } from '../../language/reports/paper-words.ts'
import type { Authority, Closing, Letterhead, PaperNumber, Recipients, Signature } from '../report.ts'

const words = z.string().trim().min(1).max(500)

const authorityShape = z.discriminatedUnion('by', [
  z.strictObject({ by: z.enum(['self', 'acting']), title: words }),
  z.strictObject({ by: z.literal('collective'), body: words, title: words }),
  z.strictObject({ by: z.literal('collectiveDeputy'), body: words, head: words, title: words }),
  z.strictObject({ by: z.enum(['deputy', 'order', 'authorization']), head: words, title: words }),
])

/** What a clerk says of a paper beside its content: who issues it, from where, when, by whose hand, to whom. Number and day may stay open. */
export const paperDetailsShape = z.strictObject({
  parent: words.optional(),
  agency: words,
  /** `BDT`, `UBND`: what stands in the symbol. */
  agencyMark: words,
  divisionMark: words.optional(),
  place: words,
  /** `2026`, `2026-11` or `2026-11-21`: what is left out stays open on paper. */
  date: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/),
  number: z.number().int().positive().optional(),
  /** Of a decision: whose it is. */
  issuedBy: words.optional(),
  bases: z.array(words).max(40).default([]),
  /** Kính gửi. */
  to: z.array(words).max(100).default([]),
  authority: authorityShape,
  signer: words.optional(),
  recipients: z.array(words).max(100).default([]),
  archive: z.array(words).min(1).max(10).default(['VT']),
  draft: z.boolean().default(true),
})
export type PaperDetails = z.infer<typeof paperDetailsShape>

/** Reads the details of a paper; every field that is missing is named. */
export const parsePaperDetails = (input: unknown): Result<PaperDetails> => {
  const parsed = paperDetailsShape.safeParse(input)
  return parsed.success ? accept(parsed.data) : refuse(...shapeProblems(parsed.error, input))
}

const dateOf = (date: string): PaperDate => {
  const [year = 0, month, day] = date.split('-').map(Number)
  if (month === undefined) return { year }
  return day === undefined ? { year, month } : { year, month, day }
}

export const letterheadOf = ({ parent, agency, place, date }: PaperDetails): Letterhead => ({ parent, agency, place, date: dateOf(date) })

export const numberOf = ({ number, agencyMark, divisionMark }: PaperDetails): PaperNumber => ({ number, agencyMark, divisionMark })

const signatureOf = ({ authority, signer }: PaperDetails): Signature => ({ authority: authority as Authority, name: signer })

export const recipientsOf = ({ recipients, archive }: PaperDetails): Recipients => {
  const [first = 'VT', ...rest] = archive
  return { to: recipients, archive: [first, ...rest] }
}

export const closingOf = (details: PaperDetails): Closing => ({
  kind: 'signed',
  signature: signatureOf(details),
  recipients: recipientsOf(details),
})

/** A letter, a report upward, a decision need what other papers leave out. */
export const requireTo = ({ to }: PaperDetails): Result<readonly [string, ...string[]]> => {
  const [first, ...rest] = to
  return first === undefined ? refuse(errorAt('missingField', 'to', { field: 'to' })) : accept([first, ...rest])
}

export const requireIssuedBy = ({ issuedBy }: PaperDetails): Result<string> =>
  issuedBy === undefined ? refuse(errorAt('missingField', 'issuedBy', { field: 'issuedBy' })) : accept(issuedBy)
