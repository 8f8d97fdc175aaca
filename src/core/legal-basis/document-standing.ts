import type { LegalDocument } from './legal-document.ts'

/** How a document stands on a day: without number or day a draft; before its first day not yet, after its last day ended; another one in force in its place. */
export type DocumentStanding = 'draft' | 'notYet' | 'inForce' | 'ended' | 'replaced'

type Dated = Pick<LegalDocument, 'issuedOn' | 'inForceFrom' | 'inForceUntil'>

const beginOf = ({ issuedOn, inForceFrom }: Dated): string | undefined => inForceFrom ?? issuedOn

/**
 * How a document stands on an ISO day. It begins on its first day in force, else on the day it was issued; a replacement counts once it has begun itself.
 * Replacing tells more than ending, so it is named first. Source: Law 80/2015/QH13, Articles 151 and 154 (when documents take effect and when they lapse).
 */
export const standingOn = (document: Dated, replacement: Dated | undefined, day: string): DocumentStanding => {
  const begin = beginOf(document)
  if (begin === undefined) return 'draft'
  if (day < begin) return 'notYet'
  const replacedFrom = replacement && beginOf(replacement)
  if (replacedFrom !== undefined && replacedFrom <= day) return 'replaced'
  return document.inForceUntil !== undefined && document.inForceUntil < day ? 'ended' : 'inForce'
}

/** Whether something may not rest on it any more: it ended, or another one took its place. */
export const isNoLongerInForce = (standing: DocumentStanding): boolean => standing === 'ended' || standing === 'replaced'
