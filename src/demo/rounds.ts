import { sql } from 'kysely'
import { parsePoints, pointsText } from '../core/exact/points.ts'
import type { Round } from '../core/vocabulary.ts'
import { carryDecisions } from '../features/scores/carry-decisions.ts'
import type { FrameworkInForce } from '../features/scores/framework-in-force.ts'
import { refreshTotals } from '../features/scores/refresh-totals.ts'
import type { ScoredUnit } from '../features/scores/scores.ts'
import type { Building } from './building.ts'
import { councilReasons, disputes, secondReasons } from './phrases.ts'
import { pick, type Random } from './random.ts'

/** A leaf given less than claimed, and how far its dispute went. */
interface Lessened {
  readonly unit_id: string
  readonly node_id: string
  readonly points: string
  readonly claimed_points: string
}

interface Decided extends Lessened {
  readonly round: Round
  readonly given: string
  readonly reason: string
}

/** Stages in their order of how far a unit has come. */
const isBeyond = ({ stage }: ScoredUnit, ...stages: readonly string[]): boolean => stages.includes(stage)

const loadLessened = async ({ transaction }: Building, units: readonly ScoredUnit[]): Promise<readonly Lessened[]> => {
  const { rows } = await sql<Lessened>`
    select unit_id, node_id, points::text, claimed_points::text from score
    where cycle_id = ${units[0]?.cycleId} and round = 'firstAppraisal' and points < claimed_points
      and unit_id = any (${units.map(({ unitId }) => unitId)}::uuid[]) order by unit_id, node_id`.execute(transaction)
  return rows
}

const insertExplanations = async ({ transaction, actor, now }: Building, random: Random, cycleId: string, rows: readonly Lessened[]) => {
  if (rows.length === 0) return
  await transaction
    .insertInto('explanation')
    .values(
      rows.map(({ unit_id, node_id }) => ({
        authority_id: actor.authorityId,
        cycle_id: cycleId,
        unit_id,
        node_id,
        answer: 'disputed',
        explanation: pick(random, disputes),
        decision_version: 1,
        answered_by: actor.personId,
        answered_at: now,
      })),
    )
    .execute()
}

/** What a later round decided anew: points with a reason, over what was carried. Facts go, for these points were typed. */
const decide = async ({ transaction, actor }: Building, cycleId: string, decided: readonly Decided[]) =>
  sql`
    update score s set points = d.given, reason = d.reason, inputs = null, version = 1, changed_by = ${actor.personId}, changed_at = now()
    from jsonb_to_recordset(${JSON.stringify(decided)}::jsonb) as d(unit_id uuid, node_id text, round text, given numeric, reason text)
    where s.cycle_id = ${cycleId} and s.unit_id = d.unit_id and s.node_id = d.node_id and s.round = d.round`.execute(transaction)

const halfway = ({ points, claimed_points }: Lessened): string => {
  const [low, high] = [parsePoints(points) ?? 0, parsePoints(claimed_points) ?? 0]
  return pointsText((low + Math.floor((high - low) / 200) * 100) as Parameters<typeof pointsText>[0])
}

const insertVotes = async ({ transaction, actor }: Building, cycleId: string, decided: readonly Decided[]): Promise<void> => {
  if (decided.length === 0) return
  await transaction
    .insertInto('council_vote')
    .values(
      decided.map(({ unit_id, node_id, claimed_points, points, given }) => ({
        authority_id: actor.authorityId,
        cycle_id: cycleId,
        unit_id,
        node_id,
        votes_for: given === claimed_points ? 3 : 2,
        votes_against: 0,
        abstained: given === claimed_points ? 0 : 1,
        seen: JSON.stringify({ claimed: { points: claimed_points }, given: [{ round: 'firstAppraisal', points }] }),
        recorded_by: actor.personId,
      })),
    )
    .execute()
}

