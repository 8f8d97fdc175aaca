import { z } from 'zod'
import {
  id,
  isoDate,
  levelShape,
  moment,
  personRef,
  problemShape,
  rankingShape,
  sourceShape,
  treatmentShape,
} from '../../contract/shapes.ts'
import { rowChanges } from '../../core/framework/versions/compare-frameworks.ts'
import { absentBlockPolicies, countings } from '../../core/vocabulary.ts'

const statusShape = z.enum(['draft', 'inForce'])
export const choiceShape = z.enum(['printed', 'derived'])

export const frameworkSummary = z.object({
  id,
  title: z.string(),
  decisionNumber: z.string(),
  decisionDate: z.string(),
  sourceName: z.string().optional(),
  year: z.number().int(),
  unitGroup: z.string(),
  status: statusShape,
  leaves: z.number().int(),
  problemsLeft: z.number().int(),
  inForceFrom: isoDate.optional(),
  changedAt: moment,
  changedBy: personRef.optional(),
})
export type FrameworkSummary = z.infer<typeof frameworkSummary>

/** A rule as a file has it; what it may say stands in the JSON Schema of its kind (`parindex rules`). */
export const ruleFileShape = z.looseObject({ kind: z.string() })

/** One row of the criteria table. Points are text as they stand: a leaf's print, a parent's sum, beside it the print where it differs. */
export const frameworkRow = z.object({
  id: z.string(),
  parentId: z.string().optional(),
  code: z.string(),
  name: z.string(),
  level: levelShape,
  depth: z.number().int(),
  maxPoints: z.string(),
  printedMaxPoints: z.string().optional(),
  settled: choiceShape.optional(),
  leadUnits: z.array(z.string()),
  coordinatingUnits: z.array(z.string()),
  note: z.string().optional(),
  calculation: z.string().optional(),
  evidence: z.string().optional(),
  ifAny: z.boolean(),
  source: sourceShape,
  counting: z.enum(countings),
  notApplicable: treatmentShape.optional(),
  isLeaf: z.boolean(),
  /** How its points are given, and the sentence that a decision would use for it. */
  rule: ruleFileShape.optional(),
  ruleSentence: z.string().optional(),
  /** What the print beside the row proposes while it has no rule. */
  proposal: z.object({ rule: ruleFileShape, sentence: z.string(), isRefused: z.boolean() }).optional(),
  /** Taken over from a parent frame: it stays as it is there. */
  isOfFrame: z.boolean(),
})
export type FrameworkRow = z.infer<typeof frameworkRow>

/** A problem beside its row, with what became of it. */
export const draftProblem = z.object({
  problem: problemShape,
  key: z.string(),
  state: z.enum(['open', 'settled', 'dismissed']),
  blocks: z.boolean(),
  canDismiss: z.boolean(),
  reason: z.string().optional(),
})
export type DraftProblemView = z.infer<typeof draftProblem>

const classBand = z.object({ name: z.string(), from: z.string(), fromInclusive: z.boolean(), to: z.string(), toInclusive: z.boolean() })

export const frameworkView = z.object({
  id,
  version: z.number().int(),
  status: statusShape,
  title: z.string(),
  decision: z.object({ number: z.string(), date: z.string(), issuer: z.string() }),
  year: z.number().int(),
  unitGroup: z.string(),
  scaleTotal: z.string(),
  printedTotal: z.string().optional(),
  derivedTotal: z.string(),
  settledTotal: choiceShape.optional(),
  totalCap: z.string().nullable(),
  rankingMethod: rankingShape,
  notApplicable: treatmentShape.optional(),
  absentBlock: z.enum(absentBlockPolicies),
  classes: z.array(classBand),
  counts: z.object({ areas: z.number(), criteria: z.number(), subCriteria: z.number(), leaves: z.number() }),
  rows: z.array(frameworkRow),
  problems: z.array(draftProblem),
  /** Names of units and groups that occur, to choose from. */
  unitGroups: z.array(z.string()),
  steps: z.number().int(),
  sourceName: z.string().optional(),
  hash: z.string().optional(),
  inForceFrom: isoDate.optional(),
  /** The framework that it was made out of, or that its rows are compared with. */
  basedOn: z.object({ id, title: z.string(), year: z.number().int(), decisionNumber: z.string(), hash: z.string() }).optional(),
  /** Amends the one it is based on within its year. */
  isAmendment: z.boolean(),
  changedAt: moment,
  changedBy: personRef.optional(),
  canChange: z.boolean(),
  /** Whether the actor may make a new version out of it. */
  canDerive: z.boolean(),
})
export type FrameworkView = z.infer<typeof frameworkView>

const comparedNode = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  maxPoints: z.string(),
  depth: z.number().int(),
  isLeaf: z.boolean(),
  ruleSentence: z.string().optional(),
})
export type ComparedNode = z.infer<typeof comparedNode>

const comparedHead = z.object({
  id,
  title: z.string(),
  year: z.number().int(),
  decisionNumber: z.string(),
  status: statusShape,
  hash: z.string().optional(),
  total: z.string(),
})

/** Two frameworks row by row, and what became of the older one's rows: as a person settled it, else as names and codes propose. */
export const comparisonView = z.object({
  old: comparedHead,
  now: comparedHead,
  rows: z.array(z.object({ old: z.array(comparedNode), now: comparedNode.optional(), changes: z.array(z.enum(rowChanges)) })),
  codeMap: z.record(z.string(), z.array(z.string())),
  isSettled: z.boolean(),
  /** Frameworks in force to compare with. */
  others: z.array(z.object({ id, title: z.string(), year: z.number().int(), decisionNumber: z.string() })),
})
export type ComparisonView = z.infer<typeof comparisonView>
