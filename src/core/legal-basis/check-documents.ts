import { errorAt, type Problem, warningAt } from '../problem.ts'
import type { LegalDocument } from './legal-document.ts'

/** The documents that are known, by id. */
export type KnownDocuments = ReadonlyMap<string, LegalDocument>

/** Whether `from` leads back to `id` by the given step; a chain that turns in itself elsewhere ends too. */
const leadsTo = (
  id: string,
  from: string | undefined,
  known: KnownDocuments,
  step: (document: LegalDocument) => string | undefined,
): boolean => {
  const seen = new Set<string>()
  let at = from
  while (at !== undefined && !seen.has(at)) {
    if (at === id) return true
    seen.add(at)
    const document = known.get(at)
    at = document && step(document)
  }
  return false
}

const unknown = (field: 'parentId' | 'replacedBy', id: string | undefined, known: KnownDocuments): readonly Problem[] =>
  id === undefined || known.has(id) ? [] : [errorAt('notFound', field, { what: 'legalDocument' })]

const nameOf = ({ number }: LegalDocument): string => number ?? ''

/** A child that begins before its parent or lasts longer is said, not refused: the parent may have been extended on paper. */
const beyondParent = (document: LegalDocument, parent: LegalDocument | undefined): readonly Problem[] => {
  if (!parent) return []
  const begin = document.inForceFrom ?? document.issuedOn
  const parentBegin = parent.inForceFrom ?? parent.issuedOn
  const beginsBefore = begin !== undefined && parentBegin !== undefined && begin < parentBegin
  const endsAfter = parent.inForceUntil !== undefined && (document.inForceUntil ?? begin ?? '') > parent.inForceUntil
  return beginsBefore || endsAfter ? [warningAt('beyondParentPlan', 'parentId', { parent: nameOf(parent) })] : []
}

/**
 * What keeps a document out of the register, or should be looked at: an end before the beginning; a parent or a replacement that nobody knows; a document
 * that carries out or replaces itself, also through others; a period that its parent does not cover (a warning).
 */
export const checkLegalDocument = (document: LegalDocument, known: KnownDocuments): readonly Problem[] => {
  const { id, inForceFrom, inForceUntil, parentId, replacedBy } = document
  const problems: Problem[] = [...unknown('parentId', parentId, known), ...unknown('replacedBy', replacedBy, known)]
  const begin = inForceFrom ?? document.issuedOn
  if (begin !== undefined && inForceUntil !== undefined && inForceUntil < begin)
    problems.push(errorAt('endBeforeBegin', 'inForceUntil', { begin, end: inForceUntil }))
  if (leadsTo(id, parentId, known, (each) => each.parentId)) problems.push(errorAt('documentCircle', 'parentId', { by: 'parent' }))
  if (leadsTo(id, replacedBy, known, (each) => each.replacedBy))
    problems.push(errorAt('documentCircle', 'replacedBy', { by: 'replacement' }))
  return [...problems, ...beyondParent(document, parentId === undefined ? undefined : known.get(parentId))]
}
