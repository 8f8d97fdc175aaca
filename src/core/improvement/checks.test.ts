import { describe, expect, it } from 'vitest'
import { parseDecimal } from '../exact/decimal.ts'
import type { Fraction } from '../exact/fraction.ts'
import { parsePoints, type Points } from '../exact/points.ts'
import { nodeId } from '../ids.ts'
import { checkCauses } from './check-causes.ts'
import { checkTargets } from './check-targets.ts'
import { checkTasks } from './check-tasks.ts'
import { type Cause, causeId, type Loss } from './loss.ts'
import { percentForRank, rankAmong } from './points-for-rank.ts'
import type { TargetRow } from './targets.ts'
import { type Task, taskId } from './task.ts'

const points = (text: string): Points => parsePoints(text) as Points
const parseFraction = (text: string): Fraction => parseDecimal(text) as Fraction
const loss = (code: string, causes: readonly string[] = []): Loss => ({
  leaf: nodeId(code),
  code,
  name: code,
  area: nodeId(code[0] ?? ''),
  source: 'appraised',
  maxPoints: points('1'),
  points: points('0'),
  lost: points('1'),
  missing: false,
  disputed: false,
  repeatedFrom: [],
  causes: causes.map(causeId),
})
const cause = (id: string, text: string): Cause => ({ id: causeId(id), text, side: 'subjective' })
const task = (id: string, leaves: readonly string[], more: Partial<Task> = {}): Task => ({
  id: taskId(id),
  title: id,
  leaves: leaves.map(nodeId),
  leadUnit: 'Văn phòng',
  product: 'Báo cáo',
  until: '2026-09-30',
  coordinatingUnits: [],
  persons: [],
  requirements: [],
  ...more,
})

describe('causes', () => {
  it('are missed where a loss has none, and where no loss has them', () => {
    expect(checkCauses([loss('1.1')], [cause('a', 'Chậm')])).toMatchObject([
      { code: 'lossWithoutCause', at: '1.1', lost: '1' },
      { code: 'causeWithoutLoss', at: 'a' },
    ])
  })

  it('are pointed out where the same words stand in another area, however they are written', () => {
    const causes = [cause('a', 'Chưa công bố  thủ tục'), cause('b', 'chưa công bố thủ tục'), cause('c', 'Chưa công bố thủ tục')]
    expect(checkCauses([loss('2.8', ['a']), loss('3.2', ['b']), loss('2.9', ['c'])], causes)).toMatchObject([
      { code: 'causeCopied', at: 'b', area: '2' },
    ])
  })

  it('may be shared by several losses', () => {
    expect(checkCauses([loss('2.8', ['a']), loss('3.2', ['a'])], [cause('a', 'Thiếu người')])).toStrictEqual([])
  })
})

describe('tasks', () => {
  it('are held against the losses both ways', () => {
    expect(checkTasks([loss('1.1'), loss('1.2')], [task('a', ['1.1']), task('b', ['9.9'])])).toMatchObject([
      { code: 'lossWithoutTask', at: '1.2' },
      { code: 'taskWithoutLoss', at: 'b' },
    ])
  })

  it('need a lead unit, a product and a deadline', () => {
    const { leadUnit: _, product: __, until: ___, ...bare } = task('a', ['1.1'])
    expect(checkTasks([loss('1.1')], [bare])).toMatchObject(
      ['leadUnit', 'product', 'deadline'].map((lacks) => ({ code: 'taskWithout', lacks })),
    )
  })
})

const row = (
  leaf: string,
  max: string,
  result: string | undefined,
  targets: Record<number, string>,
  source: TargetRow['source'] = 'appraised',
): TargetRow => ({
  leaf: nodeId(leaf),
  area: nodeId(leaf[0] ?? ''),
  source,
  maxPoints: points(max),
  ...(result !== undefined && { result: points(result) }),
  targets: new Map(Object.entries(targets).map(([year, target]) => [Number(year), points(target)])),
})

describe('targets', () => {
  it('stay at or below the maximum and do not fall without being noticed', () => {
    const rows = [row('1.1', '1', '0.5', { 2026: '1.5' }), row('1.2', '2', '1', { 2026: '0.5', 2027: '0.25' })]
    expect(checkTargets(rows, [], [2026, 2027])).toMatchObject([
      { code: 'targetAboveMax', at: '1.1', column: '2026', severity: 'error' },
      { code: 'targetBelowResult', at: '1.2', column: '2026', result: '1' },
      { code: 'targetBelowResult', at: '1.2', column: '2027', result: '0.5' },
    ])
  })

  it('carry the goals of areas and of the whole; a row without target counts with what it has', () => {
    const rows = [row('1.1', '10', '8', { 2026: '9' }), row('2.1', '5', '4', {})]
    const check = (text: string, area?: string) =>
      checkTargets(rows, [{ year: 2026, points: points(text), ...(area && { area: nodeId(area) }) }], [2026])
    expect(check('13')).toStrictEqual([])
    expect(check('13.5')).toMatchObject([{ code: 'goalAboveParts', at: 'total', goal: '13.5', parts: '13' }])
    expect(check('16')).toMatchObject([{ code: 'targetAboveMax', at: 'total', max: '15' }])
    expect(check('4.5', '2')).toMatchObject([{ code: 'goalAboveParts', at: '2', parts: '4' }])
  })

  it('name a rank that the field has', () => {
    expect(checkTargets([], [{ year: 2026, rank: 21 }], [2026], 20)).toMatchObject([{ code: 'outOfRange', to: '20' }])
    expect(checkTargets([], [{ year: 2026, rank: 20 }], [2026], 20)).toStrictEqual([])
  })
})

describe('a rank among last year’s field', () => {
  const others = ['90', '88', '88', '70'].map(parseFraction)

  it('needs the percent of the unit that stands there, since equals share a rank', () => {
    expect(percentForRank(others, 2)).toStrictEqual(parseFraction('88'))
    expect(percentForRank(others, 3)).toStrictEqual(parseFraction('88'))
    expect(percentForRank(others, 5)).toBeNull()
    expect(rankAmong(others, parseFraction('88'))).toBe(2)
    expect(rankAmong(others, parseFraction('87.9'))).toBe(4)
  })
})
