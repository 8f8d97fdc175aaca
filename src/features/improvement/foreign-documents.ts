import { sql } from 'kysely'
import type { PlanFile } from '../../core/improvement/plan-file.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import type { ActContext } from '../../platform/database/transaction.ts'

interface Cited {
  readonly at: string
  readonly id: string
}

const missing = (cited: readonly Cited[], rows: readonly { readonly id: string }[], what: string): readonly Problem[] => {
  const known = new Set(rows.map(({ id }) => id))
  return cited.filter(({ id }) => !known.has(id)).map(({ at }) => errorAt('notFound', at, { what }))
}

const citedByLosses = async ({ transaction }: ActContext, unitId: string, { losses }: PlanFile): Promise<readonly Problem[]> => {
  const cited = losses.flatMap(({ leaf, documents }) => documents.map((id) => ({ at: leaf, id })))
  if (cited.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select id from evidence where unit_id = ${unitId} and id = any(${cited.map(({ id }) => id)}::uuid[])`.execute(transaction)
  return missing(cited, rows, 'evidence')
}

const citedByAccounts = async ({ transaction }: ActContext, unitId: string, { accounts }: PlanFile): Promise<readonly Problem[]> => {
  const cited = accounts.flatMap(({ groundId: id }, at) => (id === undefined ? [] : [{ at: `accounts.${at}.groundId`, id }]))
  if (cited.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select id from legal_document where (unit_id is null or unit_id = ${unitId}) and id = any(${cited.map(({ id }) => id)}::uuid[])`.execute(
    transaction,
  )
  return missing(cited, rows, 'document')
}

/** Documents that a plan names and that are not there for the unit: of its register, cited for losses; of the legal documents, on which accounts of heads rest. */
export const foreignDocuments = async (context: ActContext, unitId: string, plan: PlanFile): Promise<readonly Problem[]> => [
  ...(await citedByLosses(context, unitId, plan)),
  ...(await citedByAccounts(context, unitId, plan)),
]
