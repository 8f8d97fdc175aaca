import { describe, expect, it } from 'vitest'
import { parsePoints } from '../exact/points.ts'
import type { FrameworkNode } from '../framework/framework.ts'
import { checkAgainstSet } from './check-against-set.ts'
import { planShape } from './plan-file.ts'

const node = (id: string, maxPoints: string, children: readonly FrameworkNode[] = []): FrameworkNode =>
  ({ id, code: id, name: id, children, counting: 'base', maxPoints: parsePoints(maxPoints) }) as unknown as FrameworkNode
/** Field 7 of seed plan 3: 11 points in the result, 11,5 aimed at. */
const nodes = [node('7', '11', [node('7.1', '8'), node('7.2', '3')])]
const row = { leaf: '7.2', code: '7.2', name: 'Dịch vụ công', area: '7', source: 'appraised', maxPoints: '3.5', targets: { '2023': '3.5' } }
const plan = (more: object) => planShape.parse({ title: 'Kế hoạch', year: 2022, actionYear: 2023, targetYears: [2023], ...more })
const told = (more: object, year = 2023) =>
  checkAgainstSet(plan(more), year, nodes).map(({ code, at, ...facts }) => [code, at, 'max' in facts ? facts.max : ''])

describe('targets against the set in force', () => {
  it('name a row whose maximum is another there, and a target above it', () => {
    expect(told({ targets: [row] })).toEqual([
      ['otherMaxInSet', '7.2', '3.5'],
      ['targetAboveMax', '7.2', '3'],
    ])
    expect(told({ targets: [{ ...row, maxPoints: '3', targets: { '2023': '3' } }] })).toEqual([])
  })

  it('name the goal of a field that is above the maximum of the set: 11,5 of 11', () => {
    const areas = [{ id: '7', code: '7', name: 'Hiện đại hóa', maxPoints: '11.5' }]
    const goals = [{ year: 2023, area: '7', points: '11.5' }]
    expect(told({ areas, goals })).toEqual([['targetAboveMax', '7', '11']])
    expect(told({ areas, goals }, 2024)).toEqual([])
  })

  it('leave out what the set does not have', () => {
    expect(told({ targets: [{ ...row, leaf: '9', code: '9' }] })).toEqual([])
  })
})
