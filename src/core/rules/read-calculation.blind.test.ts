import { describe, expect, it } from 'vitest'
import corpus from '../../../golden/calculation/blind.json' with { type: 'json' }
import later from '../../../golden/calculation/later.json' with { type: 'json' }
import fresh from '../../../golden/calculation/fresh.json' with { type: 'json' }
import seventh from '../../../golden/calculation/seventh.json' with { type: 'json' }
import sixth from '../../../golden/calculation/sixth.json' with { type: 'json' }
import unseen from '../../../golden/calculation/unseen.json' with { type: 'json' }
import { compareFractions, type Fraction } from '../exact/fraction.ts'
import { type Points, parsePoints } from '../exact/points.ts'
import { parseDecimal } from '../exact/decimal.ts'
import type { Inputs, InputValue, Question } from './inputs.ts'
import { parseRule } from './parse-rule.ts'
import { readCalculation } from './read-calculation.ts'
import { questionsOfRule } from './questions-of-rule.ts'
import type { Rule } from './registry.ts'
import { scoreRule } from './score-rule.ts'

/**
 * A second corpus, written without sight of the reader and of the other two. First run: 77 of the 151 lines that say a rule were proposed (51.0 %),
 * 8 (5.3 %) were judged wrong: five by this judge, who did not know the answers yes and no, let an answer with words to spare go before the exact one
 * and gave a remainder its figures in one order only; three were dates offered as answers in words (2.0 %), with the right points. The reader has been
 * mended on these lines since. A rule is judged by what it gives: the answers of a vector go to its
 * questions in the order of asking, by the first of the vector's alternatives that fits their types; names are free.
 */
interface Line {
  readonly text: string
  readonly max: string
  readonly year: number
  readonly kinds?: readonly string[]
  readonly vectors?: readonly Vector[]
  readonly manual?: true
  /** Kinds that are right too where a person could also leave the line to an appraiser. */
  readonly also?: readonly string[]
  /** The rule of a line that the reader leaves to a person. */
  readonly says?: string
  /** Whether the reader was mended on the line, or met it only once it was done. */
  readonly half?: string
}
interface Vector {
  readonly answers: readonly Alternative[]
  readonly points: string
}
type Alternative = readonly (string | null)[]

const lines = corpus as readonly Line[]
const maxOf = (line: Line): Points => parsePoints(line.max) as Points
const denial = /^(không|chưa|thiếu|null|false)/u
const ofYesAndNo: Readonly<Record<string, string>> = { yes: 'Có', no: 'Không' }
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s.,;:]+/gu, ' ')
    .trim()

const optionSaid = (said: string, choices: readonly string[]): string | undefined => {
  const words = plain(said)
  const denied = choices.filter((choice) => denial.test(plain(choice)))
  const others = choices.filter((choice) => !denial.test(plain(choice)))
  const only = denial.test(words) ? denied : others
  return (
    choices.find((choice) => plain(choice) === words) ??
    choices.find((choice) => plain(choice).startsWith(words)) ??
    only.find((choice) => plain(choice).includes(words)) ??
    only.find((choice) => words.includes(plain(choice))) ??
    (choices.length === 2 && only.length === 1 && /^(có|không)$/u.test(words) ? only[0] : undefined)
  )
}

/** The answer as the question's type has it; nothing where it does not fit. */
const fitting = (said: string | null, { type, choices = [] }: Question, labels: readonly string[]): InputValue | undefined => {
  if (type === 'date') return said === null || /^\d{4}-\d\d-\d\d$/u.test(said) ? said : undefined
  if (said === null) return undefined
  if (type === 'figure' || type === 'count') return /^-?[\d.]+$/u.test(said) ? said : undefined
  if (/^[\d.-]+$/u.test(said)) return undefined
  if (type === 'flag') return !denial.test(plain(said))
  if (type !== 'choice') return undefined
  const label = optionSaid(said, labels)
  return label === undefined ? undefined : choices[labels.indexOf(label)]
}

