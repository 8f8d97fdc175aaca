import { describe, expect, it } from 'vitest'
import { checkInspection, type WrittenInspection } from './check-inspection.ts'

const leaves = new Set(['1.1', '1.2'])
const planned: WrittenInspection = { team: [{ personId: 'a', duty: 'lead' }], findings: [] }
const held: WrittenInspection = {
  ...planned,
  heldOn: '2026-12-01',
  record: 'Biên bản',
  result: 'Đúng',
  findings: [{ nodeId: '1.1', outcome: 'confirmed', words: '' }],
}
const told = (written: WrittenInspection) => checkInspection(written, leaves, '2026-12-02').map(({ code, at }) => `${code} ${at}`)

describe('a visit to a unit', () => {
  it('stands planned with a team under one lead, and held with record and result', () => {
    expect([told(planned), told(held)]).toStrictEqual([[], []])
    expect(told({ ...planned, team: [] })).toStrictEqual(['noChair team'])
    expect(
      told({
        ...planned,
        team: [
          { personId: 'a', duty: 'lead' },
          { personId: 'a', duty: 'member' },
        ],
      }),
    ).toStrictEqual(['alreadyExists team.1'])
  })

  it('tells everything that is missing at once', () => {
    expect(told({ ...held, record: ' ', result: undefined, heldOn: '2026-12-03' })).toStrictEqual([
      'invalidValue heldOn',
      'missingField record',
      'missingField result',
    ])
    expect(told({ ...held, heldOn: undefined })).toStrictEqual(['missingField heldOn'])
  })

  it('binds each finding to a leaf of the unit, once, with words unless it confirms', () => {
    const finding = (nodeId: string, outcome: 'confirmed' | 'differs', words = '') => ({ nodeId, outcome, words })
    expect(
      told({ ...held, findings: [finding('9', 'confirmed'), finding('1.1', 'differs'), finding('1.1', 'differs', 'x')] }),
    ).toStrictEqual(['alreadyExists findings.2', 'unknownNode 9', 'missingField 1.1'])
  })
})
