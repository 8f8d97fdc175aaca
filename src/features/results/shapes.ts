import { z } from 'zod'
import {
  decisionShape,
  id,
  levelShape,
  moment,
  roundShape,
  sourceShape,
  stageShape,
  statusShape,
  treatmentShape,
  unitRef,
} from '../../contract/shapes.ts'

/** A sum as results print it: points and applied maximum as exact decimals where they end, percent with six decimals. */
export const totalShape = z.object({
  points: z.string().nullable(),
  appliedMax: z.string(),
  percent: z.string().nullable(),
  rank: z.number().int().nullable().optional(),
})
export type Total = z.infer<typeof totalShape>

/** Against the cycle before: points, percent and places gained. */
export const changeShape = z.object({ points: z.string().optional(), percent: z.string().optional(), rank: z.number().int().optional() })
export type ChangeMessage = z.infer<typeof changeShape>

export const rankedUnit = z.object({
  unit: unitRef,
  ranked: z.boolean(),
  total: totalShape,
  class: z.string().optional(),
  missing: z.number().int(),
  notApplicable: z.number().int(),
  change: changeShape.optional(),
  /** By node id of the areas. */
  areas: z.record(z.string(), totalShape),
})
export type RankedUnit = z.infer<typeof rankedUnit>

export const areaShape = z.object({ id: z.string(), code: z.string(), name: z.string(), maxPoints: z.string() })
export type Area = z.infer<typeof areaShape>

/** Where figures come from: scores as they stand now, or a frozen publication. */
export const basisShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('live'), round: roundShape, rounds: z.array(roundShape), stage: stageShape, asOf: moment }),
  z.object({
    kind: z.literal('published'),
    publicationId: id,
    number: z.number().int(),
    title: z.string(),
    publishedAt: moment,
    hash: z.string(),
    decision: decisionShape.optional(),
  }),
])
export type Basis = z.infer<typeof basisShape>

export const rankingReply = z.object({
  cycle: z.object({ id, year: z.number().int(), title: z.string() }),
  basis: basisShape,
  group: z.string(),
  groups: z.array(z.string()),
  areas: z.array(areaShape),
  units: z.array(rankedUnit),
})
export type RankingReply = z.infer<typeof rankingReply>

export const bySourceShape = z.object({ appraised: z.string(), survey: z.string(), external: z.string(), panel: z.string() })

/** One row of a unit's sheet; leaves carry what was claimed and given, parents their sums. */
export const sheetRow = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  level: levelShape,
  depth: z.number().int(),
  isLeaf: z.boolean(),
  source: sourceShape,
  maxPoints: z.string(),
  claimed: totalShape.extend({ status: statusShape.optional() }).optional(),
  given: totalShape
    .extend({
      status: statusShape.optional(),
      reason: z.string().optional(),
      /** Why the leaf does not apply. */
      basis: z.string().optional(),
      treatment: treatmentShape.optional(),
    })
    .optional(),
})
export type SheetRow = z.infer<typeof sheetRow>

export const sheetReply = z.object({
  unit: unitRef,
  group: z.string(),
  cycle: z.object({ id, year: z.number().int(), title: z.string() }),
  basis: basisShape,
  claimed: totalShape.optional(),
  given: totalShape.optional(),
  class: z.string().optional(),
  change: changeShape.optional(),
  /** Points by who measured them. */
  bySource: bySourceShape.optional(),
  rankedUnits: z.number().int(),
  /** Mean percent of the ranked units of the group, by area; present where the reader may know it. */
  groupMeans: z.record(z.string(), z.string()).optional(),
  rows: z.array(sheetRow),
})
export type SheetReply = z.infer<typeof sheetReply>
