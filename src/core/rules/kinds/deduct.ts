import { z } from 'zod'
import { fraction, multiplyFractions, subtractFractions, zeroFraction, type Fraction } from '../../exact/fraction.ts'
import { errorAt, type Problem } from '../../problem.ts'
import type { Trace } from '../../score.ts'
import { type Ask, askFigure, askFlag, given, noteAsked, withDeclared } from '../ask.ts'
import { commonFields, type NestedShape } from '../common.ts'
import { larger, smaller, sumFractions } from '../formula/arithmetic.ts'
import { type Outcome, ruleKind, type ScoreContext, scored, traceOf } from '../kind.ts'
import { amountShape, full, labelShape, nameShape, nothing } from '../parameters.ts'
import { ruleTrace } from '../trace.ts'

const eventShape = z
  .strictObject({
    name: nameShape.meta({
      description: 'Input with the number of events (true and false count as 1 and 0); without each, the points to take away',
    }),
    label: labelShape,
    each: amountShape
      .optional()
      .meta({ description: 'Points taken for each event; without it the points taken are entered, with the input "reason"' }),
    max: amountShape.optional().meta({ description: 'Most that these events may take' }),
  })
  .meta({ description: 'Events that take points away' })
type Event = z.output<typeof eventShape>

const shape = (nested: NestedShape) =>
  z.strictObject({
    kind: z.literal('deduct'),
    ...commonFields,
    base: amountShape.default(full).meta({ description: 'Points before deductions; the maximum where left out' }),
    of: nested.optional().meta({ description: 'A rule that gives the points before deductions, instead of base' }),
    events: z.array(eventShape).max(100).default([]),
    forbidding: z
      .array(z.strictObject({ name: nameShape, label: labelShape }))
      .max(100)
      .default([])
      .meta({ description: 'Events of which one is enough for no points at all; each an input, true or a number above 0' }),
    floor: amountShape.default(nothing),
  })
type DeductRule = z.output<ReturnType<typeof shape>>

/** What an event is called is what its input is called. */
const labelled = (ask: Ask, { name, label }: { readonly name: string; readonly label?: string | undefined }): Ask =>
  label === undefined || ask.declared.has(name) ? ask : withDeclared(ask, [{ name, label }])

const countOf = (event: Event, context: ScoreContext): Fraction | undefined => {
  const ask = labelled(context.ask, event)
  noteAsked(ask, event.name, 'count')
  const value = given(ask, event.name)
  if (typeof value === 'boolean') return fraction(value ? 1n : 0n)
  return askFigure(ask, event.name, { from: zeroFraction, whole: true })
}

/** What one kind of event takes, and how that came about. */
const takenBy = (event: Event, context: ScoreContext): { points: Fraction; trace: Trace } | undefined => {
  const { name, label = name, each, max } = event
  const most = max ? context.points(max) : context.max
  if (!each) {
    const points = askFigure(labelled(context.ask, event), name, { from: zeroFraction, to: most })
    return points && { points, trace: ruleTrace('deduction', points, { label }) }
  }
  const count = countOf(event, context)
  if (!count) return undefined
  const whole = multiplyFractions(count, context.points(each))
  const points = max ? smaller(whole, most) : whole
  return { points, trace: ruleTrace('deduction', points, { label, count, each: context.points(each) }) }
}

const isForbidden = (event: { readonly name: string; readonly label?: string | undefined }, context: ScoreContext): boolean | undefined => {
  const { name } = event
  const ask = labelled(context.ask, event)
  const value = given(ask, name)
  if (value === undefined || typeof value === 'boolean') return askFlag(ask, name)
  const count = askFigure(ask, name, { from: zeroFraction, whole: true })
  return count && count.n > 0n
}

const less = (rule: DeductRule, base: Fraction, steps: readonly Trace[], context: ScoreContext): Outcome | undefined => {
  const taken = rule.events.map((event) => takenBy(event, context))
  const known = taken.filter((each) => each !== undefined)
  if (known.length < taken.length) return undefined
  const points = larger(subtractFractions(base, sumFractions(known.map((each) => each.points))), smaller(context.points(rule.floor), base))
  return scored(points, [...steps, ...known.map(({ trace }) => trace)])
}

const problemsOf = ({ events, forbidding }: DeductRule): readonly Problem[] =>
  events.length + forbidding.length > 0 ? [] : [errorAt('missingField', 'events', { field: 'events' })]

/**
 * K11: points taken away from a base (the maximum, an amount, or what another rule gives) for events, each with a cap of its own on wish, down to a
 * floor; an event that forbids leaves nothing. A deduction without a rate is entered by the appraiser and needs a reason.
 * Source: shapes 7 and 32–34 of the domain notes.
 */
export const deduct = ruleKind({
  shape,
  nested: ({ of }) => (of ? [{ at: 'of', rule: of }] : []),
  amounts: ({ base, floor }) => [
    { at: 'base', amount: base },
    { at: 'floor', amount: floor },
  ],
  derivedMax: ({ of }, maxOf) => of && maxOf(of),
  check: problemsOf,
  score: (rule, context) => {
    const forbidden = rule.forbidding.map((event) => isForbidden(event, context))
    const first = forbidden.indexOf(true)
    if (first >= 0) {
      const event = rule.forbidding[first]
      return scored(zeroFraction, [ruleTrace('forbidden', zeroFraction, { label: event?.label ?? event?.name })])
    }
    const result = rule.of && context.score(rule.of)
    if (result?.status === 'notApplicable') return { status: 'notApplicable', basis: result.basis }
    if (result?.status === 'notMeasured') return { status: 'notMeasured', why: result.why }
    const base = rule.of ? (result?.status === 'scored' ? result.points : undefined) : context.points(rule.base)
    const steps = result ? traceOf(result) : base ? [ruleTrace('base', base)] : []
    const outcome = less(rule, base ?? zeroFraction, steps, context)
    return base === undefined || forbidden.includes(undefined) ? undefined : outcome
  },
  examples: [
    {
      name: 'a quarter point less for each late report, never below nothing',
      rule: { kind: 'deduct', max: '1', events: [{ name: 'lateReports', each: '0.25' }] },
      inputs: { lateReports: '3' },
      expect: { status: 'scored', points: '0.25', appliedMax: '1' },
    },
    {
      name: 'half of the maximum for a minor violation, nothing for a serious one',
      rule: { kind: 'deduct', max: '2', events: [{ name: 'minor', each: '50%' }], forbidding: [{ name: 'serious' }] },
      inputs: { minor: '1', serious: false },
      expect: { status: 'scored', points: '1', appliedMax: '2' },
    },
    {
      name: 'a disciplined official leaves the criterion without points',
      rule: { kind: 'deduct', max: '2', forbidding: [{ name: 'disciplined' }] },
      inputs: { disciplined: '1' },
      expect: { status: 'scored', points: '0', appliedMax: '2' },
    },
    {
      name: 'a deduction that the appraiser enters needs a reason',
      rule: { kind: 'deduct', max: '2', reasonRequired: true, events: [{ name: 'deduction' }] },
      inputs: { deduction: '0,5' },
      expect: { status: 'missing', points: null, appliedMax: '2' },
    },
  ],
})
