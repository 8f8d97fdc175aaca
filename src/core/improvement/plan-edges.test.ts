import { describe, expect, it } from 'vitest'
import { parseDecimal } from '../exact/decimal.ts'
import type { Fraction } from '../exact/fraction.ts'
import { parsePoints, type Points } from '../exact/points.ts'
import { nodeId } from '../ids.ts'
import { checkMarks } from './check-marks.ts'
import { checkTargets } from './check-targets.ts'
import { checkStrengths } from './check-strengths.ts'
import { checkTasks } from './check-tasks.ts'
import { checkCauses } from './check-causes.ts'
import { emulationLines } from './emulation.ts'
import { estimatedTasks } from './estimated-task.ts'
import { tasksThatFellShort } from './fell-short.ts'
import { type FollowedTask, standingByDivision, standingOf } from './follow.ts'
import { causeId, type LostLeaf } from './loss.ts'
import { isOwnTask } from './own-tasks.ts'
import { parsePlan } from './plan.ts'
import type { PlanFile } from './plan-file.ts'
import { planOfDivision } from './plan-of-division.ts'
import { percentForRank } from './points-for-rank.ts'
import { remainingEffort } from './remaining-effort.ts'
import { scheduledActivities } from './scheduled-activities.ts'
import { taskId } from './task.ts'

const points = (text: string): Points => parsePoints(text) as Points
const task = (id: string, more: Partial<FollowedTask> = {}): FollowedTask => ({
  id: taskId(id),
  title: id,
  leaves: [nodeId(id)],
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
const planOf = (parts: object): PlanFile => {
  const plan = parsePlan({ title: 'Kế hoạch', year: 2025, actionYear: 2026, ...parts })
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems))
  return plan.value
}

describe('edges of targets and goals', () => {
  const row = { leaf: nodeId('1.1'), area: nodeId('1'), source: 'appraised' as const, maxPoints: points('2'), result: points('1') }
  const { result: _, ...unscored } = row
  const target = (text: string, from: object = row) =>
    checkTargets([{ ...unscored, ...from, targets: new Map([[2027, points(text)]]) }], [], [2026, 2027])

  it('lie at nothing, at the result and at the maximum', () => {
    expect([target('1'), target('2'), target('0', unscored)]).toStrictEqual([[], [], []])
    expect(target('-0.25')).toStrictEqual([{ code: 'belowPoints', severity: 'error', at: '1.1', points: '-0.25', min: '0' }])
    expect(target('2.25')).toStrictEqual([
      { code: 'targetAboveMax', severity: 'error', at: '1.1', column: '2027', target: '2.25', max: '2' },
    ])
    expect(target('0.75')).toStrictEqual([
      { code: 'targetBelowResult', severity: 'warning', at: '1.1', column: '2027', target: '0.75', result: '1' },
    ])
  })

  it('hold for a place among the field, where its size is known', () => {
    const rank = (rank: number | undefined, size?: number) =>
      checkTargets([], [{ year: 2026, ...(rank !== undefined && { rank }) }], [], size)
    expect([rank(1, 20), rank(20, 20), rank(99), rank(undefined, 20)]).toStrictEqual([[], [], [], []])
    for (const wrong of [0, 21])
      expect(rank(wrong, 20)).toStrictEqual([
        { code: 'outOfRange', severity: 'error', at: 'total', field: 'rank', value: `${wrong}`, from: '1', to: '20' },
      ])
    const goal = (text: string) => checkTargets([{ ...row, targets: new Map() }], [{ year: 2026, points: points(text) }], [])
    expect([goal('1'), goal('2').map(({ code }) => code), goal('2.25').map(({ code }) => code)]).toStrictEqual([
      [],
      ['goalAboveParts'],
      ['targetAboveMax'],
    ])
    expect(goal('1.5')).toStrictEqual([
      { code: 'goalAboveParts', severity: 'warning', at: 'total', column: '2026', goal: '1.5', parts: '1' },
    ])
  })

  it('of a rank are taken on the field in any order', () => {
    const others = ['70', '90', '88'].map((text) => parseDecimal(text) as Fraction)
    const before = [...others]
    expect([1, 2, 3].map((rank) => percentForRank(others, rank))).toStrictEqual(['90', '88', '70'].map(parseDecimal))
    expect(others).toStrictEqual(before)
  })
})

