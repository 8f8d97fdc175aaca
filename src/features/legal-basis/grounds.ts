import { sql } from 'kysely'
import { type FieldInCharge, unitsInCharge } from '../../core/legal-basis/fields-in-charge.ts'
import type { GroundSubject } from '../../core/legal-basis/legal-document.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext, Transaction } from '../../platform/database/transaction.ts'
import type { Ground } from './contract.ts'
import { type LineRow, lines, refOf, todayOf } from './load-documents.ts'
import { loadDocument } from './show-document.ts'

/** What rests on documents: a cycle in one of its sides, a unit's assignment in it, or a framework. */
export interface GroundPlace {
  readonly subject: GroundSubject
  readonly cycleId?: string
  readonly frameworkId?: string
  readonly unitId?: string
}

interface UnitRef {
  readonly id: string
  readonly code: string
  readonly name: string
}
interface GroundRow extends LineRow {
  readonly subject: GroundSubject
  readonly framework: { readonly id: string; readonly title: string } | null
  readonly ground_unit: UnitRef | null
}

const loadGrounds = async (transaction: Transaction, day: string, where: ReturnType<typeof sql>): Promise<Ground[]> => {
  const { rows } = await sql<GroundRow>`
    select l.*, g.subject, case when f.id is null then null else jsonb_build_object('id', f.id, 'title', f.title) end as framework,
      case when u.id is null then null else jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name) end as ground_unit
    from legal_ground g join (${lines}) l on l.id = g.document_id
    left join framework f on f.id = g.framework_id left join unit u on u.id = g.unit_id
    where ${where} order by l.issued_on nulls last, l.id, f.title, u.name`.execute(transaction)
  return rows.map((row) => ({
    of: row.subject,
    document: refOf(row, day),
    ...(row.framework && { framework: row.framework }),
    ...(row.ground_unit && { unit: row.ground_unit }),
  }))
}

interface AreaRow {
  readonly name: string
}
interface FieldRow extends LineRow {
  readonly field: string
  readonly field_unit: UnitRef
}

/** Which units the decisions in force on the day put in charge of the areas of a cycle; the newest decision that names an area speaks for it. */
const loadInCharge = async (transaction: Transaction, cycleId: string, day: string) => {
  const { rows: areas } = await sql<AreaRow>`
    select n.name from cycle_framework cf join framework_node n on n.authority_id = cf.authority_id and n.framework_id = cf.framework_id
    where cf.cycle_id = ${cycleId} and n.depth = 0 group by n.name order by min(n.position)`.execute(transaction)
  const { rows } = await sql<FieldRow>`
    select l.*, c.field, jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name) as field_unit
    from field_in_charge c join (${lines}) l on l.id = c.document_id join unit u on u.id = c.unit_id
    where l.unit is null order by l.issued_on desc nulls last, l.id, c.position`.execute(transaction)
  const byDocument = new Map<string, FieldRow[]>()
  for (const row of rows) if (refOf(row, day).standing === 'inForce') byDocument.set(row.id, [...(byDocument.get(row.id) ?? []), row])
  return areas.flatMap(({ name: area }) => {
    for (const fields of byDocument.values()) {
      const known: readonly FieldInCharge[] = fields.map(({ field, field_unit }) => ({ field, unitId: field_unit.id }))
      const ids = unitsInCharge(area, known)
      const [first] = fields
      if (ids.length > 0 && first)
        return [
          {
            area,
            units: ids.flatMap((id) => fields.find(({ field_unit }) => field_unit.id === id)?.field_unit ?? []),
            by: refOf(first, day),
          },
        ]
    }
    return []
  })
}

/** What a cycle rests on, judged on today, or on the last day of its year once that is over. */
export const showCycleGrounds = async ({ transaction }: ActContext, cycleId: string) => {
  const today = await todayOf(transaction)
  const cycle = await transaction.selectFrom('cycle').select('year').where('id', '=', cycleId).executeTakeFirstOrThrow()
  const lastDay = `${cycle.year}-12-31`
  const on = today < lastDay ? today : lastDay
  const frameworks = await transaction
    .selectFrom('cycle_framework')
    .innerJoin('framework', 'framework.id', 'cycle_framework.framework_id')
    .select(['framework.id', 'framework.title'])
    .where('cycle_id', '=', cycleId)
    .orderBy('framework.title')
    .distinct()
    .execute()
  const ids = frameworks.map(({ id }) => id)
  const grounds = await loadGrounds(transaction, on, sql`g.cycle_id = ${cycleId} or g.framework_id = any (${ids})`)
  return accept({ on, grounds, frameworks, inCharge: await loadInCharge(transaction, cycleId, on) })
}

const columnsOf = ({ subject, cycleId, frameworkId, unitId }: GroundPlace) => ({
  subject,
  cycle_id: cycleId ?? null,
  framework_id: frameworkId ?? null,
  unit_id: unitId ?? null,
})

const loggedOf = ({ cycleId, unitId, ...place }: GroundPlace, documentId: string) => ({
  ...(cycleId && { cycleId }),
  ...(unitId && { unitId }),
  facts: { documentId, ...place },
})

const subjectIsThere = async ({ transaction }: ActContext, { frameworkId }: Pick<GroundPlace, 'frameworkId'>): Promise<boolean> =>
  frameworkId === undefined ||
  (await transaction.selectFrom('framework').select('id').where('id', '=', frameworkId).executeTakeFirst()) !== undefined

export const showFrameworkGrounds = async (context: ActContext, frameworkId: string) => {
  if (!(await subjectIsThere(context, { frameworkId }))) return refuse(errorAt('notFound', frameworkId, { what: 'framework' }))
  const on = await todayOf(context.transaction)
  return accept({ on, grounds: await loadGrounds(context.transaction, on, sql`g.framework_id = ${frameworkId}`) })
}

/** Lets something rest on a document; once more is as good as once. */
export const setGround = async (context: ActContext, place: GroundPlace, documentId: string): Promise<Result<undefined>> => {
  const document = await loadDocument(context.transaction, documentId)
  if (!document.ok) return document
  if (!(await subjectIsThere(context, place))) return refuse(errorAt('notFound', place.frameworkId ?? '', { what: 'framework' }))
  const { numInsertedOrUpdatedRows } = await context.transaction
    .insertInto('legal_ground')
    .values({ authority_id: context.actor.authorityId, document_id: documentId, ...columnsOf(place), created_by: context.actor.personId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 1n) await recordActions(context, [{ kind: 'legalGroundSet', ...loggedOf(place, documentId) }])
  return accept(undefined)
}

export const dropGround = async (context: ActContext, place: GroundPlace, documentId: string): Promise<Result<undefined>> => {
  const { rows } = await sql`delete from legal_ground where document_id = ${documentId} and subject = ${place.subject}
    and cycle_id is not distinct from ${place.cycleId ?? null} and framework_id is not distinct from ${place.frameworkId ?? null}
    and unit_id is not distinct from ${place.unitId ?? null} returning document_id`.execute(context.transaction)
  if (rows.length === 0) return refuse(errorAt('notFound', documentId, { what: 'legalDocument' }))
  await recordActions(context, [{ kind: 'legalGroundDropped', ...loggedOf(place, documentId) }])
  return accept(undefined)
}
