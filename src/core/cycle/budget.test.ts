import { describe, expect, it } from 'vitest'
import { budgetLineShape, checkBudgetDecisions, decidedLines, sumBudget } from './budget.ts'

const lines = [
  { id: 'p1', item: 'Điều tra xã hội học', basis: '3.000 phiếu', amount: '300000000' },
  { id: 'p2', item: 'Hội nghị công bố', amount: '50000000' },
]

describe('the budget of a cycle', () => {
  it('sums whole đồng, however large', () => {
    expect(sumBudget([...lines, { id: 'p3', item: 'Khác', amount: '999999999999999', allowed: '1' }])).toStrictEqual({
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
      { code: 'notFound', at: 'p9', what: 'line' },
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
    expect(decided).toStrictEqual([
      { ...lines[0], allowed: '300000000' },
      { ...lines[1], allowed: '40000000', reason: 'Tổ chức tại hội trường' },
    ])
    expect(sumBudget(decided)).toStrictEqual({ amount: '350000000', allowed: '340000000' })
  })

  it('needs no reason where all is allowed, and a decided line has nothing that was not said', () => {
    const all = lines.map(({ id, amount }) => ({ id, allowed: amount }))
    expect(checkBudgetDecisions(lines, all)).toStrictEqual([])
    expect(checkBudgetDecisions(lines, [{ id: 'p1', allowed: '1', reason: 'ít' }, all[1] ?? { id: '', allowed: '' }])).toStrictEqual([])
    expect(decidedLines(lines, [])).toStrictEqual(lines)
    expect(sumBudget(lines)).toStrictEqual({ amount: '350000000', allowed: '0' })
  })

  it('takes lines of whole đồng, named and in a text’s length', () => {
    const line = { id: 'p1', item: 'Khác', amount: '0' }
    const takes = (change: object): boolean => budgetLineShape.safeParse({ ...line, ...change }).success
    const taken = [{}, { amount: '9'.repeat(15) }, { item: 'm'.repeat(2000) }, { item: ` ${'m'.repeat(2000)} ` }, { id: 'p'.repeat(60) }]
    const refused: readonly object[] = [
      { amount: '1'.repeat(16) },
      ...['', '1,5', '-1', 'x', '1đ', ' 1'].map((amount) => ({ amount })),
      { item: 'm'.repeat(2001) },
      { item: '   ' },
      { id: '' },
      { id: 'p'.repeat(61) },
      { more: 'x' },
    ]
    expect(taken.map(takes)).toStrictEqual(taken.map(() => true))
    expect(refused.map(takes)).toStrictEqual(refused.map(() => false))
  })
})
