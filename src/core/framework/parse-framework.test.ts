import { describe, expect, it } from 'vitest'
import { formatFramework } from './format-framework.ts'
import { parseFramework } from './parse-framework.ts'
import { walkNodes } from './walk.ts'

const head = { format: 'parindex/framework@1', title: 'Bộ tiêu chí', year: 2025 }

const ids = (nodes: unknown): readonly string[] => {
  const read = parseFramework({ ...head, nodes })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return [...walkNodes(read.value.nodes)].map(({ node }) => node.id)
}

describe('reading a framework file', () => {
  it('fills in what the file may leave out', () => {
    const read = parseFramework({
      ...head,
      nodes: [{ code: '1', name: 'a', source: 'survey', children: [{ code: '1.1', name: 'b', maxPoints: '0,75' }] }],
    })
    expect(read).toMatchObject({
      ok: true,
      value: {
        ranking: { method: 'competition', tieBreak: [], precision: 'full' },
        absentBlock: 'rescale',
        scaleTotal: 1_000_000,
        totalCap: 1_000_000,
        nodes: [
          {
            level: 'area',
            maxPoints: 7500,
            children: [{ id: '1.1', level: 'criterion', counting: 'base', source: 'survey', maxPoints: 7500 }],
          },
        ],
      },
    })
    expect(read.ok && read.value.notApplicable).toBeUndefined()
  })

  it('refuses a rule with its problems at its row, and lets it leave out the maximum of the row', () => {
    const leaf = (rule: unknown) => parseFramework({ ...head, nodes: [{ code: '1', name: 'a', maxPoints: '2', rule }] })
    expect(leaf({ kind: 'choice', options: [{ value: 'yes', points: '3' }] })).toMatchObject({
      ok: false,
      problems: [{ code: 'abovePoints', at: '1 rule options[0].points', points: '3', max: '2' }],
    })
    expect(leaf({ kind: 'oracle' })).toMatchObject({ ok: false, problems: [{ code: 'invalidValue', at: '1 rule kind' }] })
    const read = leaf({ kind: 'ratio' })
    expect(read.ok && read.value.nodes[0]?.rule).toStrictEqual({ kind: 'ratio' })
  })

  it('names every problem of the shape at once, in the order of the file, with its path', () => {
    const read = parseFramework({
      ...head,
      title: 3,
      ranking: { method: 'best' },
      nodes: [
        { code: '1', name: 'a', maxPoints: 0.5 },
        { code: '2', maxPoints: '1,23456', source: 'x' },
      ],
    })
    expect(read.ok ? [] : read.problems.map(({ code, at }) => [code, at])).toStrictEqual([
      ['invalidValue', 'title'],
      ['invalidValue', 'ranking.method'],
      ['invalidValue', 'nodes[0].maxPoints'],
      ['missingField', 'nodes[1].name'],
      ['invalidPoints', 'nodes[1].maxPoints'],
      ['invalidValue', 'nodes[1].source'],
    ])
  })

  it('refuses the one name under which no figure can be kept', () => {
    const read = parseFramework({ ...head, nodes: [{ code: '__proto__', name: 'a', maxPoints: '1' }] })
    expect(read.ok ? [] : read.problems.map(({ code, at }) => [code, at])).toStrictEqual([['invalidValue', 'nodes[0]']])
  })

  it('refuses a leaf without a maximum, an id used twice, and base points inside a bonus', () => {
    const nodes = [
      { id: 'x', code: '1', name: 'a' },
      { id: 'x', code: '2', name: 'b', counting: 'bonus', children: [{ code: '2.1', name: 'c', maxPoints: '1', counting: 'base' }] },
    ]
    const read = parseFramework({ ...head, nodes })
    expect(read.ok ? [] : read.problems.map(({ code, at }) => [code, at])).toStrictEqual([
      ['missingMaxPoints', 'x'],
      ['alreadyExists', 'nodes[1].id'],
      ['invalidValue', 'nodes[1].children[0].counting'],
    ])
  })

  it('takes a stated sum that differs for the print, and refuses one that is neither print nor sum', () => {
    const parent = (more: object) => [{ code: '1', name: 'a', ...more, children: [{ code: '1.1', name: 'b', maxPoints: '2.5' }] }]
    expect(parseFramework({ ...head, nodes: parent({ maxPoints: '3' }) })).toMatchObject({
      ok: true,
      value: { nodes: [{ maxPoints: 25_000, printedMaxPoints: 30_000 }] },
    })
    expect(parseFramework({ ...head, nodes: parent({ maxPoints: '2', printedMaxPoints: '3' }) })).toMatchObject({
      ok: false,
      problems: [{ at: '1', value: '2', expected: '2.5' }],
    })
  })

  it('refuses what nests deeper than any decision', () => {
    let nodes: unknown[] = [{ code: 'x', name: 'x', maxPoints: '1' }]
    for (let depth = 0; depth < 50_000; depth++) nodes = [{ code: 'x', name: 'x', children: nodes }]
    expect(parseFramework({ ...head, nodes })).toMatchObject({ ok: false, problems: [{ code: 'tooLarge', what: 'levels' }] })
  })

  it('refuses what is no framework', () => {
    for (const input of [
      null,
      'x',
      [],
      {},
      { ...head, format: 'parindex/framework@2', nodes: [{ name: 'a', maxPoints: '1' }] },
      { ...head, nodes: [] },
    ])
      expect(parseFramework(input).ok).toBe(false)
  })
})

