import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysBetween } from '../dates.ts'
import { parsePoints } from '../exact/points.ts'
import { nodeId } from '../ids.ts'
import type { FollowedTask } from '../improvement/follow.ts'
import type { Loss } from '../improvement/loss.ts'
import { taskId } from '../improvement/task.ts'
import { planInPeriod } from './plan-in-period.ts'
import { carriedForm, checkReportForm, emptyReportForm, figuresOfKind, plainForm, reportFormShape, withFacts } from './report-form.ts'
import { daysOfPeriod, periodsOfKind, proposedDueDay, reportingPeriods } from './report-periods.ts'
import { countStandings, standingOfReport } from './report-standing.ts'

const points = (text: string) => parsePoints(text) ?? (0 as never)

describe('the periods of reports', () => {
  it('close their figures on the 14th, as Decree 09/2019/NĐ-CP has it', () => {
    expect(daysOfPeriod('month03', 2026)).toStrictEqual({ from: '2026-02-15', until: '2026-03-14' })
    expect(daysOfPeriod('month01', 2026)).toStrictEqual({ from: '2025-12-15', until: '2026-01-14' })
    expect(daysOfPeriod('quarter1', 2026)).toStrictEqual({ from: '2025-12-15', until: '2026-03-14' })
    expect(daysOfPeriod('halfYear', 2026)).toStrictEqual({ from: '2025-12-15', until: '2026-06-14' })
    expect(daysOfPeriod('year', 2026)).toStrictEqual({ from: '2025-12-15', until: '2026-12-14' })
    expect(daysOfPeriod('adHoc', 2026)).toBeUndefined()
  })

  it('of projects are the twelve months, without a gap between them', () => {
    const days = periodsOfKind('projects').map((period) => daysOfPeriod(period, 2026))
    expect(days).toHaveLength(12)
    for (const [at, each] of days.entries()) if (at > 0) expect(daysBetween(days[at - 1]?.until ?? '', each?.from ?? '')).toBe(1)
  })

  it('end before they are due', () => {
    for (const period of reportingPeriods)
      expect(proposedDueDay(period, 2026) ?? '9').toSatisfy((due) => due > (daysOfPeriod(period, 2026)?.until ?? ''))
  })
})

describe('a report', () => {
  const due = { dueOn: '2026-03-15' }
  it('is sent in time until midnight of the due day, and late a minute after', () => {
    expect(standingOfReport({ ...due, signedCopyAt: '2026-03-15T23:59' }, '2026-04-01')).toBe('onTime')
    expect(standingOfReport({ ...due, signedCopyAt: '2026-03-16T00:00' }, '2026-04-01')).toBe('late')
  })

  it('is late where either copy is, and not sent while the signed one is missing', () => {
    expect(standingOfReport({ ...due, softCopyAt: '2026-03-17T08:00', signedCopyAt: '2026-03-14T08:00' }, '2026-04-01')).toBe('late')
    expect(standingOfReport({ ...due, softCopyAt: '2026-03-14T08:00' }, '2026-03-15')).toBe('open')
    expect(standingOfReport({ ...due, softCopyAt: '2026-03-14T08:00' }, '2026-03-16')).toBe('overdue')
  })

  it('is counted once', () => {
    const standing = fc.constantFrom('open' as const, 'overdue' as const, 'onTime' as const, 'late' as const)
    fc.assert(
      fc.property(fc.array(standing), (standings) => {
        const { open, overdue, onTime, late } = countStandings(standings)
        expect(open + overdue + onTime + late).toBe(standings.length)
      }),
      { seed: 28 },
    )
  })
})

