import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, isoDate, problemShape, unitRef } from '../../contract/shapes.ts'
import { legalDocumentKinds } from '../../core/legal-basis/legal-document.ts'

/** Largest file that is kept with a document. */
export const maxDocumentBytes = 50 * 1024 * 1024
export const documentEndings: readonly string[] = ['.pdf', '.docx', '.doc', '.odt', '.png', '.jpg']

const words = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.normalize('NFC').trim())

const standingShape = z.enum(['draft', 'notYet', 'inForce', 'ended', 'replaced'])

/** A document as others name it. */
export const documentRef = z.object({
  id,
  kind: z.enum(legalDocumentKinds),
  number: z.string().optional(),
  issuedOn: isoDate.optional(),
  issuer: z.string().optional(),
  title: z.string(),
  standing: standingShape,
})
export type DocumentRef = z.infer<typeof documentRef>

const documentLine = documentRef.extend({
  /** The unit whose own it is; absent where it concerns the whole authority. */
  unit: unitRef.optional(),
  inForceFrom: isoDate.optional(),
  inForceUntil: isoDate.optional(),
  toStudy: z.boolean(),
  parent: documentRef.optional(),
  replacedBy: documentRef.optional(),
  file: z.object({ name: z.string() }).optional(),
  version: z.number().int(),
})
export type DocumentLine = z.infer<typeof documentLine>

const useShape = z.object({
  of: z.enum(['cycle', 'guidance', 'accountability', 'discipline', 'framework', 'assignment', 'paper']),
  cycle: z.object({ id, title: z.string() }).optional(),
  framework: z.object({ id, title: z.string() }).optional(),
  unit: unitRef.optional(),
  paper: z.object({ id, summary: z.string() }).optional(),
})
export type DocumentUse = z.infer<typeof useShape>

export const documentShape = documentLine.extend({
  /** What it carries out, from the top. */
  above: z.array(documentRef),
  /** What carries it out, each after its own parent. */
  below: z.array(documentRef.extend({ depth: z.number().int(), unit: unitRef.optional() })),
  replaces: z.array(documentRef),
  /** Which unit it puts in charge of which field. */
  fields: z.array(z.object({ field: z.string(), unit: unitRef })),
  uses: z.array(useShape),
  /** What should be looked at. */
  problems: z.array(problemShape),
})
export type LegalDocumentShape = z.infer<typeof documentShape>

export const documentBody = z.object({
  kind: z.enum(legalDocumentKinds),
  number: words(200).default(''),
  issuedOn: isoDate.optional(),
  issuer: words(300).default(''),
  title: words(1000).pipe(z.string().min(1)),
  inForceFrom: isoDate.optional(),
  inForceUntil: isoDate.optional(),
  replacedById: id.optional(),
  parentId: id.optional(),
  toStudy: z.boolean().default(false),
  fields: z
    .array(z.object({ field: words(300).pipe(z.string().min(1)), unitId: id }))
    .max(200)
    .default([]),
})
export type DocumentBody = z.output<typeof documentBody>

const groundShape = z.object({
  of: z.enum(['cycle', 'guidance', 'accountability', 'discipline', 'framework', 'assignment']),
  document: documentRef,
  /** The framework it is the ground of, or the unit whose assignment rests on it. */
  framework: z.object({ id, title: z.string() }).optional(),
  unit: unitRef.optional(),
})
export type Ground = z.infer<typeof groundShape>

const ofDocument = z.object({ documentId: id })
const ofUnit = z.object({ unitId: id })
const ofCycle = z.object({ cycleId: id })
const cycleSubject = z.enum(['cycle', 'guidance', 'accountability', 'discipline'])