const labelsOf = (rule: Rule, { name, choices = [] }: Question): readonly string[] => {
  const found: string[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { input, options } = node as {
      readonly input?: unknown
      readonly options?: readonly { readonly value: string; readonly label?: string }[]
    }
    if (input === name && options) found.push(...options.map(({ value, label = value }) => label))
    for (const inner of Object.values(node)) visit(inner)
  }
  visit(rule)
  return (found.length >= choices.length ? found.slice(0, choices.length) : choices).map((each) => ofYesAndNo[each] ?? each)
}

const withAnswer = (inputs: Inputs, name: string, value: InputValue): Inputs => {
  const [head = '', ...rest] = name.split('.')
  if (rest.length === 0) return { ...inputs, [name]: value }
  return { ...inputs, [head]: withAnswer((inputs[head] ?? {}) as Inputs, rest.join('.'), value) }
}

const quotient = ({ n, d }: Fraction): string => `${n}/${d}`

interface Given {
  readonly got: string
  /** Answers that the rule did not ask for. */
  readonly spare: number
}

/** What a rule gives for one alternative: points, `notApplicable`, or nothing where the answers do not fit its questions. */
const given = (rule: Rule, line: Line, alternative: Alternative): Given | undefined => {
  const named = new Map(alternative.flatMap((each) => (each?.includes('=') ? [each.split('=') as [string, string]] : [])))
  const ordered = questionsOfRule(rule).filter(({ type }) => type !== 'text')
  const byName = named.size > 0 && ordered.every(({ name }) => named.has(name))
  let left = alternative.map((each) => each?.split('=').at(-1) ?? null)
  let inputs: Inputs = {}
  for (let round = 0; round < 12; round += 1) {
    const result = scoreRule(rule, inputs, maxOf(line))
    const points = result.status === 'scored' || result.status === 'notApplicable' ? result.points : undefined
    if (result.status !== 'missing') return { got: points ? quotient(points) : result.status, spare: left.length }
    for (const question of ordered.filter(({ name }) => result.needed.some((needed) => needed.name === name))) {
      if (question.type === 'record') {
        inputs = withAnswer(inputs, question.name, Object.fromEntries(left.map((each, index) => [`ben_${index + 1}`, each ?? ''])))
        left = []
        continue
      }
      const said = byName ? named.get(question.name) : left[0]
      if (said === undefined) return undefined
      left = left.slice(1)
      const value = fitting(said, question, labelsOf(rule, question))
      if (value === undefined) return undefined
      inputs = withAnswer(inputs, question.name, value)
    }
  }
  return undefined
}

const sameAs = (got: string, points: string): boolean => {
  const [n, d] = got.split('/')
  const wanted = parseDecimal(points)
  return d !== undefined && wanted !== undefined && compareFractions({ n: BigInt(n ?? 0), d: BigInt(d) }, wanted) === 0
}

const fault = (line: Line): string | undefined => {
  const read = readCalculation(line.text, { max: maxOf(line), year: line.year })
  const kind = read ? (read as { readonly kind: string }).kind : 'manual'
  if (kind === 'manual') return undefined
  if (line.manual) return line.also?.includes(kind) ? undefined : `${kind} where a person has to judge`
  const parsed = parseRule(read, maxOf(line))
  if (!parsed.ok) return `no rule: ${JSON.stringify(parsed.problems)}`
  if (!line.kinds?.includes(kind)) return `kind ${kind}`
  for (const { answers, points } of line.vectors ?? []) {
    const all = answers.map((each) => given(parsed.value, line, each)).filter((each) => each !== undefined)
    const got = all.toSorted((one, other) => one.spare - other.spare)[0]?.got
    if (got === undefined) return `${JSON.stringify(answers)} fits no question of ${kind}`
    if (got !== points && !sameAs(got, points)) return `${JSON.stringify(answers)} gives ${got} instead of ${points}`
  }
  return undefined
}

