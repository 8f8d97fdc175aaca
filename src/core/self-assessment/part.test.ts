import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smallFramework } from '../../../test/small-cycle.ts'
import { parseFramework } from '../framework/parse-framework.ts'
import { leavesOf } from '../framework/walk.ts'
import { isPartOpen, nextPartState, partActs, partOfFramework, partStates } from './part.ts'

describe('the part of a division', () => {
  it('goes from the division to its head to the Office, and back with a reason only from there', () => {
    const way = (['finish', 'handIn', 'merge', 'giveBack'] as const).reduce<string[]>(
      (states, act) => {
        const moved = nextPartState(states.at(-1) as 'working', act)
        return [...states, moved.ok ? moved.value : 'refused']
      },
      ['working'],
    )
    expect(way).toStrictEqual(['working', 'finished', 'handedIn', 'merged', 'working'])
  })

  it('is refused with the state it is in, and is never open once its head has handed it in', () => {
    expect(nextPartState('working', 'merge')).toMatchObject({
      ok: false,
      problems: [{ code: 'wrongPartState', state: 'working', act: 'merge' }],
    })
    expect(partStates.filter(isPartOpen)).toStrictEqual(['working'])
    for (const act of ['finish', 'resume', 'handIn'] as const) expect(nextPartState('handedIn', act).ok).toBe(false)
  })

  it('can be brought from every state to every other', () => {
    const reached = new Set(['working'])
    for (let round = 0; round < partStates.length; round += 1)
      for (const state of partStates)
        for (const act of partActs) {
          const moved = nextPartState(state, act)
          if (reached.has(state) && moved.ok) reached.add(moved.value)
        }
    expect([...reached].sort()).toStrictEqual([...partStates].sort())
    for (const state of partStates) expect(partActs.some((act) => nextPartState(state, act).ok)).toBe(true)
  })

  it('shows exactly its leaves, in the order of the print, with no group left empty', () => {
    const parsed = parseFramework(smallFramework)
    if (!parsed.ok) throw new Error('the small set is in order')
    const all = leavesOf(parsed.value.nodes).map(({ id }) => id as string)
    fc.assert(
      fc.property(fc.subarray(all), (own) => {
        const part = partOfFramework(parsed.value, new Set(own))
        expect(leavesOf(part.nodes).map(({ id }) => id)).toStrictEqual(own)
      }),
      { seed: 22 },
    )
  })
})
