import { describe, expect, it } from 'vitest'
import { parsePoints, type Points } from '../exact/points.ts'
import { nodeId } from '../ids.ts'
import { checkReferences } from './check-references.ts'
import { compareTargets, sumComparisons } from './compare-targets.ts'
import { allTargetRowsOf, causesOf, goalsOf, lossesOf, parsePlan, targetRowsOf, tasksOf } from './plan.ts'
import type { PlanFile } from './plan-file.ts'
import { lastDayOf, periodBefore, periodOn, tasksOn } from './progress.ts'
import { taskId } from './task.ts'

const points = (text: string): Points => parsePoints(text) as Points
const frame = { title: 'Kế hoạch', year: 2025, actionYear: 2026 }
const planOf = (parts: object): PlanFile => {
  const plan = parsePlan({ ...frame, ...parts })
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems))
  return plan.value
}
const loss = { leaf: '1.1', code: '1.1', name: 'Báo cáo', area: '1', source: 'appraised', maxPoints: '2', points: '1.5', lost: '0.5' }
const task = { id: 't1', title: 'Gửi báo cáo' }
const target = { leaf: '1.1', area: '1', source: 'appraised', name: 'Báo cáo', maxPoints: '2' }

describe('parts of a plan', () => {
  it('have exact points, and of what may be left out only what stands there', () => {
    const plan = planOf({
      losses: [loss, { ...loss, leaf: '1.2', kind: 'survey', facts: '02/25 nhiệm vụ', causes: ['a'] }],
      causes: [
        { id: 'a', text: 'Chậm', side: 'subjective' },
        { id: 'b', text: 'Khác', side: 'objective', division: 'Văn phòng' },
      ],
    })
    const read = {
      code: '1.1',
      name: 'Báo cáo',
      area: '1',
      source: 'appraised',
      maxPoints: points('2'),
      points: points('1.5'),
      lost: points('0.5'),
      missing: false,
      disputed: false,
      repeatedFrom: [],
      documents: [],
    }
    expect(lossesOf(plan)).toStrictEqual([
      { ...read, leaf: '1.1', causes: [] },
      { ...read, leaf: '1.2', kind: 'survey', facts: '02/25 nhiệm vụ', causes: ['a'] },
    ])
    expect(causesOf(plan)).toStrictEqual([
      { id: 'a', text: 'Chậm', side: 'subjective' },
      { id: 'b', text: 'Khác', side: 'objective', division: 'Văn phòng' },
    ])
  })

  it('are tasks with all that was said of them, and no more', () => {
    const said = { area: '1', leadUnit: 'Văn phòng', product: 'Báo cáo', deadline: 'quý III', until: '2026-09-30', doneOn: '2026-09-01' }
    const estimate = { gains: { '1.1': '0.5' }, effort: 5, likelihood: 90 }
    const bare = {
      id: 't1',
      title: 'Gửi báo cáo',
      leaves: [],
      coordinatingUnits: [],
      persons: [],
      requirements: [],
      state: 'notStarted',
      share: 0,
    }
    const whole = { leaves: ['1.1'], coordinatingUnits: ['Sở A'], persons: ['Mẫu'], requirements: ['Đúng hạn'], state: 'done', share: 100 }
    expect(tasksOf(planOf({ tasks: [task, { ...task, id: 't2', ...whole, ...said, budget: '5000000', estimate }] }))).toStrictEqual([
      bare,
      { ...bare, id: 't2', ...whole, ...said, budget: 5_000_000n, estimate: { ...estimate, gains: new Map([['1.1', points('0.5')]]) } },
    ])
  })

  it('are targets and goals by year', () => {
    const plan = planOf({
      targets: [target, { ...target, leaf: '1.2', result: '1.5', targets: { 2026: '1.75', 2027: '2' } }],
      goals: [{ year: 2026 }, { year: 2027, area: '1', points: '2', rank: 3 }],
    })
    const row = { area: '1', source: 'appraised', maxPoints: points('2') }
    expect(targetRowsOf(plan)).toStrictEqual([
      { ...row, leaf: '1.1', targets: new Map() },
      {
        ...row,
        leaf: '1.2',
        result: points('1.5'),
        targets: new Map([
          [2026, points('1.75')],
          [2027, points('2')],
        ]),
      },
    ])
    expect(goalsOf(plan)).toStrictEqual([{ year: 2026 }, { year: 2027, area: '1', points: points('2'), rank: 3 }])
  })

  it('leave for each area one row more where its sums hold more than its rows', () => {
    const area = { id: '1', name: 'Chỉ đạo', maxPoints: '2', points: '1.5' }
    const restOf = (change: object) =>
      allTargetRowsOf(
        planOf({
          areas: [{ ...area, ...change }],
          targets: [
            { ...target, result: '1.5' },
            { ...target, leaf: '2.1', area: '2' },
          ],
        }),
      ).slice(2)
    const rest = { leaf: 'rest 1', area: '1', source: 'appraised', targets: new Map() }
    expect(restOf({})).toStrictEqual([])
    expect(restOf({ points: undefined, maxPoints: '9' })).toStrictEqual([])
    expect(restOf({ maxPoints: '3' })).toStrictEqual([{ ...rest, maxPoints: points('1'), result: points('0') }])
    expect(restOf({ points: '2' })).toStrictEqual([{ ...rest, maxPoints: points('0'), result: points('0.5') }])
  })

  it('name what is repeated and what is not there, each with its place', () => {
    const problemsOf = (parts: object) => {
      const read = parsePlan({ ...frame, ...parts })
      return read.ok ? [] : read.problems
    }
    const twice = <Value>(value: Value): readonly Value[] => [value, value]
    const repeated = (at: string, value: string) => ({ code: 'alreadyExists', severity: 'error', at, what: 'id', value })
    const cause = { id: 'a', text: 'Chậm', side: 'subjective' }
    expect(problemsOf({ losses: twice(loss), causes: twice(cause), tasks: twice(task), targets: twice(target) })).toStrictEqual([
      repeated('losses[1]', '1.1'),
      repeated('causes[1]', 'a'),
      repeated('tasks[1]', 't1'),
      repeated('targets[1]', '1.1'),
    ])
    expect(problemsOf({ losses: [loss, { ...loss, leaf: '1.2', causes: ['a', 'b'] }], causes: [cause] })).toStrictEqual([
      { code: 'notFound', severity: 'error', at: 'losses[1].causes', what: 'cause' },
    ])
    const account = { id: 'k', division: 'Văn phòng', head: 'Mẫu', finding: 'Chậm' }
    const step = { id: 's', text: 'Soạn' }
    const referring = planOf({
      tasks: [task],
      accounts: [account, { ...account, task: 't1' }, { ...account, task: 't9' }],
      steps: [
        { ...step, task: 't1' },
        { ...step, task: 't8' },
      ],
    })
    expect(checkReferences(referring)).toStrictEqual([
      { code: 'notFound', severity: 'error', at: 'accounts.2.task', what: 'task' },
      { code: 'notFound', severity: 'error', at: 'steps.1.task', what: 'task' },
    ])
  })

  it('are taken within their bounds and refused beyond them', () => {
    const takes = (parts: object): boolean => parsePlan({ ...frame, ...parts }).ok
    const long = (length: number): string => 'm'.repeat(length)
    const many = (count: number) => Array.from({ length: count }, (_, at) => `t${at}`)
    const inTask = (change: object) => ({ tasks: [{ ...task, ...change }] })
    const inLoss = (change: object) => ({ losses: [{ ...loss, ...change }] })
    const inArea = (change: object) => ({ areas: [{ id: '1', name: 'Chỉ đạo', maxPoints: '2', ...change }] })
    const inGoal = (change: object) => ({ goals: [{ year: 2026, ...change }] })
    const inTarget = (change: object) => ({ targets: [{ ...target, ...change }] })
    const inResult = (change: object) => ({ result: { points: '1', maxPoints: '2', ...change } })
    const estimate = (change: object) => inTask({ estimate: { gains: {}, effort: 1, likelihood: 1, ...change } })
    const activity = { id: 'h', kind: 'initiative', title: 'Sáng kiến' }
    const finding = { text: 'Chậm' }
    const inQuota = (wanted: number) => ({ quotas: [{ kind: 'initiative', wanted }] })
    const heading = { code: '1', name: 'Chỉ đạo' }
    const taken: readonly object[] = [
      {},
      { title: ` ${long(2000)} ` },
      { year: 2000, actionYear: 2100 },
      { purposes: many(100) },
      { areas: [] },
      { targetYears: [2026, 2027, 2028] },
      inTask({ id: long(60), leaves: many(200), budget: '9'.repeat(15), share: 100, until: '2026-02-28' }),
      estimate({ effort: 0 }),
      estimate({ effort: 100_000, likelihood: 100, gains: { '1.1': '0.5' } }),
      inLoss({ leaf: long(200), code: long(200), points: '-1.2345', repeatedFrom: Array.from({ length: 30 }, () => 2020) }),
      inArea({ leaves: 0, rank: 1, of: 1, code: long(200) }),
      inGoal({ rank: 1 }),
      inGoal({ rank: 100_000 }),
      inTarget({ headings: Array.from({ length: 5 }, () => heading), code: long(200), targets: { 2099: '1' } }),
      inResult({ rank: 1, of: 1 }),
      { activities: [{ ...activity, findings: Array.from({ length: 50 }, () => finding) }] },
      inQuota(1),
      inQuota(1000),
      { format: 'parindex/plan@1' },
    ]
    const refused: readonly object[] = [
      { title: long(2001) },
      { title: ' ' },
      { year: 1999 },
      { year: 2101 },
      { year: 2025.5 },
      { purposes: many(101) },
      { targetYears: [2026, 2027, 2028, 2029] },
      { format: 'parindex/plan@2' },
      { more: 1 },
      inTask({ id: '' }),
      inTask({ id: long(61) }),
      inTask({ leaves: many(201) }),
      inTask({ leaves: [''] }),
      inTask({ leaves: [long(201)] }),
      ...['1'.repeat(16), 'x', '1x', 'x1', ''].map((budget) => inTask({ budget })),
      inTask({ share: 101 }),
      inTask({ share: -1 }),
      inTask({ share: 0.5 }),
      inTask({ until: '2026-02-30' }),
      inTask({ state: 'gone' }),
      inTask({ more: 1 }),
      estimate({ effort: -1 }),
      estimate({ effort: 100_001 }),
      estimate({ effort: 0.5 }),
      estimate({ likelihood: 0 }),
      estimate({ likelihood: 101 }),
      estimate({ more: 1 }),
      ...['1,5', '1.23456', '1234567890', '', 'x1', '1x', '1.', '--1'].map((text) => inLoss({ points: text })),
      inLoss({ code: long(201) }),
      inLoss({ repeatedFrom: Array.from({ length: 31 }, () => 2020) }),
      inLoss({ documents: ['x'] }),
      inLoss({ more: 1 }),
      inArea({ leaves: -1 }),
      inArea({ rank: 0 }),
      inArea({ of: 0 }),
      inArea({ rank: 1.5 }),
      inArea({ code: long(201) }),
      inArea({ more: 1 }),
      inGoal({ rank: 0 }),
      inGoal({ rank: 100_001 }),
      inGoal({ more: 1 }),
      inTarget({ headings: Array.from({ length: 6 }, () => heading) }),
      inTarget({ headings: [{ ...heading, code: long(201) }] }),
      inTarget({ headings: [{ ...heading, more: 1 }] }),
      inTarget({ code: long(201) }),
      ...['1926', '20266', 'a2026', '20x6'].map((year) => inTarget({ targets: { [year]: '1' } })),
      inTarget({ more: 1 }),
      inResult({ rank: 0 }),
      inResult({ of: 0 }),
      inResult({ more: 1 }),
      { activities: [{ ...activity, findings: Array.from({ length: 51 }, () => finding) }] },
      { activities: [{ ...activity, findings: [{ ...finding, more: 1 }] }] },
      { activities: [{ ...activity, more: 1 }] },
      { activities: [{ ...activity, kind: 'party' }] },
      inQuota(0),
      inQuota(1001),
      inQuota(1.5),
      { quotas: [{ kind: 'initiative', wanted: 1, more: 1 }] },
      ...['causes', 'recommendations', 'difficulties', 'reviews', 'marks', 'accounts', 'steps', 'rewards', 'budget'].map((part) => ({
        [part]: [{}],
      })),
    ]
    expect(taken.map(takes)).toStrictEqual(taken.map(() => true))
    expect(refused.map(takes)).toStrictEqual(refused.map(() => false))
  })
})