describe('ids of nodes', () => {
  it('are codes where these are unique, else paths, with ~2 for repeats and rows without code', () => {
    const leaf = (code: string) => ({ code, name: 'x', maxPoints: '1' })
    expect(
      ids([
        { code: 'I', name: 'a', children: [leaf('1.1'), leaf('1.2'), leaf('')] },
        { code: 'II', name: 'b', children: [leaf(''), leaf('1.2'), leaf('1.2'), leaf('')] },
      ]),
    ).toStrictEqual(['I', '1.1', 'I/1.2', 'I/1.2~2', 'II', 'II~2', 'II/1.2', 'II/1.2~2', 'II/1.2~3']) // prettier-ignore
  })

  it('leave out of a path what the code names itself', () => {
    const series = (code: string) => ({ code, name: 'x', children: [{ code: `${code}.1`, name: 'y', maxPoints: '1' }] })
    expect(
      ids([
        { code: 'I', name: 'a', children: [series('1')] },
        { code: 'II', name: 'b', children: [series('1')] },
      ]),
    ).toStrictEqual(['I', 'I/1', 'I/1.1', 'II', 'II/1', 'II/1.1'])
  })

  it('that the file gives stay', () => {
    expect(
      ids([
        { id: 'k7', code: '1', name: 'a', maxPoints: '1' },
        { code: '1', name: 'b', maxPoints: '1' },
      ]),
    ).toStrictEqual(['k7', '1'])
  })
})

describe('writing a framework file', () => {
  it('gives the same framework when it is read again', () => {
    const read = parseFramework({
      ...head,
      decision: { number: '1', date: '2025-01-02', issuer: 'UBND tỉnh' },
      unitGroup: 'xã',
      printedTotal: '101',
      totalCap: null,
      notApplicable: 'redistributed',
      classes: [{ name: 'A', from: '90', fromInclusive: true, to: '100', toInclusive: true }],
      nodes: [
        {
          code: '1',
          name: 'a',
          maxPoints: '3',
          settled: 'derived',
          children: [
            {
              code: '1.1',
              name: 'b',
              maxPoints: '2.5',
              ifAny: true,
              leadUnits: ['Văn phòng'],
              rule: { kind: 'choice', options: [{ value: 'yes', points: '100%' }] },
            },
          ],
        },
        {
          code: 'C',
          name: 'c',
          counting: 'bonus',
          maxPoints: '2',
          children: [
            { code: 'C1', name: 'd', maxPoints: '2' },
            { code: 'C2', name: 'd', maxPoints: '1' },
          ],
        },
      ],
    })
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    expect(parseFramework(JSON.parse(JSON.stringify(formatFramework(read.value))))).toStrictEqual(read)
  })
})
