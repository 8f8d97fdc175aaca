import type { ExplainedLeaf } from '../../core/appraisal/explained-leaf.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import type { SheetPlace } from './sheet-place.ts'

/** What was asked of the unit and what it answered on one leaf, as it stands. */
export interface StoredExplanation extends ExplainedLeaf {
  readonly nodeId: string
  readonly version: number
  readonly decisionVersion?: number
  readonly requestedBy?: string
  readonly answeredBy?: string
  readonly answeredAt?: Date
  readonly documents: readonly { readonly id: string; readonly title: string; readonly number?: string }[]
}

/** Documents handed in with explanations, by leaf. */
const loadDocuments = async (transaction: Transaction, { cycleId, unitId }: SheetPlace) => {
  const rows = await transaction
    .selectFrom('explanation_evidence')
    .innerJoin('evidence', 'evidence.id', 'explanation_evidence.evidence_id')
    .select(['node_id', 'evidence.id', 'title', 'document_number'])
    .where('cycle_id', '=', cycleId)
    .where('explanation_evidence.unit_id', '=', unitId)
    .orderBy('evidence.created_at')
    .execute()
  return Map.groupBy(rows, ({ node_id }) => node_id)
}

/** Every explanation of a unit, by leaf. */
export const loadExplanations = async (transaction: Transaction, place: SheetPlace): Promise<ReadonlyMap<string, StoredExplanation>> => {
  const rows = await transaction
    .selectFrom('explanation')
    .leftJoin('person as asking', 'asking.id', 'requested_by')
    .leftJoin('person as answering', 'answering.id', 'answered_by')
    .selectAll('explanation')
    .select(['asking.name as asking_name', 'answering.name as answering_name'])
    .where('cycle_id', '=', place.cycleId)
    .where('unit_id', '=', place.unitId)
    .execute()
  const documents = rows.length ? await loadDocuments(transaction, place) : new Map<string, never[]>()
  return new Map(
    rows.map((row): [string, StoredExplanation] => [
      row.node_id,
      {
        nodeId: row.node_id,
        version: row.version,
        isWithdrawn: row.withdrawn_at !== null,
        ...(row.request !== null && { request: row.request }),
        ...(row.answer !== null && { answer: row.answer as NonNullable<ExplainedLeaf['answer']> }),
        ...(row.explanation !== null && { text: row.explanation }),
        ...(row.decision_version !== null && { decisionVersion: row.decision_version }),
        ...(row.asking_name !== null && { requestedBy: row.asking_name }),
        ...(row.answering_name !== null && { answeredBy: row.answering_name }),
        ...(row.answered_at && { answeredAt: row.answered_at }),
        documents: (documents.get(row.node_id) ?? []).map(({ id, title, document_number }) => ({
          id,
          title,
          ...(document_number && { number: document_number }),
        })),
      },
    ]),
  )
}
