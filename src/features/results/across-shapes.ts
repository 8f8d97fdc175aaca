import { z } from 'zod'

const cellShape = z.object({
  /** The rows of that column's criteria set which this line adds up; empty where the set has no such row. */
  rows: z.array(z.object({ id: z.string(), code: z.string(), name: z.string() })),
  points: z.string().nullable(),
  appliedMax: z.string(),
  percent: z.string().nullable(),
})

/** Rows that measure the same, a cell per column; named as the newest set that has them names them. */
const lineShape = z.object({ code: z.string(), name: z.string(), cells: z.array(cellShape) })
export type LineAcross = z.infer<typeof lineShape>

/** Columns side by side, by the maps of codes of their criteria sets. */
export const acrossShape = z.object({
  areas: z.array(lineShape),
  leaves: z.array(lineShape),
  /** Pairs of criteria sets that nobody matched row by row: names and codes speak there. */
  unsettled: z.array(z.object({ old: z.string(), now: z.string() })),
})
export type Across = z.infer<typeof acrossShape>
