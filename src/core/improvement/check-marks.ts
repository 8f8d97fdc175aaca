import { type Problem, warningAt } from '../problem.ts'
import type { EmulationLine } from './emulation.ts'
import { type DivisionMark, reportPeriods } from './plan-registers.ts'

const high: readonly DivisionMark[] = ['excellent', 'good']

/** Last marks that do not fit the tasks: a high one beside tasks that fell short, and the lowest where every task was done in time. People decide; these only warn. */
export const checkMarks = (lines: readonly EmulationLine[]): readonly Problem[] =>
  lines.flatMap(({ division, person, marks, tasks, inTime, short }) => {
    const mark = reportPeriods.map((period) => marks.get(period)).findLast((each) => each !== undefined)
    const isTooHigh = mark !== undefined && high.includes(mark) && short > 0
    const isTooLow = mark === 'notCompleted' && tasks > 0 && inTime === tasks
    const facts = { who: person ?? division, mark: isTooHigh ? 'high' : 'low', short: String(short), tasks: String(tasks) } as const
    return isTooHigh || isTooLow ? [warningAt('markAgainstTasks', '', facts)] : []
  })
