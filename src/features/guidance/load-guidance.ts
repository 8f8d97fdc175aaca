import { type RawBuilder, sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Role } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import type { Guidance, GuidanceCriterion } from './contract.ts'

interface GuidanceRow {
  readonly id: string
  readonly kind: Guidance['kind']
  readonly title: string
  readonly document_number: string | null
  readonly issued_on: string | null
  readonly issuer: string | null
  readonly words: string
  readonly sha256: string | null
  readonly file_name: string | null
  readonly size: number | null
  readonly media_type: string | null
  readonly cycle_id: string | null
  readonly year: number | null
  readonly cycle: string | null
  readonly unit_kinds: Guidance['unitKinds']
  readonly criteria: GuidanceCriterion[] | null
  readonly withdrawn_because: string | null
  readonly created_at: Date
  readonly created_by: string | null
  readonly creator: string | null
  readonly own: { id: string; code: string; name: string; at: string | null }[] | null
  readonly read_units: number | null
  readonly for_units: number | null
  readonly version: number
}

const followers: readonly Role[] = ['methodOwner', 'leader', 'inspector', 'appraiser', 'areaLead']
/** Whoever follows all units knows which of them have read. */
const followsAll = ({ grants }: Actor): boolean => grants.some(({ role }) => followers.includes(role))
export const ownUnitIds = ({ grants }: Actor): readonly string[] => grants.flatMap(({ unitId }) => unitId ?? [])

/** A unit that a paper is for: of one of its kinds, of its cycle, valid today. */
export const isFor = (unit: string): RawBuilder<boolean> => {
  const u = sql.ref(unit)
  return sql`(g.unit_kinds = '{}' or ${u}.kind = any (g.unit_kinds)) and ${u}.valid @> today()
    and (g.cycle_id is null or exists (select from cycle_unit gc where gc.cycle_id = g.cycle_id
      and gc.unit_id in (${u}.id, case when ${u}.kind = 'division' then ${u}.parent_id end)))`
}

/** Papers that the actor may read: all of them, or those for an own unit. */
const mayRead = (actor: Actor): RawBuilder<boolean> =>
  actor.grants.some(({ unitId }) => unitId === undefined)
    ? sql`true`
    : sql`exists (select from unit u where u.id = any (${ownUnitIds(actor)}::uuid[]) and ${isFor('u')})`

const counted = (actor: Actor): RawBuilder<unknown> =>
  followsAll(actor)
    ? sql`(select count(*)::int from unit u where u.kind <> 'division' and ${isFor('u')}) as for_units,
        (select count(*)::int from guidance_reading r join unit u on u.id = r.unit_id where r.guidance_id = g.id and u.kind <> 'division'
          and ${isFor('u')}) as read_units`
    : sql`null::int as for_units, null::int as read_units`

const guidanceOf = (row: GuidanceRow): Guidance => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  ...(row.document_number && { documentNumber: row.document_number }),
  ...(row.issued_on && { issuedOn: row.issued_on }),
  ...(row.issuer && { issuer: row.issuer }),
  words: row.words,
  ...(row.file_name && { file: { name: row.file_name, size: Number(row.size), mediaType: row.media_type ?? '' } }),
  ...(row.cycle_id && { cycle: { id: row.cycle_id, year: row.year ?? 0, title: row.cycle ?? '' } }),
  unitKinds: row.unit_kinds,
  criteria: row.criteria ?? [],
  ...(row.withdrawn_because && { withdrawnBecause: row.withdrawn_because }),
  createdAt: row.created_at.toISOString(),
  ...(row.created_by && { createdBy: { id: row.created_by, name: row.creator ?? '' } }),
  own: (row.own ?? []).map(({ at, ...unit }) => ({ unit, ...(at && { readAt: new Date(at).toISOString() }) })),
  ...(row.for_units !== null && { read: { units: row.read_units ?? 0, of: row.for_units } }),
  version: row.version,
})

/** Papers that the actor may read and that fit, newest first. */
export const selectGuidance = async (
  { transaction, actor }: ActContext,
  fits: RawBuilder<unknown>,
  limit: number,
): Promise<readonly Guidance[]> => {
  const { rows } = await sql<GuidanceRow>`
    select g.*, s.size, s.media_type, c.year, c.title as cycle, p.name as creator, ${counted(actor)},
      (select json_agg(json_build_object('id', n.node_id, 'code', n.code, 'name', n.name) order by n.code)
        from (select distinct on (n.node_id) n.node_id, n.code, n.name from cycle_framework f
          join framework_node n on n.framework_id = f.framework_id
          where f.cycle_id = g.cycle_id and n.node_id = any (g.node_ids)) n) as criteria,
      (select json_agg(json_build_object('id', u.id, 'code', u.code, 'name', u.name, 'at', r.at) order by u.name)
        from unit u left join guidance_reading r on r.guidance_id = g.id and r.unit_id = u.id
        where u.id = any (${ownUnitIds(actor)}::uuid[]) and ${isFor('u')}) as own
    from guidance g
    left join stored_file s on s.authority_id = g.authority_id and s.sha256 = g.sha256
    left join cycle c on c.id = g.cycle_id
    left join person p on p.id = g.created_by
    where ${mayRead(actor)} and ${fits}
    order by g.created_at desc, g.id desc limit ${limit}`.execute(transaction)
  return rows.map(guidanceOf)
}

/** One paper that the actor may read. */
export const loadGuidance = async (context: ActContext, guidanceId: string): Promise<Result<Guidance>> => {
  const [guidance] = await selectGuidance(context, sql`g.id = ${guidanceId}`, 1)
  return guidance ? accept(guidance) : refuse(errorAt('notFound', guidanceId, { what: 'guidance' }))
}
