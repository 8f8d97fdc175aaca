import { describe, expect, it } from 'vitest'
import type { Inputs } from './inputs.ts'
import { parseRule } from './parse-rule.ts'
import { formatRuleResult } from './result.ts'
import { scoreRule } from './score-rule.ts'
import file from './shapes-of-decisions.json' with { type: 'json' }

/** A shape of the domain notes, section 4: number, its source there, a rule that says it, and inputs with the points of the applied maximum, or the status. */
interface Shape {
  readonly number: number
  readonly source: string
  readonly name: string
  readonly rule: object
  readonly scores: readonly { readonly inputs: Inputs; readonly gives: string }[]
}
const shapes = file as unknown as readonly Shape[]

describe('every shape of rule seen in decisions can be said and scored', () => {
  it('all forty-five of them', () => {
    expect(shapes.map(({ number }) => number)).toStrictEqual(Array.from({ length: 45 }, (_, index) => index + 1))
    for (const { scores } of shapes) expect(scores.length).toBeGreaterThanOrEqual(2)
  })

  it.each(shapes)('$number [$source] $name', ({ rule, scores }) => {
    const parsed = parseRule(rule)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    for (const { inputs, gives } of scores) {
      const { status, points, appliedMax } = formatRuleResult(scoreRule(parsed.value, inputs))
      expect(status === 'scored' ? `${String(points)}/${String(appliedMax)}` : status).toBe(gives)
    }
  })
})
