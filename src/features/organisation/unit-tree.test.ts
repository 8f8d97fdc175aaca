import { describe, expect, it } from 'vitest'
import type { Unit } from './contract.ts'
import { arrangeUnits } from './unit-tree.ts'

const unit = (id: string, parentId?: string): Unit => ({
  id,
  code: id,
  name: id,
  kind: 'division',
  ranked: true,
  version: 1,
  aliases: [],
  heads: [],
  ...(parentId && { parentId }),
})
const units = [unit('b', 'a'), unit('a'), unit('c', 'b'), unit('d'), unit('e', 'not here')]
const shown = (isWanted: (unit: Unit) => boolean, folded: readonly string[] = []) =>
  arrangeUnits(units, isWanted, new Set(folded)).map((line) => '.'.repeat(line.depth) + line.unit.id)

describe('the tree of units', () => {
  it('puts units below the one above them; whose own is not in being stands at the top', () => {
    expect(shown(() => true)).toEqual(['a', '.b', '..c', 'd', 'e'])
  })

  it('brings along what stands above a unit that was found', () => {
    expect(shown(({ id }) => id === 'c')).toEqual(['a', '.b', '..c'])
  })

  it('hides what stands below a folded unit', () => {
    expect(shown(() => true, ['a'])).toEqual(['a', 'd', 'e'])
  })
})
