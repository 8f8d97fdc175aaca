import { sql } from 'kysely'
import type { Round, Stage } from '../core/vocabulary.ts'
import { publish } from '../features/publication/publish.ts'
import type { FrameworkInForce } from '../features/scores/framework-in-force.ts'
import { refreshTotals } from '../features/scores/refresh-totals.ts'
import type { Building } from './building.ts'
import { addExternalValues } from './external.ts'
import { type DemoFrameworks, demoYears, frameworkKey } from './frameworks.ts'
import { communesGroup, type DemoUnit, departmentsGroup } from './province.ts'
import { type Random, seededUuid } from './random.ts'
import { addCouncil, addRounds } from './rounds.ts'
import { type DemoScore, demoScores } from './scores.ts'
import { surveyedScores } from './surveys.ts'

const groups = [departmentsGroup, communesGroup] as const
/** The oldest year had one appraisal; since then units explain, and what stays disputed comes before the council. */
const roundsOf = (year: number): readonly Round[] =>
  year < 2025 ? ['claimed', 'firstAppraisal'] : ['claimed', 'firstAppraisal', 'explanation', 'secondAppraisal', 'council']

export interface DemoCycle {
  readonly id: string
  readonly year: number
  readonly stages: ReadonlyMap<string, Stage>
}

/** The running year: units stand at every stage, most under appraisal; one of the two to try is at work, the other explains. */
const runningStage = (unit: DemoUnit, index: number): Stage => {
  if (unit.code === 'STP') return 'selfAssessing'
  if (unit.code === 'X001') return 'explaining'
  const line = [
    'approved',
    'firstAppraisal',
    'submitted',
    'selfAssessing',
    'explaining',
    'secondAppraisal',
    'council',
    'submitted',
  ] as const
  return line[index % line.length] ?? 'submitted'
}

const stagesOf = (units: readonly DemoUnit[], year: number): ReadonlyMap<string, Stage> =>
  new Map(units.map((unit, index) => [unit.id, year === 2026 ? runningStage(unit, index) : 'approved']))

const insertCycle = async ({ transaction, actor }: Building, random: Random, year: number, previousId: string | null): Promise<string> => {
  const id = seededUuid(random)
  await transaction
    .insertInto('cycle')
    .values({
      id,
      authority_id: actor.authorityId,
      year,
      title: `Xác định Chỉ số cải cách hành chính năm ${year}`,
      stage: year === 2026 ? 'selfAssessing' : 'approved',
      rounds: [...roundsOf(year)],
      // The running year closes in twelve days from whenever the demo is made, so that there is time to try.
      self_assessment_closes:
        year === 2026 ? sql<Date>`date_trunc('day', now(), 'Asia/Ho_Chi_Minh') + interval '13 days'` : `${year}-12-10T00:00:00+07:00`,
      previous_id: previousId,
    })
    .execute()
  return id
}

const insertUnits = async (
  { transaction, actor }: Building,
  cycle: DemoCycle,
  units: readonly DemoUnit[],
  frameworks: DemoFrameworks,
): Promise<void> => {
  const authority_id = actor.authorityId
  const frameworkOf = (group: string): FrameworkInForce => {
    const found = frameworks.get(frameworkKey(cycle.year, group))
    if (!found) throw new Error(`no framework for ${group} in ${cycle.year}`)
    return found
  }
  await transaction
    .insertInto('cycle_framework')
    .values(groups.map((unit_group) => ({ authority_id, cycle_id: cycle.id, unit_group, framework_id: frameworkOf(unit_group).id })))
    .execute()
  await transaction
    .insertInto('cycle_unit')
    .values(
      units.map((unit) => {
        const stage = cycle.stages.get(unit.id) ?? 'selfAssessing'
        return {
          authority_id,
          cycle_id: cycle.id,
          unit_id: unit.id,
          unit_group: unit.group,
          framework_id: frameworkOf(unit.group).id,
          ranked: unit.ranked,
          stage,
          submitted_at: stage === 'selfAssessing' ? null : sql<Date>`now() - interval '3 days'`,
          explanation_closes: stage === 'explaining' ? sql<Date>`date_trunc('day', now(), 'Asia/Ho_Chi_Minh') + interval '5 days'` : null,
        }
      }),
    )
    .execute()
}

