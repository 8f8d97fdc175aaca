import { sql } from 'kysely'
import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import type { Inputs } from '../../../core/rules/inputs.ts'
import { factInputsOf } from '../../../core/rules/inputs-from-facts.ts'
import { ruleOfLeaf } from '../../../core/rules/leaf-outcome.ts'
import { isAfterCutOff, lateDays } from '../../../core/self-assessment/after-cut-off.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { type FrameworkInForce, loadFrameworkInForce } from '../../scores/framework-in-force.ts'
import { loadScores } from '../../scores/load-scores.ts'
import { loadFactsOfSheet } from '../load-facts-of-sheet.ts'
import type { SheetPlace } from '../load-sheet.ts'
import type { EvidenceAbsence, LateLeaf, SheetFlagsOf } from './contract.ts'

interface HeadRow {
  readonly framework_id: string
  readonly year: number
  readonly cut_off: string | null
  readonly time_zone: string
}

interface AbsenceRow {
  readonly node_id: string
  readonly reason: string
  readonly version: number
  readonly declared_at: Date
  readonly declared_by: string
  readonly name: string
  readonly has_documents: boolean
}

const loadDeclared = async (
  { transaction }: ActContext,
  { cycleId, unitId }: SheetPlace,
  { leaves }: FrameworkInForce,
): Promise<EvidenceAbsence[]> => {
  const { rows } = await sql<AbsenceRow>`
    select a.node_id, a.reason, a.version, a.declared_at, a.declared_by, p.name,
      exists (select from score_evidence s where s.cycle_id = a.cycle_id and s.unit_id = a.unit_id and s.node_id = a.node_id) as has_documents
    from evidence_absence a join person p on p.id = a.declared_by
    where a.cycle_id = ${cycleId} and a.unit_id = ${unitId} order by a.node_id`.execute(transaction)
  return rows.map((row) => ({
    nodeId: row.node_id,
    code: leaves.get(row.node_id)?.code ?? row.node_id,
    reason: row.reason,
    version: row.version,
    declaredAt: row.declared_at.toISOString(),
    declaredBy: { id: row.declared_by, name: row.name },
    hasDocuments: row.has_documents,
  }))
}

const loadDocumented = async ({ transaction }: ActContext, { cycleId, unitId }: SheetPlace): Promise<string[]> => {
  const { rows } = await sql<{ node_id: string }>`
    select distinct node_id from score_evidence where cycle_id = ${cycleId} and unit_id = ${unitId} order by node_id`.execute(transaction)
  return rows.map(({ node_id }) => node_id)
}

/** The day of a moment on the authority's clock. */
const dayIn = (moment: string, timeZone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(moment))

type LateFacts = ReadonlyMap<string, LateLeaf['facts']>

/** Facts of the register that were changed after the cut-off, at each leaf whose rule reads them. */
const loadLateFacts = async (
  context: ActContext,
  place: SheetPlace,
  { year, time_zone }: HeadRow,
  framework: FrameworkInForce,
  cutOff: string,
): Promise<LateFacts> => {
  const facts = await loadFactsOfSheet(context, { ...place, year }, framework)
  const changed = new Map(facts.map(({ key, changedAt }) => [key, dayIn(changedAt, time_zone)]))
  return new Map(
    [...framework.leaves].map(([nodeId, leaf]) => {
      const rule = ruleOfLeaf(leaf)
      const keys = rule ? [...new Set(factInputsOf(rule).map(({ fact }) => fact as string))] : []
      const late = keys.flatMap((key) => {
        const on = changed.get(key)
        return on !== undefined && isAfterCutOff(on, cutOff) ? [{ key, on }] : []
      })
      return [nodeId, late]
    }),
  )
}

const loadLateDocuments = async (
  { transaction }: ActContext,
  { cycleId, unitId }: SheetPlace,
  cutOff: string,
): Promise<ReadonlyMap<string, LateLeaf['documents']>> => {
  const { rows } = await sql<{ node_id: string; title: string; issued_on: string }>`
    select node_id, title, issued_on from linked_document
    where cycle_id = ${cycleId} and unit_id = ${unitId} and issued_on > ${cutOff}::date order by issued_on, title`.execute(transaction)
  return new Map(
    [...Map.groupBy(rows, ({ node_id }) => node_id)].map(([nodeId, late]) => [
      nodeId,
      late.map(({ title, issued_on }) => ({ title, issuedOn: issued_on })),
    ]),
  )
}

const loadLate = async (context: ActContext, place: SheetPlace, head: HeadRow, framework: FrameworkInForce): Promise<LateLeaf[]> => {
  const cutOff = head.cut_off
  if (cutOff === null) return []
  const documents = await loadLateDocuments(context, place, cutOff)
  const facts = await loadLateFacts(context, place, head, framework, cutOff)
  const scores = await loadScores(context.transaction, place.cycleId, place.unitId, ['claimed'])
  const entered = new Map(scores.map(({ nodeId, inputs }) => [nodeId, inputs ? lateDays(inputs as Inputs, cutOff) : []]))
  return [...framework.leaves].flatMap(([nodeId, { code }]): LateLeaf[] => {
    const late = { documents: documents.get(nodeId) ?? [], facts: facts.get(nodeId) ?? [], days: [...(entered.get(nodeId) ?? [])] }
    return late.documents.length + late.facts.length + late.days.length === 0 ? [] : [{ nodeId, code, ...late }]
  })
}

/** Leaves at which a reader should pause: declared without documents, or resting on something dated after the cut-off. */
export const loadFlags = async (context: ActContext, place: SheetPlace): Promise<Result<SheetFlagsOf>> => {
  const { rows } = await sql<HeadRow>`
    select cu.framework_id, c.year, p.cut_off, a.time_zone from cycle_unit cu join cycle c on c.id = cu.cycle_id join authority a on a.id = cu.authority_id
    left join calendar_plan p on p.authority_id = cu.authority_id and p.cycle_id = cu.cycle_id
    where cu.cycle_id = ${place.cycleId} and cu.unit_id = ${place.unitId}`.execute(context.transaction)
  const head = rows[0]
  if (!head) return refuse(errorAt('notFound', place.unitId, { what: 'unit' }))
  const framework = await loadFrameworkInForce(context, head.framework_id)
  if (!framework.ok) return framework
  return accept({
    ...(head.cut_off !== null && { cutOff: head.cut_off }),
    documented: await loadDocumented(context, place),
    absences: await loadDeclared(context, place, framework.value),
    late: await loadLate(context, place, head, framework.value),
  })
}
