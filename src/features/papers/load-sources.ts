import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Stage } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { type PaperSources, sourcesOf } from '../../reports/papers/compose-paper.ts'
import { rankingOfResults } from '../../reports/papers/of-results.ts'
import type { UnitSheet } from '../../reports/papers/unit-sheet.ts'
import { loadFrameworkInForce } from '../scores/framework-in-force.ts'
import type { PaperRow } from './load-paper.ts'
import { completeSheet, computeGroup, type CycleGroup, loadGroups, ownStages, publishedStanding } from './load-sheets.ts'

const missing = (field: string): Result<never> => refuse(errorAt('missingField', field, { field }))

type SheetPaper = Pick<PaperRow, 'kind' | 'owner_unit_id'>

/** While a unit still writes its self-assessment only the unit reads it; what it was given it reads once that is published. */
const mayShow = ({ kind, owner_unit_id: owner }: SheetPaper, unitId: string, stage: Stage): Result<undefined> => {
  const refusal = refuse(errorAt('wrongStage', unitId, { stage, act: owner === null ? 'readPapers' : 'readOwnPapers' }))
  if (owner === null) return ownStages.includes(stage) ? refusal : accept(undefined)
  return kind === 'selfAssessmentReport' || stage === 'published' ? accept(undefined) : refusal
}

const sheetSource = async (context: ActContext, paper: PaperRow, groups: readonly CycleGroup[]): Promise<Result<UnitSheet>> => {
  const { cycle_id: cycleId, unit_id: unitId } = paper
  if (cycleId === null) return missing('cycle')
  if (unitId === null) return missing('unit')
  const row = await context.transaction
    .selectFrom('cycle_unit')
    .select(['unit_group', 'stage'])
    .where('cycle_id', '=', cycleId)
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  const group = groups.find(({ unit_group }) => unit_group === row?.unit_group)
  if (!group || !row) return refuse(errorAt('notFound', unitId, { what: 'unit' }))
  const shown = mayShow(paper, unitId, row.stage as Stage)
  if (!shown.ok) return shown
  const results = await computeGroup(context, cycleId, group)
  if (!results.ok) return results
  const sheet = await completeSheet(context, { cycleId, unitId }, group, results.value)
  if (!sheet.ok || paper.owner_unit_id === null || paper.kind === 'selfAssessmentReport') return sheet
  const standing = await publishedStanding(context, { cycleId, unitId })
  return standing.ok ? accept({ ...sheet.value, ...standing.value }) : standing
}

const rankingSource = async (context: ActContext, paper: PaperRow, groups: readonly CycleGroup[]) => {
  if (paper.cycle_id === null) return missing('cycle')
  const wanted = groups.filter(({ unit_group }) => paper.unit_group === null || paper.unit_group === unit_group)
  const rankings = []
  for (const group of wanted) {
    const results = await computeGroup(context, paper.cycle_id, group)
    if (!results.ok) return results
    rankings.push(rankingOfResults(results.value))
  }
  const [first] = rankings
  return first ? accept({ year: first.year, groups: rankings.flatMap((each) => each.groups) }) : missing('group')
}

const frameworkSource = async (context: ActContext, paper: PaperRow, groups: readonly CycleGroup[]) => {
  const own = paper.owner_unit_id === null ? undefined : await unitGroupOf(context, paper)
  const wanted = own ?? paper.unit_group
  const group = groups.find(({ unit_group }) => unit_group === wanted) ?? (groups.length === 1 ? groups[0] : undefined)
  if (group === undefined) return missing(paper.cycle_id === null ? 'cycle' : 'group')
  const inForce = await loadFrameworkInForce(context, group.framework_id)
  return inForce.ok ? accept(inForce.value.framework) : inForce
}

const unitGroupOf = async ({ transaction }: ActContext, { cycle_id, unit_id }: PaperRow): Promise<string | undefined> => {
  const row = await transaction
    .selectFrom('cycle_unit')
    .select('unit_group')
    .where('cycle_id', '=', cycle_id)
    .where('unit_id', '=', unit_id)
    .executeTakeFirst()
  return row?.unit_group
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
