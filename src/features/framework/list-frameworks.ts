import { sql } from 'kysely'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { FrameworkSummary } from './framework-shapes.ts'
import { decisionNumber } from './decision-number.ts'
import { mayDo } from './load-framework.ts'
import { listUnitGroups } from './unit-groups.ts'

/** Frameworks, newest year first; drafts only for those who may read them. */
export const listFrameworks = async (
  context: ActContext,
): Promise<Result<{ frameworks: FrameworkSummary[]; unitGroups: string[]; canChange: boolean }>> => {
  const statuses = mayDo(context, 'readFrameworkDrafts') ? (['draft', 'inForce'] as const) : (['inForce'] as const)
  const canChange = mayDo(context, 'changeFrameworks')
  const rows = await context.transaction
    .selectFrom('framework as f')
    .leftJoin('person as p', 'p.id', 'f.changed_by')
    .select(['f.id', 'f.title', 'f.year', 'f.unit_group', 'f.status', 'f.leaves', 'f.problems_left', 'f.in_force_from', 'f.changed_at'])
    .select(['p.id as person_id', 'p.name as person_name'])
    .select(decisionNumber.as('decision_number'))
    .select(sql<string | null>`coalesce(f.document #>> '{framework,decision,date}', f.document #>> '{decision,date}')`.as('decision_date'))
    .select('f.source_name')
    .where('f.status', 'in', statuses)
    .orderBy('f.year', 'desc')
    .orderBy('f.unit_group')
    .orderBy('f.changed_at', 'desc')
    .execute()
  const frameworks = rows.map((row) => ({
    id: row.id,
    title: row.title,
    decisionNumber: row.decision_number ?? '',
    decisionDate: row.decision_date ?? '',
    ...(row.source_name && { sourceName: row.source_name }),
    year: row.year,
    unitGroup: row.unit_group,
    status: row.status,
    leaves: row.leaves,
    problemsLeft: row.problems_left,
    ...(row.in_force_from && { inForceFrom: row.in_force_from }),
    changedAt: row.changed_at.toISOString(),
    ...(row.person_id && { changedBy: { id: row.person_id, name: row.person_name ?? '' } }),
  }))
  return accept({ frameworks, unitGroups: canChange ? await listUnitGroups(context) : [], canChange })
}
