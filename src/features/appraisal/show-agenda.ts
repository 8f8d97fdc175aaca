import { sql } from 'kysely'
import { isOvertaken } from '../../core/appraisal/appraised-leaf.ts'
import { roundInWork } from '../../core/appraisal/round-in-work.ts'
import { decidingRounds } from '../../core/cycle/rounds.ts'
import { pointsText } from '../../core/exact/points.ts'
import { leavesOf } from '../../core/framework/walk.ts'
import { accept, type Result } from '../../core/result.ts'
import type { Stage } from '../../core/vocabulary.ts'
import type { ActContext, Transaction } from '../../platform/database/transaction.ts'
import { standingsOf, standingsOfUnits } from '../../platform/http/subject.ts'
import { isAllowed } from '../../platform/policy/policy.ts'
import { type FrameworkInForce, loadFrameworkInForce } from '../scores/framework-in-force.ts'
import { loadScoresOfLeaves } from '../scores/load-scores.ts'
import { type Agenda, type AgendaItem, councilRoutes } from './council-contract.ts'
import { type CouncilVoter, loadVoters } from './council-voters.ts'
import { claimSideOf, decisionSideOf, explainedSideOf } from './describe-leaf.ts'
import { type AppraisalRow, sidesOf } from './load-appraisal.ts'
import { type CycleUnderAppraisal, loadCycle } from './load-cycle.ts'
import { loadExplanationsOf } from './load-explanations.ts'
import { loadMeetings } from './meetings/load-meetings.ts'

interface CouncilUnit {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly stage: Stage
  readonly framework_id: string
  /** Leaves that may be before the council: explained, voted on, or given less than claimed. */
  readonly leaves: readonly string[]
}

/** Units that are before the council or were, by name. What of them is disputed the core says; this keeps every other leaf from being read. */
const loadUnits = async (transaction: Transaction, { id, rounds }: CycleUnderAppraisal): Promise<readonly CouncilUnit[]> => {
  const less = sql`union select g.node_id from score g join score c on c.authority_id = g.authority_id and c.cycle_id = g.cycle_id
      and c.unit_id = g.unit_id and c.node_id = g.node_id and c.round = 'claimed'
    where g.cycle_id = cu.cycle_id and g.unit_id = cu.unit_id and g.round = any(${[...decidingRounds(rounds)]}::text[])
      and (g.status <> c.status or g.points < c.points)`
  const { rows } = await sql<CouncilUnit>`
    select u.id, u.code, u.name, cu.stage, cu.framework_id, array(
      select e.node_id from explanation e where e.cycle_id = cu.cycle_id and e.unit_id = cu.unit_id
      union select v.node_id from council_vote v where v.cycle_id = cu.cycle_id and v.unit_id = cu.unit_id
      ${rounds.includes('explanation') ? sql`` : less}) as leaves
    from cycle_unit cu join unit u on u.id = cu.unit_id
    where cu.cycle_id = ${id} and (cu.stage = 'council'
      or exists (select from council_vote v where v.cycle_id = cu.cycle_id and v.unit_id = cu.unit_id))
    order by u.name, u.id limit 500`.execute(transaction)
  return rows
}

type Votes = ReadonlyMap<string, { readonly votesFor: number; readonly votesAgainst: number; readonly abstained: number }>
const voteKey = (unitId: string, nodeId: string): string => `${unitId} ${nodeId}`

const loadVotes = async (transaction: Transaction, cycleId: string): Promise<Votes> => {
  const rows = await transaction.selectFrom('council_vote').selectAll().where('cycle_id', '=', cycleId).execute()
  return new Map(
    rows.map((row) => [
      voteKey(row.unit_id, row.node_id),
      { votesFor: row.votes_for, votesAgainst: row.votes_against, abstained: row.abstained },
    ]),
  )
}

const loadFrameworks = async (
  context: ActContext,
  units: readonly CouncilUnit[],
): Promise<Result<ReadonlyMap<string, FrameworkInForce>>> => {
  const found = new Map<string, FrameworkInForce>()
  for (const id of new Set(units.map(({ framework_id }) => framework_id))) {
    const inForce = await loadFrameworkInForce(context, id)
    if (!inForce.ok) return inForce
    found.set(id, inForce.value)
  }
  return accept(found)
}