describe('the form of a report', () => {
  const form = reportFormShape.parse({
    figures: { 'plan.tasks': '25', 'plan.tasksDone': '20' },
    results: ['Kiểm tra 03 đơn vị'],
    difficulties: ['Thiếu người'],
    next: ['Rà soát thủ tục'],
    projects: [{ name: 'Cổng dịch vụ công', planned: '1000', disbursed: '400', share: '40' }],
  })

  it('begins where the one before ended, and asks for what that one promised', () => {
    expect(carriedForm(form)).toStrictEqual({ ...form, results: [], next: [], promised: ['Rà soát thủ tục'] })
  })

  it('takes figures from the register of facts before those carried over, and none of another kind', () => {
    const filled = withFacts({ ...form, figures: { ...form.figures, 'given.tasks': '3' } }, 'reform', { 'plan.tasksDone': '22' })
    expect(filled.figures).toStrictEqual({ 'plan.tasks': '25', 'plan.tasksDone': '22' })
  })

  it('names every doubt at its field', () => {
    const wrong = reportFormShape.parse({
      ...form,
      figures: { 'plan.tasks': '25', 'plan.tasksDone': '26', 'oneStop.files': '-1' },
      projects: [{ name: 'A', planned: '100', disbursed: '101', share: '120' }],
    })
    expect(checkReportForm(wrong).map(({ at, severity }) => [at, severity])).toStrictEqual([
      ['figures.oneStop.files', 'error'],
      ['figures.plan.tasksDone', 'error'],
      ['projects[0].disbursed', 'error'],
      ['projects[0].share', 'error'],
    ])
  })

  it('only doubts a figure that fell since the period before', () => {
    const fallen = { ...form, figures: { ...form.figures, 'plan.tasksDone': '19' } }
    expect(checkReportForm(fallen, form)).toMatchObject([{ at: 'figures.plan.tasksDone', severity: 'warning' }])
    expect(checkReportForm(emptyReportForm, form)).toStrictEqual([])
  })

  it('keeps figures as plain figures, however they were typed', () => {
    const typed = { ...form, figures: { 'finance.used': '95,5', 'plan.tasks': ' 25 ', 'oneStop.files': '' } }
    expect(plainForm(typed).figures).toStrictEqual({ 'finance.used': '95.5', 'plan.tasks': '25' })
    expect(plainForm({ ...form, figures: { 'plan.tasks': 'nhiều' } }).figures).toStrictEqual({ 'plan.tasks': 'nhiều' })
  })

  it('asks for no figure twice', () => {
    for (const keys of Object.values(figuresOfKind)) expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('a plan in a period', () => {
  const leaf = nodeId('1.1')
  const other = nodeId('1.2')
  const task = (id: string, leaves: FollowedTask['leaves'], until: string): FollowedTask => ({
    id: taskId(id),
    title: id,
    leaves,
    coordinatingUnits: [],
    persons: [],
    requirements: [],
    state: 'notStarted',
    share: 0,
    until,
  })
  const loss = (id: typeof leaf, lost: string): Loss => ({
    leaf: id,
    code: id,
    name: id,
    area: nodeId('1'),
    source: 'appraised',
    maxPoints: points('2'),
    points: points('1'),
    lost: points(lost),
    missing: false,
    disputed: false,
    repeatedFrom: [],
    causes: [],
  })
  const plan = {
    tasks: [task('a', [leaf], '2026-03-01'), task('b', [leaf, other], '2026-06-01'), task('c', [], '2026-02-01')],
    losses: [loss(leaf, '0.5'), loss(other, '1')],
    start: '2026-01-01',
  }
  const done = (id: string, on: string) => ({ task: taskId(id), on, state: 'done' as const, share: 100 })

  it('wins a loss back only when every task for it is done, and counts what was reported until the day', () => {
    const entries = [done('a', '2026-02-20'), done('b', '2026-05-20')]
    const march = planInPeriod(plan, entries, '2026-03-14')
    expect([march.done.length, march.late.map(({ id }) => id), march.wonBack]).toStrictEqual([1, ['c'], []])
    const june = planInPeriod(plan, entries, '2026-06-14')
    expect([june.tasks, june.wonBackPoints, june.lostPoints]).toStrictEqual([3, points('1.5'), points('1.5')])
  })
})
