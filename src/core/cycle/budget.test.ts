import { describe, expect, it } from 'vitest'
import { checkBudgetDecisions, decidedLines, sumBudget } from './budget.ts'

const lines = [
  { id: 'p1', item: 'Điều tra xã hội học', basis: '3.000 phiếu', amount: '300000000' },
  { id: 'p2', item: 'Hội nghị công bố', amount: '50000000' },
]

describe('the budget of a cycle', () => {
  it('sums whole đồng, however large', () => {
    expect(sumBudget([...lines, { id: 'p3', item: 'Khác', amount: '999999999999999', allowed: '1' }])).toEqual({
      amount: '1000000349999999',
      allowed: '1',
    })
  })

  it('is appraised line by line: none left out, none above what was asked, less only with a reason', () => {
    expect(
      checkBudgetDecisions(lines, [
        { id: 'p1', allowed: '300000001' },
        { id: 'p9', allowed: '1' },
      ]),
    ).toMatchObject([
      { code: 'notFound', at: 'p9' },
      { code: 'allowedAboveAmount', at: 'p1', allowed: '300000001', amount: '300000000' },
      { code: 'budgetLacks', at: 'p2', lacks: 'allowed' },
    ])
    const less = [
      { id: 'p1', allowed: '300000000' },
      { id: 'p2', allowed: '40000000' },
    ]
    expect(checkBudgetDecisions(lines, less)).toMatchObject([{ code: 'budgetLacks', at: 'p2', lacks: 'reason' }])
  })

  it('keeps what was asked beside what is allowed', () => {
    const decided = decidedLines(lines, [
      { id: 'p1', allowed: '300000000' },
      { id: 'p2', allowed: '40000000', reason: 'Tổ chức tại hội trường' },
    ])
    expect(decided).toEqual([
      { ...lines[0], allowed: '300000000' },
      { ...lines[1], allowed: '40000000', reason: 'Tổ chức tại hội trường' },
    ])
    expect(sumBudget(decided)).toEqual({ amount: '350000000', allowed: '340000000' })
  })
})
