import { describe, expect, it } from 'vitest'
import { parsePoints, type Points } from '../exact/points.ts'
import { factInputsOf, fillFromFacts } from '../rules/inputs-from-facts.ts'
import { scoreLeaf } from '../rules/leaf-outcome.ts'
import { parseRule } from '../rules/parse-rule.ts'
import { readImport } from './import-profile.ts'
import { type FactKey, factField, factKeys } from './fact-catalogue.ts'
import type { Facts, FactValue } from './fact-value.ts'

const max = parsePoints('2') as Points

/** The usual rule over a field of each type, a value that it takes, and the points that come of it. */
const usual = (key: FactKey): { readonly rule: { readonly kind: string }; readonly facts: Facts; readonly points: string } => {
  const { type, partOf, columns = {} } = factField(key)
  if (partOf !== undefined)
    return {
      rule: {
        kind: 'ratio',
        inputs: [
          { name: 'numerator', fact: key },
          { name: 'denominator', fact: partOf },
        ],
      } as never,
      facts: { [key]: '3', [partOf]: '4' },
      points: '1.5',
    }
  if (type === 'date')
    return {
      rule: { kind: 'deadline', due: { until: '2026-03-31' }, inputs: [{ name: 'doneOn', fact: key }] } as never,
      facts: { [key]: '2026-03-31' },
      points: '2',
    }
  if (type === 'flag')
    return {
      rule: {
        kind: 'conditions',
        conditions: [{ name: 'met', label: 'Có' }],
        partial: 'share',
        inputs: [{ name: 'met', type: 'flag', fact: key }],
      } as never,
      facts: { [key]: 'true' },
      points: '2',
    }
  if (type === 'choice')
    return {
      rule: {
        kind: 'choice',
        options: ['good', 'fair', 'weak'].map((value, index) => ({ value, label: value, points: ['2', '1', '0'][index] })),
        inputs: [{ name: 'choice', fact: key }],
      } as never,
      facts: { [key]: 'fair' },
      points: '1',
    }
  const counted = {
    kind: 'perItem',
    count: 'found',
    each: '0.5',
    inputs: [{ name: 'found', type: type === 'figure' ? 'figure' : 'count', fact: key }],
  }
  const line = Object.fromEntries(Object.keys(columns).map((column) => [column, 'x']))
  return { rule: counted as never, facts: { [key]: (type === 'list' ? [line, line] : '2') as FactValue }, points: '1' }
}

describe('every field of the register', () => {
  it.each(factKeys)('%s is read by the usual rule over its type', (key) => {
    const { rule, facts, points } = usual(key)
    const parsed = parseRule(rule, max)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    const inputs = fillFromFacts({}, factInputsOf(parsed.value), facts)
    expect(scoreLeaf({ id: '1', maxPoints: max, rule }, parsed.value, inputs)).toMatchObject({
      status: 'scored',
      points: parsePoints(points),
    })
  })

  it.each(factKeys.filter((key) => factField(key).type !== 'list'))('%s can be brought in from the table of a source', (key) => {
    const text = { date: '31/03/2026', flag: 'Có', choice: 'good' }[factField(key).type as string] ?? '3'
    const profile = { name: 'Nguồn', unitColumn: 'Mã', columns: { Cột: key }, decimal: ',' } as const
    const read = readImport(
      profile,
      [
        ['Mã', 'Cột'],
        ['SNV', text],
      ],
      () => 'u1',
    )
    expect(read.problems).toStrictEqual([])
    expect(read.facts).toMatchObject([{ unit: 'u1', key }])
  })
})