describe('edges of marks and emulation', () => {
  const line = { division: 'Văn phòng', marks: new Map(), tasks: 2, inTime: 1, short: 1, initiatives: 0, rewards: [] }
  const marked = (mark: 'excellent' | 'good' | 'completed' | 'notCompleted' | undefined, more: object = {}) =>
    checkMarks([{ ...line, marks: new Map(mark && [['year', mark]]), ...more }]).map((each) =>
      each.code === 'markAgainstTasks' ? each.mark : '',
    )

  it('are only a high mark beside tasks that fell short, and the lowest beside tasks that were all in time', () => {
    expect((['excellent', 'good', 'completed', 'notCompleted', undefined] as const).map((mark) => marked(mark))).toStrictEqual([
      ['high'],
      ['high'],
      [],
      [],
      [],
    ])
    expect(marked('good', { short: 0, inTime: 2 })).toStrictEqual([])
    expect(marked('notCompleted', { short: 0, inTime: 2 })).toStrictEqual(['low'])
    expect(marked('completed', { short: 0, inTime: 2 })).toStrictEqual([])
    expect(marked('notCompleted', { short: 0, inTime: 0, tasks: 0 })).toStrictEqual([])
    expect(checkMarks([{ ...line, marks: new Map([['year', 'good']]) }])).toStrictEqual([
      { code: 'markAgainstTasks', severity: 'warning', at: '', who: 'Văn phòng', mark: 'high', short: '1', tasks: '2' },
    ])
  })

  it('count every way of falling short, and of activities the initiatives that are done', () => {
    const plan = planOf({
      marks: [{ division: 'Thanh tra', person: 'Ninh Mẫu', period: 'year', mark: 'good', on: '2026-12-31' }],
      activities: [
        { id: 'a', kind: 'initiative', title: 'Xong', division: 'Văn phòng', doneOn: '2026-05-01' },
        { id: 'b', kind: 'initiative', title: 'Chưa xong', division: 'Văn phòng' },
        { id: 'c', kind: 'inspection', title: 'Kiểm tra', division: 'Văn phòng', doneOn: '2026-05-01' },
      ],
    })
    const [late, doneLate, cancelled, open] = [
      task('a', { leadUnit: 'Văn phòng', persons: ['Hà Mẫu'] }),
      task('b', { leadUnit: 'Văn phòng', state: 'done', doneOn: '2026-10-01' }),
      task('c', { leadUnit: 'Văn phòng', state: 'cancelled' }),
      task('d', { until: '2027-12-31', persons: ['An Mẫu'] }),
    ]
    const lines = emulationLines(plan, [late, doneLate, cancelled, open], (each) => standingOf(each, '2026-10-15', '2026-01-01'))
    const empty = { marks: new Map(), tasks: 0, inTime: 0, short: 0, initiatives: 0, rewards: [] }
    expect(lines).toStrictEqual([
      { ...empty, division: 'Văn phòng', tasks: 3, short: 3, initiatives: 1 },
      { ...empty, division: 'Thanh tra' },
      { ...empty, division: '', person: 'An Mẫu', tasks: 1 },
      { ...empty, division: 'Văn phòng', person: 'Hà Mẫu', tasks: 1, short: 1 },
      { ...empty, division: 'Thanh tra', person: 'Ninh Mẫu', marks: new Map([['year', 'good']]) },
    ])
  })
})

