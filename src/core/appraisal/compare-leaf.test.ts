import { describe, expect, it } from 'vitest'
import { parsePoints } from '../exact/points.ts'
import { type ComparedUnit, compareLeaf } from './compare-leaf.ts'

const unit = (name: string, kind: string, claimed?: string, given?: string): ComparedUnit => {
  const [a, b] = [claimed === undefined ? undefined : parsePoints(claimed), given === undefined ? undefined : parsePoints(given)]
  return { unitId: name, name, kind, ...(a !== undefined && { claimed: a }), ...(b !== undefined && { given: b }) }
}

describe('the same leaf over like units', () => {
  const units = [
    unit('A', 'sở', '2'),
    unit('B', 'xã', '2', '2'),
    unit('C', 'sở', '1', '1'),
    unit('D', 'sở', '2', '1.5'),
    unit('E', 'sở'),
    unit('F', 'sở', '2', '1.5'),
  ]
  it('counts every number of points on both sides, fewest first', () => {
    const { spread } = compareLeaf(units, 'A')
    expect(spread.map(({ points, claimed, given }) => [Number(points), claimed, given])).toStrictEqual([
      [Number(parsePoints('1')), 1, 1],
      [Number(parsePoints('1.5')), 0, 2],
      [Number(parsePoints('2')), 4, 1],
    ])
  })

  it('names first who was decided on, is of the same kind and claims the same; never the unit itself', () => {
    expect(compareLeaf(units, 'A').alike.map(({ name }) => name)).toStrictEqual(['D', 'F', 'C', 'B', 'E'])
    expect(compareLeaf([], 'A')).toStrictEqual({ spread: [], alike: [] })
  })
})
