import { describe, expect, it } from 'vitest'
import { type Points, parsePoints } from '../exact/points.ts'
import { nodeId } from '../ids.ts'
import type { ScoreSource } from '../vocabulary.ts'
import { acceptClaims } from './accept-claims.ts'
import { type AppraisedLeaf, type Claim, type Decision, differs, isDecided, lacksEvidence } from './appraised-leaf.ts'
import { checkDecision } from './check-decision.ts'
import { checkFinished } from './check-finished.ts'
import { roundInWork } from './round-in-work.ts'

const points = (text: string): Points => parsePoints(text) as Points
const leaf = (max = '2', source: ScoreSource = 'appraised') => ({ id: nodeId('1.1'), maxPoints: points(max), source })
const claimed = (text: string, explanation?: string): Claim => ({
  status: 'scored',
  points: points(text),
  ...(explanation && { explanation }),
})
const given = (text: string, reason?: string): Decision => ({ status: 'scored', points: points(text), ...(reason && { reason }) })
const doesNotApply = (explanation?: string): Claim => ({ status: 'notApplicable', ...(explanation && { explanation }) })
const codes = (...row: Parameters<typeof checkDecision>): string[] => checkDecision(...row).map(({ code }) => code)

describe('a decision on one leaf', () => {
  it('needs a reason where less is given than claimed, and only there', () => {
    expect(checkDecision(leaf(), claimed('1.5'), given('1'))).toMatchObject([
      { code: 'missingReason', at: '1.1', claimed: '1.5', given: '1' },
    ])
    expect(codes(leaf(), claimed('1.5'), given('1', 'Báo cáo chậm'))).toStrictEqual([])
    expect(codes(leaf(), claimed('1.5'), given('1', '   '))).toStrictEqual(['missingReason'])
    expect(codes(leaf(), claimed('1.5'), given('1.5'))).toStrictEqual([])
    expect(codes(leaf(), claimed('1.5'), given('2'))).toStrictEqual([])
    expect(codes(leaf(), undefined, given('1'))).toStrictEqual([])
  })

  it('stays within the bounds of the leaf, below zero where it takes away', () => {
    expect(codes(leaf(), claimed('2'), given('2.0001'))).toStrictEqual(['abovePoints'])
    expect(codes(leaf(), claimed('2'), given('-1', 'sai'))).toStrictEqual(['belowPoints'])
    expect(codes(leaf('-3'), undefined, given('-3'))).toStrictEqual([])
    expect(codes(leaf('-3'), undefined, given('-3.5'))).toStrictEqual(['belowPoints'])
    expect(codes(leaf(), claimed('1'), { status: 'scored' })).toStrictEqual(['missingField'])
  })

  it('needs a reason where a claim that the leaf does not apply is not accepted', () => {
    expect(codes(leaf(), doesNotApply('Không có đoàn kiểm tra'), given('2'))).toStrictEqual(['refusalWithoutReason'])
    expect(codes(leaf(), doesNotApply('Không có đoàn kiểm tra'), given('2', 'Có đoàn kiểm tra tháng 5'))).toStrictEqual([])
  })

  it('needs a basis where the leaf does not apply, the unit’s or its own', () => {
    expect(codes(leaf(), doesNotApply('Không có hồ sơ'), { status: 'notApplicable' })).toStrictEqual([])
    expect(codes(leaf(), claimed('1'), { status: 'notApplicable' })).toStrictEqual(['missingBasis'])
    expect(codes(leaf(), claimed('1'), { status: 'notApplicable', reason: 'Đơn vị không có TTHC' })).toStrictEqual([])
  })

  it('takes facts as the basis, those of the unit or its own', () => {
    const inputs = { numerator: '0', denominator: '0' }
    expect(codes(leaf(), { status: 'notApplicable', inputs }, { status: 'notApplicable' })).toStrictEqual([])
    expect(codes(leaf(), claimed('1'), { status: 'notApplicable', inputs })).toStrictEqual([])
    expect(codes(leaf(), { ...claimed('1'), inputs }, { status: 'notApplicable' })).toStrictEqual(['missingBasis'])
  })

  it('names the source of points that the unit does not score itself', () => {
    expect(codes(leaf('3', 'survey'), undefined, given('2.5'))).toStrictEqual(['missingScoreSource'])
    expect(codes(leaf('3', 'survey'), undefined, given('2.5', 'Báo cáo 45/BC-SNV'))).toStrictEqual([])
    expect(codes(leaf('3', 'survey'), undefined, { status: 'notMeasured' })).toStrictEqual(['missingScoreSource'])
    expect(codes(leaf('3', 'survey'), undefined, { status: 'notMeasured', reason: 'Không điều tra năm nay' })).toStrictEqual([])
    expect(codes(leaf(), claimed('1'), { status: 'notMeasured', reason: 'x' })).toStrictEqual(['notMeasuredNotAllowed'])
  })

  it('says what becomes of the maximum only where the leaf does not apply', () => {
    expect(codes(leaf(), claimed('1'), { ...given('1'), treatment: 'full' })).toStrictEqual(['treatmentNotAllowed'])
    expect(codes(leaf(), doesNotApply('x'), { status: 'notApplicable', treatment: 'full' })).toStrictEqual([])
  })

  it('may always be taken back', () => {
    expect(codes(leaf(), claimed('2'), { status: 'missing' })).toStrictEqual([])
  })
})