describe('edges of following a plan', () => {
  const standing = (more: Partial<FollowedTask>, today = '2026-06-30', start = '2026-01-01') => standingOf(task('a', more), today, start)

  it('lie at a quarter of the work, two weeks and the last day', () => {
    const { until: _, ...endless } = task('a', { state: 'done', doneOn: '2030-01-01' })
    expect(standingOf(endless, '2030-01-01', '2026-01-01')).toBe('done')
    // Of a hundred days fifty have gone by.
    const half = (share: number) => standing({ until: '2026-04-11', share }, '2026-02-20', '2026-01-01')
    expect([half(25), half(24)]).toStrictEqual(['open', 'endangered'])
    const close = (today: string, state: 'notStarted' | 'inProgress') => standing({ state, share: 90 }, today)
    expect([close('2026-09-16', 'notStarted'), close('2026-09-17', 'notStarted'), close('2026-09-17', 'inProgress')]).toStrictEqual([
      'open',
      'endangered',
      'open',
    ])
    // Nothing of it was due before it began; all of it is where it had no time.
    expect(standing({}, '2025-06-30')).toBe('open')
    expect(standing({ until: '2026-01-01', share: 74 }, '2026-01-01')).toBe('endangered')
    expect(standing({ until: '2026-01-01', share: 75 }, '2026-01-01')).toBe('open')
  })

  it('put at stake what is late or endangered, also of tasks that nobody leads', () => {
    const tasks = [task('a', { share: 0 }), task('b', { until: '2026-03-01' }), task('c', { share: 100 })]
    expect(standingByDivision(tasks, [loss('a', '0.5'), loss('b', '1'), loss('c', '2')], '2026-06-30', '2026-01-01')).toStrictEqual([
      {
        leadUnit: '',
        tasks: 3,
        counts: { open: 1, endangered: 1, late: 1, done: 0, doneLate: 0, cancelled: 0 },
        atStake: points('1.5'),
      },
    ])
  })

  it('let no row that reached its target make a task fall short', () => {
    const done = task('a', { state: 'done', doneOn: '2026-09-01' })
    const row = (reached: string, gap: string) => ({
      leaf: nodeId('a'),
      area: nodeId('1'),
      target: points('1'),
      reached: points(reached),
      gap: points(gap),
    })
    const short = (...rows: ReturnType<typeof row>[]) => tasksThatFellShort([done], () => 'done', [], rows).map(({ missed }) => missed)
    expect([short(row('2', '1')), short(row('1', '0')), short(row('0.5', '-0.5'), row('2', '1'))]).toStrictEqual([[], [], [points('0.5')]])
  })

  it('make a task of several leaves answer a loss by any of them, and name loss, task and cause', () => {
    expect(
      checkTasks(
        [loss('1.1', '0.5')],
        [{ ...task('t', { leadUnit: 'Văn phòng', product: 'Báo cáo' }), leaves: [nodeId('1.1'), nodeId('9.9')] }],
      ),
    ).toStrictEqual([])
    const whole = { leadUnit: 'Văn phòng', product: 'Báo cáo' }
    expect(checkTasks([loss('1.1', '0.5')], [task('t', whole)])).toStrictEqual([
      { code: 'lossWithoutTask', severity: 'warning', at: '1.1', lost: '0.5' },
      { code: 'taskWithoutLoss', severity: 'warning', at: 't', task: 't' },
    ])
    expect(checkCauses([], [{ id: causeId('a'), text: 'Chậm', side: 'subjective' }])).toStrictEqual([
      { code: 'causeWithoutLoss', severity: 'warning', at: 'a', cause: 'Chậm' },
    ])
    expect(isOwnTask(task('t', { persons: ['Mẫu'] }), { divisions: ['undefined'], person: 'Khác' })).toBe(false)
  })

  it('let strengths be praised once, of areas that lost and of no others', () => {
    const area = (id: string, name: string) => ({ id, name, leaves: 1, maxPoints: '2' })
    const lossOf = (id: string) => ({
      leaf: `${id}.1`,
      code: id,
      name: id,
      area: id,
      source: 'appraised',
      maxPoints: '1',
      points: '0',
      lost: '1',
    })
    const plan = planOf({
      areas: [area('1', 'Chỉ đạo'), area('2', 'Thể chế'), area('3', 'Bộ máy')],
      losses: ['1', '2'].map(lossOf),
      strengths: ['Chỉ đạo kịp thời', 'Bộ máy gọn'],
    })
    expect(checkStrengths(plan)).toStrictEqual({ atMaximum: ['Bộ máy'], praisedButLost: ['Chỉ đạo'] })
  })
})

