import { formatFramework } from '../../core/framework/format-framework.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { leavesOf } from '../../core/framework/walk.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { computeResults } from '../../core/results/compute-results.ts'
import { applyEdits, type Edit } from '../../core/results/edits.ts'
import type { UnitResult } from '../../core/results/results.ts'
import { factsBehind } from '../../core/results/edit-rule.ts'
import type { TrialFacts } from '../../core/results/trial.ts'
import type { UnitScores } from '../../core/results/scores.ts'
import { type ActContext, withAllUnitsInSight } from '../../platform/database/transaction.ts'
import { loadGroupScores } from '../scores/group-scores.ts'
import { loadLiveCycle } from './live-cycle.ts'
import { loadFrozenScores } from './load-leaves.ts'
import { loadPublishedGroup } from './published.ts'
import type { FactsReply, TrialPlace, TrialReply } from './scenario-contract.ts'
import { totalOf } from './sheet-rows.ts'
import { loadFrozenFacts, loadLiveFacts } from './trial-facts.ts'
import { packScores } from './trial-scores.ts'

const packed = (framework: Framework, units: readonly UnitScores[], nameOf: (unit: string) => TrialReply['units'][number]['unit']) => {
  const leaves = leavesOf(framework.nodes).map(({ id }) => id as string)
  return {
    framework: { ...formatFramework(framework) },
    leaves,
    units: units.map(({ unit, ranked, scores }) => ({ unit: nameOf(unit), ranked, scores: packScores(leaves, scores) })),
  }
}

/** A whole group to try on, for whoever sees all scores anyway. */
export const trialOfCycle = async (
  context: ActContext,
  cycleId: string,
  wanted: { readonly group?: string | undefined },
): Promise<Result<TrialReply>> => {
  const found = await loadLiveCycle(context, cycleId, wanted)
  if (!found.ok) return found
  const { framework, ...cycle } = found.value
  const { units, names, codes } = await loadGroupScores(context.transaction, { cycleId, group: cycle.group, round: cycle.round })
  return accept({
    cycle: { id: cycle.id, year: cycle.year, title: cycle.title },
    group: cycle.group,
    groups: [...cycle.groups],
    ...packed(framework.framework, units, (id) => ({ id, code: codes.get(id) ?? '', name: names.get(id) ?? '' })),
  })
}

type Travelling = FactsReply['facts']

const travelling = (facts: TrialFacts): Travelling =>
  Object.fromEntries([...facts].map(([unit, ofUnit]) => [unit, Object.fromEntries(ofUnit) as Travelling[string]]))

/** The facts behind some leaves of a group, for whoever sees all scores anyway. */
export const factsOfCycle = async (
  context: ActContext,
  cycleId: string,
  wanted: { readonly group?: string | undefined; readonly nodes: string },
): Promise<Result<FactsReply>> => {
  const found = await loadLiveCycle(context, cycleId, wanted)
  if (!found.ok) return found
  const nodes = wanted.nodes.split(',').filter((each) => each !== '')
  return accept({ facts: travelling(await loadLiveFacts(context, found.value, nodes)) })
}

interface OwnUnit {
  readonly unitId: string
  readonly publicationId: string
}

const loadOwn = async (context: ActContext, { unitId, publicationId }: OwnUnit) => {
  const group = await loadPublishedGroup(context, publicationId, { unitId })
  if (!group.ok) return group
  const scores = await loadFrozenScores(context, publicationId, group.value.group)
  return scores.ok ? accept({ group: group.value, units: scores.value }) : scores
}

/** The own unit's scores and facts, as published, and nothing of others. */
export const trialOfUnit = async (context: ActContext, at: OwnUnit): Promise<Result<TrialReply>> => {
  const own = await loadOwn(context, at)
  if (!own.ok) return own
  const { group, units } = own.value
  const row = group.units.find(({ unit_id }) => unit_id === at.unitId)
  const facts = travelling(await loadFrozenFacts(context, at.publicationId, { units: [at.unitId] }))
  return accept({
    facts: facts[at.unitId] ?? {},
    cycle: group.cycle,
    group: group.group,
    groups: [group.group],
    ...packed(
      group.framework.framework,
      units.filter(({ unit }) => unit === at.unitId),
      (id) => ({ id, code: row?.code ?? '', name: row?.unit_name ?? '' }),
    ),
  })
}

const isAhead = (other: UnitResult, own: UnitResult): boolean =>
  other.rank !== null && own.rank !== null && other.unit !== own.unit && other.rank < own.rank

/** Counts who stood ahead on one side and no longer does on the other. */
const passed = (from: readonly UnitResult[], to: readonly UnitResult[], unitId: string): number => {
  const [ownFrom, ownTo] = [from, to].map((units) => units.find(({ unit }) => unit === unitId))
  if (!ownFrom || !ownTo) return 0
  const later = new Map(to.map((unit) => [unit.unit, unit]))
  return from.filter((other) => {
    const now = later.get(other.unit)
    return isAhead(other, ownFrom) && now !== undefined && isAhead(ownTo, now)
  }).length
}

/** Another rule changes what everybody has, so that everybody's facts are needed; they are read for this alone. */
const factsTried = (context: ActContext, { publicationId }: OwnUnit, units: readonly UnitScores[], edits: readonly Edit[]) => {
  const nodes = edits.flatMap((edit) => (edit.kind === 'rule' ? [edit.node] : []))
  if (nodes.length === 0) return undefined
  return withAllUnitsInSight(context, () => loadFrozenFacts(context, publicationId, { units: units.map(({ unit }) => unit), nodes }))
}

/** Where the own unit would stand: the same core over everybody's published scores, of which only the own row and counts leave the server. */
export const placeOfUnit = async (context: ActContext, at: OwnUnit, edits: readonly Edit[]): Promise<Result<TrialPlace>> => {
  const own = await loadOwn(context, at)
  if (!own.ok) return own
  const foreign = edits.find((edit) => edit.kind === 'score' && edit.unit !== at.unitId)
  if (foreign) return refuse(errorAt('notAllowed', '', { act: 'tryOwnScenario' }))
  const { framework } = own.value.group.framework
  const trial = { framework, units: own.value.units }
  const facts = await factsTried(context, at, trial.units, edits)
  const edited = applyEdits({ ...trial, ...(facts && { facts: factsBehind(trial, facts) }) }, edits)
  if (!edited.ok) return edited
  const before = computeResults(framework, own.value.units)
  const after = computeResults(edited.value.framework, edited.value.units)
  if (!before.ok) return before
  if (!after.ok) return after
  const [was, is] = [before.value, after.value].map(({ units }) => units.find(({ unit }) => unit === at.unitId))
  if (!was || !is) return refuse(errorAt('notFound', at.unitId, { what: 'unit' }))
  return accept({
    before: totalOf(was),
    after: totalOf(is),
    ...(is.class && { class: is.class }),
    rankedUnits: after.value.units.filter(({ rank }) => rank !== null).length,
    overtaken: passed(before.value.units, after.value.units, at.unitId),
    overtakenBy: passed(after.value.units, before.value.units, at.unitId),
  })
}
