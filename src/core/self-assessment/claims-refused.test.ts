import { describe, expect, it } from 'vitest'
import { type CarriedScore, carryScore, takesAll } from './carry-score.ts'
import { type Points, parsePoints } from '../exact/points.ts'
import type { FrameworkNode } from '../framework/framework.ts'
import { parseFramework } from '../framework/parse-framework.ts'
import { walkNodes } from '../framework/walk.ts'
import { applicabilityOf } from './applicability.ts'
import { checkClaims } from './check-claims.ts'
import { checkSubmission } from './check-submission.ts'
import type { Claim } from './claims.ts'

const parsed = parseFramework({
  format: 'parindex/framework@1',
  title: 'Thử nghiệm',
  year: 2026,
  nodes: [
    { code: '1', name: 'Một', children: [{ code: '1.1', name: 'A', maxPoints: '2' }] },
    { code: '2', name: 'Hài lòng', maxPoints: '3', source: 'survey' },
    { code: '3', name: 'Tỷ lệ', maxPoints: '2', rule: { kind: 'ratio' } },
    { code: '4', name: 'Chấm tay', maxPoints: '2', rule: { kind: 'manual', step: '0.5' } },
    { code: '5', name: 'Mọi đơn vị', maxPoints: '2', rule: { kind: 'manual', reason: 'belowMax', notApplicable: 'refused' } },
    { code: '6', name: 'Nếu có', maxPoints: '1', ifAny: true },
    { code: '7', name: 'Trừ', maxPoints: '-2', counting: 'penalty' },
  ],
})
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
const byId = new Map([...walkNodes(parsed.value.nodes)].map(({ node }) => [node.id as string, node]))
const leaf = (id: string): FrameworkNode => byId.get(id) ?? expect.fail(id)
const points = (text: string): Points => parsePoints(text) ?? expect.fail(text)
const scored = (text: string, more: Partial<Claim> = {}): Claim => ({ status: 'scored', points: points(text), ...more })
const missing: Claim = { status: 'missing' }
const facts = { numerator: '1', denominator: '2' }
const problem = (at: string, code: string, more: object = {}) => [{ code, severity: 'error', at, ...more }]

describe('a claim', () => {
  const check = (nodeId: string, claim: Claim) => checkClaims(byId, [{ nodeId, claim }])

  it('is refused with its place and figures, or stands', () => {
    const rows: readonly (readonly [string, Claim, object[]])[] = [
      ['9', missing, problem('9', 'unknownNode', { node: '9' })],
      ['1', missing, problem('1', 'notALeaf', { node: '1' })],
      ['2', scored('1'), problem('2', 'notSelfScored', { source: 'survey' })],
      ['1.1', scored('2'), []],
      ['1.1', scored('2.5'), problem('1.1', 'abovePoints', { points: '2.5', max: '2' })],
      ['1.1', scored('-1'), problem('1.1', 'belowPoints', { points: '-1', min: '0' })],
      ['7', scored('-2'), []],
      ['7', scored('0.5'), problem('7', 'abovePoints', { points: '0.5', max: '0' })],
      ['7', scored('-2.5'), problem('7', 'belowPoints', { points: '-2.5', min: '-2' })],
      ['1.1', { status: 'scored' }, problem('1.1', 'invalidPoints', { value: '' })],
      ['1.1', { ...missing, points: points('1') }, problem('1.1', 'invalidPoints', { value: '1' })],
      ['1.1', { status: 'notApplicable', points: points('1') }, problem('1.1', 'invalidPoints', { value: '1' })],
      ['1.1', { status: 'notApplicable', explanation: ' ' }, problem('1.1', 'missingBasis')],
      ['1.1', { status: 'notApplicable' }, problem('1.1', 'missingBasis')],
      ['1.1', { status: 'notApplicable', explanation: 'Không có' }, []],
      ['5', { status: 'notApplicable', explanation: 'Không có' }, problem('5', 'applicabilityNotOffered')],
      ['1.1', scored('1', { inputs: facts }), problem('1.1', 'factsNotAsked')],
      ['1.1', missing, []],
      ['3', scored('1'), problem('3', 'factsAsked')],
      ['3', scored('1', { inputs: facts }), []],
      ['3', scored('1.5', { inputs: facts }), problem('3', 'pointsDifferFromRule', { given: '1.5', rule: '1' })],
      ['3', { ...missing, inputs: facts }, problem('3', 'pointsDifferFromRule', { given: 'missing', rule: '1' })],
      ['3', { ...missing, inputs: {} }, []],
      ['3', { ...missing, inputs: { numerator: '1' } }, []],
      ['3', scored('1', { inputs: { numerator: '1' } }), problem('3', 'pointsDifferFromRule', { given: '1', rule: 'missing' })],
      ['3', { status: 'notApplicable', inputs: { numerator: '0', denominator: '0' } }, []],
      ['4', scored('1.5'), []],
      ['4', scored('2.5'), problem('4', 'abovePoints', { points: '2.5', max: '2' })],
    ]
    for (const [node, claim, problems] of rows) expect([node, claim, check(node, claim)]).toStrictEqual([node, claim, problems])
    expect(check('3', scored('1', { inputs: { numerator: 'x', denominator: '2' } })).map(({ at }) => at)).toStrictEqual(['3'])
    expect(check('4', scored('1.25')).map(({ at }) => at)).toStrictEqual(['4'])
  })

  it('stands once in a list; the second is told where the first is', () => {
    const claims = ['1.1', '4', '1.1'].map((nodeId) => ({ nodeId, claim: missing }))
    expect(checkClaims(byId, claims)).toStrictEqual(problem('1.1', 'duplicateLine', { unit: '', node: '1.1', first: 1 }))
  })
})

