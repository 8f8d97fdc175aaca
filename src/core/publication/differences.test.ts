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
    expect(differencesOf([result('A', '1', 1)], [result('A', '1', 1)])).toEqual([])
  })

  it('names every unit whose points or place moved, and the nodes whose points did', () => {
    const [first, second] = differencesOf([result('A', '2', 1), result('B', '1', 2)], [result('A', '2', 1), result('B', '2', 1)])
    expect(first).toMatchObject({ unit: 'B', before: { points: '1', rank: 2 }, after: { points: '2', rank: 1 } })
    expect(first?.nodes).toEqual([{ node: '1', before: { points: '1' }, after: { points: '2' } }])
    expect(second).toBeUndefined()
    expect(differencesOf([result('A', '1', 1)], [result('A', '1', 2)])).toMatchObject([{ unit: 'A', nodes: [] }])
  })

  it('says which unit came and which went', () => {
    expect(differencesOf([result('A', '1', 1)], [result('B', '1', 1)])).toMatchObject([
      { unit: 'B', before: undefined },
      { unit: 'A', after: undefined },
    ])
  })
})