interface Around {
  readonly unit: CouncilUnit
  readonly inForce: FrameworkInForce
  readonly voters: readonly CouncilVoter[]
  readonly votes: Votes
  readonly canDecide: boolean
}

const itemOf = ({ unit, inForce, voters, votes, canDecide }: Around, row: Omit<AppraisalRow, 'evidenceCount' | 'isMine'>): AgendaItem => {
  const { leaf, claim, earlier, decision, explained } = row
  const area = inForce.framework.nodes.find((node) => leavesOf([node]).some(({ id }) => id === leaf.id))
  const vote = votes.get(voteKey(unit.id, leaf.id))
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
    isOvertaken: isOvertaken({ ...(claim && { claim }), ...(decision && { decision }) }),
    voters: voters.length - excluded.length,
    excluded,
    canDecide,
  }
}

/** Everything before the council, unit by unit in the order of the paper; as many statements for five hundred units as for one. */
const loadItems = async (
  context: ActContext,
  cycle: CycleUnderAppraisal,
  voters: readonly CouncilVoter[],
): Promise<Result<AgendaItem[]>> => {
  const { transaction, actor } = context
  const units = await loadUnits(transaction, cycle)
  const frameworks = await loadFrameworks(context, units)
  if (!frameworks.ok) return frameworks
  const unitIds = units.map(({ id }) => id)
  const named = units.flatMap(({ id, leaves }) => leaves.map((nodeId) => ({ unitId: id, nodeId })))
  const scores = await loadScoresOfLeaves(transaction, cycle.id, named, cycle.rounds)
  const explanations = cycle.rounds.includes('explanation') ? await loadExplanationsOf(transaction, cycle.id, unitIds) : new Map()
  const votes = await loadVotes(transaction, cycle.id)
  const standings = await standingsOfUnits(transaction, actor, { cycleId: cycle.id, unitIds })
  const isOpen = cycle.stage !== 'approved' && cycle.stage !== 'published'
  return accept(
    units.flatMap((unit) => {
      const inForce = frameworks.value.get(unit.framework_id)
      const round = roundInWork(cycle.rounds, unit.stage)
      if (!inForce || !round) return []
      const around = { unit, inForce, voters, votes, canDecide: isOpen && isAllowed('decideInCouncil', standings.get(unit.id) ?? []) }
      const [wanted, byLeaf] = [new Set(unit.leaves), Map.groupBy(scores.get(unit.id) ?? [], ({ nodeId }) => nodeId)]
      return [...inForce.leaves]
        .filter(([nodeId]) => wanted.has(nodeId))
        .map(([nodeId, leaf]) =>
          sidesOf(leaf, byLeaf.get(nodeId) ?? [], explanations.get(unit.id)?.get(nodeId), { rounds: cycle.rounds, round }),
        )
        .filter(({ leaf, isMatter }) => isMatter || votes.has(voteKey(unit.id, leaf.id)))
        .map((row) => itemOf(around, row))
    }),
  )
}

/** What is before the council of a cycle, with what was decided already and the records of its meetings. */
export const showAgenda = async (context: ActContext, cycleId: string): Promise<Result<Agenda>> => {
  const { transaction, actor } = context
  const cycle = await loadCycle(transaction, cycleId)
  if (!cycle.ok) return cycle
  const voters = await loadVoters(transaction, cycleId)
  const items = await loadItems(context, cycle.value, voters)
  if (!items.ok) return items
  const standings = await standingsOf(transaction, actor, councilRoutes.finish, { cycleId })
  const may = (act: 'finishCouncil' | 'recordCouncilMeeting'): boolean => standings.ok && isAllowed(act, standings.value)
  return accept({
    cycle: { id: cycleId, title: cycle.value.title },
    items: items.value,
    members: voters.length,
    canFinish: may('finishCouncil'),
    meetings: await loadMeetings(transaction, cycleId),
    people: voters.map(({ personId, name }) => ({ id: personId, name })),
    canRecord: may('recordCouncilMeeting'),
  })
}
