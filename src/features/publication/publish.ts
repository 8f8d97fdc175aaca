import { createHash, randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { canonicalJson } from '../../core/canonical-json.ts'
import { nextStage } from '../../core/cycle/stages.ts'
import { errorAt } from '../../core/problem.ts'
import { type Hash, makeBundle, withoutGrounds } from '../../core/publication/bundle.ts'
import { computeResults } from '../../core/results/compute-results.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Stage } from '../../core/vocabulary.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { type FrameworkInForce, loadFrameworkInForce } from '../scores/framework-in-force.ts'
import type { Publication } from './contract.ts'
import { correctScores, lastRoundOf } from './correct-scores.ts'
import { loadGroupGrounds } from './group-grounds.ts'
import { loadGroupScores } from '../scores/group-scores.ts'
import { listPublications } from './list-publications.ts'
import { loadPreviousResults } from './previous-results.ts'
import type { FrozenGroup, PublishInput } from './frozen-group.ts'
import { linkPetitions } from './petitions.ts'
import { savePublication } from './save-publication.ts'

interface CycleRow {
  readonly id: string
  readonly stage: string
  readonly rounds: string[]
  readonly previous_id: string | null
}

type Frozen = ActContext

export const sha256: Hash = (text) => createHash('sha256').update(text).digest('hex')

/** Computes one group from its scores of the last round and freezes framework, scores, options and results together. */
const freezeGroup = async (context: Frozen, cycle: CycleRow, group: string, inForce: FrameworkInForce): Promise<Result<FrozenGroup>> => {
  const { units, names } = await loadGroupScores(context.transaction, { cycleId: cycle.id, group, round: cycle.rounds.at(-1) ?? '' })
  const previous = cycle.previous_id ? await loadPreviousResults(context.transaction, cycle.previous_id, group) : undefined
  const options = previous ? { previous } : {}
  const results = computeResults(inForce.framework, units, options)
  if (!results.ok) return results
  const grounds = await loadGroupGrounds(context.transaction, { cycleId: cycle.id, group, rounds: cycle.rounds }, inForce)
  const bundle = makeBundle({ framework: inForce.framework, units, options, results: results.value, grounds }, sha256)
  const areaIds = inForce.framework.nodes.map(({ id }) => id)
  return accept({ group, frameworkId: inForce.id, areaIds, bundle: withoutGrounds(bundle), grounds, names, units })
}

const freezeGroups = async (context: Frozen, cycle: CycleRow): Promise<Result<readonly FrozenGroup[]>> => {
  const groups = await context.transaction
    .selectFrom('cycle_framework')
    .select(['unit_group', 'framework_id'])
    .where('cycle_id', '=', cycle.id)
    .orderBy('unit_group')
    .execute()
  const frozen: FrozenGroup[] = []
  for (const { unit_group, framework_id } of groups) {
    const framework = await loadFrameworkInForce(context, framework_id)
    if (!framework.ok) return framework
    const group = await freezeGroup(context, cycle, unit_group, framework.value)
    if (!group.ok) return group
    frozen.push(group.value)
  }
  return accept(frozen)
}

/** A published cycle takes another publication only as a correction, and that names the newest one. */
const checkCorrection = async ({ transaction }: Frozen, cycle: CycleRow, corrects: PublishInput['corrects']): Promise<Result<number>> => {
  const newest = await transaction
    .selectFrom('publication')
    .select(['id', 'number'])
    .where('cycle_id', '=', cycle.id)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  if (newest && corrects?.id !== newest.id) return refuse(errorAt('correctionDue', 'corrects', { number: newest.number }))
  if (!newest && corrects) return refuse(errorAt('notFound', corrects.id, { what: 'publication' }))
  return accept((newest?.number ?? 0) + 1)
}

const closeStages = async ({ transaction }: Frozen, cycle: CycleRow): Promise<Result<Stage>> => {
  const stage = cycle.stage as Stage
  const next = nextStage(stage, stage === 'published' ? 'correctPublication' : 'publish')
  if (!next.ok) return next
  await transaction.updateTable('cycle').set({ stage: next.value }).where('id', '=', cycle.id).execute()
  await transaction.updateTable('cycle_unit').set({ stage: next.value }).where('cycle_id', '=', cycle.id).execute()
  return next
}

/**
 * Freezes the results of a cycle and publishes them: computed once more from the scores, bundled with everything they rest on, hashed, never changed
 * after. A correction is a further publication that names the one it corrects and says why.
 */
export const publish = async (context: Frozen, cycleId: string, input: PublishInput): Promise<Result<Publication>> => {
  const { transaction } = context
  const cycle = await transaction
    .selectFrom('cycle')
    .select(['id', 'stage', 'rounds', 'previous_id', 'is_trial'])
    .where('id', '=', cycleId)
    .forUpdate()
    .executeTakeFirst()
  if (!cycle) return refuse(errorAt('notFound', cycleId, { what: 'cycle' }))
  if (cycle.is_trial) return refuse(errorAt('trialHasNoEffect', cycleId, {}))
  const number = await checkCorrection(context, cycle, input.corrects)
  if (!number.ok) return number
  const stage = await closeStages(context, cycle)
  if (!stage.ok) return stage
  const corrected = await correctScores(context, { cycleId, round: lastRoundOf(cycle.rounds) }, input.corrects?.scores ?? [])
  if (!corrected.ok) return corrected
  const groups = await freezeGroups(context, cycle)
  if (!groups.ok) return groups
  const bundles = Object.fromEntries(groups.value.map(({ group, bundle }) => [group, bundle]))
  const id = randomUUID()
  const hash = sha256(canonicalJson(Object.fromEntries(groups.value.map(({ group, bundle }) => [group, bundle.hash]))))
  await savePublication(context, {
    id,
    cycleId,
    number: number.value,
    hash,
    input,
    groups: groups.value,
    bundle: gzipSync(JSON.stringify(bundles)),
  })
  if (input.corrects) await linkPetitions(context, input.corrects.id, id)
  await recordActions(context, [{ kind: 'resultsPublished', cycleId, facts: { publicationId: id, number: number.value, hash } }])
  const all = await listPublications(context)
  const saved = all.ok ? all.value.publications.find((each) => each.id === id) : undefined
  return saved ? accept(saved) : refuse(errorAt('notFound', id, { what: 'publication' }))
}
