import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { Zip, ZipPassThrough } from 'fflate'
import { sql } from 'kysely'
import { z } from 'zod'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Stage } from '../../core/vocabulary.ts'
import { trialMark } from '../../language/trial-words.ts'
import { paperBatchWords } from '../../language/reports/paper-batch-words.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { storedPath } from '../../platform/files/file-folders.ts'
import { mediaTypes } from '../../platform/files/media-type.ts'
import { paperFontFolders } from '../../platform/files/paper-fonts.ts'
import { withArrivedFile } from '../../platform/files/receive-file.ts'
import { storeFile } from '../../platform/files/stored-files.ts'
import { bindJob, type Job, type JobWork } from '../../platform/jobs/job-kind.ts'
import type { PaperResults } from '../../reports/papers/of-results.ts'
import { parsePaperDetails } from '../../reports/papers/paper-details.ts'
import type { PaperTemplate } from '../../reports/templates/template.ts'
import { writeReport } from '../../reports/write-report.ts'
import { composeIn, templateInForce } from './templates/worded-paper.ts'
import { completeSheet, computeGroup, type CycleGroup, loadGroups, ownStages } from './load-sheets.ts'

export const makePapers = { kind: 'makePapers', payload: z.object({ batchId: z.uuid() }) }

/** Papers of one act: short enough that stopping is quick, long enough that the database is not asked for each. */
const perAct = 10
const largestArchive = 2 * 1024 ** 3
const largestPaper = 64 * 1024 ** 2

interface Wanted {
  readonly unit_id: string
  readonly unit_name: string
  readonly unit_group: string
  readonly stage: Stage
  readonly sha256: string | null
}

interface OpenBatch {
  readonly id: string
  readonly kind: 'scoreSheet' | 'resultNotice'
  readonly format: 'docx' | 'pdf'
  readonly cycleId: string
  readonly details: unknown
  /** As it was in force when the run began. */
  readonly template: PaperTemplate | undefined
  readonly units: readonly Wanted[]
  readonly groups: ReadonlyMap<string, { readonly group: CycleGroup; readonly results: PaperResults }>
}

/** Units of the batch in the order of the archive, each with its paper where that is made. Who still scores itself has none. */
const loadUnits = async ({ transaction }: ActContext, batchId: string): Promise<readonly Wanted[]> =>
  (
    await sql<Wanted>`
      select cu.unit_id, u.name as unit_name, cu.unit_group, cu.stage, f.sha256
      from paper_batch b
      join cycle_unit cu on cu.authority_id = b.authority_id and cu.cycle_id = b.cycle_id and cu.unit_group = coalesce(b.unit_group, cu.unit_group)
      join unit u on u.authority_id = cu.authority_id and u.id = cu.unit_id
      left join paper_batch_file f on f.authority_id = b.authority_id and f.batch_id = b.id and f.unit_id = cu.unit_id
      where b.id = ${batchId} order by cu.unit_group, u.name, u.id`.execute(transaction)
  ).rows.filter(({ stage }) => !ownStages.includes(stage))

/** Results are computed once; every paper of the batch says the same moment's figures as far as one run makes it. */
const openBatch = async (context: ActContext, batchId: string): Promise<Result<OpenBatch>> => {
  const row = await context.transaction.selectFrom('paper_batch').selectAll().where('id', '=', batchId).executeTakeFirst()
  if (!row) return refuse(errorAt('notFound', batchId, { what: 'paper' }))
  const units = await loadUnits(context, batchId)
  const groups = new Map<string, { group: CycleGroup; results: PaperResults }>()
  for (const group of await loadGroups(context, row.cycle_id)) {
    if (!units.some(({ unit_group, sha256 }) => unit_group === group.unit_group && sha256 === null)) continue
    const results = await computeGroup(context, row.cycle_id, group)
    if (!results.ok) return results
    groups.set(group.unit_group, { group, results: results.value })
  }
  const template = await templateInForce(context.transaction, row.kind)
  return accept({ id: row.id, kind: row.kind, format: row.format, cycleId: row.cycle_id, details: row.details, template, units, groups })
}

