import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Change, SumResult, UnitResult } from '../../core/results/results.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { type AcrossColumn, acrossColumns } from './across.ts'
import type { Series, UnitYears } from './seen-contract.ts'

interface PlaceRow {
  readonly publication_id: string
  readonly year: number
  readonly title: string
  readonly unit_id: string
  readonly code: string | null
  readonly unit_name: string
  readonly rank: number | null
  readonly percent: string | null
}

/** The newest publication of each cycle: what holds for its year. */
const newest = sql`
  select distinct on (p.cycle_id) p.id, p.cycle_id, p.title, c.year, p.groups
  from publication p join cycle c on c.id = p.cycle_id order by p.cycle_id, p.number desc`

const groupsOf = async ({ transaction }: ActContext): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    with newest as (${newest})
    select name, max(year) as latest, min(place) as place from newest, unnest(groups) with ordinality g(name, place)
    group by name order by min(place), name`.execute(transaction)
  return rows.map(({ name }) => name)
}

/** Places of a whole group over the published years, oldest year first, units in the order of their last place. */
export const seriesOfGroup = async (context: ActContext, wanted: { readonly group?: string | undefined }): Promise<Result<Series>> => {
  const groups = await groupsOf(context)
  const group = wanted.group ?? groups[0] ?? ''
  const { rows } = await sql<PlaceRow>`
    with newest as (${newest})
    select n.id as publication_id, n.year, n.title, pu.unit_id, u.code, pu.unit_name, pu.rank, pu.percent::text
    from newest n join publication_unit pu on pu.publication_id = n.id left join unit u on u.id = pu.unit_id
    where pu.unit_group = ${group} order by n.year, pu.rank nulls last`.execute(context.transaction)
  const years = [...Map.groupBy(rows, ({ publication_id }) => publication_id).values()].map((own) => ({
    publicationId: own[0]?.publication_id ?? '',
    year: own[0]?.year ?? 0,
    title: own[0]?.title ?? '',
    rankedUnits: own.filter(({ rank }) => rank !== null).length,
  }))
  const units = [...Map.groupBy(rows, ({ unit_id }) => unit_id).values()].map((own) => {
    const last = own.at(-1)
    const inYear = new Map(own.map(({ publication_id, rank, percent }) => [publication_id, { rank, percent }]))
    return {
      unit: { id: last?.unit_id ?? '', code: last?.code ?? '', name: last?.unit_name ?? '' },
      years: years.map(({ publicationId }) => inYear.get(publicationId) ?? null),
    }
  })
  const lastRank = ({ years: own }: Series['units'][number]): number => own.at(-1)?.rank ?? Number.POSITIVE_INFINITY
  return accept({ group, groups: [...groups], years, units: units.sort((a, b) => lastRank(a) - lastRank(b) || 0) })
}

interface YearRow {
  readonly publication_id: string
  readonly year: number
  readonly title: string
  readonly unit_group: string
  readonly framework_id: string
  readonly unit_name: string
  readonly rank: number | null
  readonly percent: string | null
  readonly points: string | null
  readonly applied_max: string | null
  readonly class: string | null
  readonly change: Change | null
  readonly areas: Readonly<Record<string, SumResult>>
  readonly by_source: UnitResult['bySource'] | null
  readonly ranked_units: number
  readonly nodes: AcrossColumn['nodes']
  readonly area_names: readonly { readonly id: string; readonly code: string; readonly name: string }[]
}

const changeOf = ({ points, percent, rank }: Change) => ({
  ...(points !== null && { points }),
  ...(percent !== null && { percent }),
  ...(rank !== null && { rank }),
})

const yearOf = (row: YearRow): UnitYears['years'][number] => ({
  publicationId: row.publication_id,
  year: row.year,
  title: row.title,
  group: row.unit_group,
  rankedUnits: row.ranked_units,
  total: { points: row.points, appliedMax: row.applied_max ?? '0', percent: row.percent, rank: row.rank },
  ...(row.class && { class: row.class }),
  ...(row.change && { change: changeOf(row.change) }),
  ...(row.by_source && { bySource: row.by_source }),
  areas: row.area_names.flatMap(({ id, code, name }) => {
    const sum = row.areas[id]
    return sum ? [{ code, name, points: sum.points, appliedMax: sum.appliedMax, percent: sum.percent, rank: sum.rank }] : []
  }),
})

/** One unit over the published years, oldest first. */
export const yearsOfUnit = async (context: ActContext, unitId: string): Promise<Result<UnitYears>> => {
  const { transaction } = context
  const unit = await transaction.selectFrom('unit').select(['id', 'code', 'name']).where('id', '=', unitId).executeTakeFirst()
  if (!unit) return refuse(errorAt('notFound', unitId, { what: 'unit' }))
  const { rows } = await sql<YearRow>`
    with newest as (${newest})
    select n.id as publication_id, n.year, n.title, pu.unit_group, pu.framework_id, pu.unit_name, pu.rank, pu.percent::text, pu.points,
      pu.applied_max, pu.class, pu.change, pu.areas, pu.result -> 'bySource' as by_source, pu.result -> 'nodes' as nodes,
      (select count(*)::int from publication_unit o where o.publication_id = n.id and o.unit_group = pu.unit_group and o.rank is not null) as ranked_units,
      (select coalesce(jsonb_agg(jsonb_build_object('id', f.node_id, 'code', f.code, 'name', f.name) order by f.position), '[]')
        from framework_node f where f.framework_id = pu.framework_id and f.depth = 0) as area_names
    from newest n join publication_unit pu on pu.publication_id = n.id
    where pu.unit_id = ${unitId} order by n.year`.execute(transaction)
  const across = await acrossColumns(
    context,
    rows.map(({ framework_id, nodes }) => ({ frameworkId: framework_id, nodes })),
  )
  return across.ok ? accept({ unit, years: rows.map(yearOf), across: across.value }) : across
}
