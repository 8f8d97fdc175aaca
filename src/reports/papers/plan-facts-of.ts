import type { PlanFile } from '../../core/improvement/plan-file.ts'

type Names = ReadonlyMap<string, string>

const ranksOf = ({ rank, of }: { readonly rank?: number | undefined; readonly of?: number | undefined }) => ({
  ...(rank !== undefined && { rank }),
  ...(of !== undefined && { of }),
})

const resultOf = ({ result, areas }: PlanFile) =>
  result && {
    points: result.points,
    maxPoints: result.maxPoints,
    ...(result.previousPoints !== undefined && { previousPoints: result.previousPoints }),
    ...ranksOf(result),
    areas: areas.flatMap(({ name, points, maxPoints, ...rest }) =>
      points === undefined ? [] : [{ name, points, maxPoints, ...ranksOf(rest) }],
    ),
  }

const tasksOf = ({ tasks }: PlanFile, areaNames: Names, codes: Names) =>
  tasks.map(({ title, area, leaves, leadUnit, coordinatingUnits, deadline, product }) => ({
    title,
    ...(area !== undefined && areaNames.has(area) && { area: areaNames.get(area) }),
    leaves: leaves.map((leaf) => codes.get(leaf) ?? leaf),
    ...(leadUnit !== undefined && { leadUnit }),
    coordinatingUnits,
    ...(deadline !== undefined && { deadline }),
    ...(product !== undefined && { product }),
  }))

/** Rows of the annex: areas and headings as they come, below them each leaf with what its tasks require and who does them. */
const targetsOf = ({ targets, targetYears, areas, tasks }: PlanFile) => {
  const last: { area?: string; headings: readonly string[] } = { headings: [] }
  const rows = targets.flatMap((row) => {
    const heads: { code: string; name: string }[] = []
    const area = areas.find(({ id }) => id === row.area)
    if (last.area !== row.area && area) heads.push({ code: area.code, name: area.name })
    const headings = row.headings.map(({ code, name }) => `${code} ${name}`)
    heads.push(...row.headings.filter((_, at) => last.area !== row.area || last.headings[at] !== headings[at]))
    last.area = row.area
    last.headings = headings
    const own = tasks.filter(({ leaves }) => leaves.includes(row.leaf))
    return [
      ...heads,
      {
        code: row.code,
        name: row.name,
        maxPoints: row.maxPoints,
        ...(row.result !== undefined && { result: row.result }),
        targets: Object.fromEntries(targetYears.map((year) => [String(year), row.targets[String(year)] ?? row.result ?? '0'])),
        requirements: own.flatMap(({ requirements }) => requirements),
        leadUnits: [...new Set(own.flatMap(({ leadUnit }) => leadUnit ?? []))],
        coordinatingUnits: [...new Set(own.flatMap(({ coordinatingUnits }) => coordinatingUnits))],
      },
    ]
  })
  return targetYears.length > 0 && rows.length > 0 ? { years: targetYears, rows } : undefined
}

/** What the papers of a plan are made of, in the shape of `planFactsShape`; whoever composes names what is missing. `coordinator` is the office that follows the plan up. */
export const planFactsOf = (plan: PlanFile, unit: string, coordinator: string): object => {
  const areaNames: Names = new Map(plan.areas.map(({ id, name }) => [id, name]))
  const codes: Names = new Map([...plan.targets, ...plan.losses].map(({ leaf, code }) => [leaf, code === '' ? leaf : code]))
  const goal = plan.goals.find(({ year, area }) => area === undefined && year === plan.actionYear)
  const areaOf = new Map(plan.areas.map((area) => [area.id, area]))
  const targets = targetsOf(plan)
  const result = resultOf(plan)
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
    losses: plan.losses.map(({ code, leaf, name, area, maxPoints, points, facts, causes }) => ({
      code: code === '' ? leaf : code,
      name,
      area: areaNames.get(area) ?? area,
      maxPoints,
      points,
      ...(facts !== undefined && { facts }),
      causes,
    })),
    ...(goal && {
      goal: {
        ...(goal.points !== undefined && { points: goal.points }),
        ...(plan.result && { maxPoints: plan.result.maxPoints }),
        ...ranksOf({ rank: goal.rank, of: plan.result?.of }),
      },
    }),
    areaTargets: plan.goals.flatMap(({ year, area, points }) => {
      const found = area === undefined ? undefined : areaOf.get(area)
      return found && points !== undefined && year === plan.actionYear ? [{ area: found.name, points, maxPoints: found.maxPoints }] : []
    }),
    tasks: tasksOf(plan, areaNames, codes),
    ...(targets && { targets }),
    coordinator,
  }
}
