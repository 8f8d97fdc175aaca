import { describe, expect, it } from 'vitest'
import { zeroPoints } from '../exact/points.ts'
import type { FrameworkNode } from '../framework/framework.ts'
import { type PlanFile, planShape } from './plan-file.ts'
import { targetsOfFramework } from './targets-of-framework.ts'

const node = (id: string, children: readonly FrameworkNode[] = [], counting: FrameworkNode['counting'] = 'base'): FrameworkNode =>
  ({ id, code: id, name: id, children, counting, maxPoints: zeroPoints }) as unknown as FrameworkNode

const row = (leaf: string, target: string | undefined, code = leaf) => ({
  leaf,
  code,
  name: leaf,
  area: 'A',
  source: 'appraised',
  maxPoints: '2',
  targets: target === undefined ? {} : { '2026': target },
})
const planOf = (targets: object[], goals: object[] = []): PlanFile =>
  planShape.parse({ title: 'Kế hoạch', year: 2025, actionYear: 2026, targetYears: [2026], targets, goals })

const nodes = [node('A', [node('A.1'), node('A.2'), node('A.3', [], 'bonus')]), node('B', [node('B.1')])]

describe('the targets of a plan in next year’s framework', () => {
  it('stand at each leaf, and sum where every leaf that counts has one', () => {
    const targets = targetsOfFramework(planOf([row('A.1', '1.5'), row('A.2', '0.25')]), 2026, nodes)
    expect(targets).toEqual({ 'A.1': '1.5', 'A.2': '0.25', A: '1.75' })
  })

  it('follow the code where an older result had no ids', () => {
    expect(targetsOfFramework(planOf([row('dong-7', '1', 'B.1')]), 2026, nodes)).toEqual({ 'B.1': '1', B: '1' })
  })

  it('are the goal of an area and of the whole where the plan sets one', () => {
    const goals = [
      { year: 2026, area: 'A', points: '3' },
      { year: 2026, points: '85' },
      { year: 2027, points: '90' },
    ]
    expect(targetsOfFramework(planOf([row('A.1', '1.5')], goals), 2026, nodes)).toEqual({ 'A.1': '1.5', A: '3', '': '85' })
  })

  it('keep what a row has where the plan aims at nothing else', () => {
    expect(targetsOfFramework(planOf([{ ...row('B.1', undefined), result: '0.5' }]), 2026, nodes)).toEqual({ 'B.1': '0.5', B: '0.5' })
  })

  it('are none in a year that the plan does not aim at', () => {
    expect(targetsOfFramework(planOf([row('A.1', '1.5')]), 2027, nodes)).toEqual({})
  })
})
