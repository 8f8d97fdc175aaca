import { z } from 'zod'
import { fraction, multiplyFractions, subtractFractions, zeroFraction } from '../../exact/fraction.ts'
import { errorAt, type Problem } from '../../problem.ts'
import { askDateOrNone, withDeclared } from '../ask.ts'
import { commonFields } from '../common.ts'
import { daysBetween } from '../../dates.ts'
import { checkDue, dueItemShape, dueShape, lastDay } from '../due.ts'
import { larger } from '../formula/arithmetic.ts'
import { type Outcome, ruleKind, type ScoreContext, scored } from '../kind.ts'
import { amountShape, dateShape, full, nameShape, nothing } from '../parameters.ts'
import { ruleTrace } from '../trace.ts'

const lateShape = z
  .strictObject({
    days: z.number().int().min(1).max(3660).optional().meta({ description: 'Late by at most so many days' }),
    until: dateShape.optional().meta({ description: 'Late, but by the end of this date' }),
    points: amountShape,
  })
  .meta({ description: 'A band of lateness; the first that holds counts' })

const shape = z.strictObject({
  kind: z.literal('deadline'),
  ...commonFields,
  input: nameShape
    .default('doneOn')
    .meta({ description: 'Input with the date of doing; null says: not done. With items: a record of dates by name' }),
  due: dueShape.optional(),
  items: z.array(dueItemShape).min(1).max(200).optional().meta({ description: 'Several things, each with its own date' }),
  each: z
    .enum(['all', 'share', 'deduct'])
    .default('all')
    .meta({ description: 'Of items: all have to be in time; or points by the share in time; or a deduction for each that is not' }),
  deduct: amountShape.optional().meta({ description: 'Points taken away for each item late or not done (each: deduct)' }),
  onTime: amountShape.default(full),
  late: z.array(lateShape).max(50).default([]),
  perLateDay: amountShape.optional().meta({ description: 'Points taken from onTime for each day late, down to 0' }),
  afterwards: amountShape.default(nothing).meta({ description: 'Late beyond every band' }),
  none: amountShape.default(nothing).meta({ description: 'Not done at all' }),
})
type DeadlineRule = z.output<typeof shape>

const problemsOf = ({ due, items, late, each, deduct }: DeadlineRule): readonly Problem[] => [
  ...((due === undefined) === (items === undefined) ? [errorAt('exactlyOneOf', '', { fields: ['due', 'items'] })] : []),
  ...(due ? checkDue(due, 'due') : []),
  ...(items ?? []).flatMap((item, index) => checkDue({ before: item.before, until: item.until }, `items[${index}]`)),
  ...(items ?? []).flatMap(({ name }, index) =>
    items?.findIndex((other) => other.name === name) === index
      ? []
      : [errorAt('alreadyExists', `items[${index}].name`, { what: 'name', value: name })],
  ),
  ...late.flatMap(({ days, until }, index) =>
    (days === undefined) === (until === undefined) ? [errorAt('exactlyOneOf', `late[${index}]`, { fields: ['days', 'until'] })] : [],
  ),
  ...(each === 'deduct' && deduct === undefined ? [errorAt('missingField', 'deduct', { field: 'deduct' })] : []),
]

/** What being late by so many days, on that date, gives. */
const ofLate = (rule: DeadlineRule, done: string, last: string, context: ScoreContext): Outcome => {
  const days = daysBetween(last, done)
  const band = rule.late.find((each) => (each.days !== undefined ? days <= each.days : done <= (each.until ?? '')))
  const facts = { done, last, days: String(days) }
  if (band) {
    const points = context.points(band.points)
    return scored(points, [ruleTrace('late', points, facts)])
  }
  if (rule.perLateDay) {
    const taken = multiplyFractions(context.points(rule.perLateDay), fraction(BigInt(days)))
    const points = larger(subtractFractions(context.points(rule.onTime), taken), zeroFraction)
    return scored(points, [ruleTrace('late', points, facts)])
  }
  const points = context.points(rule.afterwards)
  return scored(points, [ruleTrace('afterwards', points, facts)])
}

const ofOne = (rule: DeadlineRule, done: string | null, last: string, context: ScoreContext): Outcome => {
  if (done === null) {
    const points = context.points(rule.none)
    return scored(points, [ruleTrace('notDone', points, { last })])
  }
  if (done > last) return ofLate(rule, done, last, context)
  const points = context.points(rule.onTime)
  return scored(points, [ruleTrace('onTime', points, { done, last })])
}

interface DoneItem {
  readonly label: string
  readonly done: string | null
  readonly last: string
}

const isInTime = ({ done, last }: DoneItem): boolean => done !== null && done <= last

