import { addDays } from '../core/dates.ts'
import { enterInput, inputAt } from '../core/rules/enter-input.ts'
import type { AskedQuestion, Inputs, InputValue } from '../core/rules/inputs.ts'
import { type LeafOutcome, type RuledLeaf, scoreLeaf } from '../core/rules/leaf-outcome.ts'
import type { Rule } from '../core/rules/registry.ts'
import { initiatives } from './phrases.ts'
import { pick, type Random } from './random.ts'

/** How a unit of the demo does at one leaf in one year. */
export interface Doing {
  readonly year: number
  /** Whether it does all that is asked. */
  readonly isFull: boolean
  /** Else how much of it, from 0 to 1. */
  readonly share: number
}

export interface DemoFacts {
  readonly inputs: Inputs
  readonly outcome: LeafOutcome
}

/** When the reports of the demo's sets are due: the last day, without the year. */
const reportDays: Readonly<Record<string, string>> = { q1: '03-15', h1: '06-15', q3: '09-15', y: '12-10' }
const wholes = new Set(['denominator', 'planned', 'lateDossiers'])
const mishaps = new Set(['violations'])

const dateOf = ({ path, name }: AskedQuestion, inputs: Inputs, { year, isFull, share }: Doing): string | null => {
  const late = isFull ? -6 : Math.round(4 + 50 * (1 - share))
  const report = reportDays[path.at(-1) ?? '']
  if (report) return addDays(`${year}-${report}`, isFull || share > 0.6 ? -2 : 5)
  if (name === 'startOn') return `${year}-01-06`
  if (!isFull && share < 0.1) return null
  const start = inputAt(inputs, ['startOn'])
  return addDays(typeof start === 'string' ? addDays(start, 28) : `${year}-01-28`, late)
}

const wholeOf = (random: Random): number => 8 + Math.floor(random() * 140)

const figureOf = (random: Random, { name, type }: AskedQuestion, inputs: Inputs, { isFull, share }: Doing): string => {
  if (wholes.has(name)) return String(wholeOf(random))
  if (mishaps.has(name)) return isFull ? '0' : String(1 + Math.floor((1 - share) * 3))
  const whole = inputAt(inputs, [[...wholes].find((each) => inputAt(inputs, [each]) !== undefined) ?? ''])
  if (typeof whole === 'string') return String(isFull ? Number(whole) : Math.floor(Number(whole) * share))
  if (type === 'count') return String(isFull ? 12 : Math.floor(share * 4))
  const tenths = isFull ? 1000 : Math.floor(share * 1000)
  return `${Math.floor(tenths / 10)}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}`
}

const answerOf = (random: Random, question: AskedQuestion, inputs: Inputs, doing: Doing): InputValue => {
  const { type, name, choices = [] } = question
  if (type === 'flag') return name === 'disciplined' ? !doing.isFull && doing.share < 0.2 : doing.isFull || random() < doing.share
  if (type === 'choice')
    return choices[doing.isFull ? 0 : Math.min(choices.length - 1, 1 + Math.floor((1 - doing.share) * (choices.length - 1)))] ?? ''
  if (type === 'date') return dateOf(question, inputs, doing)
  if (type === 'list')
    return Array.from({ length: doing.isFull ? 3 : Math.floor(doing.share * 3) }, () => ({ title: pick(random, initiatives) }))
  return type === 'text' ? '' : figureOf(random, question, inputs, doing)
}

/** Wholes are told before their parts. */
const inOrder = (questions: readonly AskedQuestion[]): readonly AskedQuestion[] =>
  questions.toSorted((a, b) => Number(wholes.has(b.name) || b.name === 'startOn') - Number(wholes.has(a.name) || a.name === 'startOn'))

/** Facts of a unit at one leaf that its rule takes: whatever it asks is answered, until it asks no more. */
export const demoFacts = (random: Random, leaf: RuledLeaf, rule: Rule, doing: Doing): DemoFacts => {
  let inputs: Inputs = {}
  let outcome = scoreLeaf(leaf, rule, inputs)
  for (let round = 0; round < 5 && outcome.status === 'missing'; round += 1) {
    const open = new Set(outcome.needed.map(({ name }) => name))
    for (const question of inOrder(outcome.questions.filter(({ name }) => open.has(name))))
      inputs = enterInput(inputs, question.path, answerOf(random, question, inputs, doing))
    outcome = scoreLeaf(leaf, rule, inputs)
  }
  if (outcome.status !== 'scored' && outcome.status !== 'notApplicable')
    throw new Error(`demo facts of ${leaf.id} give nothing: ${JSON.stringify({ inputs, outcome })}`)
  return { inputs, outcome }
}

const lessened = ({ type, choices = [], name }: AskedQuestion, value: InputValue | undefined): InputValue | undefined => {
  if (wholes.has(name) || value === undefined || value === null) return undefined
  if (mishaps.has(name)) return String(Number(value) + 1)
  if (type === 'flag') return name === 'disciplined' ? undefined : false
  if (type === 'choice') return choices[Math.min(choices.length - 1, choices.indexOf(String(value)) + 1)]
  if (type === 'date') return name === 'startOn' ? undefined : addDays(String(value), 20)
  if (Array.isArray(value)) return value.slice(0, -1)
  return type === 'figure' || type === 'count' ? String(Math.floor(Number(value) * 0.8)) : undefined
}

/** What an appraiser finds instead, from the first fact that can be less; nothing where no points would be lost by it. */
export const lessFacts = (leaf: RuledLeaf, rule: Rule, { inputs, outcome }: DemoFacts): DemoFacts | undefined => {
  if (outcome.status !== 'scored') return undefined
  for (const question of outcome.questions) {
    const value = lessened(question, inputAt(inputs, question.path))
    if (value === undefined) continue
    const less = enterInput(inputs, question.path, value)
    const found = scoreLeaf(leaf, rule, less)
    if (found.status === 'scored' && found.points < outcome.points) return { inputs: less, outcome: found }
  }
  return undefined
}
