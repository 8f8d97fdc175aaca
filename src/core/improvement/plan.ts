import { parsePoints, type Points, subtractPoints, zeroPoints } from '../exact/points.ts'
import { nodeId } from '../ids.ts'
import { errorAt, type Problem } from '../problem.ts'
import { accept, type Result } from '../result.ts'
import { shapeProblems } from '../shape-problems.ts'
import { checkCauses } from './check-causes.ts'
import { checkTargets } from './check-targets.ts'
import { checkTasks } from './check-tasks.ts'
import type { FollowedTask } from './follow.ts'
import { type Cause, causeId, type Loss } from './loss.ts'
import { type PlanFile, planShape } from './plan-file.ts'
import { type Goal, sumTargets, type TargetRow } from './targets.ts'
import { taskId } from './task.ts'

/** Reads a plan out of JSON: its shape, and that every name it refers to is there; all problems at once. */
export const parsePlan = (input: unknown): Result<PlanFile> => {
  const read = planShape.safeParse(input)
  if (!read.success) return { ok: false, problems: shapeProblems(read.error, input) }
  const problems = [...repeated(read.data), ...unknownNames(read.data)]
  return problems.length > 0 ? { ok: false, problems } : accept(read.data)
}

const repeated = ({ losses, causes, tasks, targets }: PlanFile): readonly Problem[] =>
  [
    ['losses', losses.map(({ leaf }) => leaf)] as const,
    ['causes', causes.map(({ id }) => id)] as const,
    ['tasks', tasks.map(({ id }) => id)] as const,
    ['targets', targets.map(({ leaf }) => leaf)] as const,
  ].flatMap(([place, ids]) =>
    ids.flatMap((id, at) => (ids.indexOf(id) < at ? [errorAt('alreadyExists', `${place}[${at}]`, { what: 'id', value: id })] : [])),
  )

const unknownNames = ({ losses, causes }: PlanFile): readonly Problem[] => {
  const known = new Set(causes.map(({ id }) => id))
  return losses.flatMap((loss, at) =>
    loss.causes.filter((id) => !known.has(id)).map(() => errorAt('notFound', `losses[${at}].causes`, { what: 'cause' })),
  )
}

const pointsOf = (text: string): Points => parsePoints(text) ?? zeroPoints

export const lossesOf = ({ losses }: PlanFile): readonly Loss[] =>
  losses.map(({ leaf, area, maxPoints, points, lost, causes, kind, facts, ...rest }) => ({
    ...rest,
    leaf: nodeId(leaf),
    area: nodeId(area),
    maxPoints: pointsOf(maxPoints),
    points: pointsOf(points),
    lost: pointsOf(lost),
    causes: causes.map(causeId),
    ...(kind !== undefined && { kind }),
    ...(facts !== undefined && { facts }),
  }))

export const causesOf = ({ causes }: PlanFile): readonly Cause[] =>
  causes.map(({ id, text, side, division }) => ({ id: causeId(id), text, side, ...(division !== undefined && { division }) }))

export const tasksOf = ({ tasks }: PlanFile): readonly FollowedTask[] =>
  tasks.map(({ id, title, leaves, coordinatingUnits, persons, requirements, state, share, ...rest }) => ({
    id: taskId(id),
    title,
    leaves: leaves.map(nodeId),
    coordinatingUnits,
    persons,
    requirements,
    state,
    share,
    ...(rest.area !== undefined && { area: nodeId(rest.area) }),
    ...(rest.leadUnit !== undefined && { leadUnit: rest.leadUnit }),
    ...(rest.product !== undefined && { product: rest.product }),
    ...(rest.deadline !== undefined && { deadline: rest.deadline }),
    ...(rest.until !== undefined && { until: rest.until }),
    ...(rest.doneOn !== undefined && { doneOn: rest.doneOn }),
    ...(rest.budget !== undefined && { budget: BigInt(rest.budget) }),
    ...(rest.estimate && { estimate: { ...rest.estimate, gains: gainsOf(rest.estimate.gains) } }),
  }))

const gainsOf = (gains: Readonly<Record<string, string>>) =>
  new Map(Object.entries(gains).map(([leaf, gain]) => [nodeId(leaf), pointsOf(gain)]))

export const targetRowsOf = ({ targets }: PlanFile): readonly TargetRow[] =>
  targets.map(({ leaf, area, source, maxPoints, result, targets: years }) => ({
    leaf: nodeId(leaf),
    area: nodeId(area),
    source,
    maxPoints: pointsOf(maxPoints),
    ...(result !== undefined && { result: pointsOf(result) }),
    targets: new Map(Object.entries(years).map(([year, target]) => [Number(year), pointsOf(target)])),
  }))

/**
 * Rows of targets with, for each area, one more row for what the listed rows leave out: an area may be known as a sum alone, and bonus and penalty have no row of their own.
 * What is left out aims at what it has.
 */
export const allTargetRowsOf = (plan: PlanFile): readonly TargetRow[] => {
  const rows = targetRowsOf(plan)
  const rest = plan.areas.flatMap((area): readonly TargetRow[] => {
    if (area.points === undefined) return []
    const own = sumTargets(
      rows.filter((row) => row.area === area.id),
      [],
    )
    const maxPoints = subtractPoints(pointsOf(area.maxPoints), own.maxPoints)
    const result = subtractPoints(pointsOf(area.points), own.result)
    return maxPoints === 0 && result === 0
      ? []
      : [{ leaf: nodeId(`rest ${area.id}`), area: nodeId(area.id), source: 'appraised', maxPoints, result, targets: new Map() }]
  })
  return [...rows, ...rest]
}

export const goalsOf = ({ goals }: PlanFile): readonly Goal[] =>
  goals.map(({ year, area, points, rank }) => ({
    year,
    ...(area !== undefined && { area: nodeId(area) }),
    ...(points !== undefined && { points: pointsOf(points) }),
    ...(rank !== undefined && { rank }),
  }))

/** Everything that is doubtful in a plan, by part: causes, tasks, targets and goals. `fieldSize` is how many units are ranked. */
export const checkPlan = (plan: PlanFile, fieldSize?: number): readonly Problem[] => {
  const losses = lossesOf(plan)
  return [
    ...checkCauses(losses, causesOf(plan)),
    ...checkTasks(losses, tasksOf(plan)),
    ...checkTargets(allTargetRowsOf(plan), goalsOf(plan), plan.targetYears, fieldSize),
  ]
}
