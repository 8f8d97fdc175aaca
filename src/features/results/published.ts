import { gunzipSync } from 'node:zlib'
import { errorAt } from '../../core/problem.ts'
import { parseBundle, unbundleUnits } from '../../core/publication/parse-bundle.ts'
import { computeResults } from '../../core/results/compute-results.ts'
import type { Change, SumResult } from '../../core/results/results.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Row } from '../../platform/database/tables.ts'
import type { ActContext, Transaction } from '../../platform/database/transaction.ts'
import { type FrameworkInForce, loadFrameworkInForce } from '../scores/framework-in-force.ts'
import type { Basis } from './shapes.ts'
import { type NamedTrace, traceOf } from './live-trace.ts'

/** One group of a publication. */
export interface PublishedGroup {
  readonly cycle: { readonly id: string; readonly year: number; readonly title: string }
  readonly basis: Basis
  readonly groups: readonly string[]
  readonly group: string
  readonly framework: FrameworkInForce
  readonly units: readonly PublishedUnitRow[]
}

type Column =
  | 'unit_id'
  | 'unit_name'
  | 'ranked'
  | 'framework_id'
  | 'rank'
  | 'percent'
  | 'points'
  | 'applied_max'
  | 'class'
  | 'missing'
  | 'not_applicable'

export type PublishedUnitRow = Pick<Row<'publication_unit'>, Column> & {
  readonly code: string | null
  readonly change: Change | null
  readonly areas: Readonly<Record<string, SumResult>>
}

const loadHead = async (transaction: Transaction, publicationId: string) =>
  transaction
    .selectFrom('publication as p')
    .innerJoin('cycle as c', 'c.id', 'p.cycle_id')
    .select(['p.id', 'p.number', 'p.title', 'p.published_at', 'p.hash', 'p.groups', 'c.id as cycle_id', 'c.year', 'c.title as cycle_title'])
    .select(['p.decision_number', 'p.decision_date'])
    .where('p.id', '=', publicationId)
    .executeTakeFirst()

/** A publication's group with every unit's frozen result; `unitId` finds the group that unit is in. */
export const loadPublishedGroup = async (
  context: ActContext,
  publicationId: string,
  wanted: { readonly group?: string | undefined; readonly unitId?: string },
): Promise<Result<PublishedGroup>> => {
  const { transaction } = context
  const head = await loadHead(transaction, publicationId)
  if (!head) return refuse(errorAt('notFound', publicationId, { what: 'publication' }))
  const group = wanted.unitId ? await groupOf(transaction, publicationId, wanted.unitId) : (wanted.group ?? head.groups[0])
  const units = await transaction
    .selectFrom('publication_unit as p')
    .leftJoin('unit as u', 'u.id', 'p.unit_id')
    .select(['p.unit_id', 'p.unit_name', 'p.ranked', 'p.framework_id', 'p.rank', 'p.percent', 'p.points', 'p.applied_max', 'p.class'])
    .select(['p.missing', 'p.not_applicable', 'p.change', 'p.areas', 'u.code'])
    .where('p.publication_id', '=', publicationId)
    .where('p.unit_group', '=', group ?? '')
    .execute()
  const [first] = units
  if (!first || group === undefined) return refuse(errorAt('notFound', wanted.unitId ?? group ?? '', { what: 'unit' }))
  const framework = await loadFrameworkInForce(context, first.framework_id)
  if (!framework.ok) return framework
  return accept({
    cycle: { id: head.cycle_id, year: head.year, title: head.cycle_title },
    basis: {
      kind: 'published',
      publicationId: head.id,
      number: head.number,
      title: head.title,
      publishedAt: head.published_at.toISOString(),
      hash: head.hash,
      ...(head.decision_number && { decision: { number: head.decision_number, date: head.decision_date ?? '' } }),
    },
    groups: head.groups,
    group,
    framework: framework.value,
    units: units as readonly PublishedUnitRow[],
  })
}

const groupOf = async (transaction: Transaction, publicationId: string, unitId: string): Promise<string | undefined> => {
  const row = await transaction
    .selectFrom('publication_unit')
    .select('unit_group')
    .where('publication_id', '=', publicationId)
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  return row?.unit_group
}

/** Computes one published unit again from the frozen bundle, with every step kept. */
export const publishedTrace = async (
  context: ActContext,
  at: { readonly publicationId: string; readonly unitId: string },
  node: string,
): Promise<Result<NamedTrace>> => {
  const group = await loadPublishedGroup(context, at.publicationId, { unitId: at.unitId })
  if (!group.ok) return group
  const row = await context.transaction
    .selectFrom('publication')
    .select('bundle')
    .where('id', '=', at.publicationId)
    .executeTakeFirstOrThrow()
  const bundles = JSON.parse(gunzipSync(row.bundle).toString('utf8')) as Record<string, unknown>
  const bundle = parseBundle(bundles[group.value.group])
  if (!bundle.ok) return bundle
  const units = unbundleUnits(bundle.value.inputs.filter(({ unit }) => unit === at.unitId))
  if (!units.ok) return units
  const { framework } = group.value.framework
  const results = computeResults(framework, units.value, { ...bundle.value.options, trace: true })
  if (!results.ok) return results
  const [unit] = results.value.units
  return unit ? traceOf(framework, unit, node) : refuse(errorAt('notFound', at.unitId, { what: 'unit' }))
}
