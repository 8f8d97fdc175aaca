import { describe, expect, it } from 'vitest'
import { fractionOfPoints } from '../core/exact/fraction.ts'
import { parsePoints } from '../core/exact/points.ts'
import type { Points } from '../core/exact/points.ts'
import { parseRule } from '../core/rules/parse-rule.ts'
import { ruleKindNames } from '../core/rules/registry.ts'
import { inPoints } from '../core/rules/in-points.ts'
import { ruleStarters } from './rule-starters.ts'
import { ruleSentence } from './rules.ts'

const max = parsePoints('2') as Points

describe('what the editor begins a kind with', () => {
  it.each(ruleKindNames)('%s is a whole rule with a sentence', (kind) => {
    const rule = parseRule(inPoints(ruleStarters[kind], max), max)
    expect(rule.ok ? [] : rule.problems).toEqual([])
    if (rule.ok) expect(ruleSentence(rule.value, fractionOfPoints(max))).toMatch(/^[\p{L}\d].*\.$/su)
  })
})
