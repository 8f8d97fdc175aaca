import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { basisText } from '../../language/reports/basis-words.ts'
import { paperBatchWords } from '../../language/reports/paper-batch-words.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { openStoredFile } from '../../platform/files/stored-files.ts'
import type { FileReply } from '../../platform/http/request.ts'
import { startJob } from '../../platform/jobs/start-job.ts'
import { parsePaperDetails } from '../../reports/papers/paper-details.ts'
import type { Batch } from './batch-contract.ts'
import { makePapers } from './batch-job.ts'
import { loadBases, loadPaper } from './load-paper.ts'

const shownAtMost = 20

interface BatchRow {
  readonly id: string
  readonly kind: Batch['kind']
  readonly format: Batch['format']
  readonly cycle_id: string
  readonly title: string
  readonly unit_group: string | null
  readonly job_id: string
  readonly job_state: string | null
  readonly job_person: string | null
  readonly archive_sha256: string | null
  readonly made: number
  readonly created_at: Date
}

const stateOf = ({ archive_sha256, job_state }: BatchRow): Batch['state'] => {
  if (archive_sha256 !== null) return 'done'
  return job_state === 'waiting' || job_state === 'running' ? 'running' : 'stopped'
}

const loadBatches = async ({ transaction }: ActContext, batchId?: string): Promise<readonly BatchRow[]> =>
  (
    await sql<BatchRow>`
      select b.id, b.kind, b.format, b.cycle_id, c.title, b.unit_group, b.job_id, j.state as job_state, j.person_id as job_person,
        b.archive_sha256, b.created_at,
        (select count(*)::int from paper_batch_file f where f.authority_id = b.authority_id and f.batch_id = b.id) as made
      from paper_batch b
      join cycle c on c.authority_id = b.authority_id and c.id = b.cycle_id
      left join job j on j.authority_id = b.authority_id and j.id = b.job_id
      where b.id = coalesce(${batchId ?? null}::uuid, b.id)
      order by b.created_at desc, b.id desc limit ${shownAtMost}`.execute(transaction)
  ).rows

const loadBatch = async (context: ActContext, batchId: string): Promise<Result<BatchRow>> => {
  const [row] = await loadBatches(context, batchId)
  return row ? accept(row) : refuse(errorAt('notFound', batchId, { what: 'paper' }))
}

export const listBatches = async (context: ActContext): Promise<Result<{ batches: Batch[] }>> =>
  accept({
    batches: (await loadBatches(context)).map((row) => ({
      id: row.id,
      kind: row.kind,
      format: row.format,
      cycle: { id: row.cycle_id, title: row.title },
      ...(row.unit_group !== null && { group: row.unit_group }),
      made: row.made,
      state: stateOf(row),
      ...(row.job_person === context.actor.personId && { jobId: row.job_id }),
      createdAt: row.created_at.toISOString(),
    })),
  })

interface Started {
  readonly batchId: string
  readonly jobId: string
}

/** Makes of one draft the same paper for every unit. What the draft lacks is named before anything begins. */
export const startBatch = async (
  context: ActContext,
  { paperId, format, group }: { readonly paperId: string; readonly format: Batch['format']; readonly group?: string | undefined },
): Promise<Result<Started>> => {
  const paper = await loadPaper(context.transaction, { paperId })
  if (!paper.ok) return paper
  const { kind, cycle_id: cycleId } = paper.value
  if (kind !== 'scoreSheet' && kind !== 'resultNotice') return refuse(errorAt('notFound', kind, { what: 'paper' }))
  if (cycleId === null) return refuse(errorAt('missingField', 'cycle', { field: 'cycle' }))
  const bases = (await loadBases(context.transaction, paperId)).map(basisText)
  const details = parsePaperDetails({ ...paper.value.details, bases })
  if (!details.ok) return details
  const batchId = randomUUID()
  const jobId = await startJob(context, makePapers, { batchId }, { key: batchId })
  await context.transaction
    .insertInto('paper_batch')
    .values({
      id: batchId,
      authority_id: context.actor.authorityId,
      kind,
      format,
      cycle_id: cycleId,
      unit_group: group ?? null,
      details: JSON.stringify({ ...details.value, number: undefined }),
      job_id: jobId,
      created_by: context.actor.personId,
    })
    .execute()
  await recordActions(context, [{ kind: 'paperBatchStarted', cycleId, facts: { batchId, kind, format } }])
  return accept({ batchId, jobId })
}

/** Goes on where the work stood; one that runs, or is done, is left as it is. */
export const resumeBatch = async (context: ActContext, batchId: string): Promise<Result<Started>> => {
  const batch = await loadBatch(context, batchId)
  if (!batch.ok) return batch
  if (stateOf(batch.value) !== 'stopped') return accept({ batchId, jobId: batch.value.job_id })
  const jobId = await startJob(context, makePapers, { batchId }, { key: batchId })
  await context.transaction.updateTable('paper_batch').set({ job_id: jobId }).where('id', '=', batchId).execute()
  await recordActions(context, [{ kind: 'paperBatchResumed', cycleId: batch.value.cycle_id, facts: { batchId } }])
  return accept({ batchId, jobId })
}

export const batchArchive = async (context: ActContext, filesDir: string, batchId: string): Promise<Result<FileReply>> => {
  const batch = await loadBatch(context, batchId)
  if (!batch.ok) return batch
  const { archive_sha256: sha256, kind, title } = batch.value
  if (sha256 === null) return refuse(errorAt('notFound', batchId, { what: 'file' }))
  const file = await openStoredFile(context, filesDir, sha256)
  if (!file.ok) return file
  return accept({ fileName: paperBatchWords.archiveName(kind, title), mediaType: 'application/zip', content: file.value.content })
}
