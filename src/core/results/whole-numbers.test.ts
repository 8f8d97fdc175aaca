import { describe, expect, it } from 'vitest'
import { type Points, parsePoints } from '../exact/points.ts'
import { nodeId, unitId } from '../ids.ts'
import { framework } from './by-hand.ts'
import { leafColumns, leafColumnsOf } from './leaf-columns.ts'
import { planOf } from './plan.ts'
import { cellOfScore, leafColumnsOfSheets, scoreOfCell, scoresOfCells } from './score-sheet.ts'
import { type LeafScore } from './scores.ts'

const points = (text: string): Points => parsePoints(text) as Points
const scored = (text: string, appliedMax?: string): LeafScore => ({
  status: 'scored',
  points: points(text),
  ...(appliedMax !== undefined && { appliedMax: points(appliedMax) }),
})
const [missing, notMeasured] = [{ status: 'missing' }, { status: 'notMeasured' }] as const
const nodes = [
  { code: '1', name: 'a', children: [{ code: '1.1', name: 'b', maxPoints: '2' }] },
  { code: 'C', name: 'c', counting: 'bonus', maxPoints: '1' },
  { code: 'D', name: 'd', counting: 'penalty', maxPoints: '-1' },
]
const set = framework(nodes)

describe('scores in whole numbers', () => {
  const columnsFor = (scores: readonly LeafScore[], more: object = {}, options = {}) =>
    leafColumns(
      planOf(framework([{ code: '1', name: 'a', maxPoints: '2' }], more)),
      scores.length,
      (unit) => scores[unit] ?? missing,
      options,
    )
  const column = (of: readonly number[], more?: readonly [readonly number[], readonly number[]]) => ({
    points: Int32Array.from(of),
    ...(more && { appliedMax: Int32Array.from(more[0]), counted: Uint8Array.from(more[1]) }),
  })
  const notApplicable = (treatment?: 'full' | 'zero' | 'excluded' | 'redistributed'): LeafScore => ({
    status: 'notApplicable',
    ...(treatment && { treatment }),
  })

  it('have maxima of their own only where units differ in them', () => {
    expect(columnsFor([scored('1'), scored('2')])).toStrictEqual({ columns: [column([10_000, 20_000])], missing: Int32Array.of(0, 0) })
    expect(columnsFor([scored('1'), missing, scored('1', '1.5'), notApplicable(), scored('2')])).toStrictEqual({
      columns: [
        column(
          [10_000, 0, 10_000, 0, 20_000],
          [
            [20_000, 20_000, 15_000, 0, 20_000],
            [1, 0, 1, 0, 1],
          ],
        ),
      ],
      missing: Int32Array.of(0, 1, 0, 0, 0),
    })
    expect(columnsFor([notApplicable('full'), notApplicable('zero')])).toStrictEqual({
      columns: [column([20_000, 0])],
      missing: Int32Array.of(0, 0),
    })
    expect(columnsFor([notApplicable('excluded')])).toStrictEqual({ columns: [column([0], [[0], [0]])], missing: Int32Array.of(0) })
    expect(columnsFor([])).toStrictEqual({ columns: [column([])], missing: new Int32Array(0) })
  })

  it('are not enough for redistribution, carried blocks and maxima beyond 4,000 points', () => {
    expect([columnsFor([notApplicable('redistributed')]), columnsFor([notMeasured], { absentBlock: 'carry' })]).toStrictEqual([
      undefined,
      undefined,
    ])
    expect(columnsFor([notMeasured], { absentBlock: 'zero' })).toStrictEqual({ columns: [column([0])], missing: Int32Array.of(0) })
    expect(columnsFor([notMeasured], { absentBlock: 'rescale' })).toStrictEqual({
      columns: [column([0], [[0], [0]])],
      missing: Int32Array.of(0),
    })
    const fits = (base: string, bonus: string) =>
      leafColumns(
        planOf(
          framework([
            { code: '1', name: 'a', maxPoints: base },
            { code: 'C', name: 'c', counting: 'bonus', maxPoints: bonus },
          ]),
        ),
        1,
        () => scored('1'),
        {},
      ) !== undefined
    expect([fits('4000', '1'), fits('4000', '4000'), fits('4000.0001', '1'), fits('10', '10.0001')]).toStrictEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('cap bonus and penalty, which take away', () => {
    const plan = planOf(set)
    const unit = (scores: Readonly<Record<string, LeafScore>>) => ({
      unit: unitId('A'),
      ranked: true,
      scores: new Map(Object.entries(scores).map(([id, score]) => [nodeId(id), score])),
    })
    const columns = leafColumnsOf(
      plan,
      [unit({ '1.1': scored('1'), C: scored('3'), D: scored('-0.5') }), unit({ D: scored('0.75'), C: notMeasured })],
      {},
    )
    expect(columns).toStrictEqual({
      columns: [
        column(
          [10_000, 0],
          [
            [20_000, 20_000],
            [1, 0],
          ],
        ),
        column(
          [10_000, 0],
          [
            [10_000, 0],
            [1, 0],
          ],
        ),
        column([-5000, -7500]),
      ],
      missing: Int32Array.of(0, 1),
    })
  })

  it('stand in a sheet as points or as codes, and reduced maxima after them', () => {
    const scores: readonly LeafScore[] = [
      scored('0'),
      scored('-1.5'),
      missing,
      notMeasured,
      notApplicable(),
      ...(['excluded', 'full', 'zero', 'redistributed'] as const).map((each) => notApplicable(each)),
    ]
    expect(scores.map((score) => scoreOfCell(cellOfScore(score)))).toStrictEqual(scores)
    expect(scores.slice(2).map(cellOfScore)).toStrictEqual([
      -2_000_000_000, -2_000_000_001, -2_000_000_010, -2_000_000_011, -2_000_000_012, -2_000_000_013, -2_000_000_014,
    ])
    expect(scoreOfCell(undefined)).toStrictEqual(missing)
    for (const cell of [-1_000_000_000, -2_000_000_002, -2_000_000_015])
      expect(() => scoreOfCell(cell)).toThrow(new RangeError(`no score is written as ${cell}`))
    const leaves = ['a', 'b', 'c'].map((id) => ({ id: nodeId(id) }))
    expect(scoresOfCells(leaves, [10_000, -2_000_000_000, 5000])).toStrictEqual(
      new Map([
        ['a', scored('1')],
        ['c', scored('0.5')],
      ]),
    )
    expect(scoresOfCells(leaves, [10_000, -2_000_000_010, 5000, 0, 1, 2, 15_000, 1000, 6000])).toStrictEqual(
      new Map([
        ['a', scored('1', '1.5')],
        ['b', notApplicable()],
        ['c', scored('0.5', '0.6')],
      ]),
    )
    const plan = planOf(set)
    expect(
      leafColumnsOfSheets(
        plan,
        [
          [10_000, 0, 0],
          [10_000, 0, 0, 0, 15_000],
        ],
        {},
      )?.columns[0],
    ).toStrictEqual(
      column(
        [10_000, 10_000],
        [
          [20_000, 15_000],
          [1, 1],
        ],
      ),
    )
  })
})
