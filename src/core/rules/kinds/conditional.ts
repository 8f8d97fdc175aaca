import { z } from 'zod'
import { errorAt, type Problem } from '../../problem.ts'
import { commonFields, type NestedShape } from '../common.ts'
import { larger } from '../formula/arithmetic.ts'
import { maxLeft, type Outcome, ruleKind, type ScoreContext, scored, traceOf } from '../kind.ts'
import { amountShape, formulaShape } from '../parameters.ts'
import { ruleTrace } from '../trace.ts'

const branchShape = (nested: NestedShape) =>
  z
    .strictObject({
      rule: nested.optional(),
      points: amountShape.optional(),
      notApplicable: z.string().min(1).max(500).optional().meta({ description: 'Basis on which the criterion does not apply here' }),
    })
    .meta({ description: 'What holds in this case: another rule, fixed points, or not applicable with its basis' })
type Branch = z.output<ReturnType<typeof branchShape>>

const branchProblems = ({ rule, points, notApplicable }: Branch, at: string): readonly Problem[] =>
  [rule, points, notApplicable].filter((each) => each !== undefined).length === 1
    ? []
    : [errorAt('exactlyOneOf', at, { fields: ['rule', 'points', 'notApplicable'] })]

const take = (branch: Branch, holds: boolean, text: string, context: ScoreContext): Outcome | undefined => {
  if (branch.notApplicable !== undefined) return { status: 'notApplicable', basis: branch.notApplicable }
  const facts = { if: text, holds: String(holds) }
  if (branch.points) {
    const points = context.points(branch.points)
    return scored(points, [ruleTrace('branch', points, facts), ruleTrace('fixed', points)])
  }
  const result = branch.rule && context.score(branch.rule)
  if (!result || result.status === 'missing' || result.status === 'refused') return undefined
  if (result.status === 'notApplicable') return { status: 'notApplicable', basis: result.basis }
  if (result.status === 'notMeasured') return { status: 'notMeasured', why: result.why }
  const left = branch.rule && maxLeft(context, branch.rule, result)
  return scored(result.points, [ruleTrace('branch', result.points, facts, traceOf(result))], left)
}

/**
 * K10: one rule where a condition holds, another where it does not; either may be fixed points, or say that the criterion does not apply.
 * Only the inputs of the branch that is taken are asked for. Source: shapes 28–31 of the domain notes ("if any", no dossier in the year).
 */
export const conditional = ruleKind({
  shape: (nested: NestedShape) =>
    z.strictObject({
      kind: z.literal('conditional'),
      ...commonFields,
      if: formulaShape,
      then: branchShape(nested),
      else: branchShape(nested),
    }),
  nested: (rule) =>
    (['then', 'else'] as const).flatMap((side) => {
      const inner = rule[side].rule
      return inner ? [{ at: `${side}.rule`, rule: inner }] : []
    }),
  amounts: (rule) =>
    (['then', 'else'] as const).flatMap((side) => {
      const { points } = rule[side]
      return points ? [{ at: `${side}.points`, amount: points }] : []
    }),
  derivedMax: (rule, maxOf) => {
    const maxima = [rule.then.rule, rule.else.rule].map((each) => each && maxOf(each)).filter((each) => each !== undefined)
    return maxima.length > 0 ? maxima.reduce(larger) : undefined
  },
  check: (rule) => [...branchProblems(rule.then, 'then'), ...branchProblems(rule.else, 'else')],
  score: (rule, context) => {
    const holds = context.flag(rule.if)
    return holds === undefined ? undefined : take(holds ? rule.then : rule.else, holds, rule.if.text, context)
  },
  examples: [
    {
      name: 'letters of apology only where a dossier was late, else full points',
      rule: {
        kind: 'conditional',
        max: '0.5',
        if: 'lateDossiers > 0',
        then: { rule: { kind: 'ratio', numerator: 'letters', denominator: 'lateDossiers' } },
        else: { points: '100%' },
      },
      inputs: { lateDossiers: '0' },
      expect: { status: 'scored', points: '0.5', appliedMax: '0.5' },
    },
    {
      name: 'a criterion that arises only "if any"',
      rule: {
        kind: 'conditional',
        max: '1',
        if: 'arises',
        then: {
          rule: {
            kind: 'choice',
            options: [
              { value: 'yes', points: '100%' },
              { value: 'no', points: '0' },
            ],
          },
        },
        else: { notApplicable: 'does not arise' },
      },
      inputs: { arises: false },
      expect: { status: 'notApplicable', points: null, appliedMax: '0' },
    },
  ],
})
