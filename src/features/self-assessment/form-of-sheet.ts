import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson } from '../../core/canonical-json.ts'
import type { SubmittedDocument } from '../../core/evidence/submitted-document.ts'
import type { FrameworkNode } from '../../core/framework/framework.ts'
import type { Claims } from '../../core/self-assessment/claims.ts'
import { submittedForm } from '../../core/self-assessment/submitted-form.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { SheetPlace } from './load-sheet.ts'

/** The documents of a sheet by leaf, each as it stands now. */
export type DocumentsOfSheet = ReadonlyMap<string, readonly SubmittedDocument[]>

interface DocumentRow {
  readonly node_id: string
  readonly id: string
  readonly title: string
  readonly document_number: string | null
  readonly issued_on: string | null
  readonly issuer: string | null
  readonly files: readonly string[]
}

const documentOf = (row: DocumentRow): SubmittedDocument => ({
  id: row.id,
  title: row.title,
  ...(row.document_number && { documentNumber: row.document_number }),
  ...(row.issued_on && { issuedOn: row.issued_on }),
  ...(row.issuer && { issuer: row.issuer }),
  files: row.files,
})

/** Documents per leaf with their files, but for redacted copies, which are made for others than who appraises. */
export const loadDocuments = async ({ transaction }: ActContext, { cycleId, unitId }: SheetPlace): Promise<DocumentsOfSheet> => {
  const { rows } = await sql<DocumentRow>`
    select d.node_id, d.evidence_id as id, d.title, d.document_number, d.issued_on, d.issuer,
      array(select f.sha256 from evidence_file f where f.evidence_id = d.evidence_id and f.kind <> 'redactedCopy'
        and f.number <= coalesce(d.last_file, f.number) order by f.number) as files
    from linked_document d where d.cycle_id = ${cycleId} and d.unit_id = ${unitId} order by d.node_id, d.evidence_id`.execute(transaction)
  const documents = new Map<string, SubmittedDocument[]>()
  for (const row of rows) documents.set(row.node_id, [...(documents.get(row.node_id) ?? []), documentOf(row)])
  return documents
}

/** SHA-256 of the canonical form of a sheet as it stands: what a submission freezes. */
export const hashOfSheet = (
  { cycleId, unitId }: SheetPlace,
  framework: { readonly hash: string; readonly nodes: readonly FrameworkNode[] },
  claims: Claims,
  documents: DocumentsOfSheet,
  absences: ReadonlyMap<string, string>,
): string => {
  const form = submittedForm({ cycle: cycleId, unit: unitId, framework: framework.hash }, framework.nodes, claims, documents, absences)
  return createHash('sha256').update(canonicalJson(form)).digest('hex')
}

/** Keeps what this submission sees of each document, in place of what an earlier one saw. */
export const keepSeen = async (
  { transaction, actor }: ActContext,
  { cycleId, unitId }: SheetPlace,
  documents: DocumentsOfSheet,
): Promise<void> => {
  await transaction.deleteFrom('submitted_evidence').where('cycle_id', '=', cycleId).where('unit_id', '=', unitId).execute()
  const seen = [...new Map([...documents.values()].flat().map((each) => [each.id, each])).values()]
  if (seen.length === 0) return
  const key = { authority_id: actor.authorityId, cycle_id: cycleId, unit_id: unitId }
  await transaction
    .insertInto('submitted_evidence')
    .values(seen.map((each) => ({ ...key, evidence_id: each.id, seen: JSON.stringify(each) })))
    .execute()
}
