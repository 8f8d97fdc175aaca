import { sql } from 'kysely'
import { parsePoints } from '../../core/exact/points.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { computeResults } from '../../core/results/compute-results.ts'
import { walkNodes } from '../../core/framework/walk.ts'
import type { UnitScores } from '../../core/results/scores.ts'
import type { Round, Stage, Treatment } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { type PaperSources, sourcesOf } from '../../reports/papers/compose-paper.ts'
import { type PaperResults, rankingOfResults, sheetOfResults } from '../../reports/papers/of-results.ts'
import type { UnitSheet } from '../../reports/papers/unit-sheet.ts'
import { type FrameworkInForce, loadFrameworkInForce } from '../scores/framework-in-force.ts'
import { loadScores } from '../scores/load-scores.ts'
import { unitScoresOf } from '../scores/unit-scores.ts'
import type { PaperRow } from './load-paper.ts'

interface GroupRow {
  readonly unit_group: string
  readonly framework_id: string
  readonly rounds: Round[]
}

interface UnitRow {
  readonly unit_id: string
  readonly unit_name: string
  readonly ranked: boolean
  readonly stage: Stage
  readonly node_ids: readonly string[]
  readonly statuses: readonly string[]
  readonly points: readonly (string | null)[]
  readonly treatments: readonly (string | null)[]
}

const loadGroups = async ({ transaction }: ActContext, cycleId: string): Promise<readonly GroupRow[]> =>
  (
    await sql<GroupRow>`
      select cf.unit_group, cf.framework_id, c.rounds from cycle_framework cf join cycle c on c.authority_id = cf.authority_id and c.id = cf.cycle_id
      where cf.cycle_id = ${cycleId} order by cf.unit_group`.execute(transaction)
  ).rows

const loadUnits = async ({ transaction }: ActContext, cycleId: string, group: string, round: Round): Promise<readonly UnitRow[]> =>
  (
    await sql<UnitRow>`
      select cu.unit_id, u.name as unit_name, cu.ranked, cu.stage,
        coalesce(array_agg(s.node_id order by s.node_id) filter (where s.node_id is not null), '{}') as node_ids,
        coalesce(array_agg(s.status order by s.node_id) filter (where s.node_id is not null), '{}') as statuses,
        coalesce(array_agg(s.points::text order by s.node_id) filter (where s.node_id is not null), '{}') as points,
        coalesce(array_agg(s.treatment order by s.node_id) filter (where s.node_id is not null), '{}') as treatments
      from cycle_unit cu
      join unit u on u.authority_id = cu.authority_id and u.id = cu.unit_id
      left join score s on s.authority_id = cu.authority_id and s.cycle_id = cu.cycle_id and s.unit_id = cu.unit_id and s.round = ${round}
      where cu.cycle_id = ${cycleId} and cu.unit_group = ${group}
      group by cu.unit_id, u.name, cu.ranked, cu.stage order by u.name`.execute(transaction)
  ).rows

const scoresOf = (row: UnitRow, group: string): UnitScores =>
  unitScoresOf(
    { id: row.unit_id, group, ranked: row.ranked },
    row.node_ids.map((nodeId, at) => ({
      nodeId,
      status: row.statuses[at] ?? 'missing',
      points: parsePoints(row.points[at] ?? ''),
      treatment: (row.treatments[at] ?? undefined) as Treatment | undefined,
    })),
  )

interface GroupResults extends PaperResults {
  readonly inForce: FrameworkInForce
  readonly stages: ReadonlyMap<string, Stage>
}

const computeGroup = async (
  context: ActContext,
  cycleId: string,
  { unit_group, framework_id }: GroupRow,
  round: Round,
): Promise<Result<GroupResults>> => {
  const inForce = await loadFrameworkInForce(context, framework_id)
  if (!inForce.ok) return inForce
  const rows = await loadUnits(context, cycleId, unit_group, round)
  const results = computeResults(
    inForce.value.framework,
    rows.map((row) => scoresOf(row, unit_group)),
    {},
  )
  if (!results.ok) return results
  return accept({
    framework: inForce.value.framework,
    results: results.value,
    names: new Map(rows.map(({ unit_id, unit_name }) => [unit_id, unit_name])),
    inForce: inForce.value,
    stages: new Map(rows.map(({ unit_id, stage }) => [unit_id, stage])),
  })
}

/** Stages in which a self-assessment is still the unit's own. */
const ownStages: readonly Stage[] = ['preparing', 'selfAssessing']

