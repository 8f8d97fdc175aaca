import type { ReadResult } from '../document/read-result.ts'
import { pointsText, zeroPoints } from '../exact/points.ts'
import { leavesOf } from '../framework/walk.ts'
import { fold } from '../fold.ts'
import { errorAt, type Problem } from '../problem.ts'
import { refuse, type Result } from '../result.ts'
import type { Roadmap, RoadmapRow } from '../roadmap/roadmap.ts'
import { pastResultShape, type PastResult } from './past-result.ts'
import type { z } from 'zod'

type Draft = z.input<typeof pastResultShape>
type Read = { readonly past: Draft; readonly problems: readonly Problem[] }

const accepted = (past: Draft, problems: readonly Problem[]): Result<{ past: PastResult; problems: readonly Problem[] }> => {
  const read = pastResultShape.safeParse(past)
  return read.success
    ? { ok: true, value: { past: read.data, problems } }
    : refuse(errorAt('noTable', '', { kind: 'scoreSheet' }), ...problems)
}

/**
 * A past result out of a paper's table: a roadmap with its result column, a unit's score sheet (its last round), or a ranking, where `unit` names the row.
 * The doubts of the reading stand beside it; a table of another kind holds no result.
 */
export const pastOfReading = (reading: ReadResult, unit: string): Result<{ past: PastResult; problems: readonly Problem[] }> => {
  const read = reading.roadmap
    ? { past: ofRoadmap(reading.roadmap), problems: reading.problems }
    : reading.scoreSheet
      ? ofSheet(reading)
      : ofRanking(reading, unit)
  return read === undefined
    ? refuse(errorAt('noTable', '', { kind: 'scoreSheet' }), ...reading.problems)
    : accepted(read.past, read.problems)
}

const isHeading = ({ points }: RoadmapRow): boolean => Object.keys(points).length === 0
const depthOf = (code: string | null): number => (code === null ? Number.POSITIVE_INFINITY : code.split('.').length)

/** A row without points heads what follows: an area where its code has one part, else a heading below the area, until a row whose code is no longer below it. */
const ofRoadmap = ({ title, rows, roles, columns }: Roadmap): Draft => {
  const resultColumn = columns.findLast((column) => roles[column] === 'result')
  const years = columns.filter((column) => roles[column] === 'target')
  const areas: Draft['areas'] = []
  const found: NonNullable<Draft['rows']> = []
  let heading: { code: string; name: string } | undefined
  for (const row of rows) {
    if (isHeading(row) && depthOf(row.code) === 1) areas.push({ id: row.id, code: row.code ?? '', name: row.name })
    else if (isHeading(row)) heading = { code: row.code ?? '', name: row.name }
    else found.push(roadmapRow(row, { area: areas.at(-1)?.id ?? '', heading, resultColumn, years }))
    if (isHeading(row) && depthOf(row.code) === 1) heading = undefined
  }
  return { title: title ?? '', areas, rows: found, targetYears: years.map(Number) }
}

interface RoadmapPlace {
  readonly area: string
  readonly heading: { readonly code: string; readonly name: string } | undefined
  readonly resultColumn: string | undefined
  readonly years: readonly string[]
}

const roadmapRow = (row: RoadmapRow, { area, heading, resultColumn, years }: RoadmapPlace): NonNullable<Draft['rows']>[number] => {
  const points = resultColumn === undefined ? undefined : row.points[resultColumn]
  const isBelow = heading !== undefined && row.code?.startsWith(`${heading.code}.`)
  return {
    id: row.id,
    code: row.code ?? '',
    name: row.name,
    area,
    maxPoints: pointsText(row.points['max'] ?? zeroPoints),
    ...(points !== undefined && { points: pointsText(points) }),
    headings: isBelow ? [heading] : [],
    requirements: [...row.requirements],
    leadUnits: [...row.leadUnits],
    coordinatingUnits: [...row.coordinatingUnits],
    targets: Object.fromEntries(years.flatMap((year) => (row.points[year] === undefined ? [] : [[year, pointsText(row.points[year])]]))),
  }
}

const ofSheet = ({ scoreSheet, framework, problems }: ReadResult): Read | undefined => {
  if (scoreSheet === undefined || framework === undefined) return undefined
  const column = scoreSheet.columns.findLast((each) => each !== 'max')
  const rowOf = new Map(scoreSheet.rows.map((row) => [row.id, row]))
  const rows = framework.nodes.flatMap((area) =>
    leavesOf([area])
      .filter(({ counting }) => counting === 'base')
      .map((leaf) => {
        const points = column === undefined ? undefined : rowOf.get(leaf.id)?.points[column]
        return {
          id: leaf.id,
          code: leaf.code,
          name: leaf.name,
          area: area.id,
          source: leaf.source,
          maxPoints: pointsText(leaf.maxPoints),
          ...(points !== undefined && { points: pointsText(points) }),
        }
      }),
  )
  return {
    past: { title: scoreSheet.title ?? '', areas: framework.nodes.map(({ id, code, name }) => ({ id, code, name })), rows },
    problems,
  }
}

/** A ranking gives the place and the sums of areas, no rows. */
const ofRanking = ({ ranking, problems }: ReadResult, unit: string): Read | undefined => {
  const own = ranking?.rows.find((row) => fold(row.unit) === fold(unit))
  if (ranking === undefined || own === undefined) return undefined
  const peers = ranking.rows.filter(({ group }) => group === own.group)
  const areas = ranking.columns.flatMap((name, at) => {
    const points = own.values[name]
    return points === undefined ? [] : [{ id: String(at + 1), code: String(at + 1), name, points: pointsText(points) }]
  })
  const total = own.points ?? own.percent
  return {
    past: {
      title: ranking.title ?? '',
      ...(own.rank !== null && { rank: own.rank }),
      of: peers.length,
      field: peers.flatMap((row) => {
        const points = row.percent ?? row.points
        return row === own || points === undefined ? [] : [pointsText(points)]
      }),
      areas: areas.length > 0 ? areas : [{ id: '1', name: own.unit, ...(total !== undefined && { points: pointsText(total) }) }],
    },
    problems,
  }
}
