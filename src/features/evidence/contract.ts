import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, isoDate, moment, personRef } from '../../contract/shapes.ts'
import { secrecyLevels } from '../../core/vocabulary.ts'

/** Largest file that is taken as evidence. */
export const maxEvidenceBytes = 50 * 1024 * 1024
/** Endings that a file chooser offers; what a file really is, its content says. */
export const evidenceEndings: readonly string[] =
  '.pdf .png .jpg .jpeg .webp .tif .tiff .docx .doc .xlsx .xls .pptx .ppt .odt .ods .txt .csv .zip'.split(' ')

export const evidenceShape = z.object({
  id,
  /** Empty for a secret document, of which number and date alone are kept. */
  title: z.string(),
  documentNumber: z.string().optional(),
  issuedOn: isoDate.optional(),
  issuer: z.string().optional(),
  secrecy: z.enum(secrecyLevels),
  /** `viewable`: can be shown in the page. */
  file: z.object({ name: z.string(), size: z.number(), mediaType: z.string(), viewable: z.boolean() }).optional(),
  addedAt: moment,
  addedBy: personRef.optional(),
  /** Leaves that it proves, over all cycles. */
  uses: z.number(),
  version: z.number(),
})
export type Evidence = z.infer<typeof evidenceShape>

const words = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((text) => text.normalize('NFC').trim() || undefined)
    .optional()
const details = {
  title: words(500),
  documentNumber: words(100),
  issuedOn: z
    .union([isoDate, z.literal('')])
    .transform((date) => date || undefined)
    .optional(),
  issuer: words(300),
}
export const newEvidence = z.object({ ...details, secrecy: z.enum(secrecyLevels) })
export type NewEvidence = z.output<typeof newEvidence>
export const evidenceDetails = z.object(details)
export type EvidenceDetails = z.output<typeof evidenceDetails>

const added = z.object({
  evidence: evidenceShape,
  /** Documents of the same unit that already hold this very file. */
  sameFile: z.array(z.object({ id, title: z.string(), documentNumber: z.string().optional() })),
})
export type AddedEvidence = z.infer<typeof added>

const ofUnit = z.object({ unitId: id })
const ofDocument = z.object({ unitId: id, evidenceId: id })
const ofLeaf = z.object({ cycleId: id, unitId: id, nodeId: z.string().min(1).max(200) })
const manner = z.object({ manner: z.enum(['download', 'view']).default('download') })
const page = z.object({ evidence: z.array(evidenceShape), total: z.number(), next: id.optional() })
export type EvidencePage = z.infer<typeof page>

export const evidenceRoutes = {
  register: route({
    method: 'GET',
    path: '/api/units/:unitId/evidence',
    act: 'readEvidence',
    about: 'unit',
    summary: 'The unit’s register of documents, newest first; `search` ignores diacritics; `after` is `next` of the page before',
    params: ofUnit,
    query: z.object({
      search: z.string().max(200).optional(),
      after: id.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: page,
  }),
  add: route({
    method: 'POST',
    path: '/api/units/:unitId/evidence',
    act: 'changeEvidence',
    about: 'unit',
    summary: 'Enter a document in the register, with its file or without; of a state secret number and date alone',
    params: ofUnit,
    body: newEvidence,
    upload: { maxBytes: maxEvidenceBytes, optional: true },
    reply: added,
  }),
  correct: route({
    method: 'PATCH',
    path: '/api/units/:unitId/evidence/:evidenceId',
    act: 'changeEvidence',
    about: 'unit',
    summary: 'Correct title, number, date or issuer; the file stays as it is',
    params: ofDocument,
    body: evidenceDetails,
    versioned: true,
    reply: evidenceShape,
  }),
  file: route({
    method: 'GET',
    path: '/api/units/:unitId/evidence/:evidenceId/file',
    act: 'readEvidence',
    about: 'unit',
    summary: 'The file of a document of the own register; `view` shows PDF and pictures in the page',
    params: ofDocument,
    query: manner,
    reply: 'file',
  }),
  fileInCycle: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/units/:unitId/evidence/:evidenceId/file',
    act: 'readEvidence',
    about: 'cycleUnit',
    summary: 'The file of a document that proves a leaf of this self-assessment',
    params: z.object({ cycleId: id, unitId: id, evidenceId: id }),
    query: manner,
    reply: 'file',
  }),
  ofLeaf: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/units/:unitId/nodes/:nodeId/evidence',
    act: 'readEvidence',
    about: 'cycleUnit',
    summary: 'Documents that prove one leaf',
    params: ofLeaf,
    reply: z.object({ evidence: z.array(evidenceShape) }),
  }),
  link: route({
    method: 'PUT',
    path: '/api/cycles/:cycleId/units/:unitId/nodes/:nodeId/evidence/:evidenceId',
    act: 'changeSelfAssessment',
    about: 'cycleUnit',
    summary: 'Let a document of the register prove a leaf',
    params: ofLeaf.extend({ evidenceId: id }),
    reply: 'nothing',
  }),
  unlink: route({
    method: 'DELETE',
    path: '/api/cycles/:cycleId/units/:unitId/nodes/:nodeId/evidence/:evidenceId',
    act: 'changeSelfAssessment',
    about: 'cycleUnit',
    summary: 'A document no longer proves a leaf; it stays in the register',
    params: ofLeaf.extend({ evidenceId: id }),
    reply: 'nothing',
  }),
}
