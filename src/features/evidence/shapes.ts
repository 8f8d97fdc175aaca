import { z } from 'zod'
import { id, isoDate, moment, personRef, unitRef } from '../../contract/shapes.ts'
import { personalDataKinds } from '../../core/evidence/find-personal-data.ts'
import { documentFields } from '../../core/evidence/submitted-document.ts'
import { documentCopies, secrecyLevels } from '../../core/vocabulary.ts'

/** Endings that a file chooser offers; what a file really is, its content says. */
export const evidenceEndings: readonly string[] =
  '.pdf .png .jpg .jpeg .webp .tif .tiff .docx .doc .xlsx .xls .pptx .ppt .odt .ods .txt .csv .zip'.split(' ')
/** Documents that one leaf may rest on. */
export const maxDocumentsOfLeaf = 50

/** One version of a document's file; none is ever replaced. */
export const evidenceFileShape = z.object({
  number: z.int(),
  kind: z.enum(documentCopies),
  name: z.string(),
  size: z.number(),
  mediaType: z.string(),
  sha256: z.string(),
  /** How it is shown in the page; `none`: only downloaded. */
  shownAs: z.enum(['pdf', 'picture', 'plain', 'none']),
  /** What looks like personal data; absent where the text could not be read. */
  findings: z.array(z.object({ kind: z.enum(personalDataKinds), count: z.int(), sample: z.string() })).optional(),
  addedAt: moment,
  addedBy: personRef.optional(),
})
export type EvidenceFile = z.infer<typeof evidenceFileShape>

export const evidenceShape = z.object({
  id,
  /** Empty for a secret document, of which number and date alone are kept. */
  title: z.string(),
  documentNumber: z.string().optional(),
  issuedOn: isoDate.optional(),
  issuer: z.string().optional(),
  secrecy: z.enum(secrecyLevels),
  /** When the soft copy and the signed copy came to whoever had to have them. */
  softCopyAt: moment.optional(),
  signedCopyAt: moment.optional(),
  /** Nothing of it is deleted through this day. */
  retainUntil: isoDate,
  /** Whether anybody may read its redacted copy. */
  isPublic: z.boolean(),
  /** Newest first. */
  files: z.array(evidenceFileShape),
  addedAt: moment,
  addedBy: personRef.optional(),
  /** Leaves that it proves, over all cycles. */
  uses: z.number(),
  version: z.number(),
  /** Whose it is, where it stands in the register of another unit than the one asked about. */
  owner: unitRef.optional(),
  /** The unit above may rest claims on it. */
  isShared: z.boolean(),
  /** At a leaf of a submitted sheet: the document as the submission saw it, and what of it was changed later. */
  submitted: z
    .object({
      title: z.string(),
      documentNumber: z.string().optional(),
      issuedOn: isoDate.optional(),
      issuer: z.string().optional(),
      changed: z.array(z.enum(documentFields)),
    })
    .optional(),
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
  softCopyAt: moment.optional(),
  signedCopyAt: moment.optional(),
  /** Ten years from now where it is not said; only ever prolonged. */
  retainUntil: isoDate.optional(),
}
export const newEvidence = z.object({
  ...details,
  secrecy: z.enum(secrecyLevels),
  /** A finished upload of one's own, which becomes the first version of the file. */
  uploadId: id.optional(),
  copy: z.enum(documentCopies).default('softCopy'),
})
export type NewEvidence = z.output<typeof newEvidence>
export const evidenceDetails = z.object(details)
export type EvidenceDetails = z.output<typeof evidenceDetails>
