import { describe, expect, it } from 'vitest'
import { parsePoints, type Points, pointsText } from '../exact/points.ts'
import { nodeId } from '../ids.ts'
import { checkMarks } from './check-marks.ts'
import { checkStrengths } from './check-strengths.ts'
import { emulationLines } from './emulation.ts'
import { tasksThatFellShort } from './fell-short.ts'
import { type FollowedTask, standingOf } from './follow.ts'
import type { LostLeaf } from './loss.ts'
import { isOwnTask } from './own-tasks.ts'
import { parsePlan } from './plan.ts'
import type { PlanFile } from './plan-file.ts'
import { planOfDivision } from './plan-of-division.ts'
import { scheduledActivities } from './scheduled-activities.ts'
import { taskId } from './task.ts'
import { tasksToRemind } from './tasks-to-remind.ts'

const points = (text: string): Points => parsePoints(text) as Points
const task = (id: string, more: Partial<FollowedTask> = {}): FollowedTask => ({
  id: taskId(id),
  title: id,
  leaves: [nodeId(id)],
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
  maxPoints: points('2'),
  points: points('0'),
  lost: points(lost),
  missing: false,
  disputed: false,
  repeatedFrom: [],
})
const today = '2026-10-15'
const standing = (each: FollowedTask) => standingOf(each, today, '2026-01-01')
const planOf = (parts: object): PlanFile => {
  const plan = parsePlan({ title: 'Kế hoạch', year: 2025, actionYear: 2026, ...parts })
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems))
  return plan.value
}

describe('a task', () => {
  const office = { divisions: ['Văn phòng', 'Văn phòng Sở'], person: 'Trần Thị Mẫu' }
  it.each([
    ['is of the division that leads it, however it is spelled', { leadUnit: 'VĂN PHÒNG  SỞ' }, true],
    ['is of a division that is named beside', { leadUnit: 'Thanh tra', coordinatingUnits: ['Văn phòng'] }, true],
    ['is of the person who is named in it', { leadUnit: 'Thanh tra', persons: ['Trần Thị Mẫu'] }, true],
    ['is nobody’s by a collective word', { leadUnit: 'Thanh tra', coordinatingUnits: ['Các phòng thuộc Sở'] }, false],
  ] as const)('%s', (_, more, expected) => {
    expect(isOwnTask(task('a', more), office)).toBe(expected)
  })

  it.each([
    ['2026-09-16', true],
    ['2026-09-17', false],
    ['2026-09-23', true],
    ['2026-09-29', true],
    ['2026-09-30', false],
    ['2026-10-01', true],
    ['2026-10-02', false],
    ['2026-10-08', true],
  ])('due on 30/09 is urged on %s: %s', (day, expected) => {
    expect(tasksToRemind([task('a'), task('b', { state: 'done' }), task('c', { state: 'cancelled' })], day)).toHaveLength(expected ? 1 : 0)
  })

  it('without a day is never urged', () => {
    const { until: _, ...open } = task('a')
    expect(tasksToRemind([open], today)).toStrictEqual([])
  })
})

describe('tasks that fell short', () => {
  it('are late, done late, given up, or missed the target of a row; those that missed most stand first', () => {
    const tasks = [
      task('late'),
      task('in time', { state: 'done', doneOn: '2026-09-01' }),
      task('done late', { state: 'done', doneOn: '2026-10-01' }),
      task('given up', { state: 'cancelled' }),
      task('missed', { state: 'done', doneOn: '2026-09-01' }),
    ]
    const losses = [loss('late', '1.5'), loss('given up', '0.25')]
    const missed = { leaf: nodeId('missed'), area: nodeId('1'), target: points('2'), reached: points('1.25'), gap: points('-0.75') }
    const found = tasksThatFellShort(tasks, standing, losses, [missed])
    expect(found.map((each) => [each.task.id, pointsText(each.missed), pointsText(each.atStake)])).toStrictEqual([
      ['missed', '0.75', '0'],
      ['late', '0', '1.5'],
      ['given up', '0', '0.25'],
      ['done late', '0', '0'],
    ])
  })
})

