import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fractionText } from '../exact/fraction.ts'
import { parsePoints, type Points } from '../exact/points.ts'
import { type NodeId, nodeId } from '../ids.ts'
import { type CheapestTasks, cheapestTasks } from './cheapest-tasks.ts'
import { type Task, taskId } from './task.ts'

const points = (text: string): Points => parsePoints(text) as Points
const task = (id: string, effort: number, gains: Record<string, string>, likelihood = 100): Task => ({
  id: taskId(id),
  title: id,
  leaves: Object.keys(gains).map(nodeId),
  coordinatingUnits: [],
  persons: [],
  requirements: [],
  estimate: { effort, likelihood, gains: new Map(Object.entries(gains).map(([leaf, gain]) => [nodeId(leaf), points(gain)])) },
})
const lost = (of: Record<string, string>): ReadonlyMap<NodeId, Points> =>
  new Map(Object.entries(of).map(([leaf, each]) => [nodeId(leaf), points(each)]))
const shown = (found: CheapestTasks) =>
  found.outcome === 'found'
    ? {
        best: [found.best.tasks.join('+'), found.best.effort],
        runnerUp: found.runnerUp && [found.runnerUp.tasks.join('+'), found.runnerUp.effort],
      }
    : found.outcome

describe('the cheapest tasks that win the points needed', () => {
  const tasks = [task('báo cáo', 3, { '1.2.2': '1' }), task('sáng kiến', 5, { '1.5.1': '2' }), task('hồ sơ', 7, { '7.2.1': '2.5' })]
  const all = lost({ '1.2.2': '1', '1.5.1': '2', '7.2.1': '2.5' })

  it('are chosen by effort, with the runner-up', () => {
    expect(shown(cheapestTasks(tasks, all, points('2.09')))).toStrictEqual({ best: ['hồ sơ', 7], runnerUp: ['báo cáo+sáng kiến', 8] })
    expect(shown(cheapestTasks(tasks, all, points('3')))).toStrictEqual({ best: ['báo cáo+sáng kiến', 8], runnerUp: ['báo cáo+hồ sơ', 10] })
  })

  it('win no more on a leaf than was lost there', () => {
    const twice = [task('a', 1, { '1.1': '1' }), task('b', 1, { '1.1': '1' }), task('c', 5, { '1.2': '1' })]
    expect(shown(cheapestTasks(twice, lost({ '1.1': '1.5', '1.2': '1' }), points('1.75')))).toStrictEqual({
      best: ['a+c', 6],
      runnerUp: ['b+c', 6],
    })
  })

  it('count with their likelihood, exactly', () => {
    const found = cheapestTasks([task('a', 1, { '1.1': '1' }, 33)], lost({ '1.1': '1' }), points('0.33'))
    expect(found).toMatchObject({ outcome: 'found', runnerUp: null })
    expect(found.outcome === 'found' && fractionText(found.best.gain)).toBe('33/100')
  })

  it('may be out of reach; then what all together bring is said', () => {
    const found = cheapestTasks(tasks, all, points('6'))
    expect(found.outcome === 'outOfReach' && [found.most.effort, fractionText(found.most.gain)]).toStrictEqual([15, '11/2'])
  })

  it('are none where nothing is needed, and a task without estimate takes no part', () => {
    expect(shown(cheapestTasks(tasks, all, points('0')))).toStrictEqual({ best: ['', 0], runnerUp: null })
    const { estimate: _, ...plain } = task('a', 1, { '1.1': '1' })
    expect(cheapestTasks([plain], lost({ '1.1': '1' }), points('1')).outcome).toBe('outOfReach')
  })

  it('are found exactly: no subset that reaches costs less', () => {
    const leaves = ['1', '2', '3', '4']
    const anyTask = fc.record({
      effort: fc.integer({ min: 0, max: 6 }),
      likelihood: fc.constantFrom(50, 80, 100),
      gains: fc.dictionary(fc.constantFrom(...leaves), fc.constantFrom('0.25', '0.5', '1'), { minKeys: 1, maxKeys: 2 }),
    })
    const caps = lost({ '1': '1', '2': '0.75', '3': '0.5', '4': '1.25' })
    fc.assert(
      fc.property(fc.array(anyTask, { maxLength: 7 }), fc.integer({ min: 0, max: 7 }), (drawn, quarters) => {
        const some = drawn.map(({ effort, gains, likelihood }, at) => task(`t${at}`, effort, gains, likelihood))
        const needed = (quarters * 5000) as Points
        const found = cheapestTasks(some, caps, needed)
        const reaching = subsets(some).filter((set) => gainOf(set, caps) >= needed * 100)
        if (found.outcome !== 'found') return reaching.length === 0
        const efforts = reaching.map(effortOf)
        const others = reaching.filter((set) => found.best.tasks.some((id) => !set.some((each) => each.id === id)))
        return (
          found.best.effort === Math.min(...efforts) &&
          (found.runnerUp?.effort ?? null) === (others.length ? Math.min(...others.map(effortOf)) : null)
        )
      }),
      { seed: 20261121, numRuns: 300 },
    )
  })

  it('are found for a plan of real size', () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      task(`t${at}`, 1 + ((at * 7) % 13), { [`${at % 45}`]: '0.5', [`${(at * 3) % 45}`]: '0.25' }, 60 + (at % 5) * 10),
    )
    const found = cheapestTasks(many, lost(Object.fromEntries(Array.from({ length: 45 }, (_, at) => [String(at), '0.6']))), points('8'))
    expect(found.outcome).toBe('found')
  })
})

const subsets = (tasks: readonly Task[]): readonly (readonly Task[])[] =>
  tasks.reduce<readonly (readonly Task[])[]>((sets, each) => [...sets, ...sets.map((set) => [...set, each])], [[]])
const effortOf = (set: readonly Task[]): number => set.reduce((sum, { estimate }) => sum + (estimate?.effort ?? 0), 0)
const gainOf = (set: readonly Task[], caps: ReadonlyMap<NodeId, Points>): number =>
  [...caps].reduce(
    (sum, [leaf, cap]) =>
      sum +
      Math.min(
        cap * 100,
        set.reduce((won, { estimate }) => won + (estimate?.gains.get(leaf) ?? 0) * (estimate?.likelihood ?? 0), 0),
      ),
    0,
  )
