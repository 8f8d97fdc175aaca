import { sql } from 'kysely'
import { lastPetitionDay } from '../../core/publication/petition-window.ts'
import { usualParts } from '../../core/publication/public-parts.ts'
import type { SumResult, UnitResult } from '../../core/results/results.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { FrozenGroup, PublishInput } from './frozen-group.ts'
import { loadWorkCalendar } from './work-calendar.ts'

interface NewPublication {
  readonly id: string
  readonly cycleId: string
  readonly number: number
  readonly hash: string
  readonly input: PublishInput
  readonly groups: readonly FrozenGroup[]
  readonly bundle: Buffer
}

const areasOf = (areaIds: readonly string[], { nodes }: UnitResult): Record<string, SumResult> =>
  Object.fromEntries(
    areaIds.flatMap((id) => {
      const node = nodes[id]
      return node ? [[id, { points: node.points, appliedMax: node.appliedMax, percent: node.percent, rank: node.rank }]] : []
    }),
  )

const notApplicableIn = ({ nodes }: UnitResult): number => Object.values(nodes).filter(({ status }) => status === 'notApplicable').length

const unitRows = ({ group, frameworkId, areaIds, bundle, names, units }: FrozenGroup) => {
  const ranked = new Map(units.map((unit) => [unit.unit as string, unit.ranked]))
  return bundle.results.units.map((result) => ({
    unit_id: result.unit,
    unit_name: names.get(result.unit) ?? '',
    unit_group: group,
    framework_id: frameworkId,
    ranked: ranked.get(result.unit) ?? true,
    rank: result.rank,
    percent: result.percent,
    points: result.points,
    applied_max: result.appliedMax,
    class: result.class ?? null,
    missing: result.missing ?? 0,
    not_applicable: notApplicableIn(result),
    change: result.change ?? null,
    areas: areasOf(areaIds, result),
    result,
  }))
}

/** The midnight after the last day on which petitions are taken, on the authority's clock; null where none is taken. */
const petitionsClose = async (transaction: ActContext['transaction'], workingDays: number): Promise<Date | null> => {
  if (workingDays === 0) return null
  const today = await sql<{ today: string }>`
    select to_char(now() at time zone time_zone, 'YYYY-MM-DD') as today from authority where id = actor_authority()`.execute(transaction)
  const day = today.rows[0]?.today ?? ''
  const last = lastPetitionDay(day, workingDays, await loadWorkCalendar({ transaction }, day))
  const { rows } = await sql<{ closes: Date }>`
    select (${last}::date + 1)::timestamp at time zone time_zone as closes from authority where id = actor_authority()`.execute(transaction)
  return rows[0]?.closes ?? null
}

const groundRows = ({ bundle, grounds }: FrozenGroup) =>
  bundle.results.units.map(({ unit }) => ({ unit_id: unit, grounds: grounds[unit] ?? {} }))

/** Writes a publication and a row per unit, and apart from it the grounds of each. */
export const savePublication = async (
  { transaction, actor }: Pick<ActContext, 'transaction' | 'actor'>,
  { id, cycleId, number, hash, input, groups, bundle }: NewPublication,
): Promise<void> => {
  await transaction
    .insertInto('publication')
    .values({
      id,
      authority_id: actor.authorityId,
      cycle_id: cycleId,
      number,
      title: input.title,
      published_by: actor.personId,
      corrects_id: input.corrects?.id ?? null,
      correction_reason: input.corrects?.reason ?? null,
      decision_number: input.decision?.number ?? null,
      decision_date: input.decision?.date ?? null,
      is_public: input.isPublic,
      public_parts: [...(input.parts ?? usualParts)],
      petitions_close: await petitionsClose(transaction, input.petitionDays ?? 0),
      hash,
      groups: groups.map(({ group }) => group),
      hashes: groups.map((each) => each.bundle.hash),
      bundle,
    })
    .execute()
  for (const group of groups) {
    await sql`
      insert into publication_unit (authority_id, publication_id, unit_id, unit_name, unit_group, framework_id, ranked, rank, percent, points,
        applied_max, class, missing, not_applicable, change, areas, result)
      select ${actor.authorityId}, ${id}, u.* from jsonb_to_recordset(${JSON.stringify(unitRows(group))}::jsonb) as u(unit_id uuid,
        unit_name text, unit_group text, framework_id uuid, ranked boolean, rank integer, percent numeric, points text, applied_max text,
        class text, missing integer, not_applicable integer, change jsonb, areas jsonb, result jsonb)`.execute(transaction)
    await sql`
      insert into publication_ground (authority_id, publication_id, unit_id, grounds)
      select ${actor.authorityId}, ${id}, g.* from jsonb_to_recordset(${JSON.stringify(groundRows(group))}::jsonb) as g(unit_id uuid, grounds jsonb)`.execute(
      transaction,
    )
  }
}