describe('a sheet that is handed in', () => {
  const against = (nodeId: string, claim: Claim | undefined, evidence = 0, acceptsMissing = false, isDeclared?: boolean) =>
    checkSubmission(
      [leaf(nodeId)],
      new Map(claim && [[nodeId, claim]]),
      () => evidence,
      acceptsMissing,
      isDeclared === undefined ? undefined : () => isDeclared,
    )
  const bare = [{ code: 'missingEvidence', severity: 'warning', at: '1.1' }]

  it('is kept back by what is unanswered, unless the person says that it stays so', () => {
    for (const claim of [undefined, missing]) {
      expect(against('1.1', claim)).toStrictEqual(problem('1.1', 'unanswered'))
      expect(against('1.1', claim, 0, true)).toStrictEqual([{ code: 'unanswered', severity: 'warning', at: '1.1' }])
    }
    expect(against('2', undefined)).toStrictEqual([])
  })

  it('shows points without document, explanation or declaration', () => {
    expect([
      against('1.1', scored('1')),
      against('1.1', scored('1', { explanation: ' ' })),
      against('1.1', scored('1'), 0, false, false),
    ]).toStrictEqual([bare, bare, bare])
    const backed = [
      against('1.1', scored('1'), 1),
      against('1.1', scored('1', { explanation: 'Có' })),
      against('1.1', scored('1'), 0, false, true),
      against('1.1', scored('0')),
      against('1.1', { status: 'notApplicable' }),
    ]
    expect(backed.flat()).toStrictEqual([])
  })

  it('wants the reason that a rule asks for, always or below the maximum', () => {
    expect(against('4', scored('2'), 1)).toStrictEqual(problem('4', 'reasonDue'))
    expect(
      [
        against('4', scored('2', { explanation: 'Có' }), 1),
        against('5', scored('2'), 1),
        against('5', scored('1', { explanation: 'Có' }), 1),
      ].flat(),
    ).toStrictEqual([])
    expect([against('5', scored('1'), 1), against('5', scored('1', { explanation: '  ' }), 1)]).toStrictEqual([
      problem('5', 'reasonDue'),
      problem('5', 'reasonDue'),
    ])
    expect(against('1.1', scored('1'), 1)).toStrictEqual([])
    expect(against('4', { status: 'notApplicable' }, 1)).toStrictEqual([])
  })

  it('is kept back by points that were typed before the leaf changed', () => {
    expect(against('3', { ...missing, typedPoints: points('1') })).toStrictEqual(problem('3', 'factsAsked'))
    expect(against('3', { ...missing, typedPoints: points('2.5') }, 0, true)).toStrictEqual(
      problem('3', 'abovePoints', { points: '2.5', max: '2' }),
    )
  })
})

describe('whether a leaf may not arise', () => {
  it('says the decision or its rule, also of a part of the rule; else it is a claim', () => {
    const of = (rule?: object, ifAny?: boolean) => {
      const read = parseFramework({
        format: 'parindex/framework@1',
        title: 'x',
        year: 2026,
        nodes: [{ code: '1', name: 'A', maxPoints: '2', ...(rule && { rule }), ...(ifAny !== undefined && { ifAny }) }],
      })
      if (!read.ok || !read.value.nodes[0]) throw new Error(JSON.stringify(read))
      return applicabilityOf(read.value.nodes[0])
    }
    const item = { kind: 'perItem', each: '1' }
    const branches = (holds: object, otherwise: object) => ({
      kind: 'conditional',
      if: 'a = 1',
      ...Object.fromEntries(['then', 'else'].map((side, at) => [side, [holds, otherwise][at]])),
    })
    const foreseen: readonly object[] = [
      { kind: 'ratio' },
      { ...item, notApplicable: 'excluded' },
      {
        kind: 'choice',
        options: [
          { value: 'a', points: '2' },
          { value: 'b', notApplicable: true },
        ],
      },
      { kind: 'sum', parts: [{ rule: { ...item, max: '1' } }, { rule: { kind: 'ratio', max: '1' } }] },
      branches({ points: '2' }, { notApplicable: 'x' }),
      branches({ notApplicable: 'x' }, { points: '2' }),
      branches({ rule: { kind: 'ratio' } }, { points: '2' }),
    ]
    const claimed: readonly object[] = [
      item,
      { kind: 'ratio', zeroDenominator: 'max' },
      { kind: 'choice', options: [{ value: 'a', points: '2' }] },
      branches({ points: '2' }, { points: '1' }),
      { kind: 'sum', parts: [{ rule: { ...item, max: '2' } }] },
    ]
    expect(foreseen.map((rule) => of(rule))).toStrictEqual(foreseen.map(() => 'foreseen'))
    expect(claimed.map((rule) => of(rule))).toStrictEqual(claimed.map(() => 'claimed'))
    expect([
      of(),
      of(undefined, true),
      of(item, true),
      of({ ...item, notApplicable: 'refused' }, true),
      of({ kind: 'ratio', notApplicable: 'refused' }),
    ]).toStrictEqual(['claimed', 'foreseen', 'foreseen', 'refused', 'refused'])
  })
})