describe('emulation', () => {
  const tasks = [
    task('a', { state: 'done', doneOn: '2026-09-01', persons: ['Lê Văn Mẫu'] }),
    task('b', { persons: ['Lê Văn Mẫu', 'Bùi Thị Mẫu'] }),
    task('c', { leadUnit: 'Thanh tra', state: 'done', doneOn: '2026-08-01' }),
  ]
  const plan = planOf({
    marks: [
      { division: 'Văn phòng', period: 'quarter1', mark: 'completed', on: '2026-04-01' },
      { division: 'Văn phòng', period: 'halfYear', mark: 'good', on: '2026-07-01' },
      { division: 'Thanh tra', period: 'halfYear', mark: 'notCompleted', on: '2026-07-01' },
      { division: 'Thanh tra', person: 'Bùi Thị Mẫu', period: 'halfYear', mark: 'excellent', on: '2026-07-01' },
    ],
    activities: [
      { id: 'h1', kind: 'initiative', title: 'Một cửa số', division: 'thanh tra', doneOn: '2026-05-01' },
      { id: 'h2', kind: 'initiative', title: 'Chưa xong', division: 'Thanh tra' },
    ],
    rewards: [{ id: 'd1', kind: 'reward', who: 'Lê Văn Mẫu', ground: 'Kết quả', form: 'Giấy khen' }],
  })
  const lines = emulationLines(plan, tasks, standing)

  it('has a line per division and per person: marks by period, tasks in time and short, initiatives that are done, rewards', () => {
    expect(
      lines.map(({ division, person, tasks: all, inTime, short, initiatives, rewards }) => [
        division,
        person,
        all,
        inTime,
        short,
        initiatives,
        rewards,
      ]),
    ).toStrictEqual([
      ['Văn phòng', undefined, 2, 1, 1, 0, []],
      ['Thanh tra', undefined, 1, 1, 0, 1, []],
      ['Thanh tra', 'Bùi Thị Mẫu', 1, 0, 1, 0, []],
      ['Văn phòng', 'Lê Văn Mẫu', 2, 1, 1, 0, ['Giấy khen']],
    ])
    expect([...(lines[0]?.marks ?? [])]).toStrictEqual([
      ['quarter1', 'completed'],
      ['halfYear', 'good'],
    ])
  })

  it('doubts a high mark beside tasks that fell short, and the lowest where all were done in time', () => {
    expect(checkMarks(lines)).toMatchObject([
      { who: 'Văn phòng', mark: 'high', short: '1', tasks: '2' },
      { who: 'Thanh tra', mark: 'low', short: '0', tasks: '1' },
      { who: 'Bùi Thị Mẫu', mark: 'high', short: '1', tasks: '1' },
    ])
  })
})

describe('strengths', () => {
  it('may name what is at its maximum; an area that is praised though it lost points is pointed out', () => {
    const area = (id: string, name: string, leaves: number) => ({ id, name, leaves, maxPoints: '2' })
    const plan = planOf({
      areas: [area('1', 'Chỉ đạo, điều hành', 2), area('2', 'Tài chính công', 1), area('3', 'Chưa có tiêu chí', 0)],
      losses: [{ leaf: '1.1', code: '1.1', name: 'Kế hoạch', area: '1', source: 'appraised', maxPoints: '1', points: '0', lost: '1' }],
      strengths: ['Công tác CHỈ ĐẠO, ĐIỀU HÀNH kịp thời'],
    })
    expect(checkStrengths(plan)).toStrictEqual({ atMaximum: ['Tài chính công'], praisedButLost: ['Chỉ đạo, điều hành'] })
  })
})

describe('a division’s own plan', () => {
  it('has the tasks it leads with its steps, the losses they answer and the causes of these', () => {
    const lost = (leaf: string, causes: readonly string[]) => ({
      leaf,
      code: leaf,
      name: leaf,
      area: '1',
      source: 'appraised',
      maxPoints: '1',
      points: '0',
      lost: '1',
      causes,
    })
    const plan = planOf({
      losses: [lost('1.1', ['n1']), lost('1.2', ['n2'])],
      causes: [
        { id: 'n1', text: 'Chậm', side: 'subjective' },
        { id: 'n2', text: 'Không phát sinh', side: 'objective' },
      ],
      tasks: [
        { id: 't1', title: 'Báo cáo', leaves: ['1.1'], leadUnit: 'Văn phòng', requirements: ['Đủ số lượng'] },
        { id: 't2', title: 'Kiểm tra', leaves: ['1.2'], leadUnit: 'Thanh tra' },
      ],
      steps: [{ id: 't1-1', task: 't1', text: 'Soạn đề cương' }],
    })
    const own = planOfDivision(plan, 'VĂN PHÒNG')
    expect([
      own.tasks.map(({ id, requirements }) => [id, requirements]),
      own.losses.map(({ leaf }) => leaf),
      own.causes.map(({ id }) => id),
    ]).toStrictEqual([[['t1', ['Đủ số lượng', 'Soạn đề cương']]], ['1.1'], ['n1']])
  })
})

describe('an activity that comes back', () => {
  const { activities } = planOf({ activities: [{ id: 'h1', kind: 'inspection', title: 'Kiểm tra', every: 'quarter' }] })

  it('is written out for the times of the year that have not ended', () => {
    expect(scheduledActivities(activities, 2026, '2026-05-01').map(({ id, until, every }) => [id, until, every])).toStrictEqual([
      ['h1-1', '2026-06-30', undefined],
      ['h1-2', '2026-09-30', undefined],
      ['h1-3', '2026-12-31', undefined],
    ])
    expect(scheduledActivities([{ ...activities[0], every: 'month' } as never], 2028, '2028-02-29')[0]).toMatchObject({
      until: '2028-02-29',
    })
  })

  it('stands once where the year is over', () => {
    expect(scheduledActivities(activities, 2026, '2027-01-01').map(({ id, until }) => [id, until])).toStrictEqual([['h1', undefined]])
  })
})
