import { describe, expect, it } from 'vitest'
import { checkDeletion, checkRetention } from './check-retention.ts'

describe('a document', () => {
  it('is kept through the last day of its retention and as long as something rests on it', () => {
    const codes = (until: string, uses: number) => checkDeletion({ until, uses }, '2036-12-31').map(({ code }) => code)
    expect(codes('2036-12-31', 0)).toStrictEqual(['keptUntil'])
    expect(codes('2036-12-30', 0)).toStrictEqual([])
    expect(codes('2036-12-30', 2)).toStrictEqual(['evidenceInUse'])
    expect(codes('2037-01-01', 1)).toStrictEqual(['keptUntil', 'evidenceInUse'])
  })

  it('is kept longer, never shorter', () => {
    expect(checkRetention('2036-12-31', '2046-12-31')).toStrictEqual([])
    expect(checkRetention('2036-12-31', '2036-12-31')).toStrictEqual([])
    expect(checkRetention('2036-12-31', '2036-12-30')).toMatchObject([{ code: 'retentionShortened', date: '2036-12-31' }])
  })
})
