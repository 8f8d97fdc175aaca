import { sql } from 'kysely'
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

const keyOf = (unitId: string, nodeId: string): string => `${unitId} ${nodeId}`

/** Documents handed in with explanations, by unit and leaf. */
const loadDocuments = async (transaction: Transaction, cycleId: string, unitIds: readonly string[]) => {
  const rows = await transaction
    .selectFrom('explanation_evidence')
    .innerJoin('evidence', 'evidence.id', 'explanation_evidence.evidence_id')
    .select(['explanation_evidence.unit_id', 'node_id', 'evidence.id', 'title', 'document_number'])
    .where('cycle_id', '=', cycleId)
    .where('explanation_evidence.unit_id', '=', sql<string>`any(${[...unitIds]}::uuid[])`)
    .orderBy('evidence.created_at')
    .execute()
  return Map.groupBy(rows, ({ unit_id, node_id }) => keyOf(unit_id, node_id))
}

/** Every explanation of several units, by unit and leaf; two statements however many. */
export const loadExplanationsOf = async (
  transaction: Transaction,
  cycleId: string,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, StoredExplanation>>> => {
  const rows = await transaction
    .selectFrom('explanation')
    .leftJoin('person as asking', 'asking.id', 'requested_by')
    .leftJoin('person as answering', 'answering.id', 'answered_by')
    .selectAll('explanation')
    .select(['asking.name as asking_name', 'answering.name as answering_name'])
    .where('cycle_id', '=', cycleId)
    .where('unit_id', '=', sql<string>`any(${[...unitIds]}::uuid[])`)
    .execute()
  const documents = rows.length ? await loadDocuments(transaction, cycleId, unitIds) : new Map<string, never[]>()
  const explained = rows.map((row) => ({
    unitId: row.unit_id,
    stored: {
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
      documents: (documents.get(keyOf(row.unit_id, row.node_id)) ?? []).map(({ id, title, document_number }) => ({
        id,
        title,
        ...(document_number && { number: document_number }),
      })),
    } satisfies StoredExplanation,
  }))
  const byUnit = Map.groupBy(explained, ({ unitId }) => unitId)
  return new Map([...byUnit].map(([unitId, own]) => [unitId, new Map(own.map(({ stored }) => [stored.nodeId, stored]))]))
}

/** Every explanation of a unit, by leaf. */
export const loadExplanations = async (
  transaction: Transaction,
  { cycleId, unitId }: SheetPlace,
): Promise<ReadonlyMap<string, StoredExplanation>> => (await loadExplanationsOf(transaction, cycleId, [unitId])).get(unitId) ?? new Map()