/** What the last round gave, with the reason of each deduction, beside what the unit claimed. */
const loadSheet = async (context: ActContext, cycleId: string, unitId: string, group: GroupRow): Promise<Result<UnitSheet>> => {
  const last = group.rounds.at(-1) ?? 'claimed'
  const [given, claims] = [await computeGroup(context, cycleId, group, last), await computeGroup(context, cycleId, group, 'claimed')]
  if (!given.ok) return given
  if (!claims.ok) return claims
  const stage = given.value.stages.get(unitId)
  if (stage === undefined || ownStages.includes(stage))
    return refuse(errorAt('wrongStage', unitId, { stage: stage ?? 'preparing', act: 'readPapers' }))
  const [sheet, claimed] = [sheetOfResults(given.value, unitId), sheetOfResults(claims.value, unitId)]
  if (!sheet) return refuse(errorAt('notFound', unitId, { what: 'unit' }))
  const stored = await loadScores(context.transaction, cycleId, unitId, ['claimed', last])
  const textOf = (round: Round, nodeId: string, field: 'reason' | 'explanation') =>
    stored.find((score) => score.round === round && score.nodeId === nodeId)?.[field]
  const ids = [...walkNodes(given.value.framework.nodes)].map(({ node }) => node.id)
  return accept({
    ...sheet,
    rows: sheet.rows.map((row, at) => ({
      ...row,
      claimed: claimed?.rows[at]?.given,
      reason: textOf(last, ids[at] ?? '', 'reason'),
      explanation: textOf('claimed', ids[at] ?? '', 'explanation'),
    })),
    claimed: claimed?.given,
  })
}

const missing = (field: string): Result<never> => refuse(errorAt('missingField', field, { field }))

const sheetSource = async (context: ActContext, paper: PaperRow, groups: readonly GroupRow[]): Promise<Result<UnitSheet>> => {
  if (paper.cycle_id === null) return missing('cycle')
  if (paper.unit_id === null) return missing('unit')
  const row = await context.transaction
    .selectFrom('cycle_unit')
    .select('unit_group')
    .where('cycle_id', '=', paper.cycle_id)
    .where('unit_id', '=', paper.unit_id)
    .executeTakeFirst()
  const group = groups.find(({ unit_group }) => unit_group === row?.unit_group)
  return group ? loadSheet(context, paper.cycle_id, paper.unit_id, group) : refuse(errorAt('notFound', paper.unit_id, { what: 'unit' }))
}

const rankingSource = async (context: ActContext, paper: PaperRow, groups: readonly GroupRow[]) => {
  if (paper.cycle_id === null) return missing('cycle')
  const wanted = groups.filter(({ unit_group }) => paper.unit_group === null || paper.unit_group === unit_group)
  const rankings = []
  for (const group of wanted) {
    const results = await computeGroup(context, paper.cycle_id, group, group.rounds.at(-1) ?? 'claimed')
    if (!results.ok) return results
    rankings.push(rankingOfResults(results.value))
  }
  const [first] = rankings
  return first ? accept({ year: first.year, groups: rankings.flatMap((each) => each.groups) }) : missing('group')
}

const frameworkSource = async (context: ActContext, paper: PaperRow, groups: readonly GroupRow[]) => {
  const group = groups.find(({ unit_group }) => unit_group === paper.unit_group) ?? (groups.length === 1 ? groups[0] : undefined)
  if (group === undefined) return missing(paper.cycle_id === null ? 'cycle' : 'group')
  const inForce = await loadFrameworkInForce(context, group.framework_id)
  return inForce.ok ? accept(inForce.value.framework) : inForce
}

/** What a paper is made of, from the data as they stand now: figures of the last round, the framework in force, facts as they were typed. */
export const loadSources = async (context: ActContext, paper: PaperRow): Promise<Result<PaperSources>> => {
  const needs = sourcesOf(paper.kind)
  const groups = paper.cycle_id === null ? [] : await loadGroups(context, paper.cycle_id)
  const none = accept(undefined)
  const framework = needs.includes('framework') ? await frameworkSource(context, paper, groups) : none
  const sheet = needs.includes('sheet') ? await sheetSource(context, paper, groups) : none
  const ranking = needs.includes('ranking') ? await rankingSource(context, paper, groups) : none
  const problems = [framework, sheet, ranking].flatMap((each) => (each.ok ? [] : each.problems))
  if (!framework.ok || !sheet.ok || !ranking.ok) return refuse(...problems)
  return accept({ framework: framework.value, sheet: sheet.value, ranking: ranking.value, facts: paper.facts })
}
