import { sql } from 'kysely'
import type { SumResult, UnitResult } from '../../../core/results/results.ts'
import type { Transaction } from '../../../platform/database/transaction.ts'

/** A publication that everybody may see, with the authority that stands behind it. */
export interface PublicHead {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly year: number
  readonly hashes: readonly string[]
  readonly groups: readonly string[]
  readonly published_at: Date
  readonly authority: string
  readonly corrects_number: number | null
  readonly correction_reason: string | null
  readonly corrected_by_number: number | null
}

export interface PublicUnit {
  readonly unit_id: string
  readonly unit_name: string
  readonly ranked: boolean
  readonly rank: number | null
  readonly percent: string | null
  readonly points: string | null
  readonly applied_max: string | null
  readonly class: string | null
  readonly areas: Readonly<Record<string, SumResult>>
}

export interface PublicSheet extends PublicUnit {
  readonly unit_group: string
  readonly result: UnitResult
  readonly nodes: readonly PublicNode[]
}

export interface PublicNode {
  readonly node_id: string
  readonly code: string
  readonly name: string
  readonly depth: number
  readonly is_leaf: boolean
  readonly max_points: string
}

/** Public publications, newest first; one alone where `id` is given. */
export const loadPublicHeads = async (transaction: Transaction, id?: string): Promise<readonly PublicHead[]> => {
  const { rows } = await sql<PublicHead>`
    select p.id, p.number, p.title, c.year, p.hashes, p.groups, p.published_at, a.name as authority,
      old.number as corrects_number, p.correction_reason, new.number as corrected_by_number
    from publication p
    join authority a on a.id = p.authority_id
    join cycle c on c.id = p.cycle_id
    left join publication old on old.id = p.corrects_id
    left join publication new on new.corrects_id = p.id
    where p.is_public and (${id ?? null}::uuid is null or p.id = ${id ?? null}::uuid)
    order by c.year desc, p.number desc
    limit 200`.execute(transaction)
  return rows
}

/** The ranking of a group, best first, whoever takes no place last. */
export const loadPublicUnits = async (transaction: Transaction, publicationId: string, group: string): Promise<readonly PublicUnit[]> => {
  const { rows } = await sql<PublicUnit>`
    select unit_id, unit_name, ranked, rank, percent::text, points, applied_max, class, areas
    from publication_unit where publication_id = ${publicationId} and unit_group = ${group}
    order by rank nulls last, unit_name collate "vi-x-icu"`.execute(transaction)
  return rows
}

const nodesOf = async (transaction: Transaction, frameworkId: string): Promise<readonly PublicNode[]> => {
  const { rows } = await sql<PublicNode>`
    select node_id, code, name, depth, is_leaf, greatest(max_points, -min_points)::text as max_points
    from framework_node where framework_id = ${frameworkId} order by position`.execute(transaction)
  return rows
}

/** The areas that the units of a group were measured in. */
export const loadPublicAreas = async (transaction: Transaction, publicationId: string, group: string): Promise<readonly PublicNode[]> => {
  const { rows } = await sql<{ framework_id: string }>`
    select framework_id from publication_unit where publication_id = ${publicationId} and unit_group = ${group} limit 1`.execute(
    transaction,
  )
  const nodes = rows[0] ? await nodesOf(transaction, rows[0].framework_id) : []
  return nodes.filter(({ depth }) => depth === 0)
}

/** A unit's sheet. */
export const loadPublicSheet = async (
  transaction: Transaction,
  publicationId: string,
  unitId: string,
): Promise<PublicSheet | undefined> => {
  const { rows } = await sql<Omit<PublicSheet, 'nodes'> & { framework_id: string }>`
    select unit_id, unit_name, unit_group, framework_id, ranked, rank, percent::text, points, applied_max, class, areas, result
    from publication_unit where publication_id = ${publicationId} and unit_id = ${unitId}`.execute(transaction)
  const [row] = rows
  return row && { ...row, nodes: await nodesOf(transaction, row.framework_id) }
}
