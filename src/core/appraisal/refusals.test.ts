import { describe, expect, it } from 'vitest'
import { type Points, parsePoints } from '../exact/points.ts'
import { parseFramework } from '../framework/parse-framework.ts'
import { nodeId } from '../ids.ts'
import { type AppraisedLeaf, differs, isOvertaken } from './appraised-leaf.ts'
import { checkDecision } from './check-decision.ts'
import { checkFacts } from './check-facts.ts'
import { checkInspection, type WrittenInspection } from './check-inspection.ts'
import { checkLaterDecision } from './check-later-decision.ts'
import { checkVote } from './check-vote.ts'
import { compareLeaf } from './compare-leaf.ts'
import { checkExplanation, isDisputed, isLess, isMatter } from './explained-leaf.ts'
import { roundInWork } from './round-in-work.ts'

const points = (text: string): Points => parsePoints(text) as Points
const scored = (text: string, reason?: string) => ({ status: 'scored' as const, points: points(text), ...(reason && { reason }) })
const leaf = { id: nodeId('1.1'), maxPoints: points('2'), source: 'appraised' as const }
const refused = (code: string, facts: object = {}, at = '1.1') => [{ code, severity: 'error', at, ...facts }]
const missing = { status: 'missing' as const }
const doesNotApply = { status: 'notApplicable' as const }

describe('a refusal in an appraisal', () => {
  it('of a decision names the leaf, and what was claimed and given', () => {
    const rows: readonly (readonly [Parameters<typeof checkDecision>, object[]])[] = [
      [[leaf, scored('1'), { status: 'scored' }], refused('missingField', { field: 'points' })],
      [[leaf, scored('1.5'), scored('1')], refused('missingReason', { claimed: '1.5', given: '1' })],
      [[leaf, doesNotApply, scored('1')], refused('refusalWithoutReason', { given: '1' })],
      [[leaf, doesNotApply, doesNotApply], refused('missingBasis')],
      [[leaf, { ...doesNotApply, explanation: '  ' }, doesNotApply], refused('missingBasis')],
      [[leaf, undefined, doesNotApply], refused('missingBasis')],
      [[leaf, { ...scored('1'), explanation: 'Có' }, doesNotApply], refused('missingBasis')],
      [[leaf, scored('1'), { ...scored('1'), treatment: 'zero' }], refused('treatmentNotAllowed', { treatment: 'zero' })],
      [[leaf, scored('1'), { ...missing, treatment: 'zero' }], refused('treatmentNotAllowed', { treatment: 'zero' })],
      [[leaf, { ...doesNotApply, explanation: 'Không có' }, { ...doesNotApply, treatment: 'zero' }], []],
      [[leaf, scored('1'), missing], []],
    ]
    for (const [given, problems] of rows) expect(checkDecision(...given)).toStrictEqual(problems)
  })

  it('of a later decision is only for less than before, or for silence on a matter', () => {
    const later = (decision: Parameters<typeof checkLaterDecision>[2], isMatter = false, before: object | undefined = scored('1.5')) =>
      checkLaterDecision(leaf, { claim: scored('1'), before: before as never, isMatter }, decision)
    expect(later(scored('1'))).toStrictEqual(refused('lessThanBefore', { before: '1.5', given: '1' }))
    expect([later(scored('1.5')), later(missing, true), later(scored('1', 'Nhầm'), true)]).toStrictEqual([[], [], []])
    expect([later(scored('1.5', '  '), true), later(scored('1.5'), true, missing)]).toStrictEqual([
      refused('reasonForDispute'),
      refused('reasonForDispute'),
    ])
    expect(checkLaterDecision(leaf, { claim: scored('1'), before: undefined, isMatter: false }, scored('1'))).toStrictEqual([])
    expect(later({ ...doesNotApply, inputs: {} })).toStrictEqual([])
    // What holds for a first decision is told alone, also on a matter and with a reason.
    expect(later(scored('3', 'x'), true).map(({ code }) => code)).toStrictEqual(['abovePoints'])
    expect(later(scored('0.5'), true).map(({ code }) => code)).toStrictEqual(['missingReason'])
  })

  it('of a vote says how many hands there were', () => {
    const vote = (votesFor: number, votesAgainst: number, abstained: number, voters = 9) =>
      checkVote('1.1', { votesFor, votesAgainst, abstained }, voters)
    expect(vote(0, 0, 3)).toStrictEqual(refused('noVotes'))
    expect(vote(5, 4, 1)).toStrictEqual(refused('tooManyVotes', { votes: 10, voters: 9 }))
    expect(vote(4, 5, 0)).toStrictEqual(refused('voteNotCarried', { votesFor: 4, votesAgainst: 5 }))
    expect([vote(4, 4, 1), vote(9, 0, 0)]).toStrictEqual([[], []])
  })

  it('of a visit says what is wanted, and where', () => {
    const held: WrittenInspection = {
      team: [{ personId: 'a', duty: 'lead' }],
      findings: [],
      heldOn: '2026-12-02',
      record: 'Biên bản',
      result: 'Đúng',
    }
    const { heldOn: _, record, result, ...planned } = held
    const finding = (node: string, words: string) => ({ nodeId: node, outcome: 'differs' as const, words })
    const lacks = (field: string, at = field) => refused('missingField', { field }, at)
    const rows: readonly (readonly [WrittenInspection, object[]])[] = [
      [held, []],
      [planned, []],
      [{ ...held, team: [] }, refused('noChair', { chairs: 0 }, 'team')],
      [
        { ...held, team: [...held.team, { personId: 'b', duty: 'member' }, { personId: 'b', duty: 'member' }] },
        refused('alreadyExists', { what: 'person', value: 'b' }, 'team.2'),
      ],
      [
        { ...held, heldOn: '2026-12-03' },
        refused('invalidValue', { field: 'date', value: '2026-12-03', expected: '2026-12-02' }, 'heldOn'),
      ],
      [{ ...held, record: '' }, lacks('record')],
      [{ ...held, result: '' }, lacks('result')],
      [{ ...planned, ...(record && { record }) }, lacks('heldOn')],
      [{ ...planned, ...(result && { result }) }, lacks('heldOn')],
      [{ ...planned, findings: [finding('1.1', 'Khác')] }, lacks('heldOn')],
      [
        { ...held, findings: [finding('1.1', 'a'), finding('1.1', 'b')] },
        refused('alreadyExists', { what: 'criteria', value: '1.1' }, 'findings.1'),
      ],
      [{ ...held, findings: [finding('9', 'a')] }, refused('unknownNode', { node: '9' }, '9')],
      [{ ...held, findings: [finding('1.1', ' ')] }, lacks('reason', '1.1')],
    ]
    for (const [written, problems] of rows) expect(checkInspection(written, new Set(['1.1']), '2026-12-02')).toStrictEqual(problems)
  })
})

