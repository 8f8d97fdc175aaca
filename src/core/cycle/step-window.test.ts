import { describe, expect, it } from 'vitest'
import { checkWindow } from './step-window.ts'

const minute = 60_000
const opens = new Date('2026-12-10T17:00:00Z')
const closes = new Date('2026-12-31T17:00:00Z')
const window = { opens, firstMinute: '2026-12-11T00:00', closes, lastMinute: '2026-12-31T23:59' }

describe('the window of a step', () => {
  it('opens with its first minute and locks after its last', () => {
    const at = (moment: number) => checkWindow('', window, new Date(moment)).map(({ code }) => code)
    expect(at(opens.getTime() - 1)).toStrictEqual(['notOpenYet'])
    expect(at(opens.getTime())).toStrictEqual([])
    expect(at(closes.getTime() - minute)).toStrictEqual([])
    expect(at(closes.getTime() - 1)).toStrictEqual([])
    expect(at(closes.getTime())).toStrictEqual(['deadlinePassed'])
  })

  it('says the minute as people read it, and holds nobody back where an end is open', () => {
    expect(checkWindow('', window, closes)).toMatchObject([{ deadline: '2026-12-31T23:59' }])
    expect(checkWindow('', window, new Date(0))).toMatchObject([{ opens: '2026-12-11T00:00' }])
    expect(checkWindow('', { closes }, new Date(0))).toStrictEqual([])
    expect(checkWindow('', {}, closes)).toStrictEqual([])
  })
})
