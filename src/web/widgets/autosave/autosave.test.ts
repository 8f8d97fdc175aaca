import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createAutosave, type DraftStore, type SaveOutcome } from './autosave.ts'
import type { Draft, Stored } from './autosave-state.ts'

/** A server of one sheet, and the paper beside the keyboard. */
const desk = (
  start: readonly Stored<string>[] = [
    { id: '1', version: 3, value: '0,5' },
    { id: '2', version: 0, value: '' },
  ],
) => {
  const server = new Map(start.map((each) => [each.id, each]))
  const paper: { drafts: readonly Stored<string>[] } = { drafts: [] }
  const network = { isDown: false, sent: [] as string[] }
  const save = async (changes: readonly Stored<string>[]): Promise<SaveOutcome> => {
    network.sent.push(changes.map(({ id, value }) => `${id}=${value}`).join(' '))
    if (network.isDown) return { kind: 'lost' }
    if (changes.some(({ value }) => value === 'xấu')) return { kind: 'refused', sentences: new Map([['1', ['Không phải là điểm.']]]) }
    if (changes.some(({ id, version }) => server.get(id)?.version !== version)) return { kind: 'conflict' }
    const versions = new Map(changes.map(({ id, version }) => [id, version + 1]))
    for (const { id, version, value } of changes) server.set(id, { id, version: version + 1, value })
    return { kind: 'saved', versions, savedAt: new Date(0) }
  }
  const store: DraftStore<string> = { read: () => paper.drafts, write: (drafts) => (paper.drafts = drafts) }
  const open = () => {
    const sheet = createAutosave<string>({
      same: (a, b) => a === b,
      isReady: (_, value) => value !== 'dở',
      save,
      reload: async () => [...server.values()],
      drafts: store,
      pauseMs: 1_000_000,
    })
    sheet.open([...server.values()])
    return sheet
  }
  return { server, paper, network, open }
}
const valueOf = (sheet: ReturnType<ReturnType<typeof desk>['open']>, id: string) => sheet.view().entries.get(id)