export const legalBasisRoutes = {
  register: route({
    method: 'GET',
    path: '/api/legal-documents',
    act: 'readLegalDocuments',
    about: 'authority',
    summary:
      'Plans and legal documents, drafts first, then newest first; `search` ignores diacritics; `after` is `next` of the page before',
    query: z.object({
      search: words(200).optional(),
      kind: z.enum(legalDocumentKinds).optional(),
      toStudy: z.enum(['true']).optional(),
      after: id.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({ documents: z.array(documentLine), next: id.optional() }),
  }),
  document: route({
    method: 'GET',
    path: '/api/legal-documents/:documentId',
    act: 'readLegalDocuments',
    about: 'authority',
    summary: 'A document with what stands above and below it and with everything that rests on it',
    params: ofDocument,
    reply: documentShape,
  }),
  choices: route({
    method: 'GET',
    path: '/api/legal-document-choices',
    act: 'readLegalDocuments',
    about: 'authority',
    summary: 'Units that a decision can put in charge of something',
    reply: z.object({ units: z.array(unitRef) }),
  }),
  file: route({
    method: 'GET',
    path: '/api/legal-documents/:documentId/file',
    act: 'readLegalDocuments',
    about: 'authority',
    summary: 'The file of a document',
    params: ofDocument,
    reply: 'file',
  }),
  grounds: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/legal-grounds',
    act: 'readLegalDocuments',
    about: 'cycle',
    summary:
      'What a cycle, its frameworks and assignments rest on, each as it stands in the year of the cycle; who is in charge of which area by decision',
    params: ofCycle,
    reply: z.object({
      /** The day on which standings are told: today, or the last day of the year of the cycle. */
      on: isoDate,
      grounds: z.array(groundShape),
      frameworks: z.array(z.object({ id, title: z.string() })),
      inCharge: z.array(z.object({ area: z.string(), units: z.array(unitRef), by: documentRef })),
    }),
  }),
  setCycleGround: route({
    method: 'PUT',
    path: '/api/cycles/:cycleId/legal-grounds/:subject/:documentId',
    act: 'changeLegalDocuments',
    about: 'cycle',
    summary: 'Let a cycle, its guidance, accountability or discipline rest on a document',
    params: ofCycle.extend({ subject: cycleSubject, documentId: id }),
    reply: 'nothing',
  }),
  dropCycleGround: route({
    method: 'DELETE',
    path: '/api/cycles/:cycleId/legal-grounds/:subject/:documentId',
    act: 'changeLegalDocuments',
    about: 'cycle',
    summary: 'A cycle no longer rests on a document; it stays in the register',
    params: ofCycle.extend({ subject: cycleSubject, documentId: id }),
    reply: 'nothing',
  }),
  setFrameworkGround: route({
    method: 'PUT',
    path: '/api/frameworks/:frameworkId/legal-grounds/:documentId',
    act: 'changeLegalDocuments',
    about: 'authority',
    summary: 'Let a framework rest on a document',
    params: z.object({ frameworkId: id, documentId: id }),
    reply: 'nothing',
  }),
  dropFrameworkGround: route({
    method: 'DELETE',
    path: '/api/frameworks/:frameworkId/legal-grounds/:documentId',
    act: 'changeLegalDocuments',
    about: 'authority',
    summary: 'A framework no longer rests on a document',
    params: z.object({ frameworkId: id, documentId: id }),
    reply: 'nothing',
  }),
  frameworkGrounds: route({
    method: 'GET',
    path: '/api/frameworks/:frameworkId/legal-grounds',
    act: 'readLegalDocuments',
    about: 'authority',
    summary: 'What a framework rests on',
    params: z.object({ frameworkId: id }),
    reply: z.object({ on: isoDate, grounds: z.array(groundShape) }),
  }),
  setAssignmentGround: route({
    method: 'PUT',
    path: '/api/cycles/:cycleId/units/:unitId/legal-grounds/:documentId',
    act: 'setOwnGrounds',
    about: 'cycleUnit',
    summary: 'Let a unit’s assignment rest on a document',
    params: ofCycle.extend({ ...ofUnit.shape, documentId: id }),
    reply: 'nothing',
  }),
  dropAssignmentGround: route({
    method: 'DELETE',
    path: '/api/cycles/:cycleId/units/:unitId/legal-grounds/:documentId',
    act: 'setOwnGrounds',
    about: 'cycleUnit',
    summary: 'A unit’s assignment no longer rests on a document',
    params: ofCycle.extend({ ...ofUnit.shape, documentId: id }),
    reply: 'nothing',
  }),
}