describe('reports in the course of a year', () => {
  it('are for the first period that has not ended, and start from the one before', () => {
    const days = [
      '2026-01-01',
      '2026-03-31',
      '2026-04-01',
      '2026-06-30',
      '2026-07-01',
      '2026-09-30',
      '2026-10-01',
      '2026-12-31',
      '2027-01-01',
    ]
    expect(days.map((day) => periodOn(day, 2026))).toStrictEqual([
      'quarter1',
      'quarter1',
      'halfYear',
      'halfYear',
      'nineMonths',
      'nineMonths',
      'year',
      'year',
      'year',
    ])
    expect(
      (['quarter1', 'halfYear', 'nineMonths', 'year'] as const).map((period) => [lastDayOf(period, 2026), periodBefore(period)]),
    ).toStrictEqual([
      ['2026-03-31', undefined],
      ['2026-06-30', 'quarter1'],
      ['2026-09-30', 'halfYear'],
      ['2026-12-31', 'nineMonths'],
    ])
  })

  it('show tasks with their newest entry until the day, and a day of being done only where they are', () => {
    const [early, other] = tasksOf(
      planOf({
        tasks: [
          { ...task, state: 'done', share: 100, doneOn: '2026-01-15' },
          { ...task, id: 't2' },
        ],
      }),
    )
    if (!early || !other) throw new Error()
    const entry = (on: string, state: 'done' | 'inProgress', share: number) => ({ task: taskId('t1'), on, state, share })
    const entries = [entry('2026-02-01', 'inProgress', 10), entry('2026-02-01', 'inProgress', 20), entry('2026-03-01', 'done', 100)]
    const { doneOn: _, ...open } = early
    expect(tasksOn([early, other], entries, '2026-01-31')).toStrictEqual([early, other])
    expect(tasksOn([early, other], entries, '2026-02-01')).toStrictEqual([{ ...open, state: 'inProgress', share: 20 }, other])
    expect(tasksOn([early, other], entries, '2026-03-01')).toStrictEqual([
      { ...open, state: 'done', share: 100, doneOn: '2026-03-01' },
      other,
    ])
  })

  it('hold what was reached against the target, of rows that the result has', () => {
    const row = { area: nodeId('1'), source: 'appraised' as const, maxPoints: points('2') }
    const rows = [
      { ...row, leaf: nodeId('a'), targets: new Map([[2026, points('2')]]) },
      { ...row, leaf: nodeId('b'), result: points('1'), targets: new Map() },
      { ...row, leaf: nodeId('gone'), targets: new Map([[2026, points('2')]]) },
    ]
    const compared = compareTargets(
      rows,
      2026,
      new Map([
        [nodeId('a'), points('1.25')],
        [nodeId('b'), points('1.5')],
      ]),
    )
    expect(compared).toStrictEqual([
      { leaf: 'a', area: '1', target: points('2'), reached: points('1.25'), gap: points('-0.75') },
      { leaf: 'b', area: '1', target: points('1'), reached: points('1.5'), gap: points('0.5') },
    ])
    expect(sumComparisons(compared)).toStrictEqual({ target: points('3'), reached: points('2.75'), gap: points('-0.25') })
    expect(sumComparisons([])).toStrictEqual({ target: 0, reached: 0, gap: 0 })
  })
})
