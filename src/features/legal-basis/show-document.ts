import { sql } from 'kysely'
import { checkLegalDocument } from '../../core/legal-basis/check-documents.ts'
import type { LegalDocument } from '../../core/legal-basis/legal-document.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { speakProblem } from '../../language/problem-sentence.ts'
import { openStoredFile } from '../../platform/files/stored-files.ts'
import type { FileReply } from '../../platform/http/request.ts'
import type { ActContext, Transaction } from '../../platform/database/transaction.ts'
import type { DocumentUse, LegalDocumentShape } from './contract.ts'
import { lineOf, type LineRow, lines, refOf, todayOf } from './load-documents.ts'

/** A document, locked where it is going to change. */
export const loadDocument = async (transaction: Transaction, documentId: string, lock = false): Promise<Result<LineRow>> => {
  const { rows } = await sql<LineRow>`${lines} where d.id = ${documentId} ${lock ? sql`for update of d` : sql``}`.execute(transaction)
  const [row] = rows
  return row ? accept(row) : refuse(errorAt('notFound', documentId, { what: 'legalDocument' }))
}

/** What the core needs of a document and of all that stand above it or in its place. */
export const loadKnown = async (
  transaction: Transaction,
  from: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, LegalDocument>> => {
  const ids = from.filter((id) => id !== undefined)
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ readonly document: LegalDocument }>`
    with recursive chain as (
      select d.* from legal_document d where d.id = any (${ids})
      union select d.* from legal_document d join chain c on d.id in (c.parent_id, c.replaced_by))
    select jsonb_strip_nulls(jsonb_build_object('id', id, 'number', number, 'issuedOn', issued_on, 'inForceFrom', in_force_from,
      'inForceUntil', in_force_until, 'replacedBy', replaced_by, 'parentId', parent_id)) as document from chain`.execute(transaction)
  return new Map(rows.map(({ document }) => [document.id, document]))
}

export const coreDocumentOf = (row: LineRow): LegalDocument => ({
  id: row.id,
  number: row.number,
  issuedOn: row.issued_on ?? undefined,
  inForceFrom: row.in_force_from ?? undefined,
  inForceUntil: row.in_force_until ?? undefined,
  parentId: row.parent_id ?? undefined,
  replacedBy: row.replaced_by ?? undefined,
})

interface TreeRow extends LineRow {
  readonly depth: number
}

/** What it carries out, from the top, and what carries it out, each after its own parent. */
const loadTree = async (transaction: Transaction, documentId: string) => {
  const above = await sql<TreeRow>`
    with recursive chain as (
      select parent_id as id, 1 as depth from legal_document where id = ${documentId} and parent_id is not null
      union all select d.parent_id, c.depth + 1 from chain c join legal_document d on d.id = c.id where d.parent_id is not null and c.depth < 20)
    select l.*, chain.depth from chain join (${lines}) l on l.id = chain.id order by chain.depth desc`.execute(transaction)
  const below = await sql<TreeRow>`
    with recursive tree as (
      select id, 1 as depth, array[coalesce(issued_on::text, ''), id::text] as path from legal_document where parent_id = ${documentId}
      union all select d.id, t.depth + 1, t.path || coalesce(d.issued_on::text, '') || d.id::text
        from tree t join legal_document d on d.parent_id = t.id where t.depth < 20)
    select l.*, tree.depth from tree join (${lines}) l on l.id = tree.id order by tree.path limit 500`.execute(transaction)
  return { above: above.rows, below: below.rows }
}

/** Everything that rests on a document, as far as the person may read it. */
const loadUses = async (transaction: Transaction, documentId: string): Promise<DocumentUse[]> => {
  const { rows } = await sql<{ readonly use: DocumentUse }>`
    select jsonb_strip_nulls(jsonb_build_object('of', g.subject,
      'cycle', case when c.id is not null then jsonb_build_object('id', c.id, 'title', c.title) end,
      'framework', case when f.id is not null then jsonb_build_object('id', f.id, 'title', f.title) end,
      'unit', case when u.id is not null then jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name) end)) as use
    from legal_ground g left join cycle c on c.id = g.cycle_id left join framework f on f.id = g.framework_id left join unit u on u.id = g.unit_id
    where g.document_id = ${documentId}
    union all
    select jsonb_build_object('of', 'paper', 'paper', jsonb_build_object('id', p.id, 'summary', coalesce(p.summary, ''))) from paper_basis b
      join paper p on p.authority_id = b.authority_id and p.id = b.paper_id where b.document_id = ${documentId}`.execute(transaction)
  return rows.map(({ use }) => use)
}

const loadFields = async (transaction: Transaction, documentId: string) => {
  const rows = await transaction
    .selectFrom('field_in_charge')
    .innerJoin('unit', 'unit.id', 'field_in_charge.unit_id')
    .select(['field', 'unit.id', 'unit.code', 'unit.name'])
    .where('document_id', '=', documentId)
    .orderBy('position')
    .execute()
  return rows.map(({ field, ...unit }) => ({ field, unit }))
}

/** A document with everything around it. */
export const showDocument = async ({ transaction }: ActContext, documentId: string): Promise<Result<LegalDocumentShape>> => {
  const loaded = await loadDocument(transaction, documentId)
  if (!loaded.ok) return loaded
  const row = loaded.value
  const day = await todayOf(transaction)
  const { above, below } = await loadTree(transaction, documentId)
  const { rows: replaces } = await sql<LineRow>`${lines} where d.replaced_by = ${documentId} order by d.issued_on, d.id`.execute(
    transaction,
  )
  const problems = checkLegalDocument(
    coreDocumentOf(row),
    await loadKnown(transaction, [row.parent_id ?? undefined, row.replaced_by ?? undefined]),
  )
  return accept({
    ...lineOf(row, day),
    above: above.map((each) => refOf(each, day)),
    below: below.map((each) => ({ ...refOf(each, day), depth: each.depth, ...(each.unit && { unit: each.unit }) })),
    replaces: replaces.map((each) => refOf(each, day)),
    fields: await loadFields(transaction, documentId),
    uses: await loadUses(transaction, documentId),
    problems: problems.map((problem) => ({ ...speakProblem(problem) })),
  })
}

/** The file that is kept with a document; row-level security has said whether the person may see it. */
export const documentFile = async (context: ActContext, filesDir: string, documentId: string): Promise<Result<FileReply>> => {
  const row = await loadDocument(context.transaction, documentId)
  if (!row.ok) return row
  const { file_sha256: sha256, file_name: fileName } = row.value
  if (sha256 === null || fileName === null) return refuse(errorAt('notFound', documentId, { what: 'file' }))
  const opened = await openStoredFile(context, filesDir, sha256)
  return opened.ok ? accept({ fileName, mediaType: opened.value.mediaType, content: opened.value.content }) : opened
}
