import { z } from 'zod'
import { type Points, parsePoints } from '../exact/points.ts'
import { absentBlockPolicies, countings, nodeLevels, rankings, sources, treatments } from '../vocabulary.ts'

/** What stands after `format` in the file; a reader refuses another one. */
export const frameworkFormat = 'parindex/framework@1'

/** Points in a file: text with a decimal point or comma, at most four decimals; a JSON number is refused, floats are no points. */
const points = z.string().transform((text, context): Points => {
  const parsed = parsePoints(text)
  if (parsed !== undefined) return parsed
  context.issues.push({ code: 'custom', input: text, params: { problem: 'invalidPoints' } })
  return z.NEVER
})

const names = z.array(z.string()).default([])

const nodeShape = z.object({
  id: z.string().min(1).optional(),
  code: z.string().default(''),
  name: z.string(),
  level: z.enum(nodeLevels).optional(),
  maxPoints: points.optional(),
  printedMaxPoints: points.optional(),
  settled: z.enum(['printed', 'derived']).optional(),
  counting: z.enum(countings).optional(),
  source: z.enum(sources).optional(),
  notApplicable: z.enum(treatments).optional(),
  leadUnits: names,
  coordinatingUnits: names,
  note: z.string().optional(),
  calculation: z.string().optional(),
  ifAny: z.boolean().optional(),
  evidence: z.string().optional(),
  rule: z.looseObject({ kind: z.string() }).optional(),
  fromFrame: z.literal(true).optional(),
  get children() {
    return z.array(nodeShape).default([])
  },
})
/** A node as the file writes it, with points already exact. */
export type NodeFile = z.output<typeof nodeShape>

const classShape = z.object({ name: z.string(), from: points, fromInclusive: z.boolean(), to: points, toInclusive: z.boolean() })

const rankingShape = z.object({
  method: z.enum(rankings).default('competition'),
  tieBreak: z.array(z.string()).default([]),
  precision: z.union([z.literal('full'), z.number().int().min(0).max(12)]).default('full'),
})

const decisionShape = z.object({ number: z.string().default(''), date: z.string().default(''), issuer: z.string().default('') })

/** `parindex/framework@1`: what a file must have and what it may leave out. */
export const frameworkShape = z.object({
  format: z.literal(frameworkFormat),
  title: z.string(),
  decision: decisionShape.default({ number: '', date: '', issuer: '' }),
  year: z.number().int().min(0).max(9999),
  unitGroup: z.string().default(''),
  version: z.string().optional(),
  inForceFrom: z.string().optional(),
  supersedes: z.string().optional(),
  basedOn: z.string().optional(),
  codeMap: z.record(z.string(), z.array(z.string())).optional(),
  scaleTotal: points.default(parsePoints('100') as Points),
  printedTotal: points.optional(),
  settledTotal: z.enum(['printed', 'derived']).optional(),
  totalCap: points.nullable().default(parsePoints('100') as Points),
  ranking: rankingShape.default({ method: 'competition', tieBreak: [], precision: 'full' }),
  notApplicable: z.enum(treatments).optional(),
  absentBlock: z.enum(absentBlockPolicies).default('rescale'),
  classes: z.array(classShape).default([]),
  nodes: z.array(nodeShape).min(1),
})
/** A file `parindex/framework@1` after its shape was checked and what it may leave out filled in; points are exact already, sums are not yet looked at. */
export type FrameworkFile = z.output<typeof frameworkShape>
