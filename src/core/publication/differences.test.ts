import { describe, expect, it } from 'vitest'
import { unitId } from '../ids.ts'
import type { UnitResult } from '../results/results.ts'
import { differencesOf } from './differences.ts'

const result = (unit: string, points: string, rank: number): UnitResult => ({
  unit: unitId(unit),
  points,
  appliedMax: '2',
  percent: `${Number(points) * 50}`,
  rank,
  exact: `${points}/2`,
  bySource: { appraised: points, survey: '0', external: '0', panel: '0' },
  nodes: { '1': { points, appliedMax: '2', percent: null, rank } },
})

describe('what a correction changed', () => {
  it('is nothing where no figure moved', () => {
    expect(differencesOf([result('A', '1', 1)], [result('A', '1', 1)])).toStrictEqual([])
  })

  it('names every unit whose points or place moved, and the nodes whose points did', () => {
    const [first, second] = differencesOf([result('A', '2', 1), result('B', '1', 2)], [result('A', '2', 1), result('B', '2', 1)])
    expect(first).toMatchObject({ unit: 'B', before: { points: '1', rank: 2 }, after: { points: '2', rank: 1 } })
    expect(first?.nodes).toStrictEqual([{ node: '1', before: { points: '1' }, after: { points: '2' } }])
    expect(second).toBeUndefined()
    expect(differencesOf([result('A', '1', 1)], [result('A', '1', 2)])).toMatchObject([{ unit: 'A', nodes: [] }])
  })

  it('says which unit came and which went', () => {
    expect(differencesOf([result('A', '1', 1)], [result('B', '1', 1)])).toMatchObject([
      { unit: 'B', before: undefined },
      { unit: 'A', after: undefined },
    ])
  })

  it('is a lone figure as well: points, percent, place, class, or the status of one node', () => {
    const was: UnitResult = { ...result('A', '1', 1), class: 'Khá' }
    const standing = { points: '1', percent: '50', rank: 1, class: 'Khá' }
    const moved: readonly (readonly [Partial<UnitResult>, object])[] = [
      [{ points: '1.5' }, { ...standing, points: '1.5' }],
      [{ percent: '51' }, { ...standing, percent: '51' }],
      [{ rank: 2 }, { ...standing, rank: 2 }],
      [{ class: 'Tốt' }, { ...standing, class: 'Tốt' }],
    ]
    for (const [change, after] of moved)
      expect(differencesOf([was], [{ ...was, ...change }])).toStrictEqual([{ unit: 'A', before: standing, after, nodes: [] }])
    const missing = { '1': { points: '1', appliedMax: '2', percent: null, rank: 1, status: 'missing' as const } }
    expect(differencesOf([was], [{ ...was, nodes: missing }])).toStrictEqual([
      {
        unit: 'A',
        before: standing,
        after: standing,
        nodes: [{ node: '1', before: { points: '1' }, after: { points: '1', status: 'missing' } }],
      },
    ])
  })

  it('is all that a unit had where it came or went, its nodes too', () => {
    const { points, percent, rank } = result('A', '1', 1)
    expect(differencesOf([], [result('A', '1', 1)])).toStrictEqual([
      { unit: 'A', before: undefined, after: { points, percent, rank }, nodes: [{ node: '1', before: undefined, after: { points: '1' } }] },
    ])
    expect(differencesOf([result('A', '1', 1)], [])).toStrictEqual([
      { unit: 'A', before: { points, percent, rank }, after: undefined, nodes: [{ node: '1', before: { points: '1' }, after: undefined }] },
    ])
    const emptyNode = { ...result('A', '1', 1), nodes: { '1': { points: null, appliedMax: '2', percent: null, rank: null } } }
    expect(differencesOf([{ ...emptyNode, nodes: {} }], [emptyNode])).toHaveLength(1)
  })
})