const isProposed = (line: Line): boolean => {
  const read = readCalculation(line.text, { max: maxOf(line), year: line.year })
  return read !== undefined && read !== null && (read as { readonly kind: string }).kind !== 'manual'
}

describe('calculations that were written without sight of the reader', () => {
  const understandable = lines.filter(({ manual }) => manual !== true)
  const proposed = understandable.filter(isProposed)
  const faults = lines.flatMap((line) => {
    const found = fault(line)
    return found === undefined ? [] : [`${line.text} -> ${found}`]
  })

  it('are many, and a fifth of them is for a person to judge', () => {
    expect(lines.length).toBeGreaterThanOrEqual(150)
    expect((lines.length - understandable.length) / lines.length).toBeGreaterThan(0.15)
  })

  it('become a rule in nineteen of twenty lines that say one', () => {
    expect(proposed.length / understandable.length).toBeGreaterThanOrEqual(0.95)
  })

  it('never become a wrong one', () => {
    expect(faults).toEqual([])
  })
})

/**
 * A third corpus of 160 lines, halved by chance. The reader was mended on one half (first run: 18 of 59 lines that say a rule) and then met the other
 * once: 25 of 61, none wrong. It has been mended on the second half as well since, and what that showed is measured on the fourth corpus.
 */
describe('lines of which the reader was mended on one half alone', () => {
  const all = unseen as readonly Line[]
  const halves = (half: string): readonly Line[] => all.filter((line) => line.half === half)
  const says = (half: string): readonly Line[] => halves(half).filter(({ manual, says: rule }) => manual !== true || rule !== undefined)

  it('are halved', () => {
    expect([halves('mended').length, halves('unseen').length]).toEqual([80, 80])
    expect([says('mended').length, says('unseen').length]).toEqual([59, 61])
  })

  it('become a rule where they did', () => {
    expect([says('mended').filter(isProposed).length, says('unseen').filter(isProposed).length]).toEqual([55, 52])
  })

  it('never become a wrong one', () => {
    const faults = all.flatMap((line) => {
      const found = fault(line)
      return found === undefined ? [] : [`${line.text} -> ${found}`]
    })
    expect(faults).toEqual([])
  })
})

/**
 * A fourth corpus and later ones, written by people who saw neither the reader nor the others. First runs, each with the reader committed before the lines were
 * looked at: 75 of 113 lines that say a rule (66.4 %; four were judged wrong, none gave wrong points), 38 of 57 (66.7 %, none wrong) once it was mended on the
 * fourth, 59 of 91 (64.8 %; four were judged wrong, none gave wrong points) of the sixth, and 76 of 92 (82.6 %; six were judged wrong, none gave wrong points) of
 * the seventh.
 */
describe.each([
  { name: 'fourth', corpus: fresh, size: [118, 113], share: 0.875 },
  { name: 'fifth', corpus: later, size: [60, 57], share: 0.85 },
  { name: 'sixth', corpus: sixth, size: [100, 91], share: 0.98 },
  { name: 'seventh', corpus: seventh, size: [100, 92], share: 0.92 },
])('the $name lines that the reader met once it was committed', ({ corpus: entries, size, share }) => {
  const all = entries as readonly Line[]
  const says = all.filter(({ manual, says: rule }) => manual !== true || rule !== undefined)

  it('are many, and nearly all say a rule', () => {
    expect([all.length, says.length]).toEqual(size)
  })

  it('become a rule for the most part', () => {
    expect(says.filter(isProposed).length / says.length).toBeGreaterThanOrEqual(share)
  })

  it('never become a wrong one', () => {
    const faults = all.flatMap((line) => {
      const found = fault(line)
      return found === undefined ? [] : [`${line.text} -> ${found}`]
    })
    expect(faults).toEqual([])
  })
})