describe('a score that another version of the framework takes over', () => {
  const carry = (id: string, score: CarriedScore) => carryScore(leaf(id), score)
  const asItWas = (score: CarriedScore) => ({ outcome: 'asItWas', score })
  const toSettle = (score: object) => ({ outcome: 'toSettle', score: { status: 'missing', ...score } })
  const given = (text: string, more: Partial<CarriedScore> = {}): CarriedScore => ({ status: 'scored', points: points(text), ...more })

  it('counts on where the leaf takes it, and is kept as it was typed where it does not', () => {
    expect(carry('1.1', given('2'))).toStrictEqual(asItWas(given('2')))
    expect(carry('1.1', given('2.5'))).toStrictEqual(toSettle({ typedPoints: points('2.5') }))
    expect(carry('1.1', { ...missing, typedPoints: points('1') })).toStrictEqual(asItWas(given('1', { typedPoints: points('1') })))
    expect(carry('1.1', { ...missing, typedPoints: points('3') })).toStrictEqual(toSettle({ typedPoints: points('3') }))
    expect(carry('3', given('1', { reason: 'Có' }))).toStrictEqual(toSettle({ typedPoints: points('1'), reason: 'Có' }))
    expect(carry('1.1', { status: 'missing' })).toStrictEqual(asItWas({ status: 'missing' }))
    expect(carry('1.1', { status: 'scored' })).toStrictEqual(asItWas({ status: 'scored' }))
  })

  it('is measured again where it was measured, and falls where the leaf now applies to every unit', () => {
    expect(carry('2', given('1'))).toStrictEqual(toSettle({ typedPoints: points('1') }))
    expect(carry('2', { status: 'notMeasured' })).toStrictEqual(asItWas({ status: 'notMeasured' }))
    const doesNotApply = { status: 'notApplicable' } as const
    expect([carry('1.1', doesNotApply), carry('5', doesNotApply)]).toStrictEqual([asItWas(doesNotApply), toSettle({})])
  })

  it('is scored anew out of its facts; less than was claimed still wants a reason', () => {
    const same = given('1', { inputs: facts })
    expect(carry('3', same)).toStrictEqual(asItWas(same))
    expect(carry('3', given('2', { inputs: facts }))).toStrictEqual({ outcome: 'scoredAnew', score: same })
    const less = given('2', { inputs: facts, claimedPoints: points('2') })
    const { points: _, ...rest } = less
    expect(carry('3', less)).toStrictEqual(toSettle({ ...rest, status: 'missing', typedPoints: points('1') }))
    expect(carry('3', { ...less, reason: '  ' }).outcome).toBe('toSettle')
    expect(carry('3', { ...less, reason: 'Chậm' })).toStrictEqual({
      outcome: 'scoredAnew',
      score: { ...less, reason: 'Chậm', points: points('1') },
    })
    expect(carry('3', { ...less, claimedPoints: points('1') }).outcome).toBe('scoredAnew')
    expect(carry('3', given('1', { inputs: { numerator: '1' } }))).toStrictEqual(toSettle({ inputs: { numerator: '1' } }))
    expect(carry('3', given('1', { inputs: { numerator: '0', denominator: '0' } }))).toStrictEqual({
      outcome: 'scoredAnew',
      score: { status: 'notApplicable', inputs: { numerator: '0', denominator: '0' } },
    })
    // A leaf without a rule keeps the points that its facts once gave, as typed ones.
    expect(carry('1.1', given('1', { inputs: facts }))).toStrictEqual(asItWas(given('1')))
    expect(carry('1.1', given('3', { inputs: facts }))).toStrictEqual(toSettle({ typedPoints: points('3') }))
  })

  it('needs no look where maximum and rule are the same', () => {
    const [ratio, item] = [leaf('3'), leaf('1.1')]
    expect([takesAll(ratio, ratio), takesAll(item, { ...item }), takesAll(item, { ...item, name: 'x' })]).toStrictEqual([true, true, true])
    expect([
      takesAll(ratio, item),
      takesAll(item, ratio),
      takesAll(item, { ...item, maxPoints: points('1') }),
      takesAll(ratio, leaf('4')),
    ]).toStrictEqual([false, false, false, false])
  })
})
