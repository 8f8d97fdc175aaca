import type { SubmittedDocument } from '../../core/evidence/submitted-document.ts'
import type { Evidence } from './shapes.ts'

/** A document as a submission of this moment would see it. */
export const asSubmitted = ({ id, title, documentNumber, issuedOn, issuer, files }: Evidence): SubmittedDocument => ({
  id,
  title,
  ...(documentNumber && { documentNumber }),
  ...(issuedOn && { issuedOn }),
  ...(issuer && { issuer }),
  files: files
    .filter(({ kind }) => kind !== 'redactedCopy')
    .map(({ sha256 }) => sha256)
    .reverse(),
})
