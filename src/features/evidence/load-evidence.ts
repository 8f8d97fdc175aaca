import { type ExpressionBuilder, sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Secrecy } from '../../core/vocabulary.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { ActContext, Transaction } from '../../platform/database/transaction.ts'
import type { Evidence, EvidencePage } from './contract.ts'
import { isViewable } from './viewable.ts'

const usesOf = (expression: ExpressionBuilder<Tables, 'evidence'>) =>
  expression
    .selectFrom('score_evidence')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .whereRef('score_evidence.evidence_id', '=', 'evidence.id')
    .as('uses')

const documents = (transaction: Transaction) =>
  transaction
    .selectFrom('evidence')
    .leftJoin('stored_file', 'stored_file.sha256', 'evidence.file_sha256')
    .leftJoin('person', 'person.id', 'evidence.created_by')
    .selectAll('evidence')
    .select(['stored_file.size', 'stored_file.media_type', 'person.name as added_by'])
    .select(usesOf)

type DocumentRow = Awaited<ReturnType<ReturnType<typeof documents>['execute']>>[number]

const fileOf = ({ file_name: name, size, media_type: mediaType }: DocumentRow) =>
  name && size && mediaType ? { file: { name, size, mediaType, viewable: isViewable(mediaType) } } : {}

const evidenceOf = (row: DocumentRow): Evidence => ({
  id: row.id,
  title: row.title,
  ...(row.document_number && { documentNumber: row.document_number }),
  ...(row.issued_on && { issuedOn: row.issued_on }),
  ...(row.issuer && { issuer: row.issuer }),
  secrecy: row.secrecy as Secrecy,
  ...fileOf(row),
  addedAt: row.created_at.toISOString(),
  ...(row.created_by && { addedBy: { id: row.created_by, name: row.added_by ?? '' } }),
  uses: row.uses ?? 0,
  version: row.version,
})

/** One document of a unit's register. */
export const loadEvidence = async (transaction: Transaction, unitId: string, evidenceId: string): Promise<Result<Evidence>> => {
  const row = await documents(transaction).where('evidence.id', '=', evidenceId).where('evidence.unit_id', '=', unitId).executeTakeFirst()
  return row ? accept(evidenceOf(row)) : refuse(errorAt('notFound', evidenceId, { what: 'evidence' }))
}

export interface RegisterQuery {
  readonly search?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Every word of the search has to occur, in any order, with or without its marks. */
const matching = (unitId: string, search: string | undefined) => {
  const words = (search ?? '').split(/\s+/).filter((word) => word !== '')
  const conditions = words.map((word) => sql`strpos(evidence.search, fold(${word})) > 0`)
  return sql<boolean>`${sql.join([sql`evidence.unit_id = ${unitId}`, ...conditions], sql` and `)}`
}

/** One page of a unit's register, newest first. */
export const listRegister = async (
  { transaction }: ActContext,
  unitId: string,
  { search, after, limit }: RegisterQuery,
): Promise<Result<EvidencePage>> => {
  let query = documents(transaction).where(matching(unitId, search))
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
    .where(matching(unitId, search))
    .executeTakeFirstOrThrow()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return accept({ evidence: page.map(evidenceOf), total, ...(rows.length > limit && last && { next: last.id }) })
}

/** Documents that prove one leaf, in the order in which they came into the register. */
export const listOfLeaf = async (
  { transaction }: ActContext,
  leaf: { readonly cycleId: string; readonly unitId: string; readonly nodeId: string },
): Promise<Result<{ evidence: Evidence[] }>> => {
  const rows = await documents(transaction)
    .innerJoin('score_evidence as link', 'link.evidence_id', 'evidence.id')
    .where('link.cycle_id', '=', leaf.cycleId)
    .where('link.unit_id', '=', leaf.unitId)
    .where('link.node_id', '=', leaf.nodeId)
    .orderBy('evidence.created_at')
    .orderBy('evidence.id')
    .execute()
  return accept({ evidence: rows.map(evidenceOf) })
}