const insertScores = async (
  { transaction, actor }: Building,
  cycle: DemoCycle,
  framework: FrameworkInForce,
  scores: readonly DemoScore[],
) =>
  sql`
    insert into score (authority_id, cycle_id, unit_id, framework_id, round, node_id, min_points, max_points, status, points, claimed_points,
      reason, explanation, inputs, changed_by)
    select ${actor.authorityId}, ${cycle.id}, s.unit_id, ${framework.id}, s.round, s.node_id, least(0, s.max_points), greatest(0, s.max_points),
      s.status, s.points, s.claimed_points, s.reason, s.explanation, s.inputs, ${actor.personId}
    from jsonb_to_recordset(${JSON.stringify(scores)}::jsonb) as s(unit_id uuid, round text, node_id text, max_points numeric, status text,
      points numeric, claimed_points numeric, reason text, explanation text, inputs jsonb)`.execute(transaction)

/** What units of one group claimed and were given, with their totals. */
export const addGroupScores = async (
  building: Building,
  random: Random,
  cycle: DemoCycle,
  units: readonly DemoUnit[],
  framework: FrameworkInForce,
  levels: ReadonlyMap<string, number>,
): Promise<void> => {
  const surveyed = surveyedScores(units, cycle.year)
  const scores = units.flatMap((unit) => {
    const stage = cycle.stages.get(unit.id)
    const quality = Math.min(0.97, (levels.get(unit.id) ?? 0.75) + (cycle.year - 2025) * 0.02 + (random() - 0.5) * 0.08)
    const isAppraised = stage !== 'selfAssessing' && stage !== 'submitted'
    const all = demoScores(random, framework, unit, { quality, year: cycle.year, isAppraised, surveyed })
    // Whoever is still at work has answered the greater part.
    if (stage === 'selfAssessing') return all.filter(() => random() < 0.7)
    return stage === 'firstAppraisal' ? all.filter(({ round }) => round === 'claimed' || random() < 0.6) : all
  })
  await insertScores(building, cycle, framework, scores)
  await addExternalValues(building, cycle, framework, scores)
  const scored = units.map((unit) => ({
    cycleId: cycle.id,
    unitId: unit.id,
    frameworkId: framework.id,
    unitGroup: unit.group,
    ranked: unit.ranked,
    stage: cycle.stages.get(unit.id) ?? 'selfAssessing',
    version: 1,
  }))
  for (const round of ['claimed', 'firstAppraisal'] as const) await refreshTotals(building, scored, framework, round)
  if (roundsOf(cycle.year).includes('explanation')) await addRounds(building, random, scored, framework)
}

/** A year that was over long before the demo was made was published then: what the product never lets anybody change is set as it would have been. */
const publishedOn = async ({ transaction }: Building, publicationId: string, day: string): Promise<void> => {
  await sql`alter table publication disable trigger user`.execute(transaction)
  await sql`update publication set published_at = ${`${day} 09:30:00+07`}::timestamptz where id = ${publicationId}`.execute(transaction)
  await sql`alter table publication enable trigger user`.execute(transaction)
}

/** Two published years and one half appraised. */
export const addCycles = async (
  building: Building,
  random: Random,
  units: readonly DemoUnit[],
  frameworks: DemoFrameworks,
): Promise<readonly DemoCycle[]> => {
  const levels = new Map(units.map(({ id }) => [id, 0.55 + random() * 0.38]))
  const cycles: DemoCycle[] = []
  for (const year of demoYears) {
    const id = await insertCycle(building, random, year, cycles.at(-1)?.id ?? null)
    const cycle: DemoCycle = { id, year, stages: stagesOf(units, year) }
    cycles.push(cycle)
    await insertUnits(building, cycle, units, frameworks)
    for (const group of groups) {
      const framework = frameworks.get(frameworkKey(year, group))
      const own = units.filter((unit) => unit.group === group)
      if (framework) await addGroupScores(building, random, cycle, own, framework, levels)
    }
    if (roundsOf(year).includes('council')) await addCouncil(building, id, year)
    if (year === 2026) continue
    const published = await publish(building, id, {
      title: `Chỉ số cải cách hành chính năm ${year}`,
      isPublic: true,
      decision: { number: `${year === 2024 ? 312 : 347}/QĐ-UBND (mẫu)`, date: `${year + 1}-02-${year === 2024 ? '20' : '25'}` },
    })
    if (!published.ok) throw new Error(JSON.stringify(published.problems))
    await publishedOn(building, published.value.id, `${year + 1}-02-${year === 2024 ? '20' : '25'}`)
  }
  return cycles
}
