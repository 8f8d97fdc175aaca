import { decimalText } from '../exact/decimal.ts'
import { type Fraction, fractionText } from '../exact/fraction.ts'
import type { Problem } from '../problem.ts'
import type { Trace } from '../score.ts'
import type { Treatment } from '../vocabulary.ts'
import type { Question } from './inputs.ts'

/**
 * What a rule gives for one set of inputs. `appliedMax` is what the points are to be measured against: the maximum, less where a part does not
 * apply, nothing where the whole does not. Points and maxima are exact fractions.
 */
export type RuleResult =
  | { readonly status: 'scored'; readonly points: Fraction; readonly appliedMax: Fraction; readonly trace: Trace }
  | {
      readonly status: 'notApplicable'
      readonly basis: string
      readonly treatment?: Treatment
      readonly points: Fraction | null
      readonly appliedMax: Fraction
      readonly trace: Trace
    }
  | { readonly status: 'notMeasured'; readonly why: string; readonly appliedMax: Fraction; readonly trace: Trace }
  | { readonly status: 'missing'; readonly needed: readonly Question[]; readonly appliedMax: Fraction }
  | { readonly status: 'refused'; readonly problems: readonly Problem[]; readonly appliedMax: Fraction }

/** Whether six decimals say all of it. */
const endsInSix = ({ d }: Fraction): boolean => 1_000_000n % d === 0n

const exactText = (points: Fraction): { readonly exact?: string } => (endsInSix(points) ? {} : { exact: fractionText(points) })

/**
 * A result as files and programs have it: points as text with at most six decimals, `exact` as a quotient where they do not end there, the
 * status's own facts beside. A refusal keeps its problems out: they are said by whoever prints it.
 */
export const formatRuleResult = (result: RuleResult): Readonly<Record<string, unknown>> => {
  const head = { status: result.status, points: null, appliedMax: decimalText(result.appliedMax) }
  if (result.status === 'refused') return head
  if (result.status === 'missing') return { ...head, needed: result.needed }
  const { trace } = result
  if (result.status === 'notMeasured') return { ...head, why: result.why, trace }
  const points = result.points && decimalText(result.points)
  if (result.status === 'scored') return { ...head, points, ...exactText(result.points), trace }
  return { ...head, points, basis: result.basis, ...(result.treatment && { treatment: result.treatment }), trace }
}
