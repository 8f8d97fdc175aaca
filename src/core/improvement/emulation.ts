import { comparedName } from '../organisation/same-name.ts'
import type { FollowedTask, TaskStanding } from './follow.ts'
import { isOwnTask } from './own-tasks.ts'
import type { PlanFile } from './plan-file.ts'
import { type DivisionMark, type ReportPeriod, reportPeriods } from './plan-registers.ts'

type EmulationParts = Pick<PlanFile, 'marks' | 'activities' | 'rewards'>

/** What a division or a person brings to the judging at the end of the year: marks of the periods, tasks by how they went, initiatives and rewards. */
export interface EmulationLine {
  readonly division: string
  /** Absent for the division itself. */
  readonly person?: string
  readonly marks: ReadonlyMap<ReportPeriod, DivisionMark>
  readonly tasks: number
  readonly inTime: number
  /** Done after their day, past it, or given up. */
  readonly short: number
  readonly initiatives: number
  /** In words, rewards and discipline alike, as they were decided. */
  readonly rewards: readonly string[]
}

const isSame = (a: string, b: string | undefined): boolean => b !== undefined && comparedName(a) === comparedName(b)

const shortStandings: readonly TaskStanding[] = ['late', 'doneLate', 'cancelled']

/**
 * A line per lead unit in the order of its first task, then per other division that has a mark, then per person who is named in a task or has a mark, sorted by name. A task counts for its lead unit
 * and for the persons named in it. Sources: R000-33, R004-51, R004-52 of the requirements (the quarterly mark counts in emulation of collectives and persons).
 */
export const emulationLines = (
  plan: EmulationParts,
  tasks: readonly FollowedTask[],
  standingOf: (task: FollowedTask) => TaskStanding,
): readonly EmulationLine[] => {
  const divisions = distinct([...tasks.flatMap(({ leadUnit }) => leadUnit ?? []), ...plan.marks.map(({ division }) => division)])
  const persons = distinct([...tasks.flatMap((task) => task.persons), ...plan.marks.flatMap(({ person }) => person ?? [])])
  const lineOf = (division: string, person: string | undefined, own: readonly FollowedTask[]): EmulationLine => ({
    division,
    ...(person !== undefined && { person }),
    marks: marksOf(plan, division, person),
    tasks: own.length,
    inTime: own.filter((task) => standingOf(task) === 'done').length,
    short: own.filter((task) => shortStandings.includes(standingOf(task))).length,
    initiatives: person === undefined ? initiativesOf(plan, division) : 0,
    rewards: plan.rewards.filter(({ who }) => isSame(who, person ?? division)).map(({ form }) => form),
  })
  return [
    ...divisions.map((division) =>
      lineOf(
        division,
        undefined,
        tasks.filter(({ leadUnit }) => isSame(division, leadUnit)),
      ),
    ),
    ...persons.sort().map((person) => {
      const own = tasks.filter((task) => isOwnTask({ ...task, coordinatingUnits: [] }, { divisions: [], person }))
      const division = plan.marks.find((mark) => isSame(person, mark.person))?.division ?? own[0]?.leadUnit ?? ''
      return lineOf(division, person, own)
    }),
  ]
}

const distinct = (names: readonly string[]): string[] =>
  [...new Map(names.toReversed().map((name) => [comparedName(name), name])).values()].reverse()

const marksOf = (plan: EmulationParts, division: string, person: string | undefined): ReadonlyMap<ReportPeriod, DivisionMark> =>
  new Map(
    reportPeriods.flatMap((period) => {
      const found = plan.marks.findLast(
        (mark) =>
          mark.period === period &&
          (person === undefined ? mark.person === undefined && isSame(division, mark.division) : isSame(person, mark.person)),
      )
      return found ? [[period, found.mark] as const] : []
    }),
  )

const initiativesOf = ({ activities }: EmulationParts, division: string): number =>
  activities.filter((activity) => activity.kind === 'initiative' && activity.doneOn !== undefined && isSame(division, activity.division))
    .length
