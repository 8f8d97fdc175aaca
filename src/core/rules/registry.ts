import { z } from 'zod'
import type { NestedRule } from './common.ts'
import type { RuleKind } from './kind.ts'
import { best } from './kinds/best.ts'
import { bonusPenalty } from './kinds/bonus-penalty.ts'
import { choice } from './kinds/choice.ts'
import { conditional } from './kinds/conditional.ts'
import { conditions } from './kinds/conditions.ts'
import { deadline } from './kinds/deadline.ts'
import { deduct } from './kinds/deduct.ts'
import { externalIndex } from './kinds/external-index.ts'
import { formula } from './kinds/formula.ts'
import { groupAdjustment } from './kinds/group-adjustment.ts'
import { linear } from './kinds/linear.ts'
import { manual } from './kinds/manual.ts'
import { panel } from './kinds/panel.ts'
import { peerRelative } from './kinds/peer-relative.ts'
import { perItem } from './kinds/per-item.ts'
import { ratio } from './kinds/ratio.ts'
import { steps } from './kinds/steps.ts'
import { sum } from './kinds/sum.ts'
import { survey } from './kinds/survey.ts'

/** The kinds of rules in the order K1–K19 of the catalogue. */
export const ruleKindNames = [
  'choice',
  'deadline',
  'steps',
  'linear',
  'ratio',
  'perItem',
  'conditions',
  'sum',
  'best',
  'conditional',
  'deduct',
  'formula',
  'peerRelative',
  'survey',
  'externalIndex',
  'panel',
  'manual',
  'bonusPenalty',
  'groupAdjustment',
] as const
export type RuleKindName = (typeof ruleKindNames)[number]

/** Every kind; one that is missing here does not compile. */
export const ruleKinds = {
  choice,
  deadline,
  steps,
  linear,
  ratio,
  perItem,
  conditions,
  sum,
  best,
  conditional,
  deduct,
  formula,
  peerRelative,
  survey,
  externalIndex,
  panel,
  manual,
  bonusPenalty,
  groupAdjustment,
} as const satisfies { readonly [Name in RuleKindName]: unknown }

export type RuleOf<Name extends RuleKindName> = (typeof ruleKinds)[Name] extends RuleKind<infer Rule> ? Rule : never
/** A rule as it was read: points and figures exact, formulas ready to run. */
export type Rule = { [Name in RuleKindName]: RuleOf<Name> }[RuleKindName]

export const isRuleKind = (kind: unknown): kind is RuleKindName => ruleKindNames.some((each) => each === kind)

/** The kind of a rule that was read, for work that is the same for all. */
export const kindOf = (rule: NestedRule): RuleKind<NestedRule> => {
  if (!isRuleKind(rule.kind)) throw new Error(`no rule kind ${rule.kind}`)
  return ruleKinds[rule.kind] as unknown as RuleKind<NestedRule>
}

/** A rule inside another one has passed the same reading as the outermost. */
export const asRule = (nested: NestedRule): Rule => nested as Rule

/** The shape of any rule: its `kind` says which one it is read by. */
export const ruleShape: z.ZodType<NestedRule> = z
  .looseObject({ kind: z.enum(ruleKindNames) })
  .transform((raw, context): NestedRule => {
    const read = shapes()[raw.kind].safeParse(raw)
    if (read.success) return read.data
    for (const issue of read.error.issues) context.issues.push({ ...issue, input: raw } as z.core.$ZodRawIssue)
    return z.NEVER
  })
  .meta({ description: 'A rule of any kind' })

/** Each kind's shape, built once. */
export const shapeOf = (kind: RuleKindName): z.ZodType<NestedRule> => shapes()[kind]

type Shapes = Readonly<Record<RuleKindName, z.ZodType<NestedRule>>>
let built: Shapes | undefined
const shapes = (): Shapes => {
  built ??= Object.fromEntries(ruleKindNames.map((name) => [name, kindOf({ kind: name }).shape(ruleShape)])) as unknown as Shapes
  return built
}
