import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePoints, pointsText } from '../exact/points.ts'
import { parseFramework } from '../framework/parse-framework.ts'
import { leavesOf } from '../framework/walk.ts'
import { nodeId, unitId } from '../ids.ts'
import { computeResults } from './compute-results.ts'
import { applyEdits, type Edit } from './edits.ts'
import type { LeafScore } from './scores.ts'
import type { Trial } from './trial.ts'

const scored = (text: string): LeafScore => {
  const points = parsePoints(text)
  if (points === undefined) throw new Error(text)
  return { status: 'scored', points }
}

const trial = (): Trial => {
  const framework = parseFramework({
    format: 'parindex/framework@1',
    title: 'Bộ tiêu chí',
    year: 2026,
    nodes: [
      {
        code: '1',
        name: 'Chỉ đạo',
        children: [
          { code: '1.1', name: 'Kế hoạch', maxPoints: '2' },
          { code: '1.2', name: 'Báo cáo', maxPoints: '1' },
        ],
      },
      { code: '2', name: 'Thủ tục', maxPoints: '3' },
    ],
  })
  if (!framework.ok) throw new Error(JSON.stringify(framework.problems))
  const unit = (name: string, a: LeafScore, b: LeafScore, c: LeafScore) => ({
    unit: unitId(name),
    ranked: true,
    scores: new Map([
      [nodeId('1.1'), a],
      [nodeId('1.2'), b],
      [nodeId('2'), c],
    ]),
  })
  return {
    framework: framework.value,
    units: [unit('A', scored('2'), scored('1'), scored('1')), unit('B', scored('1'), { status: 'notApplicable' }, scored('2.5'))],
  }
}

const tried = (edits: readonly Edit[]) => {
  const edited = applyEdits(trial(), edits)
  if (!edited.ok) throw new Error(JSON.stringify(edited.problems))
  const results = computeResults(edited.value.framework, edited.value.units)
  if (!results.ok) throw new Error(JSON.stringify(results.problems))
  return results.value.units.map(({ points, appliedMax, rank }) => `${points}/${appliedMax} ${rank}`)
}

describe('what if', () => {
  it('is what is, where nothing is edited', () => {
    expect(tried([])).toStrictEqual(['4/6 2', '3.5/5 1'])
  })

  it('moves totals and ranks with one score, and leaves what it was copied from alone', () => {
    const before = trial()
    expect(tried([{ kind: 'score', unit: 'A', node: '2', status: 'scored', points: '3' }])).toStrictEqual(['6/6 1', '3.5/5 2'])
    expect(before).toStrictEqual(trial())
  })

  it('takes another policy for what does not apply', () => {
    expect(tried([{ kind: 'notApplicable', treatment: 'zero' }])).toStrictEqual(['4/6 1', '3.5/6 2'])
    expect(tried([{ kind: 'notApplicable', treatment: 'full' }])).toStrictEqual(['4/6 2', '4.5/6 1'])
  })

  it('gives an area another weight, and every score in it keeps its share', () => {
    const edited = applyEdits(trial(), [{ kind: 'maximum', node: '1', points: '6' }])
    if (!edited.ok) throw new Error()
    expect(leavesOf(edited.value.framework.nodes).map(({ maxPoints }) => pointsText(maxPoints))).toStrictEqual(['4', '2', '3'])
    expect(edited.value.framework.nodes.map(({ maxPoints }) => pointsText(maxPoints))).toStrictEqual(['6', '3'])
    expect(tried([{ kind: 'maximum', node: '1', points: '6' }])).toStrictEqual(['7/9 1', '4.5/7 2'])
  })

  it('refuses what is not there and what is no number, and leaves points beyond the maximum to be refused with the figure', () => {
    const problemsOf = (edit: Edit) => {
      const edited = applyEdits(trial(), [edit])
      if (!edited.ok) return edited.problems
      const results = computeResults(edited.value.framework, edited.value.units)
      return results.ok ? [] : results.problems
    }
    expect(problemsOf({ kind: 'maximum', node: '9', points: '1' })).toMatchObject([{ code: 'unknownNode' }])
    expect(problemsOf({ kind: 'maximum', node: '1', points: '0' })).toMatchObject([{ code: 'invalidPoints' }])
    expect(problemsOf({ kind: 'score', unit: 'Z', node: '2', status: 'scored', points: '1' })).toMatchObject([{ code: 'unknownUnit' }])
    expect(problemsOf({ kind: 'score', unit: 'A', node: '1', status: 'scored', points: '1' })).toMatchObject([{ code: 'unknownNode' }])
    expect(problemsOf({ kind: 'score', unit: 'A', node: '2', status: 'scored', points: '3.5' })).toMatchObject([
      { code: 'abovePoints', points: '3.5', max: '3' },
    ])
  })

  it('keeps percent and ranks when every area is scaled by the same whole number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), (factor) => {
        const all: Edit[] = [
          { kind: 'maximum', node: '1', points: `${3 * factor}` },
          { kind: 'maximum', node: '2', points: `${3 * factor}` },
        ]
        const edited = applyEdits(trial(), all)
        const before = computeResults(trial().framework, trial().units)
        const after = edited.ok ? computeResults(edited.value.framework, edited.value.units) : edited
        if (!before.ok || !after.ok) throw new Error()
        expect(after.value.units.map(({ percent, rank }) => [percent, rank])).toStrictEqual(
          before.value.units.map(({ percent, rank }) => [percent, rank]),
        )
      }),
      { seed: 7 },
    )
  })
})
