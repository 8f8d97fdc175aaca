import { describe, expect, it } from 'vitest'
import { parsePoints, type Points } from '../exact/points.ts'
import { nodeId } from '../ids.ts'
import { framework } from '../results/by-hand.ts'
import type { LeafScore } from '../results/scores.ts'
import { findLosses, type UnitOutcome } from './find-losses.ts'

const points = (text: string): Points => parsePoints(text) as Points
const scored = (text: string): LeafScore => ({ status: 'scored', points: points(text) })
const set = framework([
  {
    code: '1',
    name: 'Chỉ đạo',
    children: [
      { code: '1.1', name: 'Kế hoạch', maxPoints: '2' },
      { code: '1.2', name: 'Báo cáo', maxPoints: '1.5', notApplicable: 'zero' },
      { code: '1.3', name: 'Kiểm tra', maxPoints: '1' },
    ],
  },
  {
    code: '2',
    name: 'Điểm cộng',
    maxPoints: '1',
    counting: 'bonus',
    children: [{ code: '2.1', name: 'Sáng kiến', maxPoints: '1', counting: 'bonus' }],
  },
  {
    code: '3',
    name: 'Điểm trừ',
    maxPoints: '1',
    counting: 'penalty',
    children: [{ code: '3.1', name: 'Nộp muộn', maxPoints: '1', counting: 'penalty' }],
  },
])
const outcome = (scores: Record<string, LeafScore>, more: Partial<UnitOutcome> = {}): UnitOutcome => ({
  scores: new Map(Object.entries(scores).map(([id, score]) => [nodeId(id), score])),
  disputed: new Set(),
  earlier: [],
  ...more,
})
const lost = (scores: Record<string, LeafScore>) => findLosses(set, outcome(scores)).map(({ code, lost }) => [code, lost])

describe('points lost', () => {
  it('are what a leaf has below its maximum', () => {
    expect(lost({ '1.1': scored('1.25'), '1.2': scored('1.5'), '1.3': scored('0') })).toStrictEqual([
      ['1.1', points('0.75')],
      ['1.3', points('1')],
    ])
  })

  it('are the whole maximum of a leaf that nobody scored, and it is said to be missing', () => {
    const [first] = findLosses(set, outcome({ '1.2': scored('1.5'), '1.3': scored('1') }))
    expect(first).toMatchObject({ code: '1.1', lost: points('2'), missing: true })
  })

  it('are none where a leaf does not apply, unless the decision gives zero for it', () => {
    const none: LeafScore = { status: 'notApplicable' }
    expect(lost({ '1.1': none, '1.2': none, '1.3': none })).toStrictEqual([['1.2', points('1.5')]])
    expect(
      lost({ '1.1': { status: 'notApplicable', treatment: 'zero' }, '1.2': { ...none, treatment: 'full' }, '1.3': none }),
    ).toStrictEqual([['1.1', points('2')]])
  })

  it('are none where nobody measured', () => {
    const away: LeafScore = { status: 'notMeasured' }
    expect(lost({ '1.1': away, '1.2': away, '1.3': away })).toStrictEqual([])
  })

  it('are what a penalty took, whichever sign it is written with; a bonus not won is no loss', () => {
    const full = { '1.1': scored('2'), '1.2': scored('1.5'), '1.3': scored('1') }
    expect(lost({ ...full, '2.1': scored('0'), '3.1': scored('0.5') })).toStrictEqual([['3.1', points('0.5')]])
    expect(lost({ ...full, '3.1': scored('-0.5') })).toStrictEqual([['3.1', points('0.5')]])
  })

  it('name a dispute and the years in which the criterion had lost before, latest first', () => {
    const leaves = new Set([nodeId('1.3')])
    const found = findLosses(
      set,
      outcome(
        { '1.1': scored('2'), '1.2': scored('1.5'), '1.3': scored('0.5') },
        {
          disputed: leaves,
          earlier: [
            { year: 2023, leaves },
            { year: 2022, leaves: new Set() },
            { year: 2024, leaves },
          ],
        },
      ),
    )
    expect(found).toMatchObject([{ area: '1', disputed: true, repeatedFrom: [2024, 2023] }])
  })
})
