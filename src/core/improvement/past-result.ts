import { z } from 'zod'
import { parsePoints, pointsText, sumPoints, zeroPoints } from '../exact/points.ts'
import { sources } from '../vocabulary.ts'
import { names, node, points, words, year } from './plan-shapes.ts'

const rank = z.number().int().min(1).max(100_000)

const row = z.strictObject({
  id: node,
  code: z.string().max(200).default(''),
  name: words,
  area: node,
  source: z.enum(sources).default('appraised'),
  maxPoints: points,
  /** Absent where the paper gives none. */
  points: points.optional(),
  headings: z
    .array(z.strictObject({ code: z.string().max(200), name: words }))
    .max(5)
    .default([]),
  /** What a roadmap says of the row beside its points. */
  requirements: names,
  leadUnits: names,
  coordinatingUnits: names,
  targets: z.record(z.string().regex(/^20\d{2}$/), points).default({}),
})

/** A result of an earlier year as its paper has it, entered by hand or taken from the paper's table. Ids are codes where these are unique. */
export const pastResultShape = z.strictObject({
  title: z.string().trim().max(2000).default(''),
  /** Number and day of the paper. */
  document: words.optional(),
  rank: rank.optional(),
  of: rank.optional(),
  previousPoints: points.optional(),
  /** Percent or points of the other units of that year, best first: the field against which a goal is measured. */
  field: z.array(points).max(2000).default([]),
  areas: z
    .array(
      z.strictObject({
        id: node,
        code: z.string().max(200).default(''),
        name: words,
        maxPoints: points.optional(),
        points: points.optional(),
        rank: rank.optional(),
        of: rank.optional(),
      }),
    )
    .min(1)
    .max(100),
  rows: z.array(row).max(1000).default([]),
  targetYears: z.array(year).max(3).default([]),
})
export type PastResult = z.output<typeof pastResultShape>
export type PastRow = PastResult['rows'][number]

const sum = (texts: readonly (string | undefined)[]): string =>
  pointsText(sumPoints(texts.map((text) => parsePoints(text ?? '') ?? zeroPoints)))

/** Points and maximum of one area: as the paper gives them, else the sums of its rows. */
export const areaFigures = (
  past: PastResult,
  area: PastResult['areas'][number],
): { readonly points: string; readonly maxPoints: string } => {
  const rows = past.rows.filter((each) => each.area === area.id)
  return {
    points: area.points ?? sum(rows.map((each) => each.points)),
    maxPoints: area.maxPoints ?? sum(rows.map(({ maxPoints }) => maxPoints)),
  }
}

/** Points and maximum of the whole. */
export const totalFigures = (past: PastResult): { readonly points: string; readonly maxPoints: string } => {
  const areas = past.areas.map((area) => areaFigures(past, area))
  return { points: sum(areas.map((area) => area.points)), maxPoints: sum(areas.map(({ maxPoints }) => maxPoints)) }
}
