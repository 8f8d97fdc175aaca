import type { VersionCopies } from '../../../contract/copy-shapes.ts'
import { accept, type Result } from '../../../core/result.ts'
import { frozenVersionWords } from '../../../language/reports/frozen-version-words.ts'
import { type CopiedPlace, keepCopy, loadCopies, openCopy } from '../../../platform/copies/copies.ts'
import type { ReadCopy } from '../../../platform/copies/read-copy.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { FileReply, Upload } from '../../../platform/http/request.ts'
import { loadScoredUnit } from '../../scores/scored-unit.ts'
import type { SheetPlace } from '../load-sheet.ts'
import { loadVersion, printVersion } from './version.ts'

export const copiedSheet = ({ cycleId, unitId }: SheetPlace): CopiedPlace => ({ cycleId, unitId, subject: 'submission' })

/** What is asked for before submitting, and what was handed in. */
export const showCopies = async (context: ActContext, place: SheetPlace): Promise<Result<VersionCopies>> => {
  const version = await loadVersion(context, place)
  return version.ok ? accept(await loadCopies(context, copiedSheet(place), version.value.demand, version.value.hash)) : version
}

/** The paper to sign. */
export const formToSign = async (context: ActContext, place: SheetPlace): Promise<Result<FileReply>> => {
  const version = await loadVersion(context, place)
  if (!version.ok) return version
  const printed = await printVersion(version.value, place)
  if (!printed.ok) return printed
  const fileName = `${frozenVersionWords.fileName.submission} ${printed.value.hash.slice(0, 8)}.pdf`
  return accept({ fileName, mediaType: 'application/pdf', content: Buffer.from(printed.value.pdf) })
}

/** Takes a copy of the version that stands; whoever saves meanwhile waits, so that it stays the one that was looked at. */
export const addCopy = async (
  context: ActContext,
  filesDir: string,
  place: SheetPlace,
  upload: Upload,
  read: ReadCopy,
): Promise<Result<VersionCopies>> => {
  const unit = await loadScoredUnit(context.transaction, place.cycleId, place.unitId, 'forChange')
  if (!unit.ok) return unit
  const version = await loadVersion(context, place)
  if (!version.ok) return version
  const printed = await printVersion(version.value, place)
  if (!printed.ok) return printed
  const kept = await keepCopy(context, filesDir, { place: copiedSheet(place), version: printed.value }, upload, read)
  return kept.ok ? accept(await loadCopies(context, copiedSheet(place), version.value.demand, version.value.hash)) : kept
}

export const copyFile = (
  context: ActContext,
  filesDir: string,
  { copyId, ...place }: SheetPlace & { readonly copyId: string },
): Promise<Result<FileReply>> => openCopy(context, filesDir, copiedSheet(place), copyId)
