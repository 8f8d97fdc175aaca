import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, numberInAddress, unitRef } from '../../contract/shapes.ts'
import { documentCopies } from '../../core/vocabulary.ts'
import { evidenceDetails, evidenceShape, newEvidence } from './shapes.ts'

const added = z.object({
  evidence: evidenceShape,
  /** Documents of the same unit, or lent to it, that already hold this very file. */
  sameFile: z.array(z.object({ id, title: z.string(), documentNumber: z.string().optional(), owner: unitRef.optional() })),
})
export type AddedEvidence = z.infer<typeof added>

const ofUnit = z.object({ unitId: id })
const ofDocument = z.object({ unitId: id, evidenceId: id })
const ofLeaf = z.object({ cycleId: id, unitId: id, nodeId: z.string().min(1).max(200) })
const whichFile = z.object({ number: numberInAddress(1).optional() })
const manner = whichFile.extend({ manner: z.enum(['download', 'view']).default('download') })
const page = z.object({ evidence: z.array(evidenceShape), total: z.number(), next: id.optional() })
export type EvidencePage = z.infer<typeof page>
/** What a file says: running text and tables. */
const plain = z.object({
  parts: z.array(
    z.union([
      z.object({ kind: z.literal('text'), lines: z.array(z.string()) }),
      z.object({ kind: z.literal('table'), name: z.string().optional(), rows: z.array(z.array(z.string())) }),
    ]),
  ),
  /** It says more than is shown. */
  isCut: z.boolean(),
})
export type PlainFile = z.infer<typeof plain>
/** One place where a document is used; `nodeName` as its framework has it. */
const use = z.object({
  kind: z.enum(['claim', 'explanation', 'task']),
  cycle: z.object({ id, year: z.int(), title: z.string() }).optional(),
  node: z.object({ id: z.string(), code: z.string(), name: z.string() }).optional(),
  plan: z.string().optional(),
})
export type EvidenceUse = z.infer<typeof use>

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
      /** Documents that other units lend to this one, in place of its own. */
      of: z.literal('lent').optional(),
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
    reply: added,
  }),
  correct: route({
    method: 'PATCH',
    path: '/api/units/:unitId/evidence/:evidenceId',
    act: 'changeEvidence',
    about: 'unit',
    summary: 'Correct title, number, date, issuer, the times of its copies; prolong its retention; files stay as they are',
    params: ofDocument,
    body: evidenceDetails,
    versioned: true,
    reply: evidenceShape,
  }),
  addFile: route({
    method: 'POST',
    path: '/api/units/:unitId/evidence/:evidenceId/files',
    act: 'changeEvidence',
    about: 'unit',
    summary: 'Add a version of the file: a later one, the signed copy, or one with personal data blacked out; earlier ones stay',
    params: ofDocument,
    body: z.object({ uploadId: id, copy: z.enum(documentCopies) }),
    versioned: true,
    reply: evidenceShape,
  }),
  publicity: route({
    method: 'PUT',
    path: '/api/units/:unitId/evidence/:evidenceId/publicity',
    act: 'changeEvidence',
    about: 'unit',
    summary: 'Let anybody read the redacted copy, or nobody; without a redacted copy that is clean nothing becomes public',
    params: ofDocument,
    body: z.object({ isPublic: z.boolean() }),
    versioned: true,
    reply: evidenceShape,
  }),
  share: route({
    method: 'PUT',
    path: '/api/units/:unitId/evidence/:evidenceId/share',
    act: 'shareRegister',
    about: 'unit',
    summary: 'Let the unit above rest claims on a document, or no longer; what already rests on it stays',
    params: ofDocument,
    body: z.object({ isShared: z.boolean() }),
    versioned: true,
    reply: evidenceShape,
  }),
  remove: route({
    method: 'DELETE',
    path: '/api/units/:unitId/evidence/:evidenceId',
    act: 'changeEvidence',
    about: 'unit',
    summary: 'Delete a document whose retention has ended and that nothing rests on',
    params: ofDocument,
    versioned: true,
    reply: 'nothing',
  }),
  uses: route({
    method: 'GET',
    path: '/api/units/:unitId/evidence/:evidenceId/uses',
    act: 'readEvidence',
    about: 'unit',
    summary: 'Where a document is used: criteria of every cycle, explanations, reports on tasks',
    params: ofDocument,
    reply: z.object({ uses: z.array(use) }),
  }),
  plain: route({
    method: 'GET',
    path: '/api/units/:unitId/evidence/:evidenceId/plain',
    act: 'readEvidence',
    about: 'unit',
    summary: 'What an office file of the own register says, as text and tables',
    params: ofDocument,
    query: whichFile,
    reply: plain,
  }),
  plainInCycle: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/units/:unitId/evidence/:evidenceId/plain',
    act: 'readEvidence',
    about: 'cycleUnit',
    summary: 'What an office file that proves a leaf of this self-assessment says, as text and tables',
    params: z.object({ cycleId: id, unitId: id, evidenceId: id }),
    query: whichFile,
    reply: plain,
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
