import { readFile } from 'node:fs/promises'
import { linesOfPlain, type PlainDocument } from '../../../core/document/plain-of-document.ts'
import { findPersonalData, type PersonalDataFinding } from '../../../core/evidence/find-personal-data.ts'
import { findSecrecyMark } from '../../../core/evidence/find-secrecy-mark.ts'
import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { documentLimits } from '../../../platform/documents/limits.ts'
import { readInLimits } from '../../../platform/documents/read-in-limits.ts'
import { type MediaType, mediaTypes } from '../../../platform/files/media-type.ts'
import { type PartialPlace, readPartial, removePartial } from '../../../platform/files/partial-file.ts'
import type { ArrivedFile, ReceivedFile } from '../../../platform/files/receive-file.ts'
import { storeFile } from '../../../platform/files/stored-files.ts'
import { lockUpload } from './receive-parts.ts'

/** Everything that is told by its content; programs and pages are nothing of the kind. */
const accepts: readonly MediaType[] = Object.values(mediaTypes).filter((type) => type !== mediaTypes.unknown)
const isReadable = (type: MediaType): boolean =>
  [mediaTypes.pdf, mediaTypes.docx, mediaTypes.xlsx, mediaTypes.ods, mediaTypes.text].some((each) => each === type)

/** A whole file with what its text says about it. */
export interface LookedAtFile {
  readonly file: ArrivedFile
  /** Absent where the text cannot be read: a scan, an old format, a file with a password. */
  readonly plain?: PlainDocument
  readonly findings?: readonly PersonalDataFinding[]
}

const plainOf = async ({ path, size, mediaType }: ArrivedFile): Promise<PlainDocument | undefined> => {
  if (!isReadable(mediaType) || size > documentLimits.bytes) return undefined
  const read = await readInLimits<PlainDocument>({ bytes: await readFile(path), fileName: 'tai-lieu', as: 'plain' })
  return read.ok ? read.value : undefined
}

/**
 * Looks at an upload that came whole, while no transaction is open: its hash, its kind by content, and its text, in which the mark of a secret ends it at once and
 * personal data is noted. `undefined` where nothing has come.
 */
export const lookAtUpload = async (filesDir: string, place: PartialPlace): Promise<Result<LookedAtFile | undefined>> => {
  const file = await readPartial(filesDir, place)
  if (!file) return accept(undefined)
  const plain = await plainOf(file)
  if (!plain) return accept({ file })
  const lines = linesOfPlain(plain)
  const mark = findSecrecyMark(lines)
  if (mark) {
    await removePartial(filesDir, place)
    return refuse(errorAt('secretMark', 'file', { secrecy: mark }))
  }
  return accept({ file, plain, findings: findPersonalData(lines) })
}

/** A file that was kept, with the name it came under. */
export interface FinishedUpload extends ReceivedFile {
  readonly fileName: string
}

/** Ends an upload of one's own: the whole file is kept under its hash and the record goes, in the act that uses it. */
export const finishUpload = async (
  context: ActContext,
  filesDir: string,
  place: PartialPlace,
  looked: LookedAtFile | undefined,
): Promise<Result<FinishedUpload>> => {
  const row = await lockUpload(context, place)
  if (!row.ok) return row
  const { received, size, file_name: fileName } = row.value
  const arrived = looked?.file.size ?? 0
  if (!looked || received < size || arrived !== size)
    return refuse(errorAt('uploadUnfinished', 'file', { received: Math.min(received, arrived), size }))
  const stored = await storeFile(context, filesDir, looked.file, accepts)
  if (!stored.ok) return stored.problems.some(isUnknownFormat) ? refuse(errorAt('notEvidenceFile', 'file', {})) : stored
  await context.transaction.deleteFrom('file_upload').where('id', '=', place.uploadId).execute()
  await removePartial(filesDir, place)
  return accept({ ...stored.value, fileName })
}

const isUnknownFormat = (problem: { readonly code: string; readonly reason?: unknown }): boolean =>
  problem.code === 'unreadableFile' && problem.reason === 'unknownFormat'
