import type { EvidenceFile } from './shapes.ts'
import { shownAs } from './viewable.ts'

/** A version of a file as the database puts it into JSON. */
export interface FileRow {
  readonly number: number
  readonly kind: string
  readonly file_name: string
  readonly sha256: string
  readonly findings: unknown
  readonly size: number
  readonly media_type: string
  readonly added_at: Date | string
  readonly added_by: string | null
  readonly added_by_name: string | null
  readonly has_plain: boolean
}

export const fileOf = (row: FileRow): EvidenceFile => ({
  number: row.number,
  kind: row.kind as EvidenceFile['kind'],
  name: row.file_name,
  size: row.size,
  mediaType: row.media_type,
  sha256: row.sha256,
  shownAs: shownAs(row.media_type, row.has_plain),
  ...(row.findings !== null && { findings: row.findings as NonNullable<EvidenceFile['findings']> }),
  addedAt: new Date(row.added_at).toISOString(),
  ...(row.added_by && { addedBy: { id: row.added_by, name: row.added_by_name ?? '' } }),
})
