import { describe, expect, it } from 'vitest'
import { checkRounds, decidingRounds, followingStage } from './rounds.ts'
import { nextStage } from './stages.ts'

const full = ['claimed', 'firstAppraisal', 'explanation', 'secondAppraisal', 'council'] as const
const fits = (...rounds: Parameters<typeof checkRounds>[0]): boolean => checkRounds(rounds).length === 0

describe('the rounds of a cycle', () => {
  it('are as the authority wishes, in their order, and what is explained is decided about', () => {
    expect(fits('claimed')).toBe(true)
    expect(fits('claimed', 'firstAppraisal')).toBe(true)
    expect(fits('claimed', 'firstAppraisal', 'explanation', 'council')).toBe(true)
    expect(fits(...full)).toBe(true)
    expect(fits('firstAppraisal')).toBe(false)
    expect(fits('claimed', 'council')).toBe(false)
    expect(fits('claimed', 'firstAppraisal', 'explanation')).toBe(false)
    expect(fits('claimed', 'firstAppraisal', 'council', 'secondAppraisal')).toBe(false)
    expect(fits('claimed', 'firstAppraisal', 'firstAppraisal')).toBe(false)
  })

  it('lead a unit from stage to stage, and past what the cycle does not have', () => {
    expect(followingStage(full, 'firstAppraisal')).toBe('explaining')
    expect(followingStage(full, 'secondAppraisal')).toBe('council')
    expect(followingStage(full, 'council')).toBe('approved')
    expect(followingStage(['claimed', 'firstAppraisal'], 'firstAppraisal')).toBe('approved')
    expect(nextStage('explaining', 'finishExplanation', ['claimed', 'firstAppraisal', 'explanation', 'council'])).toStrictEqual({
      ok: true,
      value: 'council',
    })
    expect(nextStage('explaining', 'settleAppraisal', full)).toStrictEqual({ ok: true, value: 'approved' })
    expect(nextStage('approved', 'reopenAppraisal', full)).toStrictEqual({ ok: true, value: 'secondAppraisal' })
  })

  it('give points in all but claims and explanations', () => {
    expect(decidingRounds(full)).toStrictEqual(['firstAppraisal', 'secondAppraisal', 'council'])
  })
})
