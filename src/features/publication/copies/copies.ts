import type { VersionCopies } from '../../../contract/copy-shapes.ts'
import { parseFramework } from '../../../core/framework/parse-framework.ts'
import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import type { ProofDemand } from '../../../core/proof.ts'
import { formatFigure } from '../../../language/format.ts'
import { frozenVersionWords } from '../../../language/reports/frozen-version-words.ts'
import { keepCopy, loadCopies, openCopy, type PrintedVersion } from '../../../platform/copies/copies.ts'
import type { ReadCopy } from '../../../platform/copies/read-copy.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { paperFontFolders } from '../../../platform/files/paper-fonts.ts'
import type { FileReply, Upload } from '../../../platform/http/request.ts'
import { composeFrozenResults } from '../../../reports/papers/frozen-version.ts'
import { rankingOfResults } from '../../../reports/papers/of-results.ts'
import { writeReport } from '../../../reports/write-report.ts'
import { freezeGroups, hashOfGroups } from '../freeze-groups.ts'
import type { FrozenGroup } from '../frozen-group.ts'
import { copiedResults } from './copied-results.ts'

interface StandingResults {
  readonly hash: string
  readonly demand: ProofDemand
  readonly title: string
  readonly year: number
  readonly authority: string
  readonly groups: readonly FrozenGroup[]
}

/** The results as publishing would freeze them now. */
const loadStanding = async (context: ActContext, cycleId: string, lock?: 'forUpdate'): Promise<Result<StandingResults>> => {
  const cycle = await context.transaction
    .selectFrom('cycle')
    .innerJoin('authority', 'authority.id', 'cycle.authority_id')
    .select(['cycle.id', 'stage', 'rounds', 'previous_id', 'title', 'year', 'publication_demand', 'authority.name as authority'])
    .where('cycle.id', '=', cycleId)
    .$if(lock !== undefined, (query) => query.forUpdate('cycle'))
    .executeTakeFirst()
  if (!cycle) return refuse(errorAt('notFound', cycleId, { what: 'cycle' }))
  const groups = await freezeGroups(context, cycle)
  if (!groups.ok) return groups
  const { title, year, authority } = cycle
  return accept({
    hash: hashOfGroups(groups.value),
    demand: cycle.publication_demand as ProofDemand,
    title,
    year,
    authority,
    groups: groups.value,
  })
}

const print = async ({ hash, title, year, authority, groups }: StandingResults): Promise<PrintedVersion> => {
  const units = formatFigure(String(groups.reduce((count, each) => count + each.units.length, 0)))
  const rankings = groups.map(({ bundle, names }) => {
    const framework = parseFramework(bundle.framework)
    if (!framework.ok) throw new Error('a framework in force could not be read')
    return rankingOfResults({ framework: framework.value, results: bundle.results, names })
  })
  const report = composeFrozenResults(authority, { title, year, units }, rankings, hash)
  return { hash, pdf: await writeReport(report, 'pdf', paperFontFolders()) }
}

/** What is asked for before publishing, and what was handed in. Computed only where something is asked for. */
export const showResultCopies = async (context: ActContext, cycleId: string): Promise<Result<VersionCopies>> => {
  const cycle = await context.transaction.selectFrom('cycle').select('publication_demand').where('id', '=', cycleId).executeTakeFirst()
  if (cycle?.publication_demand === 'none') return accept(await loadCopies(context, copiedResults(cycleId), 'none', ''))
  const standing = await loadStanding(context, cycleId)
  return standing.ok ? accept(await loadCopies(context, copiedResults(cycleId), standing.value.demand, standing.value.hash)) : standing
}

/** The paper to sign. */
export const resultsToSign = async (context: ActContext, cycleId: string): Promise<Result<FileReply>> => {
  const standing = await loadStanding(context, cycleId)
  if (!standing.ok) return standing
  const printed = await print(standing.value)
  const fileName = `${frozenVersionWords.fileName.publication} ${printed.hash.slice(0, 8)}.pdf`
  return accept({ fileName, mediaType: 'application/pdf', content: Buffer.from(printed.pdf) })
}

/** Takes a copy of the results as they stand. */
export const addResultCopy = async (
  context: ActContext,
  filesDir: string,
  cycleId: string,
  upload: Upload,
  read: ReadCopy,
): Promise<Result<VersionCopies>> => {
  const standing = await loadStanding(context, cycleId, 'forUpdate')
  if (!standing.ok) return standing
  const kept = await keepCopy(context, filesDir, { place: copiedResults(cycleId), version: await print(standing.value) }, upload, read)
  return kept.ok ? accept(await loadCopies(context, copiedResults(cycleId), standing.value.demand, standing.value.hash)) : kept
}

export const resultCopyFile = (
  context: ActContext,
  filesDir: string,
  { cycleId, copyId }: { readonly cycleId: string; readonly copyId: string },
): Promise<Result<FileReply>> => openCopy(context, filesDir, copiedResults(cycleId), copyId)