/** Brings units through explanation, second appraisal and council as far as their stage says; deterministic. */
export const addRounds = async (
  building: Building,
  random: Random,
  units: readonly ScoredUnit[],
  framework: FrameworkInForce,
): Promise<void> => {
  const explained = units.filter((unit) => isBeyond(unit, 'explaining', 'secondAppraisal', 'council', 'approved'))
  const [first] = explained
  if (!first) return
  const { cycleId } = first
  const stageOf = new Map(units.map(({ unitId, stage }) => [unitId, stage]))
  const disputed = (await loadLessened(building, explained)).filter(() => random() < 0.4)
  await insertExplanations(building, random, cycleId, disputed)
  const second = explained.filter(({ stage }) => stage !== 'explaining')
  await carryDecisions(contextOf(building), second, framework, { from: 'firstAppraisal', to: 'secondAppraisal' })
  const inSecond = disputed.flatMap((row): Decided[] => {
    const stage = stageOf.get(row.unit_id)
    if (stage === 'explaining' || (stage === 'secondAppraisal' && random() < 0.6)) return []
    const given = random() < 0.4 ? row.claimed_points : random() < 0.5 ? halfway(row) : row.points
    return [{ ...row, round: 'secondAppraisal', given, reason: pick(random, secondReasons) }]
  })
  await decide(building, cycleId, inSecond)
  await refreshTotals(building, second, framework, 'secondAppraisal')
  const third = second.filter(({ stage }) => stage !== 'secondAppraisal')
  await carryDecisions(contextOf(building), third, framework, { from: 'secondAppraisal', to: 'council' })
  const inCouncil = inSecond
    .filter(({ unit_id, given, claimed_points }) => given !== claimed_points && stageOf.get(unit_id) !== 'secondAppraisal')
    .flatMap((row): Decided[] => {
      if (stageOf.get(row.unit_id) === 'council' && random() < 0.8) return []
      const given = random() < 0.5 ? row.claimed_points : row.given
      return [{ ...row, round: 'council', given, reason: pick(random, councilReasons) }]
    })
  await decide(building, cycleId, inCouncil)
  await insertVotes(building, cycleId, inCouncil)
  await refreshTotals(building, third, framework, 'council')
}

const contextOf = ({ transaction, actor, now }: Building) => ({ transaction, actor, now })

/** The council and its team of a year, each by a decision of the demo, and one declared interest. */
export const addCouncil = async ({ transaction, actor }: Building, cycleId: string, year: number): Promise<void> => {
  const rows = await transaction.selectFrom('person').select(['id', 'sign_in_name']).where('authority_id', '=', actor.authorityId).execute()
  const idOf = (name: string): string => rows.find(({ sign_in_name }) => sign_in_name === name)?.id ?? actor.personId
  const key = { authority_id: actor.authorityId, cycle_id: cycleId }
  await transaction
    .insertInto('council')
    .values([
      { ...key, kind: 'council', decision_number: `${year - 2000}01/QĐ-MẪU`, decided_on: `${year}-11-10` },
      { ...key, kind: 'team', decision_number: `${year - 2000}02/QĐ-MẪU`, decided_on: `${year}-11-12` },
    ])
    .execute()
  const members = [
    ['council', 'chu-tich', 'chair'],
    ['council', 'thu-ky', 'secretary'],
    ['council', 'uy-vien', 'member'],
    ['team', 'truong-linh-vuc', 'lead'],
    ['team', 'tham-dinh', 'member'],
  ] as const
  await transaction
    .insertInto('council_member')
    .values(members.map(([kind, name, role]) => ({ ...key, kind, person_id: idOf(name), role })))
    .execute()
  await sql`
    insert into declared_interest (authority_id, cycle_id, person_id, unit_id, reason, declared_by)
    select ${actor.authorityId}, ${cycleId}, ${idOf('uy-vien')}, cu.unit_id, 'Người thân công tác tại đơn vị (dữ liệu mẫu)', ${idOf('uy-vien')}
    from cycle_unit cu join unit u on u.id = cu.unit_id where cu.cycle_id = ${cycleId} order by (cu.stage = 'council') desc, u.code limit 1`.execute(
    transaction,
  )
}
