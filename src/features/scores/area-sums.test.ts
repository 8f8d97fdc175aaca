import { expect, it } from 'vitest'
import { parseAreas, printAreas } from './area-sums.ts'

it('the areas of a unit are read as they were written: known, without points, negative, and none', () => {
  const known = { exact: '3/4', points: '7.5', appliedMax: '10', percent: '75.000000' }
  const unknown = { exact: null, points: null, appliedMax: '5.25', percent: null }
  const negative = { exact: '-1/8', points: '-0.5', appliedMax: '4', percent: '-12.500000' }
  const printed = printAreas([
    { nodeId: '1', ...known },
    { nodeId: 'II.2', ...unknown },
    { nodeId: 'trừ điểm', ...negative },
  ])
  expect(parseAreas(printed)).toEqual({ '1': known, 'II.2': unknown, 'trừ điểm': negative })
  expect(parseAreas(printAreas([]))).toEqual({})
})
