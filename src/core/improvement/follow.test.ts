import { describe, expect, it } from 'vitest'
import { parsePoints, type Points, pointsText } from '../exact/points.ts'
import { nodeId } from '../ids.ts'
import { type FollowedTask, pointsAtStake, standingByDivision, standingOf } from './follow.ts'
import type { LostLeaf } from './loss.ts'
import { taskId } from './task.ts'

const task = (id: string, more: Partial<FollowedTask> = {}): FollowedTask => ({
  id: taskId(id),
  title: id,
  leaves: [],
  leadUnit: 'Văn phòng',
  until: '2026-09-30',
  coordinatingUnits: [],
  persons: [],
  requirements: [],
  state: 'inProgress',
  share: 0,
  ...more,
})
const loss = (leaf: string, lost: string): LostLeaf => ({
  leaf: nodeId(leaf),
  code: leaf,
  name: leaf,
  area: nodeId('1'),
  source: 'appraised',
  maxPoints: parsePoints('2') as Points,
  points: parsePoints('0') as Points,
  lost: parsePoints(lost) as Points,
  missing: false,
  disputed: false,
  repeatedFrom: [],
})
const start = '2026-01-01'

describe('following a plan', () => {
  it.each([
    ['is open while work keeps up with time', { share: 50 }, '2026-06-30', 'open'],
    ['is endangered where work falls behind by more than a quarter', { share: 20 }, '2026-06-30', 'endangered'],
    ['is endangered where it has not begun shortly before its day', { state: 'notStarted', share: 90 }, '2026-09-20', 'endangered'],
    ['is not late on its last day', { share: 90 }, '2026-09-30', 'open'],
    ['is late the day after', { share: 99 }, '2026-10-01', 'late'],
    ['is done in time', { state: 'done', doneOn: '2026-09-30' }, '2026-12-01', 'done'],
    ['is done late', { state: 'done', doneOn: '2026-10-01' }, '2026-12-01', 'doneLate'],
    ['is cancelled whatever the day', { state: 'cancelled' }, '2026-12-01', 'cancelled'],
  ] as const)('a task %s', (_, more, today, expected) => {
    expect(standingOf(task('a', more), today, start)).toBe(expected)
  })

  it('a task without a last day is never late', () => {
    const { until: _, ...endless } = task('a')
    expect(standingOf(endless, '2030-01-01', start)).toBe('open')
  })

  it('counts the points at stake once, however many tasks work on the leaf', () => {
    const tasks = [task('a', { leaves: [nodeId('1.1')] }), task('b', { leaves: [nodeId('1.1'), nodeId('1.2')] })]
    expect(pointsText(pointsAtStake(tasks, [loss('1.1', '0.5'), loss('1.2', '1'), loss('1.3', '2')]))).toBe('1.5')
  })

  it('shows each division what it leads and what is at stake in what is late', () => {
    const tasks = [
      task('a', { leaves: [nodeId('1.1')], until: '2026-03-31' }),
      task('b', { leaves: [nodeId('1.2')], share: 100 }),
      task('c', { leadUnit: 'Thanh tra', state: 'done', doneOn: '2026-02-01' }),
    ]
    expect(standingByDivision(tasks, [loss('1.1', '0.5'), loss('1.2', '1')], '2026-06-30', start)).toMatchObject([
      { leadUnit: 'Văn phòng', tasks: 2, counts: { late: 1, open: 1 }, atStake: parsePoints('0.5') },
      { leadUnit: 'Thanh tra', tasks: 1, counts: { done: 1 }, atStake: 0 },
    ])
  })
})
