import { describe, expect, it } from 'vitest'
import { type Points, parsePoints } from '../exact/points.ts'
import { nodeId } from '../ids.ts'
import { treatments } from '../vocabulary.ts'
import { cellOfScore, scoreOfCell, scoresOfCells } from './score-sheet.ts'
import type { LeafScore } from './scores.ts'

const points = (text: string): Points => parsePoints(text) as Points

const every: readonly LeafScore[] = [
  ...['0', '-99999.9999', '0.0001', '99999.9999'].map((text): LeafScore => ({ status: 'scored', points: points(text) })),
  { status: 'missing' },
  { status: 'notMeasured' },
  { status: 'notApplicable' },
  ...treatments.map((treatment): LeafScore => ({ status: 'notApplicable', treatment })),
]

describe('a score as a cell', () => {
  it('comes back as it was: the longest points, and zero apart from missing, not measured and not applicable', () => {
    expect(every.map((score) => scoreOfCell(cellOfScore(score)))).toStrictEqual(every)
    expect(new Set(every.map(cellOfScore)).size).toBe(every.length)
  })

  it('is missing where the sheet ends, and nothing is made of a number that nobody writes', () => {
    const [first, second] = [{ id: nodeId('1.1') }, { id: nodeId('1.2') }]
    expect([...scoresOfCells([first, second], [7500])]).toStrictEqual([['1.1', { status: 'scored', points: points('0.75') }]])
    expect(() => scoreOfCell(-1_999_999_999)).toThrow('-1999999999')
    expect(() => scoreOfCell(-2_000_000_015)).toThrow('-2000000015')
  })
})
