import { describe, expect, it } from 'vitest'
import { stages } from '../vocabulary.ts'
import { isAllowedAt, nextStage, stageActs } from './stages.ts'

describe('the table of stages', () => {
  it('leads from a prepared cycle to a published one', () => {
    const acts = ['openCycle', 'submitSelfAssessment', 'changeAppraisal', 'finishAppraisal', 'publish'] as const
    let stage: (typeof stages)[number] = 'preparing'
    for (const act of acts) {
      const next = nextStage(stage, act)
      if (!next.ok) expect.fail(`${act} at ${stage}`)
      stage = next.value
    }
    expect(stage).toBe('published')
  })

  it('gives a submitted sheet back to its unit, but not one whose result is decided', () => {
    expect(nextStage('submitted', 'returnSelfAssessment')).toStrictEqual({ ok: true, value: 'selfAssessing' })
    expect(nextStage('approved', 'returnSelfAssessment')).toMatchObject({
      problems: [{ code: 'wrongStage', stage: 'approved', act: 'returnSelfAssessment' }],
    })
  })

  it('lets nothing that is published be opened, submitted or appraised again', () => {
    expect(stageActs.filter((act) => isAllowedAt('published', act))).toStrictEqual(['correctPublication'])
  })

  it('answers every act at every stage, and buttons agree with the server', () => {
    for (const stage of stages) for (const act of stageActs) expect(nextStage(stage, act).ok).toBe(isAllowedAt(stage, act))
  })
})
