import { sql } from 'kysely'
import { standingOn } from '../../core/legal-basis/document-standing.ts'
import type { LegalDocumentKind } from '../../core/legal-basis/legal-document.ts'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext, Transaction } from '../../platform/database/transaction.ts'
import type { DocumentLine, DocumentRef } from './contract.ts'

interface UnitRef {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** A document as the database names it for others. */
export interface RefRow {
  readonly id: string
  readonly kind: LegalDocumentKind
  readonly number: string
  readonly issued_on: string | null
  readonly issuer: string
  readonly title: string
  readonly in_force_from: string | null
  readonly in_force_until: string | null
  /** Days of the document in its place. */
  readonly next_issued_on: string | null
  readonly next_from: string | null
}
export interface LineRow extends RefRow {
  readonly unit: UnitRef | null
  readonly to_study: boolean
  readonly parent: RefRow | null
  readonly replacement: RefRow | null
  readonly parent_id: string | null
  readonly replaced_by: string | null
  readonly file_sha256: string | null
  readonly file_name: string | null
  readonly version: number
}

/** The day it is now where the authority works. */
export const todayOf = async (transaction: Transaction): Promise<string> => {
  const { rows } = await sql<{ today: string }>`
    select to_char(now() at time zone time_zone, 'YYYY-MM-DD') as today from authority where id = actor_authority()`.execute(transaction)
  return rows[0]?.today ?? ''
}

/** The document of an alias with the days of its replacement, as JSON or null. */
export const refJson = (alias: string) => sql`case when ${sql.ref(`${alias}.id`)} is null then null else jsonb_build_object(
  'id', ${sql.ref(`${alias}.id`)}, 'kind', ${sql.ref(`${alias}.kind`)}, 'number', ${sql.ref(`${alias}.number`)},
  'issued_on', ${sql.ref(`${alias}.issued_on`)}, 'issuer', ${sql.ref(`${alias}.issuer`)}, 'title', ${sql.ref(`${alias}.title`)},
  'in_force_from', ${sql.ref(`${alias}.in_force_from`)}, 'in_force_until', ${sql.ref(`${alias}.in_force_until`)},
  'next_issued_on', (select n.issued_on from legal_document n where n.id = ${sql.ref(`${alias}.replaced_by`)}),
  'next_from', (select n.in_force_from from legal_document n where n.id = ${sql.ref(`${alias}.replaced_by`)})) end`

export const refOf = (row: RefRow, day: string): DocumentRef => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  ...(row.number !== '' && { number: row.number }),
  ...(row.issued_on !== null && { issuedOn: row.issued_on }),
  ...(row.issuer !== '' && { issuer: row.issuer }),
  standing: standingOn(
    { issuedOn: row.issued_on ?? undefined, inForceFrom: row.in_force_from ?? undefined, inForceUntil: row.in_force_until ?? undefined },
    { issuedOn: row.next_issued_on ?? undefined, inForceFrom: row.next_from ?? undefined },
    day,
  ),
})

export const lineOf = (row: LineRow, day: string): DocumentLine => ({
  ...refOf(row, day),
  ...(row.unit && { unit: row.unit }),
  ...(row.in_force_from !== null && { inForceFrom: row.in_force_from }),
  ...(row.in_force_until !== null && { inForceUntil: row.in_force_until }),
  toStudy: row.to_study,
  ...(row.parent && { parent: refOf(row.parent, day) }),
  ...(row.replacement && { replacedBy: refOf(row.replacement, day) }),
  ...(row.file_name !== null && { file: { name: row.file_name } }),
  version: row.version,
})

/** Lines of the register with what stands above them and in their place. */
export const lines = sql`
  select d.id, d.kind, d.number, d.issued_on::text as issued_on, d.issuer, d.title, d.in_force_from::text as in_force_from,
    d.in_force_until::text as in_force_until, d.to_study, d.parent_id, d.replaced_by, d.file_sha256, d.file_name, d.version,
    n.issued_on::text as next_issued_on, n.in_force_from::text as next_from, ${refJson('p')} as parent, ${refJson('n')} as replacement,
    case when u.id is null then null else jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name) end as unit
  from legal_document d
  left join legal_document p on p.id = d.parent_id
  left join legal_document n on n.id = d.replaced_by
  left join unit u on u.id = d.unit_id`

interface Wanted {
  readonly search?: string | undefined
  readonly kind?: LegalDocumentKind | undefined
  readonly toStudy?: 'true' | undefined
  readonly after?: string | undefined
  readonly limit: number
}

const conditions = ({ search, kind, toStudy, after }: Wanted) => {
  const words = (search ?? '').split(/\s+/).filter((word) => word !== '')
  return sql.join(
    [
      sql`true`,
      ...words.map((word) => sql`strpos(d.search, fold(${word})) > 0`),
      ...(kind ? [sql`d.kind = ${kind}`] : []),
      ...(toStudy ? [sql`d.to_study`] : []),
      ...(after
        ? [
            sql`(coalesce(d.issued_on, 'infinity'::date), d.id) <
              (select coalesce(b.issued_on, 'infinity'::date), b.id from legal_document b where b.id = ${after})`,
          ]
        : []),
    ],
    sql` and `,
  )
}

/** The register, drafts first, then newest first, by keyset. */
export const listDocuments = async (
  { transaction }: ActContext,
  wanted: Wanted,
): Promise<Result<{ documents: DocumentLine[]; next?: string }>> => {
  const day = await todayOf(transaction)
  const { rows } = await sql<LineRow>`${lines} where ${conditions(wanted)}
    order by coalesce(d.issued_on, 'infinity'::date) desc, d.id desc limit ${wanted.limit + 1}`.execute(transaction)
  const documents = rows.slice(0, wanted.limit).map((row) => lineOf(row, day))
  const last = documents.at(-1)
  return accept({ documents, ...(rows.length > wanted.limit && last && { next: last.id }) })
}

/** Units of today, for whoever says which is in charge. */
export const listChoices = async ({ transaction }: ActContext): Promise<Result<{ units: UnitRef[] }>> =>
  accept({
    units: await transaction
      .selectFrom('unit')
      .select(['id', 'code', 'name'])
      .where(sql<boolean>`valid @> today()`)
      .orderBy('name')
      .execute(),
  })
