import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { ReadSignature, VersionCopies, VersionCopy } from '../../contract/copy-shapes.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { judgeSignedPaper, type SignedPaper } from '../../core/signed-paper.ts'
import { isProved, isTaken, type ProofDemand, type ProofKind, type ProvedSubject } from '../../core/proof.ts'
import { recordActions } from '../audit/record-action.ts'
import type { ActContext } from '../database/transaction.ts'
import { weighPaper } from '../documents/signatures/read-signed-paper.ts'
import { openStoredFile, storeFile } from '../files/stored-files.ts'
import type { FileReply, Upload } from '../http/request.ts'
import type { ReadCopy } from './read-copy.ts'

/** What a copy is of: a unit’s submission, or the publication of a cycle. */
export interface CopiedPlace {
  readonly cycleId: string
  readonly unitId?: string
  readonly subject: ProvedSubject
}

/** The version that stands: its hash, and the paper that is given out for it. */
export interface PrintedVersion {
  readonly hash: string
  readonly pdf: Uint8Array
}

interface CopyRow {
  readonly id: string
  readonly kind: ProofKind
  readonly file_name: string
  readonly version_hash: string
  readonly sha256: string
  readonly signatures: ReadSignature[]
  readonly added_at: Date
  readonly added_by: string
  readonly name: string
}

type KindOfVersion = Pick<CopyRow, 'kind' | 'version_hash'>

/** More copies than anybody looks through; where it is more, the page says so. */
const mostShown = 50

const loadRows = async ({ transaction }: Pick<ActContext, 'transaction'>, place: CopiedPlace): Promise<readonly CopyRow[]> => {
  const { rows } = await sql<CopyRow>`
    select c.id, c.kind, c.file_name, c.version_hash, c.sha256, c.signatures, c.added_at, c.added_by, p.name
    from version_copy c join person p on p.id = c.added_by
    where c.cycle_id = ${place.cycleId} and c.subject = ${place.subject} and c.unit_id is not distinct from ${place.unitId ?? null}
    order by c.added_at desc, c.id limit ${mostShown + 1}`.execute(transaction)
  return rows
}

/** Of which versions copies of which kind are there, however many. */
const loadKinds = async ({ transaction }: Pick<ActContext, 'transaction'>, place: CopiedPlace): Promise<readonly KindOfVersion[]> => {
  const { rows } = await sql<KindOfVersion>`
    select distinct c.kind, c.version_hash from version_copy c
    where c.cycle_id = ${place.cycleId} and c.subject = ${place.subject} and c.unit_id is not distinct from ${place.unitId ?? null}`.execute(
    transaction,
  )
  return rows
}

const copyOf = (row: CopyRow): VersionCopy => ({
  id: row.id,
  kind: row.kind,
  fileName: row.file_name,
  versionHash: row.version_hash,
  addedAt: row.added_at.toISOString(),
  addedBy: { id: row.added_by, name: row.name },
  signatures: row.signatures,
})

const kindsOf = (rows: readonly KindOfVersion[], hash: string): readonly ProofKind[] =>
  rows.filter(({ version_hash }) => version_hash === hash).map(({ kind }) => kind)

/** What is asked for at a place, and the copies of it, newest first; those of earlier versions stay in the list. */
export const loadCopies = async (context: ActContext, place: CopiedPlace, demand: ProofDemand, hash: string): Promise<VersionCopies> => {
  const rows = await loadRows(context, place)
  const kinds = kindsOf(await loadKinds(context, place), hash)
  const copies = rows.slice(0, mostShown).map(copyOf)
  return { demand, hash, isProved: isProved(demand, kinds), copies, hasMore: rows.length > mostShown }
}

/** Why an act has to wait for a copy of exactly this version; empty where nothing is asked for or it is there. */
export const checkCopies = async (
  context: ActContext,
  place: CopiedPlace,
  demand: ProofDemand,
  hash: string,
): Promise<readonly Problem[]> => {
  if (demand === 'none') return []
  const rows = await loadKinds(context, place)
  if (isProved(demand, kindsOf(rows, hash))) return []
  const isOfOther = rows.some(({ kind }) => isTaken(demand, kind))
  return [isOfOther ? errorAt('proofOfOtherVersion', '', {}) : errorAt('proofDue', '', { asked: demand, of: place.subject })]
}

const signaturesOf = (paper: SignedPaper | undefined): readonly ReadSignature[] =>
  (paper?.signatures ?? []).map(({ end: _, fault: __, ...signature }) => signature)

/** Keeps a copy of the version that stands; a signed one only where its signatures hold and it is the paper of this version. */
export const keepCopy = async (
  context: ActContext,
  filesDir: string,
  at: { readonly place: CopiedPlace; readonly version: PrintedVersion },
  { fileName, file }: Upload,
  read: ReadCopy,
): Promise<Result<undefined>> => {
  const { place, version } = at
  const { now } = context
  const paper = read.paper && weighPaper(read.paper, { roots: read.roots, now, printed: version.pdf })
  const problems = paper ? judgeSignedPaper(paper, now.toISOString()) : []
  if (problems.length > 0) return refuse(...problems)
  const stored = await storeFile(context, filesDir, file, read.accepts)
  if (!stored.ok) return stored
  const signatures = signaturesOf(paper)
  const { cycleId, unitId, subject } = place
  const added = await context.transaction
    .insertInto('version_copy')
    .values({
      id: randomUUID(),
      authority_id: context.actor.authorityId,
      cycle_id: cycleId,
      unit_id: unitId ?? null,
      subject,
      kind: read.kind,
      version_hash: version.hash,
      sha256: stored.value.sha256,
      file_name: fileName.normalize('NFC').slice(-200) || '–',
      signatures: JSON.stringify(signatures),
      added_by: context.actor.personId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (Number(added.numInsertedOrUpdatedRows) === 0) return accept(undefined)
  // Who signed stands in the copy: the log names people by their id alone.
  const facts = { subject, kind: read.kind, hash: version.hash, file: stored.value.sha256, signatures: signatures.length }
  await recordActions(context, [{ kind: 'copyAdded', cycleId, ...(unitId !== undefined && { unitId }), facts }])
  return accept(undefined)
}

/** The file of one copy, to be saved. */
export const openCopy = async (context: ActContext, filesDir: string, place: CopiedPlace, copyId: string): Promise<Result<FileReply>> => {
  const row = (await loadRows(context, place)).find(({ id }) => id === copyId)
  if (!row) return refuse(errorAt('notFound', copyId, { what: 'file' }))
  const file = await openStoredFile(context, filesDir, row.sha256)
  return file.ok ? accept({ fileName: row.file_name, mediaType: file.value.mediaType, content: file.value.content }) : file
}
