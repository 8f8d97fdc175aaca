import { sql } from 'kysely'
import { type CalendarStep, checkCalendar, hasTime } from '../../core/cycle/calendar.ts'
import { readTimeWindow } from '../../core/document/time-window.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { Calendar, WrittenCalendar, WrittenStep } from './contract.ts'
import { loadCalendar } from './load-calendar.ts'

/** Until when: through the whole of a day, or to an hour of it. */
interface LastDay {
  readonly date: string
  readonly time?: string
}
/** Gives a cycle the deadline of its self-assessment. The cycle itself does it; its column is the law. */
export type SetDeadline = (context: ActContext, cycleId: string, until: LastDay) => Promise<Result<unknown>>

const stepOf = ({ id, title, words, fromTime, untilTime, responsible, coordinating, after }: WrittenStep): CalendarStep => {
  const window = readTimeWindow(words)
  return {
    id,
    title,
    words,
    ...(window && { window }),
    ...(fromTime !== undefined && { fromTime }),
    ...(untilTime !== undefined && { untilTime }),
    ...(responsible !== undefined && { responsibleUnit: responsible }),
    coordinatingUnits: coordinating,
    after,
  }
}

/** Hours of days that the words do not name, and those that leave a step no time. */
const checkHours = (step: CalendarStep): readonly Problem[] => [
  ...(step.fromTime !== undefined && step.window?.from === undefined
    ? [errorAt('invalidValue', step.id, { field: 'fromTime', value: step.fromTime, expected: 'timeWindow' })]
    : []),
  ...(step.untilTime !== undefined && (step.window === undefined || !hasTime(step))
    ? [errorAt('invalidValue', step.id, { field: 'untilTime', value: step.untilTime, expected: 'timeWindow' })]
    : []),
]

/** What cannot stand: circles, steps after unknown ones, two that open the same, one that opens without saying until when. */
const checkPlan = (written: readonly WrittenStep[], steps: readonly CalendarStep[]): readonly Problem[] => {
  const opening = written.filter(({ opens }) => opens !== undefined)
  return [
    ...checkCalendar(steps).filter(({ severity }) => severity === 'error'),
    ...steps.flatMap(checkHours),
    ...opening
      .filter(({ opens }, index) => opening.findIndex((other) => other.opens === opens) !== index)
      .map(({ id, title }) => errorAt('alreadyExists', id, { what: 'step', value: title })),
    ...opening
      .filter(({ words }) => readTimeWindow(words) === undefined)
      .map(({ id, words }) => errorAt('invalidValue', id, { field: 'words', value: words, expected: 'timeWindow' })),
    ...written
      .filter(({ id }, index) => written.findIndex((other) => other.id === id) !== index)
      .map(({ id, title }) => errorAt('alreadyExists', id, { what: 'step', value: title })),
  ]
}

const takeVersion = async ({ transaction, actor }: ActContext, cycleId: string, seen: number, cutOff: string | null): Promise<boolean> => {
  const values = { cut_off: cutOff, changed_at: sql<Date>`now()`, changed_by: actor.personId }
  if (seen > 0) {
    const { numUpdatedRows } = await transaction
      .updateTable('calendar_plan')
      .set({ ...values, version: seen + 1 })
      .where('cycle_id', '=', cycleId)
      .where('version', '=', seen)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  }
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('calendar_plan')
    .values({ ...values, authority_id: actor.authorityId, cycle_id: cycleId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

const writeSteps = async (
  { transaction, actor }: ActContext,
  cycleId: string,
  written: readonly WrittenStep[],
  steps: readonly CalendarStep[],
): Promise<void> => {
  await transaction.deleteFrom('calendar_step').where('cycle_id', '=', cycleId).execute()
  if (written.length === 0) return
  await transaction
    .insertInto('calendar_step')
    .values(
      written.map((step, index) => ({
        id: step.id,
        authority_id: actor.authorityId,
        cycle_id: cycleId,
        position: index + 1,
        title: step.title,
        words: step.words,
        from_day: steps[index]?.window?.from ?? null,
        until_day: steps[index]?.window?.until ?? null,
        from_time: step.fromTime ?? null,
        until_time: step.untilTime ?? null,
        responsible: step.responsible ?? null,
        coordinating: [...step.coordinating],
        after: [...step.after],
        opens: step.opens ?? null,
        remind_before: [...step.remindBefore],
        remind_after: [...step.remindAfter],
      })),
    )
    .execute()
}

/** Ids are the writer's own; one that stands in another cycle's plan already cannot be taken. */
const takenElsewhere = async ({ transaction }: ActContext, cycleId: string, steps: readonly WrittenStep[]): Promise<readonly Problem[]> => {
  if (steps.length === 0) return []
  const taken = await transaction
    .selectFrom('calendar_step')
    .select(['id', 'title'])
    .where('cycle_id', '<>', cycleId)
    .where(
      'id',
      'in',
      steps.map(({ id }) => id),
    )
    .execute()
  return taken.map(({ id, title }) => errorAt('alreadyExists', id, { what: 'step', value: title }))
}

/** The last day of the step that opens the self-assessment, where it is another than before. */
const changedLastDay = (written: readonly WrittenStep[], steps: readonly CalendarStep[], before: Calendar): LastDay | undefined => {
  const opening = steps[written.findIndex(({ opens }) => opens === 'selfAssessment')]
  const was = before.steps.find(({ opens }) => opens === 'selfAssessment')
  const date = opening?.window?.until
  if (date === undefined || (date === was?.until && opening?.untilTime === was.untilTime)) return undefined
  return { date, ...(opening?.untilTime !== undefined && { time: opening.untilTime }) }
}

/** Writes the whole plan. The step that opens the self-assessment hands its last day to the cycle, as its deadline; those of other rounds hold by themselves. */
export const writeCalendar =
  (setDeadline: SetDeadline) =>
  async (context: ActContext, cycleId: string, seen: number, { cutOff, steps: written }: WrittenCalendar): Promise<Result<Calendar>> => {
    const steps = written.map(stepOf)
    const problems = [...checkPlan(written, steps), ...(await takenElsewhere(context, cycleId, written))]
    if (problems.length > 0) return { ok: false, problems }
    const before = await loadCalendar(context, cycleId)
    if (!before.ok) return before
    if (before.value.version !== seen || !(await takeVersion(context, cycleId, seen, cutOff ?? null)))
      return refuse(errorAt('changedMeanwhile', '', { version: String(before.value.version) }))
    await writeSteps(context, cycleId, written, steps)
    const until = changedLastDay(written, steps, before.value)
    if (until !== undefined && ['preparing', 'selfAssessing'].includes(before.value.cycle.stage)) {
      const set = await setDeadline(context, cycleId, until)
      if (!set.ok) return set
    }
    await recordActions(context, [
      {
        kind: 'calendarChanged',
        cycleId,
        facts: {
          cutOff: cutOff ?? null,
          steps: written.map(({ title, words, opens, fromTime, untilTime }) => ({
            title,
            words,
            ...(opens && { opens }),
            ...(fromTime && { fromTime }),
            ...(untilTime && { untilTime }),
          })),
        },
      },
    ])
    const after = await loadCalendar(context, cycleId)
    return after.ok ? accept(after.value) : after
  }
