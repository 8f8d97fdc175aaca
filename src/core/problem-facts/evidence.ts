import type { Secrecy } from '../vocabulary.ts'

/** Documents of the register, and their files. Sizes are bytes. */
export interface EvidenceProblemFacts {
  tooManyUploads: { readonly limit: number }
  /** The next part has to begin at `received`. */
  uploadElsewhere: { readonly received: number }
  uploadUnfinished: { readonly received: number; readonly size: number }
  tooManyDocuments: { readonly limit: number }
  /** The text of the file carries the mark of a state secret. */
  secretMark: { readonly secrecy: Secrecy }
  keptUntil: { readonly date: string }
  retentionShortened: { readonly date: string }
  evidenceInUse: { readonly uses: number }
  redactedCopyDue: Record<never, never>
  personalDataLeft: { readonly count: number }
}
