import { parsePoints, pointsText, subtractPoints, zeroPoints } from '../exact/points.ts'
import { areaFigures, type PastResult, type PastRow, totalFigures } from './past-result.ts'
import type { PlanFile } from './plan-file.ts'
import type { PlanBeginning } from './plan-of-result.ts'

const pointsOf = (text: string | undefined) => parsePoints(text ?? '') ?? zeroPoints

/** A row of a paper below its maximum; a row without points lost all, since the paper counts it. */
const lossOf = (row: PastRow, repeatedFrom: readonly number[]): readonly PlanFile['losses'][number][] => {
  const lost = subtractPoints(pointsOf(row.maxPoints), pointsOf(row.points))
  if (lost <= 0) return []
  return [
    {
      leaf: row.id,
      code: row.code,
      name: row.name,
      area: row.area,
      source: row.source,
      maxPoints: row.maxPoints,
      points: row.points ?? '0',
      lost: pointsText(lost),
      missing: row.points === undefined,
      disputed: false,
      repeatedFrom: [...repeatedFrom],
      documents: [],
      causes: [],
      ...(row.source === 'survey' && { kind: 'survey' as const }),
    },
  ]
}

/** A row that says who leads it is a task as well, as in the annex of seed plan 4. */
const taskOf = (row: PastRow, at: number): readonly PlanFile['tasks'][number][] =>
  row.requirements.length === 0 && row.leadUnits.length === 0
    ? []
    : [
        {
          id: `t${at + 1}`,
          title: row.name,
          area: row.area,
          leaves: [row.id],
          ...(row.leadUnits.length > 0 && { leadUnit: row.leadUnits.join(', ') }),
          coordinatingUnits: [...row.coordinatingUnits],
          persons: [],
          requirements: [...row.requirements],
          state: 'notStarted',
          share: 0,
        },
      ]

/** A plan's beginning out of a result that was entered from its paper. `earlier` are lost rows of earlier years, by code. */
export const planOfPast = (past: PastResult, earlier: ReadonlyMap<string, readonly number[]> = new Map()): PlanBeginning => {
  const total = totalFigures(past)
  return {
    result: {
      ...total,
      ...(past.previousPoints !== undefined && { previousPoints: past.previousPoints }),
      ...(past.rank !== undefined && { rank: past.rank }),
      ...(past.of !== undefined && { of: past.of }),
    },
    areas: past.areas.map((area) => ({
      id: area.id,
      code: area.code,
      name: area.name,
      leaves: past.rows.filter((row) => row.area === area.id).length,
      ...areaFigures(past, area),
      ...(area.rank !== undefined && { rank: area.rank }),
      ...(area.of !== undefined && { of: area.of }),
    })),
    losses: past.rows.flatMap((row) => lossOf(row, earlier.get(row.code) ?? [])),
    tasks: past.rows.flatMap(taskOf),
    targetYears: past.targetYears,
    targets: past.rows.map(({ id, code, area, source, name, headings, maxPoints, points, targets }) => ({
      leaf: id,
      code,
      area,
      source,
      name,
      headings,
      maxPoints,
      ...(points !== undefined && { result: points }),
      targets,
    })),
  }
}