describe('a sheet that saves itself', () => {
  it('sends what was typed, once, with the version that was seen', async () => {
    const { open, server, network, paper } = desk()
    const sheet = open()
    sheet.edit([
      { id: '1', value: '1' },
      { id: '2', value: '2' },
    ])
    expect(paper.drafts).toHaveLength(2)
    expect(await sheet.flush()).toBe(true)
    expect(network.sent).toEqual(['1=1 2=2'])
    expect(server.get('1')).toEqual({ id: '1', version: 4, value: '1' })
    expect(paper.drafts).toEqual([])
    expect(sheet.view().saving).toEqual({ savedAt: new Date(0) })
  })

  it('keeps on this computer what cannot be sent yet, over a reload', async () => {
    const { open, network } = desk()
    const sheet = open()
    sheet.edit([{ id: '1', value: 'dở' }])
    await sheet.flush()
    expect(network.sent).toEqual([])
    expect(valueOf(open(), '1')?.value).toBe('dở')
  })

  it('keeps everything while the network is away, and sends it later', async () => {
    const { open, network, server } = desk()
    const sheet = open()
    network.isDown = true
    sheet.edit([{ id: '1', value: '1' }])
    expect(await sheet.flush()).toBe(false)
    expect(sheet.view().saving).toBe('notSaved')
    network.isDown = false
    await sheet.flush()
    expect(server.get('1')?.value).toBe('1')
    sheet.stop()
  })

  it('sends what was typed while a save was under way right after it', async () => {
    const { open, server } = desk()
    const sheet = open()
    sheet.edit([{ id: '1', value: '1' }])
    const saving = sheet.flush()
    await Promise.resolve()
    sheet.edit([{ id: '1', value: '2' }])
    await saving
    expect(server.get('1')).toEqual({ id: '1', version: 5, value: '2' })
  })

  it('sets another person’s value beside one’s own and loses neither', async () => {
    const { open, server } = desk()
    const sheet = open()
    server.set('1', { id: '1', version: 4, value: '0,75', by: 'An' })
    sheet.edit([
      { id: '1', value: '1' },
      { id: '2', value: '2' },
    ])
    await sheet.flush()
    expect(valueOf(sheet, '1')).toMatchObject({ value: '1', conflict: { value: '0,75', by: 'An' } })
    await sheet.flush()
    expect(server.get('2')?.value).toBe('2')
    sheet.settle('1', 'mine')
    await sheet.flush()
    expect(server.get('1')).toMatchObject({ version: 5, value: '1' })
  })

  it('lets the other person’s value stand when asked, and takes even that back', async () => {
    const { open, server } = desk()
    const sheet = open()
    server.set('1', { id: '1', version: 4, value: '0,75' })
    sheet.edit([{ id: '1', value: '1' }])
    await sheet.flush()
    sheet.settle('1', 'theirs')
    expect(valueOf(sheet, '1')).toEqual({ stored: { id: '1', version: 4, value: '0,75' }, value: '0,75' })
    sheet.undo()
    expect(valueOf(sheet, '1')?.value).toBe('1')
  })

  it('shows what the server refuses and sends it again only once it changes', async () => {
    const { open, network, server } = desk()
    const sheet = open()
    sheet.edit([{ id: '1', value: 'xấu' }])
    await sheet.flush()
    expect(valueOf(sheet, '1')?.refused).toEqual(['Không phải là điểm.'])
    await sheet.flush()
    expect(network.sent).toHaveLength(1)
    sheet.edit([{ id: '1', value: '1' }])
    await sheet.flush()
    expect(server.get('1')?.value).toBe('1')
  })

  it('meets a value typed over an older version as a conflict after a reload', () => {
    const { open, paper } = desk()
    paper.drafts = [{ id: '1', version: 2, value: '1' }]
    expect(valueOf(open(), '1')).toMatchObject({ value: '1', conflict: { version: 3, value: '0,5' } })
  })
})

interface Text {
  readonly value: string
  readonly words?: string
}

/** A sheet whose server takes no "9" and holds it back as typed text, and can be closed. */
const strictDesk = (start: readonly Stored<Text>[] = [{ id: '1', version: 1, value: { value: '1' } }]) => {
  const server = new Map(start.map((each) => [each.id, each]))
  const paper: { drafts: readonly Draft<Text, string>[] } = { drafts: [] }
  const network = { isDown: false, isClosed: false, sent: 0 }
  const save = async (changes: readonly Stored<Text>[]): Promise<SaveOutcome> => {
    network.sent += 1
    if (network.isDown) return { kind: 'lost' }
    if (network.isClosed) return { kind: 'closed', message: 'Đã hết hạn.' }
    const bad = changes.filter(({ value }) => value.value === '9').map(({ id }) => [id, ['Quá điểm tối đa.']] as const)
    if (bad.length) return { kind: 'refused', sentences: new Map(bad) }
    for (const { id, version, value } of changes) server.set(id, { id, version: version + 1, value })
    return { kind: 'saved', versions: new Map(changes.map(({ id, version }) => [id, version + 1])), savedAt: new Date(0) }
  }
  const open = () => {
    const sheet = createAutosave<Text, string>({
      same: (a, b) => a.value === b.value && a.words === b.words,
      isReady: () => true,
      save,
      reload: async () => [...server.values()],
      drafts: { read: () => paper.drafts, write: (drafts) => (paper.drafts = drafts) },
      hold: ({ stored, value }) => ({
        id: stored.id,
        value: { ...stored.value, ...(value.words !== undefined && { words: value.words }) },
        held: value.value,
      }),
      pauseMs: 1_000_000,
    })
    sheet.open([...server.values()])
    return sheet
  }
  return { server, paper, network, open }
}

