import { decimalText } from '../exact/decimal.ts'
import type { Fraction } from '../exact/fraction.ts'
import type { Trace } from '../score.ts'

/** What a rule did, word by word; `src/language` has a sentence for each. */
export const ruleSteps = [
  'scored',
  'input',
  'choice',
  'onTime',
  'late',
  'afterwards',
  'notDone',
  'listed',
  'band',
  'otherwise',
  'belowFloor',
  'capped',
  'proportion',
  'ratio',
  'zeroDenominator',
  'perItem',
  'condition',
  'conditions',
  'sum',
  'part',
  'best',
  'worst',
  'branch',
  'fixed',
  'base',
  'deduction',
  'forbidden',
  'formula',
  'peers',
  'rank',
  'percentile',
  'responses',
  'statistic',
  'share',
  'index',
  'marks',
  'mark',
  'entered',
  'block',
  'rescaled',
  'carried',
  'zeroBlock',
  'removed',
  'step',
  'rounded',
  'heldAbove',
  'heldBelow',
  'notApplicable',
  'notMeasured',
] as const
export type RuleStep = (typeof ruleSteps)[number]

type FactValue = string | Fraction | undefined

/** One step of a rule: what was done (`facts.did`), with which figures, and what came of it. */
export const ruleTrace = (
  did: RuleStep,
  result: Fraction | string,
  facts: Readonly<Record<string, FactValue>> = {},
  parts?: readonly Trace[],
): Trace => {
  const shown: Record<string, string> = { did }
  for (const [name, value] of Object.entries(facts))
    if (value !== undefined) shown[name] = typeof value === 'string' ? value : decimalText(value)
  return {
    step: 'rule',
    result: typeof result === 'string' ? result : decimalText(result),
    facts: shown,
    ...(parts && parts.length > 0 && { parts }),
  }
}
