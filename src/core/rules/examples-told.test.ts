import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Trace } from '../score.ts'
import type { Inputs } from './inputs.ts'
import { parseRule } from './parse-rule.ts'
import { ruleKindNames, ruleKinds } from './registry.ts'
import { scoreRule } from './score-rule.ts'

/** A step with its figures on one line, what it is made of below it. */
const linesOf = ({ result, facts = {}, parts = [] }: Trace, depth = 0): readonly string[] => [
  `${'  '.repeat(depth)}${Object.values(facts).join(' · ')} → ${result}`,
  ...parts.flatMap((part) => linesOf(part, depth + 1)),
]

const told = (rule: object, inputs: Inputs): readonly string[] => {
  const parsed = parseRule(rule)
  if (!parsed.ok) return parsed.problems.map((problem) => `! ${JSON.stringify(problem)}`)
  const result = scoreRule(parsed.value, inputs)
  if (result.status === 'refused') return result.problems.map((problem) => `! ${JSON.stringify(problem)}`)
  if (result.status === 'missing') return result.needed.map((question) => `? ${JSON.stringify(question)}`)
  return linesOf(result.trace)
}

interface Told {
  readonly [kind: string]: { readonly [example: string]: readonly string[] }
}
interface More {
  readonly [name: string]: { readonly rule: object; readonly inputs?: Inputs; readonly told: readonly string[] }
}
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
const written = read('examples-told.json') as { readonly examples: Told; readonly more: More }

// A unit is shown how its points came about; a step that goes lost is a question to the authority.
it('every example of a rule is told as it is written down: steps, figures, questions and refusals', () => {
  const found = Object.fromEntries(
    ruleKindNames.map((kind) => [
      kind,
      Object.fromEntries(ruleKinds[kind].examples.map(({ name, rule, inputs }) => [name, told(rule, inputs)])),
    ]),
  )
  expect(found).toStrictEqual(written.examples)
})

it('so are further cases: alternatives, caps, faults of a rule and answers that do not fit', () => {
  for (const [name, { rule, inputs = {}, told: expected }] of Object.entries(written.more))
    expect([name, told(rule, inputs)]).toStrictEqual([name, expected])
})
