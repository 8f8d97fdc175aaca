import { describe, expect, it } from 'vitest'
import { parseRule } from './parse-rule.ts'
import { kindOf, ruleKindNames } from './registry.ts'
import { formatRuleResult } from './result.ts'
import { scoreRule } from './score-rule.ts'

describe.each(ruleKindNames)('%s', (kind) => {
  it.each(kindOf({ kind }).examples.map((example) => [example.name, example] as const))('%s', (_, { rule, inputs, expect: expected }) => {
    const parsed = parseRule(rule)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    const { status, points, appliedMax } = formatRuleResult(scoreRule(parsed.value, inputs))
    expect({ status, points, appliedMax }).toStrictEqual(expected)
  })
})
