import { sql } from 'kysely'
import { decidingRounds } from '../../core/cycle/rounds.ts'
import { nextStage } from '../../core/cycle/stages.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Round } from '../../core/vocabulary.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadFrameworkInForce } from '../scores/framework-in-force.ts'
import { runPeerPass } from '../scores/peer-pass.ts'
import { refreshTotals } from '../scores/refresh-totals.ts'
import { loadScoredUnit } from '../scores/scored-unit.ts'
import type { ScoredUnit } from '../scores/scores.ts'
import type { ClosedAppraisal } from './shapes.ts'
import { loadCycle } from './load-cycle.ts'

interface OpenUnit {
  readonly unit_id: string
  readonly name: string
  readonly stage: string
  readonly left_over: number
}

const unsubmitted: readonly string[] = ['preparing', 'selfAssessing']

/** Units whose appraisal is not finished, by name, each locked until the cycle is closed. */
const loadOpenUnits = async ({ transaction }: ActContext, cycleId: string, rounds: readonly Round[]): Promise<readonly OpenUnit[]> => {
  const { rows } = await sql<OpenUnit>`
    select cu.unit_id, u.name, cu.stage,
      (select count(*)::int from framework_node n where n.framework_id = cu.framework_id and n.is_leaf)
        - coalesce((select max(t.answered) from unit_total t where t.cycle_id = cu.cycle_id and t.unit_id = cu.unit_id
            and t.round = any (${[...rounds]}::text[])), 0) as left_over
    from cycle_unit cu join unit u on u.id = cu.unit_id
    where cu.cycle_id = ${cycleId} and cu.stage not in ('approved', 'published')
    order by u.name for no key update of cu`.execute(transaction)
  return rows
}

/** Of a unit that never submitted every leaf is missing; its totals say so like those of every other unit. */
const keepAsMissing = async (context: ActContext, cycleId: string, open: readonly OpenUnit[], round: Round): Promise<Result<undefined>> => {
  const units: ScoredUnit[] = []
  for (const { unit_id } of open) {
    const unit = await loadScoredUnit(context.transaction, cycleId, unit_id)
    if (!unit.ok) return unit
    units.push(unit.value)
  }
  for (const sameFramework of Map.groupBy(units, ({ frameworkId, unitGroup }) => `${frameworkId} ${unitGroup}`).values()) {
    const inForce = await loadFrameworkInForce(context, sameFramework[0]?.frameworkId ?? '')
    if (!inForce.ok) return inForce
    await refreshTotals(context, sameFramework, inForce.value, round)
  }
  await context.transaction
    .updateTable('cycle_unit')
    .set({ stage: 'approved', version: sql`version + 1` })
    .where('cycle_id', '=', cycleId)
    .where('unit_id', '=', sql<string>`any(${open.map(({ unit_id }) => unit_id)}::uuid[])`)
    .execute()
  return accept(undefined)
}

/**
 * Closes the appraisal of a cycle, which then waits for publication. Refused with every unit that is not finished; units that never submitted go along
 * only when the person says so, and their leaves stay missing: nobody invents a zero for them.
 */
export const closeAppraisal = async (
  context: ActContext,
  cycleId: string,
  acceptsUnsubmitted: boolean,
): Promise<Result<ClosedAppraisal>> => {
  const cycle = await loadCycle(context.transaction, cycleId, 'close')
  if (!cycle.ok) return cycle
  const stage = nextStage(cycle.value.stage, 'closeAppraisal')
  if (!stage.ok) return stage
  if (stage.value === cycle.value.stage) return refuse(errorAt('wrongStage', cycleId, { stage: stage.value, act: 'closeAppraisal' }))
  const round = decidingRounds(cycle.value.rounds).at(-1) ?? 'firstAppraisal'
  const open = await loadOpenUnits(context, cycleId, decidingRounds(cycle.value.rounds))
  const [late, unfinished] = [
    open.filter((unit) => unsubmitted.includes(unit.stage)),
    open.filter((unit) => !unsubmitted.includes(unit.stage)),
  ]
  const problems = [
    ...unfinished.map(({ unit_id, name, left_over }) => errorAt('appraisalUnfinished', unit_id, { unit: name, left: left_over })),
    ...(acceptsUnsubmitted ? [] : late.map(({ unit_id, name }) => errorAt('neverSubmitted', unit_id, { unit: name }))),
  ]
  if (problems.length) return { ok: false, problems }
  const kept = await keepAsMissing(context, cycleId, late, round)
  if (!kept.ok) return kept
  const peers = await runPeerPass(context, { cycleId, rounds: ['claimed', round], isFinal: true })
  if (!peers.ok) return peers
  const { transaction } = context
  await transaction.updateTable('cycle').set({ stage: stage.value, revision: sql`revision + 1` }).where('id', '=', cycleId).execute()
  const { units } = await transaction
    .selectFrom('cycle_unit')
    .select(({ fn }) => fn.countAll<number>().as('units'))
    .where('cycle_id', '=', cycleId)
    .executeTakeFirstOrThrow()
  const counts = { finished: units - late.length, neverSubmitted: late.length }
  await recordActions(context, [
    { kind: 'appraisalClosed', cycleId, facts: counts },
    ...late.map(({ unit_id }) => ({ kind: 'unitClosedUnsubmitted', cycleId, unitId: unit_id })),
  ])
  return accept({ stage: stage.value, ...counts })
}
