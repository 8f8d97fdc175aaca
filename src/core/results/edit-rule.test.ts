import { describe, expect, it } from 'vitest'
import { parsePoints } from '../exact/points.ts'
import { parseFramework } from '../framework/parse-framework.ts'
import { nodeId, unitId } from '../ids.ts'
import type { Inputs } from '../rules/inputs.ts'
import { computeResults } from './compute-results.ts'
import { countRescored, factsBehind } from './edit-rule.ts'
import { applyEdits, type Edit } from './edits.ts'
import type { LeafScore } from './scores.ts'
import type { Trial } from './trial.ts'

const scored = (text: string): LeafScore => ({ status: 'scored', points: parsePoints(text) ?? (0 as never) })
const ratio = { kind: 'ratio', floor: '50' }

const bare = (): Trial => {
  const framework = parseFramework({
    format: 'parindex/framework@1',
    title: 'Bộ tiêu chí',
    year: 2026,
    nodes: [
      { code: '1', name: 'Hồ sơ đúng hạn', maxPoints: '2', rule: ratio },
      { code: '2', name: 'Ghi điểm', maxPoints: '2' },
    ],
  })
  if (!framework.ok) throw new Error(JSON.stringify(framework.problems))
  const unit = (name: string, byFacts: LeafScore, typed: string) => ({
    unit: unitId(name),
    ranked: true,
    scores: new Map([
      [nodeId('1'), byFacts],
      [nodeId('2'), scored(typed)],
    ]),
  })
  return {
    framework: framework.value,
    units: [unit('A', scored('0'), '2'), unit('B', scored('1.2'), '1'), unit('C', scored('0.5'), '1')],
  }
}

const counts = (numerator: string): ReadonlyMap<string, Inputs> => new Map([['1', { numerator, denominator: '100' }]])
/** Of 40 the rule gives 0, of 60 it gives 1.2; what C has was decided by a person, whatever its facts say. */
const trial = (): Trial => {
  const stands = bare()
  const facts = new Map([
    ['A', counts('40')],
    ['B', counts('60')],
    ['C', counts('90')],
  ])
  return { ...stands, facts: factsBehind(stands, facts) }
}

const editTo = (rule: { kind: string } & Record<string, unknown>): Edit => ({ kind: 'rule', node: '1', rule })
const tried = (...edits: readonly Edit[]): readonly string[] => {
  const edited = applyEdits(trial(), edits)
  if (!edited.ok) return edited.problems.map(({ code, at }) => `${code} ${at}`)
  const results = computeResults(edited.value.framework, edited.value.units)
  if (!results.ok) throw new Error(JSON.stringify(results.problems))
  return results.value.units.map(({ unit, points, rank }) => `${unit} ${points} ${rank}`)
}

describe('another rule tried on a leaf', () => {
  it('scores the facts of every unit anew, and not what a person decided over them', () => {
    expect(tried()).toStrictEqual(['A 2 2', 'B 2.2 1', 'C 1.5 3'])
    expect(tried(editTo({ kind: 'ratio' }))).toStrictEqual(['A 2.8 1', 'B 2.2 2', 'C 1.5 3'])
  })

  it('leaves the leaf missing where it asks what nobody entered, and counts who lacks it', () => {
    const edited = applyEdits(trial(), [editTo({ kind: 'ratio', denominator: 'received' })])
    if (!edited.ok) expect.fail('refused')
    expect(edited.value.units.map(({ scores }) => scores.get(nodeId('1'))?.status)).toStrictEqual(['missing', 'missing', 'scored'])
    expect(countRescored(edited.value, '1')).toStrictEqual({ units: 2, lacking: 2 })
    expect(countRescored(trial(), '1')).toStrictEqual({ units: 2, lacking: 0 })
  })

  it('lets the rule say that the leaf does not arise, and what becomes of its maximum', () => {
    const never = { kind: 'conditional', if: 'numerator > 50', then: { points: '2' }, else: { notApplicable: 'Dưới mức' } }
    expect(tried(editTo(never))).toStrictEqual(['A 2 1', 'B 3 2', 'C 1.5 3'])
    expect(tried(editTo({ ...never, notApplicable: 'zero' }))).toStrictEqual(['A 2 2', 'B 3 1', 'C 1.5 3'])
  })

  it('follows the edits in their order: points set by hand stay, a new maximum is the rule’s', () => {
    expect(tried({ kind: 'score', unit: 'A', node: '1', status: 'scored', points: '1' }, editTo({ kind: 'ratio' }))[0]).toBe('A 3 1')
    expect(tried({ kind: 'maximum', node: '1', points: '4' }, editTo({ kind: 'ratio' }))[0]).toBe('A 3.6 1')
  })

  it('is refused where the leaf takes no facts, the rule cannot be read, does not fit, or needs more than a unit knows', () => {
    expect(tried({ kind: 'rule', node: '2', rule: { kind: 'ratio' } })).toStrictEqual(['factsNotAsked 2'])
    expect(tried({ kind: 'rule', node: '9', rule: { kind: 'ratio' } })).toStrictEqual(['unknownNode 9'])
    expect(tried(editTo({ kind: 'ratio', floor: 'x' }))[0]).toMatch(/ 1$/)
    expect(tried(editTo({ kind: 'ratio', max: '3' }))).toStrictEqual(['ruleMaxDiffers 1'])
    expect(tried(editTo({ kind: 'panel' }))).toStrictEqual(['factsNotAsked 1'])
  })

  it('touches nothing that it was copied from', () => {
    const before = trial()
    const seen = JSON.stringify([...(before.units[0]?.scores ?? [])])
    applyEdits(before, [editTo({ kind: 'ratio' })])
    expect(JSON.stringify([...(before.units[0]?.scores ?? [])])).toBe(seen)
    expect(before.framework.nodes[0]?.rule).toStrictEqual(ratio)
  })
})
