import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, sourceShape, statusShape, unitRef } from '../../contract/shapes.ts'
import { acrossShape } from './across-shapes.ts'
import { basisShape, bySourceShape, changeShape, sheetReply, totalShape } from './shapes.ts'

/** Places of every unit of a group over the years, by the newest publication of each cycle. */
export const seriesReply = z.object({
  group: z.string(),
  groups: z.array(z.string()),
  years: z.array(z.object({ publicationId: id, year: z.number().int(), title: z.string(), rankedUnits: z.number().int() })),
  units: z.array(
    z.object({
      unit: unitRef,
      /** As long as `years`, in their order; null where the unit was not in that year's publication. */
      years: z.array(z.object({ rank: z.number().int().nullable(), percent: z.string().nullable() }).nullable()),
    }),
  ),
})
export type Series = z.infer<typeof seriesReply>

const areaOfYear = totalShape.extend({ code: z.string(), name: z.string() })

/** One unit over the years, oldest first. */
export const unitYearsReply = z.object({
  unit: unitRef,
  years: z.array(
    z.object({
      publicationId: id,
      year: z.number().int(),
      title: z.string(),
      group: z.string(),
      rankedUnits: z.number().int(),
      total: totalShape,
      class: z.string().optional(),
      change: changeShape.optional(),
      bySource: bySourceShape.optional(),
      areas: z.array(areaOfYear),
    }),
  ),
  /** Its criteria over the years, a column per year. */
  across: acrossShape,
})
export type UnitYears = z.infer<typeof unitYearsReply>

/** A leaf across the units of a group; points are sums over units. */
export const criterionRow = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  area: z.string(),
  source: sourceShape,
  maxPoints: z.string(),
  full: z.number().int(),
  between: z.number().int(),
  zero: z.number().int(),
  notApplicable: z.number().int(),
  missing: z.number().int(),
  notMeasured: z.number().int(),
  given: z.string(),
  lost: z.string(),
  /** Of units where claim and decision are both known; absent where claims are not for the reader. */
  claims: z
    .object({ both: z.number().int(), lowered: z.number().int(), raised: z.number().int(), claimed: z.string(), given: z.string() })
    .optional(),
})
export type CriterionRow = z.infer<typeof criterionRow>

export const criteriaReply = z.object({
  cycle: z.object({ id, year: z.number().int(), title: z.string() }),
  basis: basisShape,
  group: z.string(),
  groups: z.array(z.string()),
  units: z.number().int(),
  rows: z.array(criterionRow),
})
export type Criteria = z.infer<typeof criteriaReply>

const leafStanding = z.object({ status: statusShape, points: z.string().optional() })
export const criterionReply = z.object({
  cycle: z.object({ id, year: z.number().int(), title: z.string() }),
  basis: basisShape,
  group: z.string(),
  row: criterionRow,
  units: z.array(z.object({ unit: unitRef, given: leafStanding, claimed: leafStanding.optional(), reason: z.string().optional() })),
})
export type Criterion = z.infer<typeof criterionReply>

const inGroup = z.object({ group: z.string().optional() })
const ofNode = inGroup.extend({ node: z.string() })
const ofPublication = z.object({ publicationId: id })
const inCycle = z.object({ cycleId: id })

/** How many columns stand side by side at most. */
export const comparedAtMost = 6
const columnText = /^[0-9a-f-]{36}~[0-9a-f-]{36}$/

export const seenRoutes = {
  series: route({
    method: 'GET',
    path: '/api/results/series',
    act: 'readPublications',
    about: 'authority',
    summary: 'Places and percents of a group over the published years',
    query: inGroup,
    reply: seriesReply,
  }),
  unitYears: route({
    method: 'GET',
    path: '/api/units/:unitId/results',
    act: 'readPublications',
    about: 'unit',
    summary: 'One unit over the published years, with its areas',
    params: z.object({ unitId: id }),
    reply: unitYearsReply,
  }),
  comparison: route({
    method: 'GET',
    path: '/api/results/comparison',
    act: 'readPublications',
    about: 'authority',
    summary: 'Published sheets side by side: `columns` is `publication~unit`, joined by commas',
    query: z.object({
      columns: z
        .string()
        .transform((text) => text.split(',').filter((part) => part !== ''))
        .refine((parts) => parts.length <= comparedAtMost && parts.every((part) => columnText.test(part)), 'columns'),
    }),
    reply: z.object({ sheets: z.array(sheetReply), across: acrossShape }),
  }),
  criteria: route({
    method: 'GET',
    path: '/api/publications/:publicationId/criteria',
    act: 'readPublications',
    about: 'authority',
    summary: 'Every criterion of a publication across the units of a group',
    params: ofPublication,
    query: inGroup,
    reply: criteriaReply,
  }),
  criterion: route({
    method: 'GET',
    path: '/api/publications/:publicationId/criterion',
    act: 'readPublications',
    about: 'authority',
    summary: 'One criterion of a publication, unit by unit',
    params: ofPublication,
    query: ofNode,
    reply: criterionReply,
  }),
  liveCriteria: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/criteria',
    act: 'readResults',
    about: 'cycle',
    summary: 'Every criterion across the units of a group, as the scores stand',
    params: inCycle,
    query: inGroup,
    reply: criteriaReply,
  }),
  liveCriterion: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/criterion',
    act: 'readResults',
    about: 'cycle',
    summary: 'One criterion, unit by unit, as the scores stand',
    params: inCycle,
    query: ofNode,
    reply: criterionReply,
  }),
}
