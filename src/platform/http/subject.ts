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
}

const isStage = (text: string | null): text is Stage => (stages as readonly string[]).includes(text ?? '')

interface SubjectRow {
  unit_id: string | null
  parent_id: string | null
  kind: string | null
  divisions: string[]
  stage: string | null
  interest: 'declared' | 'waived' | null
}

const stageSource = {
  unit: sql`null::text`,
  cycle: sql`(select stage from cycle where id = ids.cycle_id)`,
  cycleUnit: sql`(select stage from cycle_unit cu where cu.cycle_id = ids.cycle_id and cu.unit_id = ids.unit_id)`,
}

/** Finds the unit and the stage that the path names; what does not exist for this authority is not found. */
const loadSubject = async (
  transaction: Transaction,
  { personId }: Actor,
  about: Exclude<RouteContract['about'], 'authority'>,
  params: { readonly cycleId?: string; readonly unitId?: string },
): Promise<Result<Subject>> => {
  const { rows } = await sql<SubjectRow>`
    select u.id as unit_id, u.parent_id, u.kind,
      array(select d.id::text from unit d where d.parent_id = u.id and d.kind = 'division') as divisions, ${stageSource[about]} as stage,
      (select case when i.waived_at is null then 'declared' else 'waived' end from declared_interest i
        where i.cycle_id = ids.cycle_id and i.unit_id = ids.unit_id and i.person_id = ${personId}) as interest
    from (select ${params.cycleId ?? null}::uuid as cycle_id, ${params.unitId ?? null}::uuid as unit_id) ids
    left join unit u on u.id = ids.unit_id`.execute(transaction)
  const row = rows[0]
  const unit = row?.unit_id
    ? {
        id: row.unit_id,
        parentId: row.parent_id,
        kind: row.kind ?? '',
        divisions: row.divisions,
        ...(row.interest && { interest: row.interest }),
      }
    : undefined
  if (about !== 'cycle' && !unit) return refuse(errorAt('notFound', params.unitId ?? '', { what: 'unit' }))
  if (about !== 'unit' && !isStage(row?.stage ?? null)) return refuse(errorAt('notFound', params.cycleId ?? '', { what: 'cycle' }))
  return accept({ ...(unit && { unit }), ...(isStage(row?.stage ?? null) && { stage: row?.stage as Stage }) })
}

/** Every way in which the actor stands to what the route is about. */
export const standingsOf = async (
  transaction: Transaction,
  actor: Actor,
  contract: RouteContract,
  params: { readonly cycleId?: string; readonly unitId?: string },
): Promise<Result<readonly Standing[]>> => {
  if (contract.about === 'authority') return accept(actor.grants.map(({ role }) => ({ role })))
  const subject = await loadSubject(transaction, actor, contract.about, params)
  if (!subject.ok) return subject
  const { unit, stage } = subject.value
  return accept(
    actor.grants.map((grant) => ({
      role: grant.role,
      ...(unit && { relation: relationOf(grant, actor, unit) }),
      ...(stage && { stage }),
    })),
  )
}
