import { describe, expect, it } from 'vitest'
import { processorTimeOf } from '../../../test/processor-time.ts'
import corpus from '../../../golden/calculation/own.json' with { type: 'json' }
import { type Points, parsePoints } from '../exact/points.ts'
import type { Inputs } from './inputs.ts'
import { parseRule } from './parse-rule.ts'
import { readCalculation } from './read-calculation.ts'
import { formatRuleResult } from './result.ts'
import { scoreRule } from './score-rule.ts'

/** A line as decisions print it, with the maximum of its row: the kind it is proposed as (`null`: left to a person), and what it gives for inputs. */
interface Line {
  readonly text: string
  readonly max: string
  readonly year?: number
  readonly kind: string | null
  readonly checks?: readonly { readonly inputs: Inputs; readonly gives: string }[]
}
const lines = corpus as unknown as readonly Line[]

describe('reading the printed way of giving points', () => {
  it('is tried on many lines', () => {
    expect(lines.length).toBeGreaterThanOrEqual(150)
  })

  it.each(lines)('$kind ← $text', ({ text, max, year, kind, checks = [] }) => {
    const proposal = readCalculation(text, { max: parsePoints(max) as Points, ...(year !== undefined && { year }) })
    expect(proposal?.kind ?? null).toBe(kind)
    const rule = parseRule(proposal)
    for (const { inputs, gives } of checks) expect(rule.ok && formatRuleResult(scoreRule(rule.value, inputs))['points']).toBe(gives)
  })

  it('does not stay with long or hostile text', () => {
    const texts = ['Mỗi '.repeat(400), 'a'.repeat(1500), `tỷ lệ ${' '.repeat(1400)}x`, '1%'.repeat(700), 'x '.repeat(1_000_000)]
    const time = processorTimeOf(() => {
      for (const text of texts) expect(readCalculation(text)).toBeUndefined()
    })
    expect(time).toBeLessThan(2000)
  })
})
