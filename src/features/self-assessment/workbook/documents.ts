import { sql } from 'kysely'
import { fold } from '../../../core/fold.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { ownPartOf } from '../../scores/own-part.ts'
import type { SheetPlace } from '../load-sheet.ts'

export interface RegisteredDocument {
  readonly id: string
  readonly title: string
  readonly number: string
}

/** A document at one leaf. */
export interface SheetDocument extends RegisteredDocument {
  readonly nodeId: string
}

/** What the leaves of a sheet rest on, in the order in which documents came into the register. */
export const documentsOfSheet = async ({ transaction }: ActContext, { cycleId, unitId }: SheetPlace): Promise<readonly SheetDocument[]> => {
  const { rows } = await sql<SheetDocument>`
    select d.node_id as "nodeId", d.evidence_id as id, d.title, coalesce(d.document_number, '') as number
    from linked_document d where d.cycle_id = ${cycleId} and d.unit_id = ${unitId} order by d.created_at, d.evidence_id`.execute(
    transaction,
  )
  return rows
}

/** Documents that the person may let prove a leaf: of the own register, of a division's for whoever works in one, and those that were lent. */
export const documentsToPick = async (context: ActContext, place: SheetPlace): Promise<readonly RegisteredDocument[]> => {
  const part = await ownPartOf(context, place)
  const registers = part ? [...part.divisionIds] : [place.unitId]
  const { rows } = await sql<RegisteredDocument>`
    select e.id, e.title, coalesce(e.document_number, '') as number from evidence e
    where e.unit_id = any (${registers}::uuid[])
      or e.id in (select s.evidence_id from evidence_share s where s.borrower_id = any (${registers}::uuid[]))
    order by e.created_at, e.id`.execute(context.transaction)
  return rows
}

/** A register by what rows name its documents by, whatever the case and tone marks. */
export interface NamedDocuments {
  readonly byNumber: ReadonlyMap<string, readonly RegisteredDocument[]>
  readonly byTitle: ReadonlyMap<string, readonly RegisteredDocument[]>
}

const nameOf = (text: string): string => fold(text.trim())

export const namedDocuments = (register: readonly RegisteredDocument[]): NamedDocuments => ({
  byNumber: Map.groupBy(register, ({ number }) => nameOf(number)),
  byTitle: Map.groupBy(register, ({ title }) => nameOf(title)),
})

/** The one document that a row names by its number, else by its title. */
export const documentNamed = (
  { byNumber, byTitle }: NamedDocuments,
  { number, title }: Pick<RegisteredDocument, 'number' | 'title'>,
): RegisteredDocument | undefined => {
  const [first, ...more] = (number === '' ? byTitle.get(nameOf(title)) : byNumber.get(nameOf(number))) ?? []
  return more.length === 0 ? first : undefined
}
