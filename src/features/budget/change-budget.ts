import { sql } from 'kysely'
import type { Telling } from '../../contract/telling.ts'
import { type BudgetLine, type BudgetStage, checkBudgetDecisions, decidedLines } from '../../core/cycle/budget.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { budgetTexts } from '../../language/pages/budget.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { BudgetAppraisal, BudgetChange, BudgetView } from './contract.ts'
import { type BudgetRow, loadBudget, viewOf } from './load-budget.ts'

/** Brings tellings to people; the notices are another feature's. */
export type TellOfBudget = (context: ActContext, tellings: readonly Telling[]) => Promise<number>

/** The estimate as it was seen and in one of the stages in which the act is done. */
const seenBudget = async (
  context: ActContext,
  cycleId: string,
  version: number,
  stages: readonly BudgetStage[],
): Promise<Result<BudgetRow>> => {
  const budget = await loadBudget(context, cycleId, true)
  if (!budget.ok) return budget
  if (budget.value.version !== version) return refuse(errorAt('changedMeanwhile', '', { version: String(budget.value.version) }))
  if (!stages.includes(budget.value.stage)) return refuse(errorAt('budgetFrozen', '', { stage: budget.value.stage }))
  return budget
}

const shown = async (context: ActContext, cycleId: string): Promise<Result<BudgetView>> => {
  const budget = await loadBudget(context, cycleId)
  return budget.ok ? accept(viewOf(budget.value)) : budget
}

interface Stored {
  readonly stage: BudgetStage
  readonly lines: readonly BudgetLine[]
  readonly financeUnitId: string | null
  readonly opinion?: string
}

const store = async (
  { transaction, actor }: ActContext,
  cycleId: string,
  { stage, lines, financeUnitId, opinion }: Stored,
): Promise<void> => {
  const isAppraised = stage === 'appraised'
  const today = isAppraised ? sql`(select (now() at time zone time_zone)::date from authority where id = ${actor.authorityId})` : sql`null`
  await sql`
    insert into cycle_budget as b (authority_id, cycle_id, finance_unit_id, stage, lines, opinion, appraised_on, appraised_by, changed_by)
    values (${actor.authorityId}, ${cycleId}, ${financeUnitId}, ${stage}, ${JSON.stringify(lines)}, ${opinion ?? null}, ${today},
      ${isAppraised ? actor.personId : null}, ${actor.personId})
    on conflict (authority_id, cycle_id) do update set finance_unit_id = excluded.finance_unit_id, stage = excluded.stage, lines = excluded.lines,
      opinion = excluded.opinion, appraised_on = excluded.appraised_on, appraised_by = excluded.appraised_by,
      version = b.version + 1, changed_at = now(), changed_by = excluded.changed_by`.execute(transaction)
}

const repeatedIds = (lines: readonly { readonly id: string }[]): readonly Problem[] =>
  lines.flatMap(({ id }, at) =>
    lines.findIndex((line) => line.id === id) < at ? [errorAt('alreadyExists', `lines.${at}`, { what: 'id', value: id })] : [],
  )

/** Draws the estimate up, or changes it while it is a draft. */
export const changeBudget = async (
  context: ActContext,
  cycleId: string,
  version: number,
  { lines, financeUnitId }: BudgetChange,
): Promise<Result<BudgetView>> => {
  const budget = await seenBudget(context, cycleId, version, ['draft'])
  if (!budget.ok) return budget
  const unit =
    financeUnitId === undefined
      ? undefined
      : await context.transaction.selectFrom('unit').select('id').where('id', '=', financeUnitId).executeTakeFirst()
  const problems = [
    ...repeatedIds(lines),
    ...(financeUnitId !== undefined && !unit ? [errorAt('unknownUnit', 'financeUnitId', { unit: financeUnitId })] : []),
  ]
  if (problems.length > 0) return refuse(...problems)
  await store(context, cycleId, { stage: 'draft', lines, financeUnitId: financeUnitId ?? null })
  await recordActions(context, [{ kind: 'budgetChanged', cycleId, facts: { lines: lines.length } }])
  return shown(context, cycleId)
}

const tellingsOf = async ({ transaction }: ActContext, { cycle, finance_unit, version }: BudgetRow): Promise<readonly Telling[]> => {
  const unitId = finance_unit?.id ?? ''
  const { rows } = await sql<{ id: string }>`
    select distinct p.id from role_grant g join person p on p.id = g.person_id and p.active
    where g.unit_id = ${unitId} and g.role in ('unitOfficer', 'headOfUnit') and g.valid @> today()`.execute(transaction)
  return rows.map(({ id }) => ({
    personId: id,
    cycleId: cycle.id,
    unitId,
    title: budgetTexts.notice.title,
    body: budgetTexts.notice.body(cycle.title),
    link: `/du-toan/${unitId}`,
    key: `budget ${cycle.id} ${version}`,
  }))
}

/** Hands the estimate to the unit in charge of finance, whose people are told. */
export const submitBudget = async (
  context: ActContext,
  cycleId: string,
  version: number,
  tellPeople: TellOfBudget,
): Promise<Result<BudgetView>> => {
  const budget = await seenBudget(context, cycleId, version, ['draft'])
  if (!budget.ok) return budget
  const { lines, finance_unit } = budget.value
  const problems = [
    ...(lines.length === 0 ? [errorAt('budgetLacks', 'lines', { item: '', lacks: 'lines' })] : []),
    ...(finance_unit === null ? [errorAt('budgetLacks', 'financeUnitId', { item: '', lacks: 'financeUnit' })] : []),
  ]
  if (problems.length > 0 || finance_unit === null) return refuse(...problems)
  await store(context, cycleId, { stage: 'submitted', lines, financeUnitId: finance_unit.id })
  await tellPeople(context, await tellingsOf(context, budget.value))
  await recordActions(context, [{ kind: 'budgetSubmitted', cycleId, unitId: finance_unit.id, facts: { lines: lines.length } }])
  return shown(context, cycleId)
}

/** Makes the estimate a draft again; what was allowed no longer holds. */
export const takeBackBudget = async (context: ActContext, cycleId: string, version: number): Promise<Result<BudgetView>> => {
  const budget = await seenBudget(context, cycleId, version, ['submitted', 'appraised'])
  if (!budget.ok) return budget
  const { lines, finance_unit } = budget.value
  await store(context, cycleId, { stage: 'draft', lines: decidedLines(lines, []), financeUnitId: finance_unit?.id ?? null })
  await recordActions(context, [{ kind: 'budgetTakenBack', cycleId, facts: {} }])
  return shown(context, cycleId)
}

/** Finance says what is allowed of every line, and how the money should be allocated. */
export const appraiseBudget = async (
  context: ActContext,
  { unitId, cycleId }: { readonly unitId: string; readonly cycleId: string },
  version: number,
  { decisions, opinion }: BudgetAppraisal,
): Promise<Result<BudgetView>> => {
  const budget = await loadBudget(context, cycleId)
  if (!budget.ok) return budget
  if (budget.value.finance_unit?.id !== unitId) return refuse(errorAt('notFound', cycleId, { what: 'budget' }))
  const seen = await seenBudget(context, cycleId, version, ['submitted'])
  if (!seen.ok) return seen
  const problems = checkBudgetDecisions(seen.value.lines, decisions)
  if (problems.length > 0) return refuse(...problems)
  await store(context, cycleId, { stage: 'appraised', lines: decidedLines(seen.value.lines, decisions), financeUnitId: unitId, opinion })
  await recordActions(context, [{ kind: 'budgetAppraised', cycleId, unitId, facts: { lines: decisions.length } }])
  return shown(context, cycleId)
}
