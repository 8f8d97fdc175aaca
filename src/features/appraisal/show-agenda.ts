import { isOvertaken } from '../../core/appraisal/appraised-leaf.ts'
import { pointsText } from '../../core/exact/points.ts'
import { leavesOf } from '../../core/framework/walk.ts'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext, Transaction } from '../../platform/database/transaction.ts'
import { standingsOf } from '../../platform/http/subject.ts'
import { isAllowed } from '../../platform/policy/policy.ts'
import { type Agenda, type AgendaItem, councilRoutes } from './council-contract.ts'
import { type CouncilVoter, loadVoters } from './council-voters.ts'
import { claimSideOf, decisionSideOf, explainedSideOf } from './describe-leaf.ts'
import { type AppraisalRow, loadAppraisal, type UnderAppraisal } from './load-appraisal.ts'
import { loadCycle } from './load-cycle.ts'

interface CouncilUnit {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly stage: string
}

/** Units that are before the council or were, by name. */
const loadUnits = async (transaction: Transaction, cycleId: string): Promise<readonly CouncilUnit[]> =>
  transaction
    .selectFrom('cycle_unit as cu')
    .innerJoin('unit as u', 'u.id', 'cu.unit_id')
    .select(['u.id', 'u.code', 'u.name', 'cu.stage'])
    .where('cu.cycle_id', '=', cycleId)
    .where((row) =>
      row.or([
        row('cu.stage', '=', 'council'),
        row.exists(
          row
            .selectFrom('council_vote as v')
            .select('v.node_id')
            .whereRef('v.cycle_id', '=', 'cu.cycle_id')
            .whereRef('v.unit_id', '=', 'cu.unit_id'),
        ),
      ]),
    )
    .orderBy('u.name')
    .orderBy('u.id')
    .limit(500)
    .execute()

interface Around {
  readonly unit: CouncilUnit
  readonly appraisal: UnderAppraisal
  readonly voters: readonly CouncilVoter[]
  readonly votes: ReadonlyMap<string, { votesFor: number; votesAgainst: number; abstained: number }>
  readonly canDecide: boolean
}

const itemOf = ({ unit, appraisal, voters, votes, canDecide }: Around, row: AppraisalRow): AgendaItem => {
  const { leaf, claim, earlier, decision, explained } = row
  const area = appraisal.inForce.framework.nodes.find((node) => leavesOf([node]).some(({ id }) => id === leaf.id))
  const vote = votes.get(leaf.id)
  const excluded = voters.filter(({ excludedFrom }) => excludedFrom.has(unit.id)).map(({ name }) => name)
  return {
    unit: { id: unit.id, code: unit.code, name: unit.name },
    nodeId: leaf.id,
    code: leaf.code,
    name: leaf.name,
    area: area?.name ?? '',
    maxPoints: pointsText(leaf.maxPoints),
    ...(claim && { claim: claimSideOf(claim) }),
    given: earlier.filter((each, index) => index === 0 || each.version > 0).map((each) => ({ ...decisionSideOf(each), round: each.round })),
    ...(explained && { explained: explainedSideOf(explained, earlier[0]) }),
    ...(vote && decision && { decision: { ...decisionSideOf(decision), ...vote } }),
    version: decision?.version ?? 0,
    isOvertaken: isOvertaken(row),
    voters: voters.length - excluded.length,
    excluded,
    canDecide,
  }
}

const itemsOf = async (
  context: ActContext,
  cycleId: string,
  unit: CouncilUnit,
  voters: readonly CouncilVoter[],
): Promise<Result<AgendaItem[]>> => {
  const { transaction, actor } = context
  const appraisal = await loadAppraisal(context, { cycleId, unitId: unit.id })
  if (!appraisal.ok) return appraisal
  const standings = await standingsOf(transaction, actor, councilRoutes.decide, { cycleId, unitId: unit.id })
  const rows = await transaction
    .selectFrom('council_vote')
    .selectAll()
    .where('cycle_id', '=', cycleId)
    .where('unit_id', '=', unit.id)
    .execute()
  const votes = new Map(
    rows.map((row) => [row.node_id, { votesFor: row.votes_for, votesAgainst: row.votes_against, abstained: row.abstained }]),
  )
  const isOpen = appraisal.value.cycle.stage !== 'approved' && appraisal.value.cycle.stage !== 'published'
  const canDecide = isOpen && standings.ok && isAllowed('decideInCouncil', standings.value)
  const around = { unit, appraisal: appraisal.value, voters, votes, canDecide }
  return accept(appraisal.value.rows.filter(({ leaf, isMatter }) => isMatter || votes.has(leaf.id)).map((row) => itemOf(around, row)))
}

/** Everything before the council of a cycle, unit by unit in the order of the paper, with what was decided already. */
export const showAgenda = async (context: ActContext, cycleId: string): Promise<Result<Agenda>> => {
  const { transaction, actor } = context
  const cycle = await loadCycle(transaction, cycleId)
  if (!cycle.ok) return cycle
  const voters = await loadVoters(transaction, cycleId)
  const items: AgendaItem[] = []
  for (const unit of await loadUnits(transaction, cycleId)) {
    const own = await itemsOf(context, cycleId, unit, voters)
    if (!own.ok) return own
    items.push(...own.value)
  }
  const standings = await standingsOf(transaction, actor, councilRoutes.finish, { cycleId })
  return accept({
    cycle: { id: cycleId, title: cycle.value.title },
    items,
    members: voters.length,
    canFinish: standings.ok && isAllowed('finishCouncil', standings.value),
  })
}
