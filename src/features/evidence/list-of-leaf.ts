import { changedSince, type SubmittedDocument } from '../../core/evidence/submitted-document.ts'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { Evidence } from './shapes.ts'
import { type DocumentRow, documents, evidenceOf } from './load-evidence.ts'
import { asSubmitted } from './as-submitted.ts'

/** What the submission saw, and what of it is no longer so. */
const withSubmitted = (evidence: Evidence, seen: SubmittedDocument | null): Evidence => {
  if (!seen) return evidence
  const { title, documentNumber, issuedOn, issuer } = seen
  const changed = [...changedSince(seen, asSubmitted(evidence))]
  return {
    ...evidence,
    submitted: { title, ...(documentNumber && { documentNumber }), ...(issuedOn && { issuedOn }), ...(issuer && { issuer }), changed },
  }
}

/** Of a document that is no longer lent the files of that day. */
const asLinked = (row: DocumentRow & { readonly last_file: number | null }): DocumentRow => ({
  ...row,
  files: row.files.filter(({ number }) => number <= (row.last_file ?? number)),
})

/** Documents that prove one leaf, in the order in which they came into the register, each beside what was submitted of it. */
export const listOfLeaf = async (
  { transaction }: ActContext,
  leaf: { readonly cycleId: string; readonly unitId: string; readonly nodeId: string },
): Promise<Result<{ evidence: Evidence[] }>> => {
  const rows = await documents(transaction)
    .innerJoin('linked_document as link', 'link.evidence_id', 'evidence.id')
    .innerJoin('cycle_unit', (join) =>
      join.onRef('cycle_unit.cycle_id', '=', 'link.cycle_id').onRef('cycle_unit.unit_id', '=', 'link.unit_id'),
    )
    .leftJoin('submitted_evidence as s', (join) =>
      join
        .onRef('s.evidence_id', '=', 'evidence.id')
        .onRef('s.cycle_id', '=', 'link.cycle_id')
        .onRef('s.unit_id', '=', 'link.unit_id')
        // While a sheet lies with its unit again, nothing of it stands as submitted.
        .on('cycle_unit.stage', 'not in', ['preparing', 'selfAssessing']),
    )
    .select(['s.seen', 'link.last_file', 'link.title', 'link.document_number', 'link.issued_on', 'link.issuer'])
    .select(['link.soft_copy_at', 'link.signed_copy_at'])
    .where('link.cycle_id', '=', leaf.cycleId)
    .where('link.unit_id', '=', leaf.unitId)
    .where('link.node_id', '=', leaf.nodeId)
    .orderBy('evidence.created_at')
    .orderBy('evidence.id')
    .execute()
  return accept({
    evidence: rows.map((row) => withSubmitted(evidenceOf(asLinked(row), leaf.unitId), row.seen as SubmittedDocument | null)),
  })
}
