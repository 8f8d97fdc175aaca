import { pointsText, subtractPoints, sumPoints } from '../../core/exact/points.ts'
import { planWords } from '../../language/reports/plan-words.ts'
import type { Block } from '../report.ts'
import { dash, paragraph, plus } from './blocks.ts'
import { lostPoints, type PlanFacts, type PlanLoss, planPoints, type PlanTask } from './plan-facts.ts'

/** The result in sentences: total, change, rank, and each area. */
export const resultBlocks = ({ result, unit, year }: PlanFacts): readonly Block[] => {
  if (result === undefined) return []
  const difference =
    result.previousPoints === undefined
      ? undefined
      : pointsText(subtractPoints(planPoints(result.points), planPoints(result.previousPoints)))
  return [
    paragraph(planWords.result({ year, unit, points: result.points, max: result.maxPoints, rank: result.rank, of: result.of, difference })),
    ...(result.areas.length > 0 ? [paragraph(planWords.areasLead(result.areas.length))] : []),
    ...result.areas.map((area, at) =>
      paragraph(planWords.areaResult(at + 1, at === result.areas.length - 1, { ...area, max: area.maxPoints })),
    ),
  ]
}

const causesOf = (loss: PlanLoss, { causes }: PlanFacts): readonly Block[] =>
  loss.causes.flatMap((id) => causes.filter((cause) => cause.id === id).map((cause) => plus(planWords.cause[cause.side](cause.text))))

/** A loss and below it its causes. */
export const lossBlocks = (losses: readonly PlanLoss[], facts: PlanFacts): readonly Block[] =>
  losses.flatMap((loss) => [dash(planWords.loss({ ...loss, max: loss.maxPoints })), ...causesOf(loss, facts)])

/** How much was lost, and for how much of it nobody knows why. */
export const lossSummary = ({ losses }: PlanFacts): readonly Block[] => {
  if (losses.length === 0) return []
  const without = losses.filter(({ causes, facts }) => causes.length === 0 && facts === undefined).length
  const zero = losses.filter(({ points }) => planPoints(points) === 0).length
  return [
    paragraph(planWords.lossCounts(losses.length, zero, pointsText(sumPoints(losses.map(lostPoints))))),
    ...(without > 0 ? [paragraph(planWords.withoutCause(without))] : []),
  ]
}

/** Losses under the areas they stand in, areas in the order of their first loss. */
export const lossesByArea = ({ losses }: PlanFacts): readonly (readonly [area: string, losses: readonly PlanLoss[]])[] => [
  ...Map.groupBy(losses, ({ area }) => area),
]

export const taskText = (task: PlanTask): string =>
  planWords.task({ ...task, coordinating: task.coordinatingUnits.join(', '), leaves: task.leaves.join(', ') })

/** Tasks under the units that lead them; those without a lead come last. */
export const tasksByUnit = (tasks: readonly PlanTask[]): readonly (readonly [unit: string | undefined, tasks: readonly PlanTask[]])[] => {
  const groups = [...Map.groupBy(tasks, ({ leadUnit }) => leadUnit)]
  return [...groups.filter(([unit]) => unit !== undefined), ...groups.filter(([unit]) => unit === undefined)]
}

/** Who carries the plan out and who follows it up. */
export const executionTexts = ({ coordinator }: PlanFacts): readonly [string, string, string] => [
  planWords.executionUnits,
  planWords.executionFollow(coordinator),
  planWords.executionDifficulties(coordinator),
]
