/** Kinds of plans and legal documents, from the one that binds most. Source: Law 80/2015/QH13, Article 4, and Decree 30/2020/NĐ-CP, Article 7. */
export const legalDocumentKinds = [
  'law',
  'decree',
  'circular',
  'resolution',
  'decision',
  'directive',
  'conclusion',
  'regulation',
  'scheme',
  'programme',
  'plan',
  'notice',
  'officialLetter',
  'submission',
  'other',
] as const
export type LegalDocumentKind = (typeof legalDocumentKinds)[number]

/** What may rest on a document: a cycle, guidance for it, the accountability of heads, discipline to be observed, a framework, a unit's assignment. */
export const groundSubjects = ['cycle', 'guidance', 'accountability', 'discipline', 'framework', 'assignment'] as const
export type GroundSubject = (typeof groundSubjects)[number]

/** A plan or legal document as the register knows it. Dates are ISO; both ends of `inForce…` count; what is not known stays out. */
export interface LegalDocument {
  readonly id: string
  /** Number with symbol as printed: `34/2020/QĐ-UBND`. */
  readonly number?: string | undefined
  readonly issuedOn?: string | undefined
  readonly inForceFrom?: string | undefined
  readonly inForceUntil?: string | undefined
  /** Which document stands in its place. */
  readonly replacedBy?: string | undefined
  /** The document it carries out: of a year's plan the plan of several years, of a commune's plan the province's. */
  readonly parentId?: string | undefined
}
