import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id } from '../../contract/shapes.ts'
import { documentBody, documentShape, maxDocumentBytes } from './contract.ts'

/** Whose documents a route changes: the authority's, or a unit's own. */
interface Place {
  readonly base: '/api/legal-documents' | '/api/units/:unitId/legal-documents'
  readonly act: 'changeLegalDocuments' | 'changeOwnLegalDocuments'
  readonly about: 'authority' | 'unit'
}
const changesAt = ({ base, act, about }: Place) => {
  const place = z.object({ unitId: id.optional() })
  const one = place.extend({ documentId: id })
  return {
    add: route({
      method: 'POST',
      path: base,
      act,
      about,
      summary: 'Enter a plan or legal document in the register',
      params: place,
      body: documentBody,
      reply: documentShape,
    }),
    change: route({
      method: 'PUT',
      path: `${base}/:documentId`,
      act,
      about,
      summary: 'Change how a document is described, what it carries out and what stands in its place',
      params: one,
      body: documentBody,
      versioned: true,
      reply: documentShape,
    }),
    attach: route({
      method: 'POST',
      path: `${base}/:documentId/file`,
      act,
      about,
      summary: 'Keep the file of a document with it, in place of the one before',
      params: one,
      upload: { maxBytes: maxDocumentBytes },
      versioned: true,
      reply: documentShape,
    }),
    remove: route({
      method: 'DELETE',
      path: `${base}/:documentId`,
      act,
      about,
      summary: 'Take a document out of the register; refused while anything rests on it',
      params: one,
      versioned: true,
      reply: 'nothing',
    }),
  }
}
export type DocumentChanges = ReturnType<typeof changesAt>

export const documentChanges: DocumentChanges = changesAt({ base: '/api/legal-documents', act: 'changeLegalDocuments', about: 'authority' })
/** Of the unit itself. */
export const ownDocumentChanges: DocumentChanges = changesAt({
  base: '/api/units/:unitId/legal-documents',
  act: 'changeOwnLegalDocuments',
  about: 'unit',
})
