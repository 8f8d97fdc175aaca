import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFramework } from '../parse-framework.ts'
import { leavesOf } from '../walk.ts'
import { linesAcross } from './lines-across.ts'

const set = (year: number, areas: Readonly<Record<string, readonly string[]>>) => {
  const read = parseFramework({
    format: 'parindex/framework@1',
    title: 'T',
    year,
    nodes: Object.entries(areas).map(([code, leaves]) => ({
      code,
      name: `Lĩnh vực ${code}`,
      ...(leaves.length > 0
        ? { children: leaves.map((leaf) => ({ code: leaf, name: `Tiêu chí ${leaf}`, maxPoints: '1' })) }
        : { maxPoints: '1' }),
    })),
  })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

const first = set(2024, { '1': ['1.1', '1.2', '1.3'], '2': ['2.1', '2.2'] })
const second = set(2025, { '1': ['1.1', '1.2', '1.4'], '2': [] })
const third = set(2026, { '1': ['1.5', '1.4'], '3': ['3.1'], '2': [] })

const links = [
  { from: 0, to: 1, codeMap: { '1': ['1'], '1.1': ['1.1', '1.2'], '1.2': [], '1.3': ['1.4'], '2': ['2'], '2.1': ['2'], '2.2': ['2'] } },
  { from: 1, to: 2, codeMap: { '1': ['1'], '1.1': ['1.5'], '1.2': ['1.5'], '1.4': ['1.4'], '2': ['2'] } },
]

describe('rows of several years side by side', () => {
  it('stay together through splitting, merging and renaming, over more than one step', () => {
    const { leaves, areas } = linesAcross([first, second, third], links)
    expect(leaves.map(({ members }) => members)).toEqual([
      [['1.1'], ['1.1', '1.2'], ['1.5']],
      [['1.3'], ['1.4'], ['1.4']],
      [['2.1', '2.2'], ['2'], ['2']],
      [[], [], ['3.1']],
      [['1.2'], [], []],
    ])
    expect(areas.map(({ members }) => members)).toEqual([
      [['1'], ['1'], ['1']],
      [['2'], ['2'], ['2']],
      [[], [], ['3']],
    ])
  })

  it('without a link stand apart, whatever their codes', () => {
    expect(linesAcross([first, first], []).leaves).toHaveLength(10)
    expect(linesAcross([first, first], [{ from: 0, to: 1, codeMap: {} }]).leaves).toHaveLength(5)
  })

  it('hold every leaf of every set exactly once, whatever the map says', () => {
    const ids = leavesOf(second.nodes).map(({ id }) => id as string)
    const old = leavesOf(first.nodes).map(({ id }) => id as string)
    const map = fc.dictionary(fc.constantFrom(...old), fc.uniqueArray(fc.constantFrom(...ids, '1', 'không có')))
    fc.assert(
      fc.property(map, (codeMap) => {
        const { leaves } = linesAcross([first, second], [{ from: 0, to: 1, codeMap }])
        expect(leaves.flatMap(({ members }) => members[0] ?? []).toSorted()).toEqual(old.toSorted())
        expect(leaves.flatMap(({ members }) => members[1] ?? []).toSorted()).toEqual(ids.toSorted())
      }),
      { seed: 20261121, numRuns: 200 },
    )
  })
})
