import { z } from 'zod'
import { countingNumber, id, isoDate, moment, problemShape } from '../../contract/shapes.ts'
import { route, type RouteContract } from '../../contract/route.ts'
import { type PaperKind, paperKindWords } from '../../language/reports/paper-kind-words.ts'

const kinds = Object.keys(paperKindWords) as [PaperKind, ...PaperKind[]]
export const paperKind = z.enum(kinds)
export const paperFormat = z.enum(['docx', 'pdf', 'xlsx'])

const words = z
  .string()
  .max(1000)
  .transform((text) => text.normalize('NFC').trim())

/** A document that the paper rests on; all but its type may be unknown. `documentId` where it stands in the register of plans and legal documents. */
export const basisShape = z.object({
  documentId: id.optional(),
  type: words.pipe(z.string().min(1)),
  number: words.optional(),
  issuedOn: isoDate.optional(),
  issuer: words.optional(),
  title: words.optional(),
})
export type Basis = z.output<typeof basisShape>

/** A line of the register. */
const paperLine = z.object({
  id,
  kind: paperKind,
  cycle: z.object({ id, year: z.number().int(), title: z.string() }).optional(),
  unit: z.object({ id, name: z.string() }).optional(),
  group: z.string().optional(),
  /** Present once it is issued. */
  issued: z
    .object({
      number: z.number().int().optional(),
      symbol: z.string().optional(),
      on: isoDate,
      signer: z.string().optional(),
      summary: z.string(),
    })
    .optional(),
  changedAt: moment,
  version: z.number().int(),
})
export type PaperLine = z.infer<typeof paperLine>

export const paperFields = z.record(z.string().max(100), z.unknown())

/** A paper with everything that is filled in. What is still missing is said by `problems`, as the composing finds it. */
const paperShape = paperLine.extend({
  details: paperFields,
  facts: paperFields,
  bases: z.array(basisShape),
  needs: z.array(z.enum(['framework', 'sheet', 'ranking', 'facts'])),
  formats: z.array(paperFormat),
  problems: z.array(problemShape),
})
export type Paper = z.infer<typeof paperShape>

interface Place {
  readonly base: '/api/papers' | '/api/units/:unitId/papers'
  readonly about: RouteContract['about']
  readonly reads: 'readPapers' | 'readOwnPapers'
  readonly changes: 'changePapers' | 'changeOwnPapers'
}

/** The unit whose papers they are; in the authority's own register there is none. */
const ofPlace = z.object({ unitId: id.optional() })
const ofPaper = ofPlace.extend({ paperId: id })

/** The register of one place: the authority's, or a unit's own. Both read and write alike. */
const papersAt = ({ base, about, reads, changes }: Place) => ({
  register: route({
    method: 'GET',
    path: base,
    act: reads,
    about,
    summary: 'Drafts and issued papers, newest first; `search` in summary, number and unit; `after` is `next` of the page before',
    params: ofPlace,
    query: z.object({ search: words.optional(), after: id.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    reply: z.object({ papers: z.array(paperLine), next: id.optional() }),
  }),
  choices: route({
    method: 'GET',
    path: `${base}/choices`,
    act: reads,
    about,
    summary: 'Kinds, cycles with their groups and units, for a new paper; documents that earlier papers rest on',
    params: ofPlace,
    reply: z.object({
      kinds: z.array(paperKind),
      cycles: z.array(
        z.object({
          id,
          year: z.number().int(),
          title: z.string(),
          /** For rehearsal: never proposed by itself. */
          isTrial: z.boolean(),
          units: z.array(z.object({ id, name: z.string(), group: z.string() })),
        }),
      ),
      documents: z.array(basisShape),
      origins: z.array(z.object({ id, title: z.string(), kinds: z.array(paperKind) })),
    }),
  }),
  start: route({
    method: 'POST',
    path: base,
    act: changes,
    about,
    summary: 'Start a draft: its details are those of the newest paper of the place, its facts what the data say',
    params: ofPlace,
    body: z.object({
      kind: paperKind,
      cycleId: id.optional(),
      about: id.optional(),
      group: words.optional(),
      /** The plan or the survey that it is made of. */ sourceId: id.optional(),
    }),
    reply: paperShape,
  }),
  paper: route({
    method: 'GET',
    path: `${base}/:paperId`,
    act: reads,
    about,
    summary: 'A paper, with what is still missing',
    params: ofPaper,
    reply: paperShape,
  }),
  change: route({
    method: 'PUT',
    path: `${base}/:paperId`,
    act: changes,
    about,
    summary: 'Fill in details, facts and legal bases of a draft',
    params: ofPaper,
    body: z.object({ details: paperFields, facts: paperFields, bases: z.array(basisShape).max(40) }),
    versioned: true,
    reply: paperShape,
  }),
  issue: route({
    method: 'POST',
    path: `${base}/:paperId/issue`,
    act: changes,
    about,
    summary: 'Enter number and day in the register; the paper is frozen as it stands. A score sheet has no number',
    params: ofPaper,
    body: z.object({ number: countingNumber.optional(), issuedOn: isoDate }),
    versioned: true,
    idempotent: true,
    reply: paperShape,
  }),
  remove: route({
    method: 'DELETE',
    path: `${base}/:paperId`,
    act: changes,
    about,
    summary: 'Throw a draft away; an issued paper stays',
    params: ofPaper,
    versioned: true,
    reply: 'nothing',
  }),
  file: route({
    method: 'GET',
    path: `${base}/:paperId/file`,
    act: reads,
    about,
    summary: 'The paper as a file; `view` shows a PDF in the page',
    params: ofPaper,
    query: z.object({ format: paperFormat, manner: z.enum(['download', 'view']).default('download') }),
    reply: 'file',
  }),
})
export type PapersRoutes = ReturnType<typeof papersAt>

export const papersRoutes: PapersRoutes = papersAt({
  base: '/api/papers',
  about: 'authority',
  reads: 'readPapers',
  changes: 'changePapers',
})
/** Of the unit itself; nobody else reads its drafts. */
export const ownPapersRoutes: PapersRoutes = papersAt({
  base: '/api/units/:unitId/papers',
  about: 'unit',
  reads: 'readOwnPapers',
  changes: 'changeOwnPapers',
})