describe('facts that an appraiser entered', () => {
  const read = parseFramework({
    format: 'parindex/framework@1',
    title: 'Bộ tiêu chí',
    year: 2025,
    nodes: [
      { code: '1', name: 'Tỷ lệ', maxPoints: '2', rule: { kind: 'ratio' } },
      { code: '2', name: 'Kế hoạch', maxPoints: '2' },
    ],
  })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const [ratio, plain] = read.value.nodes
  if (!ratio || !plain) throw new Error()
  const inputs = { numerator: '1', denominator: '2' }

  it('stand where they give what was decided; a leaf that asks for none takes none', () => {
    expect([
      checkFacts(ratio, scored('1'), inputs),
      checkFacts(ratio, scored('2'), undefined),
      checkFacts(ratio, missing, inputs),
    ]).toStrictEqual([[], [], []])
    expect(checkFacts(plain, missing, inputs)).toStrictEqual([])
    expect(checkFacts(plain, scored('1'), inputs)).toStrictEqual(refused('factsNotAsked', {}, '2'))
    expect(checkFacts(ratio, scored('1.5'), inputs)).toStrictEqual(refused('pointsDifferFromRule', { given: '1.5', rule: '1' }, '1'))
    expect(checkFacts(ratio, { ...doesNotApply, points: points('1') }, inputs)).toHaveLength(1)
    expect(checkFacts(ratio, doesNotApply, inputs)).toStrictEqual(
      refused('pointsDifferFromRule', { given: 'notApplicable', rule: '1' }, '1'),
    )
    expect(checkFacts(ratio, scored('1'), {})).toStrictEqual(refused('pointsDifferFromRule', { given: '1', rule: 'missing' }, '1'))
    expect(checkFacts(ratio, scored('1'), { numerator: 'x', denominator: '2' }).map(({ at }) => at)).toStrictEqual(['1'])
  })
})