/** All in time, or the worst of them decides: one that is not done, else the one that is latest. */
const ofAll = (rule: DeadlineRule, items: readonly DoneItem[], context: ScoreContext): Outcome => {
  const lateness = ({ done, last }: DoneItem): number => (done === null ? Number.POSITIVE_INFINITY : daysBetween(last, done))
  const worst = items.reduce((a, b) => (lateness(b) > lateness(a) ? b : a))
  return ofOne(rule, worst.done, worst.last, context)
}

const ofItems = (rule: DeadlineRule, context: ScoreContext): Outcome | undefined => {
  const labels = (rule.items ?? []).flatMap(({ name, label }) => (label === undefined ? [] : [{ name: `${rule.input}.${name}`, label }]))
  const ask = withDeclared(context.ask, labels)
  const read = (rule.items ?? []).map((item) => ({
    label: item.label ?? item.name,
    done: askDateOrNone(ask, [rule.input, item.name]),
    last: lastDay({ before: item.before, until: item.until }, context.ask) ?? '',
  }))
  const items = read.flatMap((item) => (item.done === undefined ? [] : [{ ...item, done: item.done }]))
  if (items.length < read.length) return undefined
  if (rule.each === 'all') return ofAll(rule, items, context)
  const inTime = BigInt(items.filter(isInTime).length)
  const whole = context.points(rule.onTime)
  const points =
    rule.each === 'share'
      ? multiplyFractions(whole, fraction(inTime, BigInt(items.length)))
      : larger(
          subtractFractions(whole, multiplyFractions(context.points(rule.deduct ?? nothing), fraction(BigInt(items.length) - inTime))),
          zeroFraction,
        )
  return scored(points, [ruleTrace('listed', points, { inTime: String(inTime), of: String(items.length) })])
}

/**
 * K2: something done by a date, within days or months of another act, or a list of things each with its date. What is due before D ends the day
 * before it, what is due by D with D: dates only, no clock. Late bands, points per day late, or nothing afterwards; `null` as date is "not done".
 * Source: shapes 1, 8–11 and 33 of the domain notes; periods after the Civil Code 91/2015/QH13, Articles 147–148.
 */
export const deadline = ruleKind({
  shape: () => shape,
  amounts: ({ onTime, late, afterwards, none }) => [
    { at: 'onTime', amount: onTime },
    ...late.map(({ points }, index) => ({ at: `late[${index}].points`, amount: points })),
    { at: 'afterwards', amount: afterwards },
    { at: 'none', amount: none },
  ],
  check: problemsOf,
  score: (rule, context) => {
    if (rule.items) return ofItems(rule, context)
    const done = askDateOrNone(context.ask, rule.input)
    if (done === null) return ofOne(rule, done, '', context)
    const last = rule.due && lastDay(rule.due, context.ask)
    return done === undefined || last === undefined ? undefined : ofOne(rule, done, last, context)
  },
  examples: [
    {
      name: 'due before 10 December: the tenth itself is late',
      rule: { kind: 'deadline', max: '1', due: { before: '2022-12-10' }, late: [{ days: 5, points: '0.5' }] },
      inputs: { doneOn: '2022-12-10' },
      expect: { status: 'scored', points: '0.5', appliedMax: '1' },
    },
    {
      name: 'due by the end of 10 December: the tenth is in time',
      rule: { kind: 'deadline', max: '1', due: { until: '10/12/2022' } },
      inputs: { doneOn: '10/12/2022' },
      expect: { status: 'scored', points: '1', appliedMax: '1' },
    },
    {
      name: 'within one month of the plan of the level above',
      rule: { kind: 'deadline', max: '1', due: { within: { of: 'planOfCity', months: 1 } } },
      inputs: { planOfCity: '2018-01-31', doneOn: '2018-02-28' },
      expect: { status: 'scored', points: '1', appliedMax: '1' },
    },
    {
      name: 'all periodic reports have to be in time',
      rule: {
        kind: 'deadline',
        max: '1',
        input: 'reports',
        items: [
          { name: 'q1', until: '2022-03-15' },
          { name: 'q2', until: '2022-06-15' },
        ],
      },
      inputs: { reports: { q1: '2022-03-14', q2: null } },
      expect: { status: 'scored', points: '0', appliedMax: '1' },
    },
    {
      name: 'a quarter point less for each late report',
      rule: {
        kind: 'deadline',
        max: '1',
        each: 'deduct',
        deduct: '0.25',
        items: [
          { name: 'q1', until: '2022-03-15' },
          { name: 'q2', until: '2022-06-15' },
          { name: 'q3', until: '2022-09-15' },
        ],
      },
      inputs: { doneOn: { q1: '2022-03-14', q2: '2022-06-20', q3: '2022-09-15' } },
      expect: { status: 'scored', points: '0.75', appliedMax: '1' },
    },
  ],
})