describe('what is typed and cannot stand', () => {
  it('stays beside the value while words typed with it are saved', async () => {
    const { open, server } = strictDesk()
    const sheet = open()
    sheet.edit([{ id: '1', value: { value: '1' }, held: 'chữ' }])
    sheet.edit([{ id: '1', value: { value: '1', words: 'Kế hoạch số 12' }, held: 'chữ' }])
    expect(await sheet.flush()).toBe(true)
    expect(server.get('1')?.value).toEqual({ value: '1', words: 'Kế hoạch số 12' })
    expect(sheet.view().entries.get('1')?.held).toBe('chữ')
  })

  it('is what the server refused, too: the words go on, the rest waits to be corrected', async () => {
    const { open, server, network } = strictDesk()
    const sheet = open()
    sheet.edit([{ id: '1', value: { value: '9', words: 'Báo cáo' } }])
    await sheet.flush()
    await sheet.flush()
    expect(server.get('1')?.value).toEqual({ value: '1', words: 'Báo cáo' })
    expect(sheet.view().entries.get('1')).toMatchObject({ value: { value: '1' }, held: '9' })
    expect(network.sent).toBe(2)
  })

  it('survives a reload, and comes back in one step that can be taken back', () => {
    const { open, paper } = strictDesk()
    open().edit([{ id: '1', value: { value: '1' }, held: 'chữ' }])
    expect(paper.drafts).toHaveLength(1)
    const again = open()
    expect(again.view().entries.get('1')?.held).toBe('chữ')
    again.undo()
    expect(again.view().entries.get('1')?.held).toBeUndefined()
    expect(paper.drafts).toEqual([])
  })

  it('is gone once something that stands is typed', () => {
    const sheet = strictDesk().open()
    sheet.edit([{ id: '1', value: { value: '1' }, held: 'chữ' }])
    sheet.edit([{ id: '1', value: { value: '2' } }])
    expect(sheet.view().entries.get('1')).not.toHaveProperty('held')
  })
})

describe('steps of undo', () => {
  it('are one for typing on in one field, and another for the next field', () => {
    const sheet = strictDesk().open()
    for (const value of ['2', '23', '234']) sheet.edit([{ id: '1', value: { value } }], '1 numerator')
    sheet.edit([{ id: '1', value: { value: '5' } }], '1 denominator')
    sheet.undo()
    expect(sheet.view().entries.get('1')?.value).toEqual({ value: '234' })
    sheet.undo()
    expect(sheet.view().entries.get('1')?.value).toEqual({ value: '1' })
  })
})

describe('a sheet that was closed meanwhile', () => {
  it('says why, sends nothing more, and keeps what was typed', async () => {
    const { open, network, paper } = strictDesk()
    const sheet = open()
    network.isClosed = true
    sheet.edit([{ id: '1', value: { value: '2' } }])
    await sheet.flush()
    expect(sheet.view().closed).toBe('Đã hết hạn.')
    sheet.edit([{ id: '1', value: { value: '3' } }])
    await sheet.flush()
    expect(network.sent).toBe(1)
    expect(paper.drafts).toMatchObject([{ value: { value: '3' } }])
  })
})

describe('the network away for long', () => {
  it('is tried again after growing pauses, and at once when all goes well', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const { open, network, server } = strictDesk()
    const sheet = open()
    network.isDown = true
    sheet.edit([{ id: '1', value: { value: '2' } }])
    await sheet.flush()
    for (const [pause, sent] of [
      [2_000, 2],
      [5_000, 3],
      [15_000, 4],
      [30_000, 5],
      [30_000, 6],
    ] as const) {
      await vi.advanceTimersByTimeAsync(pause - 1)
      expect(network.sent).toBe(sent - 1)
      await vi.advanceTimersByTimeAsync(1)
      expect(network.sent).toBe(sent)
    }
    network.isDown = false
    await vi.advanceTimersByTimeAsync(30_000)
    expect(server.get('1')?.value.value).toBe('2')
  })
})
