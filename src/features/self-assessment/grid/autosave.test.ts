import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAutosave, type SaveOutcome, type SaveStatus } from './autosave.ts'
import { applyEdits, openState } from './sheet-state.ts'
import { createStore } from './store.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A server that answers as told, and remembers what it was sent. */
const serverThat = (...answers: ((sent: readonly { nodeId: string; version: number }[]) => SaveOutcome)[]) => {
  const requests: string[] = []
  const sheet = createStore(openState(['1', '2'], []))
  const status = createStore<SaveStatus>({ kind: 'idle' })
  const autosave = createAutosave(sheet, status, async (claims) => {
    requests.push(claims.map(({ nodeId, claim, version }) => `${nodeId}=${claim.points}@${version}`).join(' '))
    return (answers.shift() ?? saves)(claims)
  })
  const type = (nodeId: string, points: string): void => {
    sheet.change((state) => applyEdits(state, [{ nodeId, claim: { status: 'scored', points } }]))
    autosave.soon()
  }
  return { sheet, status, autosave, requests, type }
}
const saves = (sent: readonly { nodeId: string; version: number }[]): SaveOutcome => ({
  kind: 'saved',
  saved: sent.map(({ nodeId, version }) => ({ nodeId, version: version + 1 })),
  savedAt: new Date(0),
})

describe('autosave', () => {
  it('waits for a pause and sends what was typed in one request', async () => {
    const { type, requests, status } = serverThat()
    type('1', '0.5')
    await vi.advanceTimersByTimeAsync(300)
    type('2', '1')
    expect(requests).toEqual([])
    await vi.advanceTimersByTimeAsync(600)
    expect(requests).toEqual(['1=0.5@0 2=1@0'])
    expect(status.get().kind).toBe('saved')
  })

  it('goes on trying when the network is gone, and loses nothing', async () => {
    const { type, requests, status } = serverThat(
      () => ({ kind: 'unreachable' }),
      () => ({ kind: 'unreachable' }),
    )
    type('1', '0.5')
    await vi.advanceTimersByTimeAsync(600)
    expect(status.get().kind).toBe('waiting')
    type('2', '1')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(requests).toEqual(['1=0.5@0', '1=0.5@0 2=1@0', '1=0.5@0 2=1@0'])
    expect(status.get().kind).toBe('saved')
  })

  it('sends the rest when one leaf was changed by another', async () => {
    const { type, requests, sheet } = serverThat(() => ({
      kind: 'conflict',
      fresh: [{ nodeId: '1', version: 1, status: 'scored', points: '2', changedBy: { name: 'An' } }],
    }))
    type('1', '0.5')
    type('2', '1')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(requests).toEqual(['1=0.5@0 2=1@0', '2=1@0'])
    expect(sheet.get().entries.get('1')).toMatchObject({ claim: { points: '0.5' }, conflict: { by: 'An' } })
  })

  it('stops where the sheet was closed, and says so', async () => {
    const { type, requests, status, autosave } = serverThat(() => ({ kind: 'closed', message: 'Đã quá hạn' }))
    type('1', '0.5')
    await vi.advanceTimersByTimeAsync(1_000)
    type('2', '1')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(requests).toHaveLength(1)
    expect(status.get()).toEqual({ kind: 'closed', message: 'Đã quá hạn' })
    expect(await autosave.flush()).toBe(false)
  })

  it('saves everything at once when asked, before the sheet is submitted', async () => {
    const { type, requests, autosave } = serverThat()
    type('1', '0.5')
    expect(await autosave.flush()).toBe(true)
    expect(requests).toEqual(['1=0.5@0'])
  })
})
