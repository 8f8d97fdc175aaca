import { describe, expect, it } from 'vitest'
import { checkPlan, parsePlan } from './plan.ts'

const plan = {
  title: 'Kế hoạch khắc phục',
  year: 2025,
  actionYear: 2026,
  losses: [
    {
      leaf: '1.2',
      code: '1.2',
      name: 'Báo cáo',
      area: '1',
      source: 'appraised',
      maxPoints: '2',
      points: '1.5',
      lost: '0.5',
      causes: ['a'],
    },
  ],
  causes: [{ id: 'a', text: 'Gửi chậm', side: 'subjective' }],
  tasks: [
    {
      id: 't1',
      title: 'Gửi báo cáo đúng hạn',
      leaves: ['1.2'],
      leadUnit: 'Văn phòng',
      product: 'Báo cáo',
      deadline: 'trong quý III/2026',
      until: '2026-09-30',
      estimate: { gains: { '1.2': '0.5' }, effort: 5, likelihood: 90 },
    },
  ],
  targetYears: [2026],
  targets: [{ leaf: '1.2', area: '1', source: 'appraised', name: 'Báo cáo', maxPoints: '2', result: '1.5', targets: { 2026: '2' } }],
  goals: [{ year: 2026, points: '2', rank: 10 }],
}
const problemsOf = (input: unknown) => {
  const read = parsePlan(input)
  return read.ok ? [] : read.problems
}

describe('a plan', () => {
  it('is read with what it leaves out, and has nothing doubtful where everything is answered', () => {
    const read = parsePlan(plan)
    expect(read).toMatchObject({
      ok: true,
      value: { format: 'parindex/plan@1', difficulties: [], tasks: [{ state: 'notStarted', share: 0 }] },
    })
    expect(read.ok && checkPlan(read.value, 20)).toStrictEqual([])
  })

  it('says what is doubtful in each part', () => {
    const read = parsePlan({
      ...plan,
      causes: [...plan.causes, { id: 'b', text: 'Khác', side: 'objective' }],
      tasks: [],
      goals: [{ year: 2026, points: '2', rank: 21 }],
    })
    expect(read.ok && checkPlan(read.value, 20).map(({ code }) => code)).toStrictEqual([
      'causeWithoutLoss',
      'lossWithoutTask',
      'outOfRange',
    ])
  })

  it('is refused with every wrong field, repeated id and unknown cause', () => {
    expect(problemsOf({ ...plan, year: 'nay', colour: 1 })).toMatchObject([{ code: 'invalidValue', at: 'year' }, { code: 'unknownField' }])
    expect(problemsOf({ ...plan, losses: [...plan.losses, ...plan.losses], causes: [] })).toMatchObject([
      { code: 'alreadyExists', at: 'losses[1]' },
      { code: 'notFound', at: 'losses[0].causes' },
      { code: 'notFound', at: 'losses[1].causes' },
    ])
  })
})
