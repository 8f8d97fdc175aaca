import { sql } from 'kysely'
import type { RouteContract } from '../../contract/route.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { type Stage, stages } from '../../core/vocabulary.ts'
import type { Transaction } from '../database/transaction.ts'
import { type Actor, relationOf, type SubjectUnit } from '../policy/actor.ts'
import type { Standing } from '../policy/policy.ts'

interface Subject {
  readonly unit?: SubjectUnit
  readonly stage?: Stage
  readonly year?: number
}

interface Place {
  readonly cycleId?: string
  readonly unitId?: string
  readonly year?: number
}

const isStage = (text: string | null): text is Stage => (stages as readonly string[]).includes(text ?? '')

interface SubjectRow {
  unit_id: string | null
  parent_id: string | null
  kind: string | null
  divisions: string[]
  leads: string[]
  year: number | null
  stage: string | null
  interest: 'declared' | 'waived' | null
}

const stageSource = {
  unit: sql`null::text`,
  cycle: sql`(select stage from cycle where id = ids.cycle_id)`,
  cycleUnit: sql`(select stage from cycle_unit cu where cu.cycle_id = ids.cycle_id and cu.unit_id = ids.unit_id)`,
}

/** Who works inside the unit `u` or for it: its divisions, and units of their own that were given a part of its sheet. */
const within = sql`
  array(select d.id::text from unit d where d.parent_id = u.id and d.kind = 'division') as divisions,
  array(select distinct p.division_id::text from division_part p join unit d on d.id = p.division_id
    where p.unit_id = u.id and d.kind <> 'division') as leads`

const subjectOf = ({ unit_id, parent_id, kind, divisions, leads, interest, stage, year }: SubjectRow): Subject => ({
  ...(unit_id && { unit: { id: unit_id, parentId: parent_id, kind: kind ?? '', divisions, leads, ...(interest && { interest }) } }),
  ...(isStage(stage) && { stage }),
  ...(year && { year }),
})

/** Finds the unit and the stage that the path names; what does not exist for this authority is not found. */
const loadSubject = async (
  transaction: Transaction,
  { personId }: Actor,
  about: Exclude<RouteContract['about'], 'authority'>,
  params: Place,
): Promise<Result<Subject>> => {
  const { rows } = await sql<SubjectRow>`
    select u.id as unit_id, u.parent_id, u.kind,
      ${within}, ${stageSource[about]} as stage,
      (select year from cycle where id = ids.cycle_id) as year,
      (select case when i.waived_at is null then 'declared' else 'waived' end from declared_interest i
        where i.cycle_id = ids.cycle_id and i.unit_id = ids.unit_id and i.person_id = ${personId}) as interest
    from (select ${params.cycleId ?? null}::uuid as cycle_id, ${params.unitId ?? null}::uuid as unit_id) ids
    left join unit u on u.id = ids.unit_id`.execute(transaction)
  const [row] = rows
  const { year = params.year, ...subject } = row ? subjectOf(row) : {}
  if (about !== 'cycle' && !subject.unit) return refuse(errorAt('notFound', params.unitId ?? '', { what: 'unit' }))
  if (about !== 'unit' && !subject.stage) return refuse(errorAt('notFound', params.cycleId ?? '', { what: 'cycle' }))
  return accept({ ...subject, ...(year && { year }) })
}

/** In a predecessor a role counts from its first year on. */
const standingsTo = (actor: Actor, { unit, stage, year }: Subject): readonly Standing[] =>
  actor.grants
    .filter(({ fromYear }) => fromYear === undefined || year === undefined || fromYear <= year)
    .map((grant) => ({ role: grant.role, ...(unit && { relation: relationOf(grant, actor, unit) }), ...(stage && { stage }) }))

/** Every way in which the actor stands to what the route is about. */
export const standingsOf = async (
  transaction: Transaction,
  actor: Actor,
  contract: RouteContract,
  params: Place,
): Promise<Result<readonly Standing[]>> => {
  if (contract.about === 'authority') return accept(actor.grants.map(({ role }) => ({ role })))
  const subject = await loadSubject(transaction, actor, contract.about, params)
  if (!subject.ok) return subject
  return accept(standingsTo(actor, subject.value))
}

/** Every way in which the actor stands to each of several units of a cycle, at the stage of each; one statement however many. */
export const standingsOfUnits = async (
  transaction: Transaction,
  actor: Actor,
  { cycleId, unitIds }: { readonly cycleId: string; readonly unitIds: readonly string[] },
): Promise<ReadonlyMap<string, readonly Standing[]>> => {
  const { rows } = await sql<SubjectRow>`
    select u.id as unit_id, u.parent_id, u.kind, ${within}, cu.stage, c.year,
      case when i.person_id is null then null when i.waived_at is null then 'declared' else 'waived' end as interest
    from cycle_unit cu join unit u on u.id = cu.unit_id join cycle c on c.id = cu.cycle_id
    left join declared_interest i on i.cycle_id = cu.cycle_id and i.unit_id = cu.unit_id and i.person_id = ${actor.personId}
    where cu.cycle_id = ${cycleId} and cu.unit_id = any(${[...unitIds]}::uuid[])`.execute(transaction)
  return new Map(rows.flatMap((row) => (row.unit_id ? [[row.unit_id, standingsTo(actor, subjectOf(row))] as const] : [])))
}
