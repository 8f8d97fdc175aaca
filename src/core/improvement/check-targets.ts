import { type Points, pointsText } from '../exact/points.ts'
import { errorAt, type Problem, warningAt } from '../problem.ts'
import { type Goal, sumTargets, type TargetRow } from './targets.ts'

/**
 * Targets against the result and the maximum, year against year, goals against the sums of their parts, and a rank against the size of the field.
 * A target above the maximum is an error; one below the result or below the year before is a warning, since a plan may mean it. `fieldSize` is how many units are ranked.
 * Source: domain notes, section 3.4; R003-16, R003-17, R004-06, R004-21 of the requirements.
 */
export const checkTargets = (
  rows: readonly TargetRow[],
  goals: readonly Goal[],
  years: readonly number[],
  fieldSize?: number,
): readonly Problem[] => [...rows.flatMap((row) => checkRow(row, years)), ...goals.flatMap((goal) => checkGoal(goal, rows, fieldSize))]

const checkRow = (row: TargetRow, years: readonly number[]): readonly Problem[] => {
  let before = row.result
  return years.flatMap((year) => {
    const target = row.targets.get(year)
    if (target === undefined) return []
    const found = checkTarget(row, String(year), target, before)
    before = target
    return found
  })
}

const checkTarget = (row: TargetRow, column: string, target: Points, before: Points | undefined): readonly Problem[] => {
  if (target < 0) return [errorAt('belowPoints', row.leaf, { points: pointsText(target), min: '0' })]
  if (target > row.maxPoints)
    return [errorAt('targetAboveMax', row.leaf, { column, target: pointsText(target), max: pointsText(row.maxPoints) })]
  if (before !== undefined && target < before)
    return [warningAt('targetBelowResult', row.leaf, { column, target: pointsText(target), result: pointsText(before) })]
  return []
}

const checkGoal = (goal: Goal, rows: readonly TargetRow[], fieldSize: number | undefined): readonly Problem[] => {
  const at = goal.area ?? 'total'
  const sums = sumTargets(goal.area === undefined ? rows : rows.filter(({ area }) => area === goal.area), [goal.year])
  const parts = sums.targets.get(goal.year) as Points
  const column = String(goal.year)
  return [
    ...(goal.points !== undefined && goal.points > sums.maxPoints
      ? [errorAt('targetAboveMax', at, { column, target: pointsText(goal.points), max: pointsText(sums.maxPoints) })]
      : goal.points !== undefined && goal.points > parts
        ? [warningAt('goalAboveParts', at, { column, goal: pointsText(goal.points), parts: pointsText(parts) })]
        : []),
    ...(goal.rank !== undefined && fieldSize !== undefined && (goal.rank < 1 || goal.rank > fieldSize)
      ? [errorAt('outOfRange', at, { field: 'rank', value: String(goal.rank), from: '1', to: String(fieldSize) })]
      : []),
  ]
}
