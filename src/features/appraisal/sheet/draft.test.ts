import { describe, expect, it } from 'vitest'
import { type Points, parsePoints } from '../../../core/exact/points.ts'
import type { FrameworkNode } from '../../../core/framework/framework.ts'
import type { AppraisalLeaf } from '../shapes.ts'
import { acceptanceOf, changeOf, checkDraft, claimOf, draftOf, sameDraft, typeInto, undecided } from './draft.ts'

const node = { id: '1.1', maxPoints: parsePoints('2') as Points, source: 'appraised' } as unknown as FrameworkNode
const leaf: AppraisalLeaf = {
  nodeId: '1.1',
  claim: { status: 'scored', points: '1.5', version: 1 },
  earlier: [],
  isMatter: false,
  isMine: true,
  decision: { status: 'scored', points: '1', reason: 'Chậm', claimedPoints: '1.5', version: 2, changedAt: '2026-11-21T00:00:00Z' },
  evidence: 1,
}

describe('a decision being written', () => {
  it('shows points with a decimal comma and goes to the server as it was typed', () => {
    const accepted = acceptanceOf(claimOf(leaf), leaf)
    expect(accepted?.typed).toBe('1,5')
    expect(changeOf('1.1', 2, { ...undecided, status: 'scored', typed: ' 0,75 ' })).toMatchObject({
      points: '0,75',
      version: 2,
      reason: undefined,
    })
  })

  it('is not ready while its points are none, or a reason is due', () => {
    const check = (typed: string, reason = '') => checkDraft(node, leaf, { status: 'scored', typed, reason }).map(({ code }) => code)
    expect(check('1,')).toEqual(['invalidPoints'])
    expect(check('3')).toEqual(['abovePoints'])
    expect(check('1')).toEqual(['missingReason'])
    expect(check('1', 'Chậm')).toEqual([])
    expect(check('1,5')).toEqual([])
  })

  it('takes K for not applicable and an emptied cell for no decision', () => {
    expect(typeInto(draftOf(leaf), 'k')).toMatchObject({ status: 'notApplicable', reason: 'Chậm' })
    expect(typeInto(draftOf(leaf), ' ')).toMatchObject({ status: 'missing' })
  })

  it('is the same however its points are written', () => {
    expect(sameDraft({ ...undecided, status: 'scored', typed: '1,50' }, { ...undecided, status: 'scored', typed: '1.5' })).toBe(true)
    expect(sameDraft({ ...undecided, reason: 'a ' }, { ...undecided, reason: 'a' })).toBe(true)
    expect(sameDraft(undecided, { ...undecided, status: 'notApplicable' })).toBe(false)
  })

  it('begins anew where the unit has changed its claim since', () => {
    expect(draftOf(leaf).typed).toBe('1')
    expect(draftOf({ ...leaf, claim: { status: 'scored', points: '1.75', version: 2 } })).toEqual(undecided)
  })
})