describe('what is compared under appraisal', () => {
  const row = (more: Partial<AppraisedLeaf>): AppraisedLeaf => ({ leaf, evidenceCount: 0, ...more })

  it('is less than the claim where fewer points are given, or the leaf counts that was said not to', () => {
    const less = [isLess(scored('2'), scored('1.5')), isLess(doesNotApply, scored('2')), isLess(scored('2'), doesNotApply)]
    const notLess = [
      isLess(undefined, scored('1')),
      isLess(scored('1'), undefined),
      isLess(scored('1'), scored('1')),
      isLess(scored('1'), scored('2')),
      isLess(missing, scored('1')),
      isLess(scored('1'), missing),
      isLess(doesNotApply, doesNotApply),
      isLess({ status: 'scored' }, scored('1')),
      isLess(scored('1'), { status: 'scored' }),
    ]
    expect([...new Set(less), ...new Set(notLess)]).toStrictEqual([true, false])
  })

  it('is a matter where it is disputed or was asked, and not taken back', () => {
    const said = { isWithdrawn: false }
    expect([
      isMatter({ ...said, answer: 'disputed' }),
      isMatter({ ...said, request: 'Nêu rõ' }),
      isMatter({ ...said, answer: 'agreed' }),
      isMatter({ request: 'Nêu rõ', isWithdrawn: true }),
      isMatter(undefined),
      isDisputed(undefined),
      isDisputed({ answer: 'disputed', isWithdrawn: true }),
    ]).toStrictEqual([true, true, false, false, false, false, false])
    const dispute = { ...said, answer: 'disputed' as const, text: ' ' }
    expect(checkExplanation('1.1', dispute, {})).toStrictEqual([...refused('missingExplanation'), ...refused('nothingToDispute')])
    expect(checkExplanation('1.1', { ...dispute, text: 'Có', request: 'Nêu rõ' }, {})).toStrictEqual([])
    expect(checkExplanation('1.1', { ...said, text: 'Có' }, {})).toStrictEqual([])
  })

  it('is overtaken by another claim, by its points or its version', () => {
    const decided = (more: object) => ({ ...scored('1'), claimedPoints: points('1'), ...more })
    const overtaken = (claim: AppraisedLeaf['claim'], decision: AppraisedLeaf['decision']) =>
      isOvertaken({ ...(claim && { claim }), ...(decision && { decision }) })
    expect([
      overtaken(scored('2'), decided({})),
      overtaken(undefined, decided({})),
      overtaken({ ...scored('1'), version: 3 }, decided({ claimedVersion: 2 })),
    ]).toStrictEqual([true, true, true])
    expect([
      overtaken({ ...scored('1'), version: 3 }, decided({ claimedVersion: 3 })),
      overtaken({ ...scored('1'), version: 3 }, decided({})),
      overtaken(scored('1'), decided({ claimedVersion: 2 })),
      overtaken(scored('2'), { ...missing, claimedPoints: points('1') }),
      overtaken(scored('2'), undefined),
      overtaken(undefined, { ...scored('1'), claimedVersion: 2 }),
    ]).toStrictEqual([false, false, false, false, false, false])
  })

  it('differs only where both sides spoke', () => {
    const decision = { ...scored('1'), claimedPoints: points('2') }
    expect([
      differs(row({ claim: scored('2'), decision })),
      differs(row({ claim: scored('2'), decision: { ...decision, points: points('2') } })),
      differs(row({ claim: missing, decision: scored('1') })),
      differs(row({ decision: scored('1') })),
      differs(row({ claim: scored('2') })),
    ]).toStrictEqual([true, false, false, false, false])
  })

  it('stands by name among equals, seen from a unit that is not there as well', () => {
    const unit = (name: string, kind = 'sở') => ({ unitId: name, name, kind, claimed: points('1') })
    const names = (order: readonly string[]) =>
      compareLeaf(
        order.map((name) => unit(name)),
        'A',
      ).alike.map(({ name }) => name)
    expect(names(['A', 'D', 'B', 'C'])).toStrictEqual(['B', 'C', 'D'])
    expect(names(['D', 'C', 'B'])).toStrictEqual(['B', 'C', 'D'])
    const other = compareLeaf([unit('B', 'xã'), unit('C', 'xã'), unit('X')], 'X').alike.map(({ name }) => name)
    expect(other).toStrictEqual(['B', 'C'])
    const near = compareLeaf([unit('X'), unit('B', 'xã'), { ...unit('C'), given: points('1') }, unit('D')], 'X').alike
    expect(near.map(({ name }) => name)).toStrictEqual(['C', 'D', 'B'])
  })
})

it('no round is in work before a unit hands in, and the last stays after the end', () => {
  const rounds = ['claimed', 'firstAppraisal', 'explanation', 'secondAppraisal'] as const
  const stages = ['preparing', 'selfAssessing', 'approved', 'published'] as const
  expect(stages.map((stage) => roundInWork(rounds, stage))).toStrictEqual([undefined, undefined, 'secondAppraisal', 'secondAppraisal'])
})
