import { isWeekend, publicHolidays } from '../../../core/cycle/holidays.ts'
import { errorAt, type Problem } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { holidayTexts } from '../../../language/pages/holidays.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { isAllowed } from '../../../platform/policy/policy.ts'
import type { Holiday, HolidayList } from './contract.ts'

const byLaw = (year: number): Holiday[] =>
  publicHolidays(year).map(({ day, kind }) => ({ day, name: holidayTexts.kinds[kind], isWorked: false }))

/** The days off of a year as the authority keeps them; the public holidays where it has kept none. */
export const listHolidays = async ({ transaction, actor }: ActContext, year: number): Promise<Result<HolidayList>> => {
  const kept = await transaction.selectFrom('holiday_year').select('version').where('year', '=', year).executeTakeFirst()
  const rows = await transaction
    .selectFrom('holiday')
    .select(['day', 'name', 'is_worked'])
    .where('year', '=', year)
    .orderBy('day')
    .execute()
  return accept({
    year,
    version: kept?.version ?? 0,
    days: kept ? rows.map(({ day, name, is_worked }) => ({ day, name, isWorked: is_worked })) : byLaw(year),
    canChange: isAllowed(
      'changeHolidays',
      actor.grants.map(({ role }) => ({ role })),
    ),
  })
}

const checkDays = (year: number, days: readonly Holiday[]): readonly Problem[] =>
  days.flatMap(({ day, name, isWorked }, index): readonly Problem[] => [
    ...(day.startsWith(`${year}-`)
      ? []
      : [errorAt('invalidValue', `days.${index}.day`, { field: 'day', value: day, expected: String(year) })]),
    ...(days.findIndex((other) => other.day === day) < index
      ? [errorAt('alreadyExists', `days.${index}.day`, { what: 'day', value: name })]
      : []),
    ...(isWorked && !isWeekend(day)
      ? [errorAt('invalidValue', `days.${index}.day`, { field: 'day', value: day, expected: 'weekend' })]
      : []),
  ])

const takeVersion = async ({ transaction, actor }: ActContext, year: number, seen: number): Promise<boolean> => {
  if (seen > 0) {
    const { numUpdatedRows } = await transaction
      .updateTable('holiday_year')
      .set({ version: seen + 1 })
      .where('year', '=', year)
      .where('version', '=', seen)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  }
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('holiday_year')
    .values({ authority_id: actor.authorityId, year })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Writes the whole list of a year against the version that was seen. Windows that were reckoned before stay as they were told. */
export const writeHolidays = async (
  context: ActContext,
  year: number,
  seen: number,
  days: readonly Holiday[],
): Promise<Result<HolidayList>> => {
  const problems = checkDays(year, days)
  if (problems.length) return { ok: false, problems }
  if (!(await takeVersion(context, year, seen))) {
    const now = await listHolidays(context, year)
    return refuse(errorAt('changedMeanwhile', '', { version: String(now.ok ? now.value.version : 0) }))
  }
  const { transaction, actor } = context
  await transaction.deleteFrom('holiday').where('year', '=', year).execute()
  if (days.length)
    await transaction
      .insertInto('holiday')
      .values(days.map(({ day, name, isWorked }) => ({ authority_id: actor.authorityId, year, day, name, is_worked: isWorked })))
      .execute()
  await recordActions(context, [{ kind: 'holidaysChanged', facts: { year, days: days.map((each) => ({ ...each })) } }])
  return listHolidays(context, year)
}
