/** A document as a submission saw it: what was written of it, and its files by SHA-256 in the order in which they came. Dates are ISO; what was not known is absent. */
export interface SubmittedDocument {
  readonly id: string
  readonly title: string
  readonly documentNumber?: string
  readonly issuedOn?: string
  readonly issuer?: string
  readonly files: readonly string[]
}

export const documentFields = ['title', 'documentNumber', 'issuedOn', 'issuer', 'files'] as const
export type DocumentField = (typeof documentFields)[number]

/** What of a document is no longer as the submission saw it. Spaces and the form of letters count: what was submitted is told to the letter. */
export const changedSince = (seen: SubmittedDocument, now: SubmittedDocument): readonly DocumentField[] =>
  documentFields.filter((field) =>
    field === 'files' ? seen.files.join() !== now.files.join() : (seen[field] ?? '') !== (now[field] ?? ''),
  )
