import { describe, expect, it } from 'vitest'
import { fractionText } from '../exact/fraction.ts'
import { parsePoints, type Points, pointsText, subtractPoints } from '../exact/points.ts'
import { nodeId } from '../ids.ts'
import { framework } from '../results/by-hand.ts'
import { lossAreasOf, lossesBy, lossesByArea, lossesByDivision } from './count-losses.ts'
import { type Cause, causeId, type Loss } from './loss.ts'

const points = (text: string): Points => parsePoints(text) as Points
const set = framework([
  { code: '1', name: 'Chỉ đạo', children: ['1.1', '1.2', '1.3'].map((code) => ({ code, name: code, maxPoints: '2' })) },
  { code: '2', name: 'Thủ tục', children: [{ code: '2.1', name: '2.1', maxPoints: '4' }] },
])
const loss = (code: string, got: string, max: string, causes: readonly string[] = []): Loss => ({
  leaf: nodeId(code),
  code,
  name: code,
  area: nodeId(code[0] ?? ''),
  source: 'appraised',
  maxPoints: points(max),
  points: points(got),
  lost: subtractPoints(points(max), points(got)),
  missing: false,
  disputed: false,
  repeatedFrom: [],
  causes: causes.map(causeId),
})
const losses = [loss('1.1', '0', '2', ['a', 'b']), loss('1.2', '1.5', '2', ['a']), loss('2.1', '2.5', '4', ['b'])]

describe('losses in figures', () => {
  it('count leaves at their maximum, at zero and in between per area, with the share of everything lost', () => {
    expect(
      lossesByArea(lossAreasOf(set), losses).map((area) => ({ ...area, lost: pointsText(area.lost), share: fractionText(area.share) })),
    ).toMatchObject([
      { area: '1', leaves: 3, atMaximum: 1, atZero: 1, partial: 1, lost: '2.5', share: '5/8' },
      { area: '2', leaves: 1, atMaximum: 0, atZero: 0, partial: 1, lost: '1.5', share: '3/8' },
    ])
  })

  it('count a loss of two causes for each of them, most first', () => {
    expect(lossesBy(losses, ({ causes }) => causes).map(({ key, losses, lost }) => [key, losses, pointsText(lost)])).toStrictEqual([
      ['b', 2, '3.5'],
      ['a', 2, '2.5'],
    ])
  })

  it('count a loss once for a division that two of its causes name', () => {
    const causes: readonly Cause[] = ['a', 'b'].map((id) => ({ id: causeId(id), text: id, side: 'subjective', division: 'Văn phòng' }))
    expect(lossesByDivision(losses, causes).map(({ key, losses, lost }) => [key, losses, pointsText(lost)])).toStrictEqual([
      ['Văn phòng', 3, '4'],
    ])
  })

  it('divide nothing where nothing was lost', () => {
    expect(lossesByArea(lossAreasOf(set), []).map(({ share }) => fractionText(share))).toStrictEqual(['0/1', '0/1'])
  })
})
