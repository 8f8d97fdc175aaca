import { describe, expect, it } from 'vitest'
import { type Points, parsePoints } from '../exact/points.ts'
import { inPoints } from './in-points.ts'

const points = (text: string) => parsePoints(text) as Points

describe('amounts in percent as points', () => {
  it('are shares of the maximum, and of a rule within of its own', () => {
    const rule = { kind: 'sum', parts: [{ cap: '50%', rule: { kind: 'perItem', max: '40%', each: '50%' } }], note: '50% hồ sơ' }
    expect(inPoints(rule, points('2'))).toStrictEqual({
      kind: 'sum',
      parts: [{ cap: '1', rule: { kind: 'perItem', max: '0.8', each: '0.4' } }],
      note: '50% hồ sơ',
    })
  })

  it('stay where four decimals do not say them', () => {
    expect(inPoints(['25%', '33.333%'], points('0.25'))).toStrictEqual(['0.0625', '33.333%'])
  })
})
