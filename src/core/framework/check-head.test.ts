import { describe, expect, it } from 'vitest'
import { type Points, parsePoints } from '../exact/points.ts'
import { nodeId } from '../ids.ts'
import { checkClasses } from './check-classes.ts'
import { checkIdentity } from './check-identity.ts'
import { checkPoints } from './check-points.ts'
import { checkGrandTotal, checkMaximum, isConsequence } from './check-totals.ts'
import { parseFramework } from './parse-framework.ts'

const points = (text: string): Points => parsePoints(text) as Points
const frame = {
  format: 'parindex/framework@1',
  title: 'Bộ tiêu chí',
  year: 2026,
  unitGroup: 'sở',
  decision: { number: '1/QĐ', date: '2026-01-02', issuer: 'UBND' },
  nodes: [{ code: '1', name: 'Chỉ đạo', children: [{ code: '1.1', name: 'Kế hoạch', maxPoints: '100' }] }],
}
const frameworkOf = (change: object = {}) => {
  const read = parseFramework({ ...frame, ...change })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

describe('what a framework says of itself', () => {
  const whole = frameworkOf()
  const absent = (field: string) => ({ code: 'missingField', severity: 'warning', at: field, field })
  const decision = (part: object) => ({ ...whole, decision: { ...whole.decision, ...part } })

  it('is whole, or is told field by field', () => {
    expect(checkIdentity(whole)).toStrictEqual([])
    const empty = { title: ' ', unitGroup: '', decision: { number: '', date: '', issuer: ' ' } }
    expect(checkIdentity({ ...whole, ...empty })).toStrictEqual(
      ['title', 'decision.number', 'decision.date', 'decision.issuer', 'unitGroup'].map(absent),
    )
    for (const date of ['02/01/2026', 'x2026-01-02', '2026-01-02x', '2026-1-2', '20260-1-02'])
      expect(checkIdentity(decision({ date }))).toStrictEqual([
        { code: 'invalidValue', severity: 'error', at: 'decision.date', field: 'decision.date', value: date, expected: 'YYYY-MM-DD' },
      ])
  })

  it('has ids that stand once, and a tie-break list of what is there', () => {
    const [area] = whole.nodes
    if (!area) throw new Error()
    const repeated = { ...whole, nodes: [area, { ...area, children: [] }, { ...area, children: [] }] }
    const told = { code: 'alreadyExists', severity: 'error', at: '1', what: 'id', value: '1' }
    expect(checkIdentity(repeated)).toStrictEqual([told, told])
    const tieBreak = ['survey', '1.1', '9', 'x'].map(nodeId)
    expect(checkIdentity({ ...whole, ranking: { ...whole.ranking, tieBreak } })).toStrictEqual(
      ['9', 'x'].map((node) => ({ code: 'unknownNode', severity: 'error', at: 'ranking.tieBreak', node })),
    )
  })
})

describe('classes', () => {
  const band = (name: string, from: string, fromInclusive: boolean, to: string, toInclusive: boolean) => ({
    name,
    from: points(from),
    fromInclusive,
    to: points(to),
    toInclusive,
  })
  const gap = (below: string, above: string) => ({ code: 'classGap', severity: 'warning', at: 'classes', below, above })
  const overlap = (first: string, second: string) => ({ code: 'overlappingClasses', severity: 'error', at: 'classes', first, second })
  const empty = (field: string, value: string) => ({
    code: 'invalidValue',
    severity: 'error',
    at: 'classes',
    field,
    value,
    expected: 'from < to',
  })

  it('hold every percent from 0 to 100 exactly once', () => {
    const rows: readonly (readonly [ReturnType<typeof band>[], object[]])[] = [
      [[], []],
      [[band('A', '0', true, '100', true)], []],
      [[band('A', '-5', true, '105', true)], []],
      [[band('A', '0', false, '100', true)], [gap('0', 'A')]],
      [[band('A', '0', true, '100', false)], [gap('A', '100')]],
      [[band('A', '10', true, '90', true)], [gap('0', 'A'), gap('A', '100')]],
      [[band('B', '50', true, '100', true), band('A', '0', true, '50', false)], []],
      [[band('B', '50', false, '100', true), band('A', '0', true, '50', true)], []],
      [[band('A', '0', true, '50', true), band('B', '50', true, '100', true)], [overlap('A', 'B')]],
      [[band('A', '0', true, '50', false), band('B', '50', false, '100', true)], [gap('A', 'B')]],
      [[band('A', '0', true, '50', false), band('B', '51', true, '100', true)], [gap('A', 'B')]],
      [[band('A', '0', true, '60', false), band('B', '50', true, '100', true)], [overlap('A', 'B')]],
      [[band('B', '0', true, '100', true), band('A', '0', true, '50', true)], [overlap('A', 'B')]],
      [
        [band('A', '0', true, '100', true), band('P', '50', true, '50', false), band('Q', '60', true, '50', true)],
        [empty('P', '50–50'), empty('Q', '60–50')],
      ],
      [[band('A', '0', true, '50', false), band('P', '50', true, '50', true), band('B', '50', false, '100', true)], []],
      [[band('P', '50', false, '50', true)], [empty('P', '50–50')]],
    ]
    for (const [bands, problems] of rows) expect([bands, checkClasses(bands)]).toStrictEqual([bands, problems])
  })
})

describe('maxima and points', () => {
  const leaf = frameworkOf().nodes[0]?.children[0]
  if (!leaf) throw new Error()

  it('bound a score by zero and the maximum, but not a bonus above nor a penalty', () => {
    const rows: readonly (readonly [typeof leaf, string, object[]])[] = [
      [leaf, '0', []],
      [leaf, '100', []],
      [leaf, '100.25', [{ code: 'abovePoints', severity: 'error', at: '1.1', line: 7, points: '100.25', max: '100' }]],
      [leaf, '-1', [{ code: 'belowPoints', severity: 'error', at: '1.1', line: 7, points: '-1', min: '0' }]],
      [{ ...leaf, counting: 'bonus' }, '101', []],
      [{ ...leaf, counting: 'bonus' }, '-1', [{ code: 'belowPoints', severity: 'error', at: '1.1', line: 7, points: '-1', min: '0' }]],
      [{ ...leaf, counting: 'penalty' }, '-101', []],
    ]
    for (const [of, text, problems] of rows) expect(checkPoints(of, points(text), 7)).toStrictEqual(problems)
  })

  it('are wanted of every leaf, and a sum that a person has settled is told as a warning', () => {
    expect(checkMaximum({ ...leaf, maxPoints: points('0') })).toStrictEqual([{ code: 'missingMaxPoints', severity: 'error', at: '1.1' }])
    const parent = { ...leaf, id: nodeId('1'), printedMaxPoints: points('9'), children: [leaf] }
    const told = (severity: string, at = '1', printed = '9') => ({
      code: 'totalMismatch',
      severity,
      at,
      printed,
      derived: '100',
      from: 'children',
    })
    expect(checkMaximum(parent)).toStrictEqual([told('error')])
    expect(checkMaximum({ ...parent, settled: 'printed' } as never)).toStrictEqual([told('warning')])
    expect(checkMaximum({ ...parent, counting: 'bonus' })).toStrictEqual([])
    expect(checkMaximum({ ...parent, children: [{ ...leaf, maxPoints: points('0') }] })).toStrictEqual([])
    const whole = frameworkOf()
    expect(checkGrandTotal(whole)).toStrictEqual([])
    expect(checkGrandTotal({ ...whole, printedTotal: points('90') })).toStrictEqual([told('error', 'total', '90')])
    expect(checkGrandTotal({ ...whole, printedTotal: points('90'), settledTotal: 'printed' } as never)).toStrictEqual([
      told('warning', 'total', '90'),
    ])
    const [mismatch] = checkMaximum(parent)
    if (mismatch?.code !== 'totalMismatch') throw new Error()
    expect([
      isConsequence(mismatch),
      isConsequence({ ...mismatch, from: 'leaves' }),
      isConsequence({ ...mismatch, from: 'leaves', at: 'total' }),
    ]).toStrictEqual([false, true, false])
  })
})
