import { describe, expect, it } from 'vitest'
import { gather } from './gather.ts'

const gathered = (failing: readonly string[] = []) => {
  const rounds: string[][] = []
  const send = gather(
    async (names: readonly string[]) => {
      rounds.push([...names])
      await new Promise((done) => setImmediate(done))
      if (names.some((name) => failing.includes(name))) throw new Error('refused')
      return names.map((name) => name.toUpperCase())
    },
    (name) => name,
  )
  return { rounds, send }
}

describe('what comes at the same time', () => {
  it('is done together, each with its own outcome, and what comes meanwhile in the next round', async () => {
    const { rounds, send } = gathered()
    const early = Promise.all(['a', 'b', 'c'].map(send))
    await new Promise((done) => setImmediate(done))
    const late = Promise.all(['d', 'e'].map(send))
    expect([await early, await late]).toEqual([
      ['A', 'B', 'C'],
      ['D', 'E'],
    ])
    expect(rounds).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e'],
    ])
  })

  it('is never twice in one round', async () => {
    const { rounds, send } = gathered()
    expect(await Promise.all(['a', 'a', 'b', 'a'].map(send))).toEqual(['A', 'A', 'B', 'A'])
    expect(rounds.every((round) => new Set(round).size === round.length)).toBe(true)
  })

  it('fails for nobody else’s sake', async () => {
    const { send } = gathered(['b'])
    const outcomes = await Promise.allSettled(['a', 'b', 'c'].map(send))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await send('d')).toBe('D')
  })

  it('leaves nobody behind, however many come', async () => {
    const { rounds, send } = gathered()
    const names = Array.from({ length: 500 }, (_, index) => `n${index}`)
    expect(await Promise.all(names.map(send))).toEqual(names.map((name) => name.toUpperCase()))
    expect(rounds.length).toBeLessThan(20)
  })
})