const keep = (context: ActContext, filesDir: string, content: Readable, maxBytes: number) =>
  withArrivedFile(filesDir, content, maxBytes, (file) =>
    // An archive of Word files looks like one of them from outside.
    storeFile(context, filesDir, file, [mediaTypes.docx, mediaTypes.pdf, mediaTypes.zip]),
  )

const makePaper = async (context: ActContext, filesDir: string, batch: OpenBatch, unit: Wanted): Promise<Result<undefined>> => {
  const from = batch.groups.get(unit.unit_group)
  if (!from) return refuse(errorAt('notFound', unit.unit_id, { what: 'unit' }))
  const sheet = await completeSheet(context, { cycleId: batch.cycleId, unitId: unit.unit_id }, from.group, from.results)
  if (!sheet.ok) return sheet
  const details = parsePaperDetails(batch.details)
  if (!details.ok) return details
  const report = composeIn(batch.template, { kind: batch.kind, details: details.value, sources: { sheet: sheet.value } })
  if (!report.ok) return report
  const marked = from.group.is_trial ? { ...report.value, mark: trialMark } : report.value
  const content = await writeReport(marked, batch.format, paperFontFolders())
  const stored = await keep(context, filesDir, Readable.from([Buffer.from(content)]), largestPaper)
  if (!stored.ok) return stored
  await context.transaction
    .insertInto('paper_batch_file')
    .values({ authority_id: context.actor.authorityId, batch_id: batch.id, unit_id: unit.unit_id, sha256: stored.value.sha256 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return accept(undefined)
}

/** The archive as it grows: one paper in memory at a time. Office files are packed already. */
async function* zipOf(filesDir: string, papers: readonly { readonly name: string; readonly sha256: string }[]): AsyncGenerator<Buffer> {
  const ready: Buffer[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(Buffer.from(chunk))
  })
  for (const { name, sha256 } of papers) {
    const entry = new ZipPassThrough(name)
    zip.add(entry)
    entry.push(await readFile(storedPath(filesDir, sha256)), true)
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}

const packPapers = async (context: ActContext, filesDir: string, batch: OpenBatch): Promise<Result<undefined>> => {
  const units = (await loadUnits(context, batch.id)).filter(({ sha256 }) => sha256 !== null)
  const digits = String(units.length).length
  const papers = units.map(({ unit_name, sha256 }, at) => ({
    name: paperBatchWords.entryName(String(at + 1).padStart(digits, '0'), unit_name, batch.format),
    sha256: sha256 ?? '',
  }))
  if (papers.length === 0) return refuse(errorAt('noUnits', '', { group: '' }))
  const stored = await keep(context, filesDir, Readable.from(zipOf(filesDir, papers)), largestArchive)
  if (!stored.ok) return stored
  await context.transaction.updateTable('paper_batch').set({ archive_sha256: stored.value.sha256 }).where('id', '=', batch.id).execute()
  await recordActions(context, [{ kind: 'paperBatchMade', cycleId: batch.cycleId, facts: { batchId: batch.id, papers: papers.length } }])
  return accept(undefined)
}

const runBatch = async (batchId: string, { act, tell, filesDir }: JobWork): Promise<Result<unknown>> => {
  const batch = await act((context) => openBatch(context, batchId))
  if (!batch.ok) return batch
  const { units } = batch.value
  const open = units.filter(({ sha256 }) => sha256 === null)
  for (let at = 0; at < open.length; at += perAct) {
    await tell(units.length - open.length + at, units.length)
    const made = await act(async (context) => {
      for (const unit of open.slice(at, at + perAct)) {
        const paper = await makePaper(context, filesDir, batch.value, unit)
        if (!paper.ok) return paper
      }
      return accept(undefined)
    })
    if (!made.ok) return made
  }
  await tell(units.length, units.length)
  const packed = await act((context) => packPapers(context, filesDir, batch.value))
  return packed.ok ? accept({ batchId, papers: units.length }) : packed
}

/** Makes the papers of a batch that are not there yet, then the archive. */
export const paperBatchJob = (): Job => bindJob(makePapers, ({ batchId }, work) => runBatch(batchId, work))
