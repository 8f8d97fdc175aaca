import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Points, parsePoints } from '../exact/points.ts'
import { nodeId } from '../ids.ts'
import { isDecided, isOvertaken } from './appraised-leaf.ts'
import { isAssigned } from './assignments.ts'
import { checkLaterDecision } from './check-later-decision.ts'
import { checkVote } from './check-vote.ts'
import { checkExplanation, isStillDisputed } from './explained-leaf.ts'

const points = (text: string): Points => parsePoints(text) as Points
const leaf = { id: nodeId('1.1'), maxPoints: points('2'), source: 'appraised' as const }
const scored = (text: string, reason?: string) => ({ status: 'scored' as const, points: points(text), ...(reason && { reason }) })

describe('what a unit says to its points', () => {
  const codes = (...row: Parameters<typeof checkExplanation>): string[] => checkExplanation(...row).map(({ code }) => code)

  it('is explained where it disputes or was asked', () => {
    const less = { claim: scored('2'), decision: scored('1') }
    expect(codes('1.1', { answer: 'disputed', isWithdrawn: false }, less)).toStrictEqual(['missingExplanation'])
    expect(codes('1.1', { answer: 'disputed', text: 'Đã làm', isWithdrawn: false }, less)).toStrictEqual([])
    expect(codes('1.1', { answer: 'agreed', isWithdrawn: false }, less)).toStrictEqual([])
    expect(codes('1.1', { answer: 'agreed', request: 'Nêu rõ', isWithdrawn: false }, less)).toStrictEqual(['missingExplanation'])
  })

  it('disputes only less than was claimed', () => {
    const said = { answer: 'disputed', text: 'Đã làm', isWithdrawn: false } as const
    expect(codes('1.1', said, { claim: scored('1'), decision: scored('1') })).toStrictEqual(['nothingToDispute'])
    expect(codes('1.1', said, { claim: { status: 'notApplicable' }, decision: scored('0') })).toStrictEqual([])
  })

  it('is still disputed until as much is given as claimed, or it is taken back', () => {
    const said = { answer: 'disputed', text: 'Đã làm', isWithdrawn: false } as const
    expect(isStillDisputed(said, scored('2'), scored('1.5'))).toBe(true)
    expect(isStillDisputed(said, scored('2'), scored('2'))).toBe(false)
    expect(isStillDisputed({ ...said, isWithdrawn: true }, scored('2'), scored('1.5'))).toBe(false)
  })
})

describe('a decision of a later round', () => {
  const codes = (decision: ReturnType<typeof scored>, isMatter = false): string[] =>
    checkLaterDecision(leaf, { claim: scored('1'), before: scored('1.5'), isMatter }, decision).map(({ code }) => code)

  it('takes nothing away in silence, and answers what was explained', () => {
    expect(codes(scored('1.25'))).toStrictEqual(['lessThanBefore'])
    expect(codes(scored('1.25', 'Sửa nhầm'))).toStrictEqual([])
    expect(codes(scored('2'))).toStrictEqual([])
    expect(codes(scored('2'), true)).toStrictEqual(['reasonForDispute'])
  })

  it('is owed on a matter, whatever was brought along', () => {
    const row = { leaf, claim: { ...scored('1'), version: 3 }, evidenceCount: 0 }
    const carried = { ...scored('1'), claimedPoints: points('1'), claimedVersion: 3, isCarried: true }
    expect(isDecided({ ...row, decision: carried })).toBe(true)
    expect(isDecided({ ...row, decision: carried, isMatter: true })).toBe(false)
    expect(isOvertaken({ ...row, decision: { ...carried, claimedVersion: 2 } })).toBe(true)
  })
})

describe('a vote', () => {
  it('carries exactly when somebody voted, nobody twice, and no more were against than for', () => {
    const figure = fc.integer({ min: 0, max: 12 })
    fc.assert(
      fc.property(figure, figure, figure, figure, (votesFor, votesAgainst, abstained, voters) => {
        const stands = checkVote('1.1', { votesFor, votesAgainst, abstained }, voters).length === 0
        expect(stands).toBe(votesFor + votesAgainst > 0 && votesFor + votesAgainst + abstained <= voters && votesAgainst <= votesFor)
      }),
      { seed: 20_261_121 },
    )
  })
})

describe('the division of work', () => {
  const unit = { unitId: 'u', unitGroup: 'g' }
  const path = ['1', '1.1']

  it('is everybody’s while nothing is divided, and only one’s own after that', () => {
    const given = (rest: object) => isAssigned([{ personId: 'p', unitGroup: 'g', nodeId: '', ...rest }], 'p', unit, path)
    expect(isAssigned([], 'p', unit, path)).toBe(true)
    expect(given({})).toBe(true)
    expect(given({ nodeId: '1' })).toBe(true)
    expect(given({ nodeId: '2' })).toBe(false)
    expect(given({ unitId: 'u' })).toBe(true)
    expect(given({ unitId: 'v' })).toBe(false)
    expect(given({ unitGroup: 'h' })).toBe(false)
    expect(given({ personId: 'q' })).toBe(false)
  })
})