describe('edges of estimates', () => {
  it('let a task take part only for gains above nothing on what was lost', () => {
    const estimated = (gains: Record<string, string>) =>
      estimatedTasks(
        [
          task('a', {
            estimate: {
              effort: 3,
              likelihood: 50,
              gains: new Map(Object.entries(gains).map(([leaf, gain]) => [nodeId(leaf), points(gain)])),
            },
          }),
          task('b'),
        ],
        new Map([
          [nodeId('x'), points('1')],
          [nodeId('none'), points('0')],
        ]),
      )
    expect(estimated({ x: '0.5', none: '1', unknown: '1' })).toStrictEqual([{ id: 'a', effort: 3, gains: new Map([['x', 5000 * 50]]) }])
    expect([estimated({ x: '0' }), estimated({ x: '-1' }), estimated({ none: '1' }), estimated({})]).toStrictEqual([[], [], [], []])
  })

  it('say the least that winning more takes, in part tasks, dearest last', () => {
    const each = (id: string, effort: number) => ({ id: taskId(id), effort, gains: new Map() })
    const worth = new Map([
      ['a', 10],
      ['b', 10],
      ['c', 4],
    ])
    const least = remainingEffort([each('a', 5), each('b', 2), each('c', 8)], ({ id }) => worth.get(id) ?? 0)
    const from = (task: number, gain: number): number => least(task, gain) + 0
    expect([0, 1, 10, 11, 15, 20, 22, 24, 25].map((gain) => from(0, gain))).toStrictEqual([
      0,
      1,
      2,
      3,
      5,
      7,
      11,
      15,
      Number.POSITIVE_INFINITY,
    ])
    expect([from(1, 12), from(2, 4), from(2, 5), from(3, 0), from(3, 1), from(9, 0)]).toStrictEqual([
      6,
      8,
      Number.POSITIVE_INFINITY,
      0,
      Number.POSITIVE_INFINITY,
      0,
    ])
  })
})

describe('edges of lists', () => {
  it('write an activity out by month, quarter or half-year, and leave one that does not come back as it is', () => {
    const plan = planOf({
      activities: ['month', 'quarter', 'halfYear', undefined].map((every, at) => ({
        id: `h${at}`,
        kind: 'inspection',
        title: 'Kiểm tra',
        every,
      })),
    })
    const times = plan.activities.map((activity) => scheduledActivities([activity], 2026, '2026-01-01').map(({ until }) => until))
    expect(times.map((each) => each.length)).toStrictEqual([12, 4, 2, 1])
    expect(times[2]).toStrictEqual(['2026-06-30', '2026-12-31'])
    const single = { ...plan.activities[3], id: 'h3', until: '2026-02-01' } as PlanFile['activities'][number]
    const { every: _, ...plain } = single
    expect(scheduledActivities([single], 2026, '2026-06-01')).toStrictEqual([plain])
  })

  it('give a division the steps of its own tasks and the targets of their leaves', () => {
    const target = (leaf: string) => ({ leaf, area: '1', source: 'appraised', name: leaf, maxPoints: '1' })
    const plan = planOf({
      tasks: [
        { id: 't1', title: 'A', leaves: ['1.1'], leadUnit: 'Văn phòng' },
        { id: 't2', title: 'B', leaves: ['1.2'] },
      ],
      steps: [
        { id: 's1', task: 't1', text: 'Soạn' },
        { id: 's2', task: 't2', text: 'In' },
      ],
      targets: [target('1.1'), target('1.2')],
    })
    const own = planOfDivision(plan, 'Văn phòng')
    expect([own.tasks.map(({ requirements }) => requirements), own.targets.map(({ leaf }) => leaf)]).toStrictEqual([[['Soạn']], ['1.1']])
  })
})