describe('a leaf under appraisal', () => {
  const row = (claim: Claim | undefined, decision?: AppraisedLeaf['decision'], evidenceCount = 0): AppraisedLeaf => ({
    leaf: leaf(),
    ...(claim && { claim }),
    ...(decision && { decision }),
    evidenceCount,
  })

  it('is open again when the unit has changed its claim since it was decided', () => {
    expect(isDecided(row(claimed('1'), { ...given('1'), claimedPoints: points('1') }))).toBe(true)
    expect(isDecided(row(claimed('1.5'), { ...given('1'), claimedPoints: points('1') }))).toBe(false)
    expect(isDecided(row(claimed('1'), { status: 'missing', claimedPoints: points('1') }))).toBe(false)
  })

  it('differs where something else was given than claimed', () => {
    expect(differs(row(claimed('1'), { ...given('0.5'), claimedPoints: points('1') }))).toBe(true)
    expect(differs(row(claimed('1'), { ...given('1'), claimedPoints: points('1') }))).toBe(false)
    expect(differs(row(doesNotApply('x'), given('0')))).toBe(true)
    expect(differs(row(undefined, given('1')))).toBe(false)
  })

  it('lacks evidence where something is claimed without a document', () => {
    expect(lacksEvidence(row(claimed('1', 'có giải trình')))).toBe(true)
    expect(lacksEvidence(row(claimed('1'), undefined, 1))).toBe(false)
    expect(lacksEvidence(row(claimed('0')))).toBe(false)
    expect(lacksEvidence(row(doesNotApply('x')))).toBe(true)
  })

  it('is part of a finished appraisal only when decided', () => {
    expect(checkFinished([row(claimed('1'), { ...given('1'), claimedPoints: points('1') })])).toStrictEqual([])
    expect(checkFinished([row(claimed('1')), row(undefined)])).toMatchObject([{ code: 'appraisalIncomplete', missing: 2, of: 2 }])
  })
})

describe('accepting many claims at once', () => {
  const judge = (part: Partial<AppraisedLeaf>): string | undefined => {
    const { accepted, left } = acceptClaims([{ leaf: leaf(), evidenceCount: 0, ...part }])
    return accepted.length ? 'accepted' : left[0]?.because
  }

  it('takes what has a document or an explanation, and a claim of zero', () => {
    expect(judge({ claim: claimed('2'), evidenceCount: 1 })).toBe('accepted')
    expect(judge({ claim: claimed('2', 'Có 3 sáng kiến') })).toBe('accepted')
    expect(judge({ claim: claimed('0') })).toBe('accepted')
  })

  it('leaves to a person whatever has to be looked at', () => {
    expect(judge({ claim: claimed('2') })).toBe('noEvidence')
    expect(judge({ claim: claimed('9'), evidenceCount: 1 })).toBe('outOfBounds')
    expect(judge({ claim: doesNotApply('x'), evidenceCount: 1 })).toBe('notApplicable')
    expect(judge({})).toBe('noClaim')
    expect(judge({ leaf: leaf('3', 'survey') })).toBe('otherSource')
    expect(judge({ claim: claimed('1'), evidenceCount: 1, decision: { ...given('0.5', 'x'), claimedPoints: points('1') } })).toBe('decided')
  })
})

describe('the round in work', () => {
  it('follows the stage along the cycle’s own list', () => {
    const rounds = ['claimed', 'firstAppraisal', 'secondAppraisal', 'council'] as const
    expect(roundInWork(rounds, 'selfAssessing')).toBeUndefined()
    expect(roundInWork(rounds, 'submitted')).toBe('firstAppraisal')
    expect(roundInWork(rounds, 'secondAppraisal')).toBe('secondAppraisal')
    expect(roundInWork(rounds, 'approved')).toBe('council')
    expect(roundInWork(['claimed'], 'submitted')).toBeUndefined()
  })
})
