import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { nextStage } from '../../core/cycle/stages.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Stage } from '../../core/vocabulary.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { ProofDemand } from '../../core/proof.ts'
import { checkCopies } from '../../platform/copies/copies.ts'
import { copiedResults } from './copies/copied-results.ts'
import type { Publication } from './contract.ts'
import { correctScores, lastRoundOf } from './correct-scores.ts'
import { type FrozenCycle, freezeGroups, hashOfGroups } from './freeze-groups.ts'
import { listPublications } from './list-publications.ts'
import type { PublishInput } from './frozen-group.ts'
import { linkPetitions } from './petitions.ts'
import { savePublication } from './save-publication.ts'

/** A published cycle takes another publication only as a correction, and that names the newest one. */
const checkCorrection = async (
  { transaction }: ActContext,
  cycle: FrozenCycle,
  corrects: PublishInput['corrects'],
): Promise<Result<number>> => {
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

const closeStages = async ({ transaction }: ActContext, cycle: FrozenCycle): Promise<Result<Stage>> => {
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
export const publish = async (context: ActContext, cycleId: string, input: PublishInput): Promise<Result<Publication>> => {
  const { transaction } = context
  const cycle = await transaction
    .selectFrom('cycle')
    .select(['id', 'stage', 'rounds', 'previous_id', 'is_trial', 'publication_demand'])
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
  const hash = hashOfGroups(groups.value)
  // Points that a correction gives otherwise are on no paper before it; whoever approved it stands in its decision.
  const due = input.corrects?.scores?.length
    ? []
    : await checkCopies(context, copiedResults(cycleId), cycle.publication_demand as ProofDemand, hash)
  if (due.length) return refuse(...due)
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
