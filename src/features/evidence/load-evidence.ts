import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Secrecy } from '../../core/vocabulary.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { ActContext, Transaction } from '../../platform/database/transaction.ts'
import type { EvidencePage } from './contract.ts'
import type { Evidence } from './shapes.ts'
import { type FileRow, fileOf } from './file-row.ts'

const usesOf = (expression: ExpressionBuilder<Tables, 'evidence'>) =>
  expression
    .selectFrom('score_evidence')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .whereRef('score_evidence.evidence_id', '=', 'evidence.id')
    .as('uses')

const filesOf = (expression: ExpressionBuilder<Tables, 'evidence'>) =>
  jsonArrayFrom(
    expression
      .selectFrom('evidence_file as f')
      .innerJoin('stored_file as s', (join) => join.onRef('s.authority_id', '=', 'f.authority_id').onRef('s.sha256', '=', 'f.sha256'))
      .leftJoin('person as adder', 'adder.id', 'f.added_by')
      .select(['f.number', 'f.kind', 'f.file_name', 'f.sha256', 'f.findings', 's.size', 's.media_type', 'f.added_at', 'f.added_by'])
      .select(['adder.name as added_by_name', sql<boolean>`f.plain is not null`.as('has_plain')])
      .whereRef('f.evidence_id', '=', 'evidence.id')
      .whereRef('f.authority_id', '=', 'evidence.authority_id')
      .orderBy('f.number', 'desc'),
  ).as('files')

export const documents = (transaction: Transaction) =>
  transaction
    .selectFrom('evidence')
    .innerJoin('unit as keeper', 'keeper.id', 'evidence.unit_id')
    .leftJoin('person', 'person.id', 'evidence.created_by')
    .selectAll('evidence')
    .select(['person.name as added_by', 'keeper.code as keeper_code', 'keeper.name as keeper_name'])
    .select(sql<boolean>`exists (select from evidence_share s where s.evidence_id = evidence.id)`.as('is_shared'))
    .select((expression) => [usesOf(expression), filesOf(expression)])

export type DocumentRow = Awaited<ReturnType<ReturnType<typeof documents>['execute']>>[number]

/** A document as it travels to whoever looks from `unitId`. */
export const evidenceOf = (row: DocumentRow, unitId: string): Evidence => ({
  id: row.id,
  title: row.title,
  ...(row.document_number && { documentNumber: row.document_number }),
  ...(row.issued_on && { issuedOn: row.issued_on }),
  ...(row.issuer && { issuer: row.issuer }),
  secrecy: row.secrecy as Secrecy,
  ...(row.soft_copy_at && { softCopyAt: row.soft_copy_at.toISOString() }),
  ...(row.signed_copy_at && { signedCopyAt: row.signed_copy_at.toISOString() }),
  retainUntil: row.retain_until,
  isPublic: row.is_public,
  files: (row.files as readonly FileRow[]).map(fileOf),
  addedAt: row.created_at.toISOString(),
  ...(row.created_by && { addedBy: { id: row.created_by, name: row.added_by ?? '' } }),
  uses: row.uses ?? 0,
  version: row.version,
  ...(row.unit_id !== unitId && { owner: { id: row.unit_id, code: row.keeper_code, name: row.keeper_name } }),
  isShared: row.is_shared,
})

/** One document of a unit's register. */
export const loadEvidence = async (transaction: Transaction, unitId: string, evidenceId: string): Promise<Result<Evidence>> => {
  const row = await documents(transaction).where('evidence.id', '=', evidenceId).where('evidence.unit_id', '=', unitId).executeTakeFirst()
  return row ? accept(evidenceOf(row, unitId)) : refuse(errorAt('notFound', evidenceId, { what: 'evidence' }))
}

export interface RegisterQuery {
  readonly search?: string | undefined
  /** Those that other units lend, in place of the unit's own. */
  readonly of?: 'lent' | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Every word of the search has to occur, in any order, with or without its marks. */
const matching = (unitId: string, { search, of }: Pick<RegisterQuery, 'search' | 'of'>) => {
  const words = (search ?? '').split(/\s+/).filter((word) => word !== '')
  const conditions = words.map((word) => sql`strpos(evidence.search, fold(${word})) > 0`)
  const place =
    of === 'lent'
      ? sql`evidence.id in (select s.evidence_id from evidence_share s where s.borrower_id = ${unitId})`
      : sql`evidence.unit_id = ${unitId}`
  return sql<boolean>`${sql.join([place, ...conditions], sql` and `)}`
}

/** One page of a unit's register, newest first. */
export const listRegister = async (
  { transaction }: ActContext,
  unitId: string,
  { search, of, after, limit }: RegisterQuery,
): Promise<Result<EvidencePage>> => {
  let query = documents(transaction).where(matching(unitId, { search, of }))
  if (after)
    query = query.where(
      sql<boolean>`(evidence.created_at, evidence.id) < (select e.created_at, e.id from evidence e where e.id = ${after})`,
    )
  const rows = await query
    .orderBy('evidence.created_at', 'desc')
    .orderBy('evidence.id', 'desc')
    .limit(limit + 1)
    .execute()
  const { total } = await transaction
    .selectFrom('evidence')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where(matching(unitId, { search, of }))
    .executeTakeFirstOrThrow()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return accept({ evidence: page.map((row) => evidenceOf(row, unitId)), total, ...(rows.length > limit && last && { next: last.id }) })
}
