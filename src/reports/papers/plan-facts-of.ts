import type { PlanFile } from '../../core/improvement/plan-file.ts'
import { planWords } from '../../language/reports/plan-words.ts'
import { citedDate } from '../../language/reports/paper-words.ts'
import type { PlanFacts, PlanTargetRow, PlanTask } from './plan-facts.ts'

/** What a plan does not say itself: whose it is, and who follows it up. */
export interface PlanOwner {
  readonly unit: string
  readonly coordinator: string
}

type AreaNames = ReadonlyMap<string, string>

const resultOf = ({ result, areas }: PlanFile): PlanFacts['result'] =>
  result && {
    ...result,
    areas: areas.flatMap(({ name, points, maxPoints, rank, of }) =>
      points === undefined ? [] : [{ name, points, maxPoints, ...(rank !== undefined && { rank }), ...(of !== undefined && { of }) }],
    ),
  }

const lossesOf = (plan: PlanFile, names: AreaNames): PlanFacts['losses'] =>
  plan.losses.map(({ code, name, area, maxPoints, points, facts, causes, leaf }) => ({
    code: code || leaf,
    name,
    area: names.get(area) ?? area,
    maxPoints,
    points,
    ...(facts !== undefined && { facts }),
    causes,
  }))

const codesOf = ({ losses, targets }: PlanFile): ReadonlyMap<string, string> =>
  new Map([...targets, ...losses].flatMap(({ leaf, code }) => (code === '' ? [] : [[leaf, code] as const])))

const deadlineOf = ({ deadline, until }: PlanFile['tasks'][number]): string | undefined =>
  deadline ?? (until === undefined ? undefined : planWords.until(citedDate(until)))

const taskOf = (task: PlanFile['tasks'][number], names: AreaNames, codes: ReadonlyMap<string, string>): PlanTask => {
  const deadline = deadlineOf(task)
  return {
    title: task.title,
    ...(task.area !== undefined && { area: names.get(task.area) ?? task.area }),
    leaves: task.leaves.map((leaf) => codes.get(leaf) ?? leaf),
    ...(task.leadUnit !== undefined && { leadUnit: task.leadUnit }),
    coordinatingUnits: task.coordinatingUnits,
    ...(deadline !== undefined && { deadline }),
    ...(task.product !== undefined && { product: task.product }),
  }
}

const headingRow = (code: string, name: string): PlanTargetRow => ({
  code,
  name,
  targets: {},
  requirements: [],
  leadUnits: [],
  coordinatingUnits: [],
})

/** A row with the tasks that serve it: what has to be done, who leads, who helps. */
const targetRow = (row: PlanFile['targets'][number], tasks: PlanFile['tasks']): PlanTargetRow => {
  const serving = tasks.filter(({ leaves }) => leaves.includes(row.leaf))
  const each = (of: (task: PlanFile['tasks'][number]) => readonly string[]): string[] => [...new Set(serving.flatMap(of))]
  return {
    code: row.code,
    name: row.name,
    maxPoints: row.maxPoints,
    ...(row.result !== undefined && { result: row.result }),
    targets: row.targets,
    requirements: each(({ title, requirements }) => (requirements.length > 0 ? requirements : [title])),
    leadUnits: each(({ leadUnit }) => (leadUnit === undefined ? [] : [leadUnit])),
    coordinatingUnits: each(({ coordinatingUnits }) => coordinatingUnits),
  }
}

/** Rows in their order; area and headings stand once above the rows they head. */
const targetsOf = (plan: PlanFile, tasks: PlanFile['tasks']): PlanFacts['targets'] => {
  if (plan.targetYears.length === 0 || plan.targets.length === 0) return undefined
  const areas = new Map(plan.areas.map((area) => [area.id, area]))
  let above: readonly string[] = []
  const rows = plan.targets.flatMap((row) => {
    const area = areas.get(row.area)
    const headings = [...(area ? [{ code: area.code, name: area.name }] : []), ...row.headings]
    const path = headings.map(({ code, name }) => `${code} ${name}`)
    const isNew = (at: number): boolean => path.slice(0, at + 1).some((heading, level) => above[level] !== heading)
    const news = headings.filter((_, at) => isNew(at)).map(({ code, name }) => headingRow(code, name))
    above = path
    return [...news, targetRow(row, tasks)]
  })
  return { years: plan.targetYears, rows }
}

const goalOf = ({ goals, actionYear, result }: PlanFile): PlanFacts['goal'] => {
  const goal = goals.find(({ year, area }) => year === actionYear && area === undefined)
  return (
    goal && {
      ...(goal.points !== undefined && { points: goal.points }),
      ...(goal.rank !== undefined && { rank: goal.rank }),
      ...(result && { maxPoints: result.maxPoints, ...(result.of !== undefined && { of: result.of }) }),
    }
  )
}

const areaTargetsOf = ({ goals, actionYear, areas }: PlanFile): PlanFacts['areaTargets'] =>
  goals.flatMap(({ year, area: id, points }) => {
    const area = areas.find((each) => each.id === id)
    return year === actionYear && area && points !== undefined ? [{ area: area.name, points, maxPoints: area.maxPoints }] : []
  })

/**
 * A plan in its file form as the facts of its papers (remedial plan, improvement plan, plan with roadmap). Areas and criteria go by name and code,
 * tasks that were given up are left out; goals are those of the year in which the plan is carried out. Facts of a plan without tasks are refused
 * by {@link planFactsShape}, for such a plan is none.
 */
export const planFactsOf = (plan: PlanFile, { unit, coordinator }: PlanOwner): PlanFacts => {
  const names = new Map(plan.areas.map(({ id, name }) => [id, name]))
  const codes = codesOf(plan)
  const tasks = plan.tasks.filter(({ state }) => state !== 'cancelled')
  const [result, goal, targets] = [resultOf(plan), goalOf(plan), targetsOf(plan, tasks)]
  return {
    unit,
    year: plan.year,
    actionYear: plan.actionYear,
    ...(result && { result }),
    purposes: plan.purposes,
    requirements: plan.requirements,
    strengths: plan.strengths,
    study: plan.study,
    causes: plan.causes.map(({ id, text, side }) => ({ id, text, side })),
    losses: lossesOf(plan, names),
    ...(goal && { goal }),
    areaTargets: areaTargetsOf(plan),
    tasks: tasks.map((task) => taskOf(task, names, codes)),
    ...(targets && { targets }),
    coordinator,
  }
}
