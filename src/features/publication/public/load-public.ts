import { sql } from 'kysely'
import type { LeafGround } from '../../../core/publication/grounds.ts'
import { type PublicPart, shownParts } from '../../../core/publication/public-parts.ts'
import type { Change, SumResult, UnitResult } from '../../../core/results/results.ts'
import type { ScoreSource } from '../../../core/vocabulary.ts'
import type { Transaction } from '../../../platform/database/transaction.ts'

/** A publication that everybody may see, with the authority that stands behind it. */
export interface PublicHead {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly year: number
  readonly hashes: readonly string[]
  /** What of it is shown. */
  readonly parts: ReadonlySet<PublicPart>
  readonly corrects_id: string | null
  readonly corrects_is_public: boolean | null
  readonly groups: readonly string[]
  readonly published_at: Date
  readonly decision_number: string | null
  readonly decision_date: string | null
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
  readonly change: Change | null
  readonly areas: Readonly<Record<string, SumResult>>
}

export interface PublicSheet extends PublicUnit {
  readonly unit_group: string
  readonly result: UnitResult
  readonly nodes: readonly PublicNode[]
  /** By node id; empty where reasons are not shown. The database itself gives none then. */
  readonly grounds: Readonly<Record<string, LeafGround>>
}

/** A unit with every figure of its sheet, for open data. */
export interface PublicUnitResult {
  readonly unit_id: string
  readonly unit_name: string
  readonly result: UnitResult
  readonly grounds: Readonly<Record<string, LeafGround>> | null
}

export interface PublicNode {
  readonly node_id: string
  readonly code: string
  readonly name: string
  readonly depth: number
  readonly is_leaf: boolean
  readonly source: ScoreSource
  readonly max_points: string
}

/** Public publications, newest first; one alone where `id` is given. */
export const loadPublicHeads = async (transaction: Transaction, id?: string): Promise<readonly PublicHead[]> => {
  const { rows } = await sql<PublicHead & { public_parts: string[] }>`
    select p.id, p.number, p.title, c.year, p.hashes, p.public_parts, p.corrects_id, old.is_public as corrects_is_public, p.groups, p.published_at, p.decision_number,
      p.decision_date, a.name as authority,
      old.number as corrects_number, p.correction_reason, new.number as corrected_by_number
    from publication p
    join authority a on a.id = p.authority_id
    join cycle c on c.id = p.cycle_id
    left join publication old on old.id = p.corrects_id
    left join publication new on new.corrects_id = p.id
    where p.is_public and (${id ?? null}::uuid is null or p.id = ${id ?? null}::uuid)
    order by c.year desc, p.number desc
    limit 200`.execute(transaction)
  return rows.map((row) => ({ ...row, parts: shownParts(row.public_parts) }))
}

/** The ranking of a group, best first, whoever takes no place last. */
export const loadPublicUnits = async (transaction: Transaction, publicationId: string, group: string): Promise<readonly PublicUnit[]> => {
  const { rows } = await sql<PublicUnit>`
    select unit_id, unit_name, ranked, rank, percent::text, points, applied_max, class, change, areas
    from publication_unit where publication_id = ${publicationId} and unit_group = ${group}
    order by rank nulls last, unit_name collate "vi-x-icu"`.execute(transaction)
  return rows
}

const nodesOf = async (transaction: Transaction, frameworkId: string): Promise<readonly PublicNode[]> => {
  const { rows } = await sql<PublicNode>`
    select node_id, code, name, depth, is_leaf, source, greatest(max_points, -min_points)::text as max_points
    from framework_node where framework_id = ${frameworkId} order by position`.execute(transaction)
  return rows
}

/** Every node of the framework that the units of a group were measured by, in document order. */
export const loadPublicNodes = async (transaction: Transaction, publicationId: string, group: string): Promise<readonly PublicNode[]> => {
  const { rows } = await sql<{ framework_id: string }>`
    select framework_id from publication_unit where publication_id = ${publicationId} and unit_group = ${group} limit 1`.execute(
    transaction,
  )
  return rows[0] ? nodesOf(transaction, rows[0].framework_id) : []
}

/** Every unit of a group with its leaves, units by name. */
export const loadPublicResults = async (
  transaction: Transaction,
  publicationId: string,
  group: string,
): Promise<readonly PublicUnitResult[]> => {
  const { rows } = await sql<PublicUnitResult>`
    select p.unit_id, p.unit_name, p.result, g.grounds from publication_unit p
    left join publication_ground g on g.publication_id = p.publication_id and g.unit_id = p.unit_id
    where p.publication_id = ${publicationId} and p.unit_group = ${group}
    order by p.unit_name collate "vi-x-icu"`.execute(transaction)
  return rows
}

/** The areas that the units of a group were measured in. */
export const loadPublicAreas = async (transaction: Transaction, publicationId: string, group: string): Promise<readonly PublicNode[]> =>
  (await loadPublicNodes(transaction, publicationId, group)).filter(({ depth }) => depth === 0)

/** A unit's sheet. */
export const loadPublicSheet = async (
  transaction: Transaction,
  publicationId: string,
  unitId: string,
): Promise<PublicSheet | undefined> => {
  const { rows } = await sql<Omit<PublicSheet, 'nodes' | 'grounds'> & { framework_id: string }>`
    select unit_id, unit_name, unit_group, framework_id, ranked, rank, percent::text, points, applied_max, class, change, areas, result
    from publication_unit where publication_id = ${publicationId} and unit_id = ${unitId}`.execute(transaction)
  const [row] = rows
  if (!row) return undefined
  const ground = await sql<{ grounds: PublicSheet['grounds'] }>`
    select grounds from publication_ground where publication_id = ${publicationId} and unit_id = ${unitId}`.execute(transaction)
  return { ...row, nodes: await nodesOf(transaction, row.framework_id), grounds: ground.rows[0]?.grounds ?? {} }
}
