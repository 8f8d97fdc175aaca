import { describe, expect, it } from 'vitest'
import { isKeptHereOnly, isUnsaved } from './entry.ts'
import {
  acknowledge,
  adopt,
  applyEdits,
  keptOf,
  openState,
  refuseSent,
  restore,
  settleConflict,
  type SheetState,
  undo,
} from './sheet-state.ts'

const start = openState(['1', '2'], [{ nodeId: '1', version: 3, status: 'scored', points: '0.5' }])
const entry = (state: SheetState, nodeId = '1') => state.entries.get(nodeId) ?? expect.fail(nodeId)
const typed = applyEdits(start, [{ nodeId: '1', claim: { status: 'scored', points: '0.75' } }])

describe('the sheet on the page', () => {
  it('has a leaf nobody touched as missing, version 0', () => {
    expect(entry(start, '2').stored).toEqual({ status: 'missing', version: 0 })
    expect(isUnsaved(entry(start, '2'))).toBe(false)
  })

  it('takes a typed claim, saves it, and has nothing left to save', () => {
    expect(isUnsaved(entry(typed))).toBe(true)
    const saved = acknowledge(typed, [{ nodeId: '1', claim: entry(typed).claim }], [{ nodeId: '1', version: 4 }])
    expect(isUnsaved(entry(saved))).toBe(false)
    expect(entry(saved).stored.version).toBe(4)
  })

  it('keeps what was typed while the save was under way', () => {
    const further = applyEdits(typed, [{ nodeId: '1', claim: { status: 'scored', points: '1' } }])
    const saved = acknowledge(further, [{ nodeId: '1', claim: entry(typed).claim }], [{ nodeId: '1', version: 4 }])
    expect(entry(saved).claim.points).toBe('1')
    expect(isUnsaved(entry(saved))).toBe(true)
  })

  it('keeps a refused text beside the claim that still stands, until corrected', () => {
    const refused = applyEdits(start, [], [{ nodeId: '1', text: '2', message: '2 điểm vượt quá điểm tối đa 1' }])
    expect(entry(refused).claim.points).toBe('0.5')
    expect(isKeptHereOnly(entry(refused))).toBe(true)
    expect(isUnsaved(entry(refused))).toBe(false)
    expect(entry(applyEdits(refused, [{ nodeId: '1', claim: { status: 'scored', points: '1' } }])).refused).toBeUndefined()
  })

  it('takes a whole block back in one step, also when it was saved', () => {
    const block = applyEdits(start, [
      { nodeId: '1', claim: { status: 'missing' } },
      { nodeId: '2', claim: { status: 'scored', points: '1' } },
    ])
    const saved = acknowledge(block, [{ nodeId: '2', claim: entry(block, '2').claim }], [{ nodeId: '2', version: 1 }])
    const back = undo(saved)
    expect(entry(back).claim).toEqual({ status: 'scored', points: '0.5' })
    expect(entry(back, '2').claim.status).toBe('missing')
    expect(isUnsaved(entry(back, '2'))).toBe(true)
    expect(undo(back).past).toEqual([])
  })

  it('takes what another changed where nothing was typed here', () => {
    const next = adopt(start, [{ nodeId: '1', version: 4, status: 'scored', points: '1' }])
    expect(entry(next).claim.points).toBe('1')
  })

  it('sets two different claims side by side and loses neither', () => {
    const met = adopt(typed, [
      { nodeId: '1', version: 4, status: 'scored', points: '1', changedBy: { name: 'An' }, changedAt: '2026-11-21T02:00:00Z' },
    ])
    expect(entry(met).claim.points).toBe('0.75')
    expect(entry(met).conflict).toMatchObject({ by: 'An', theirs: { points: '1', version: 4 } })
    expect(isUnsaved(entry(met))).toBe(false)
    const mine = settleConflict(met, '1', 'mine')
    expect([entry(mine).claim.points, entry(mine).stored.version, isUnsaved(entry(mine))]).toEqual(['0.75', 4, true])
    const theirs = settleConflict(met, '1', 'theirs')
    expect([entry(theirs).claim.points, isUnsaved(entry(theirs))]).toEqual(['1', false])
    expect(entry(undo(theirs)).claim.points).toBe('0.75')
  })

  it('sees no conflict where both typed the same', () => {
    const met = adopt(typed, [{ nodeId: '1', version: 4, status: 'scored', points: '0.75' }])
    expect(entry(met).conflict).toBeUndefined()
    expect(isUnsaved(entry(met))).toBe(false)
  })

  it('comes back after a reload with what was typed, saved or refused', () => {
    const refused = applyEdits(typed, [], [{ nodeId: '2', text: '9', message: 'quá điểm tối đa' }])
    const back = restore(start, keptOf(refused))
    expect(entry(back).claim.points).toBe('0.75')
    expect(isUnsaved(entry(back))).toBe(true)
    expect(entry(back, '2').refused?.text).toBe('9')
    expect(entry(undo(back)).claim.points).toBe('0.5')
  })

  it('comes back beside what another saved meanwhile, and drops what arrived after all', () => {
    const kept = keptOf(typed)
    const others = openState(['1', '2'], [{ nodeId: '1', version: 5, status: 'scored', points: '1' }])
    expect(entry(restore(others, kept))).toMatchObject({ claim: { points: '0.75' }, conflict: { theirs: { points: '1' } } })
    const arrived = openState(['1', '2'], [{ nodeId: '1', version: 4, status: 'scored', points: '0.75' }])
    expect(restore(arrived, kept)).toBe(arrived)
  })

  it('keeps in its cell what the server would not take, and the explanation with it', () => {
    const sent = applyEdits(start, [{ nodeId: '1', claim: { status: 'scored', points: '7', explanation: 'QĐ 1' } }])
    const back = refuseSent(sent, [{ nodeId: '1', message: 'vượt quá' }])
    expect(entry(back)).toMatchObject({ claim: { points: '0.5', explanation: 'QĐ 1' }, refused: { text: '7', message: 'vượt quá' } })
  })
})
