import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Points, parsePoints, pointsText } from '../exact/points.ts'
import { parseFramework } from '../framework/parse-framework.ts'
import { walkNodes } from '../framework/walk.ts'
import { accept } from '../result.ts'
import type { Claim } from './claims.ts'
import { readValueCells, type WorkbookValue } from './workbook-cells.ts'
import { claimWith, mergeWorkbook, type StandingLeaf, type WrittenLeaf } from './workbook-merge.ts'

const parsed = parseFramework({
  format: 'parindex/framework@1',
  title: 'Thử nghiệm',
  year: 2026,
  unitGroup: 'sở',
  scaleTotal: '10',
  nodes: [
    {
      code: '1',
      name: 'Một',
      children: [
        { code: '1.1', name: 'A', maxPoints: '2' },
        { code: '1.2', name: 'B', maxPoints: '1.5' },
        { code: '1.3', name: 'C', maxPoints: '1', rule: { kind: 'ratio' } },
      ],
    },
  ],
})
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
const nodes = new Map([...walkNodes(parsed.value.nodes)].map(({ node }) => [node.id as string, node]))
const ids = ['1.1', '1.2']
const points = (text: string): Points => parsePoints(text) ?? expect.fail(text)
const scored = (text: string): WorkbookValue => ({ status: 'scored', points: points(text) })
const missing: WorkbookValue = { status: 'missing' }

const textArbitrary = fc.constantFrom('', 'Kế hoạch số 1', 'Báo cáo quý', 'Theo phân công')
const claimArbitrary: fc.Arbitrary<Claim> = fc.oneof(
  textArbitrary.map((explanation): Claim => ({ status: 'missing', ...(explanation && { explanation }) })),
  fc
    .tuple(fc.integer({ min: 0, max: 15_000 }), textArbitrary)
    .map(([size, explanation]): Claim => ({ status: 'scored', points: size as Points, ...(explanation && { explanation }) })),
  fc.constant<Claim>({ status: 'notApplicable', explanation: 'Không có đợt kiểm tra' }),
)
const writtenOf = (version: number, { status, points: own, explanation = '' }: Claim): WrittenLeaf => ({
  version,
  value: { status, ...(own !== undefined && { points: own }) },
  explanation,
})
const merge = (
  filled: Parameters<typeof mergeWorkbook>[0],
  written: ReadonlyMap<string, WrittenLeaf>,
  standing: ReadonlyMap<string, StandingLeaf>,
  closed: Parameters<typeof mergeWorkbook>[1]['closed'] = () => [],
) => mergeWorkbook(filled, { nodes, written, standing, closed })
const sets = fc.tuple(claimArbitrary, claimArbitrary)
const filledWith = (claims: readonly Claim[]) =>
  claims.map((claim, at) => {
    const { value, explanation } = writtenOf(0, claim)
    return { nodeId: ids[at] ?? '', value: accept(value), explanation }
  })
const mapOf = <Value>(claims: readonly Claim[], make: (claim: Claim) => Value) =>
  new Map(claims.map((each, at) => [ids[at] ?? '', make(each)]))

describe('a workbook that comes back', () => {
  it('changes nothing where it was not touched, whatever others did meanwhile', () => {
    fc.assert(
      fc.property(sets, sets, (before, now) => {
        const merged = merge(
          filledWith(before),
          mapOf(before, (claim) => writtenOf(1, claim)),
          mapOf(now, (claim) => ({ version: 2, claim })),
        )
        expect(merged.flatMap(({ value, explanation }) => [value.kind, explanation.kind])).toStrictEqual(Array(4).fill('unchanged'))
      }),
      { seed: 20261121, numRuns: 300 },
    )
  })

  it('is taken as it is where nobody else changed anything', () => {
    fc.assert(
      fc.property(sets, sets, (before, mine) => {
        const merged = merge(
          filledWith(mine),
          mapOf(before, (claim) => writtenOf(1, claim)),
          mapOf(before, (claim) => ({ version: 1, claim })),
        )
        for (const [at, { value, explanation }] of merged.entries()) {
          expect(['unchanged', 'taken']).toContain(value.kind)
          expect(['unchanged', 'taken']).toContain(explanation.kind)
          const taken = {
            ...(value.kind === 'taken' && { value: value.mine }),
            ...(explanation.kind === 'taken' && { explanation: explanation.mine }),
          }
          expect(claimWith(before[at] ?? { status: 'missing' }, taken)).toStrictEqual(mine[at])
        }
      }),
      { seed: 20261121, numRuns: 300 },
    )
  })

  it('never takes a field that somebody else changed to something else, nor calls one a conflict that only one side changed', () => {
    fc.assert(
      fc.property(sets, sets, sets, (before, now, mine) => {
        const merged = merge(
          filledWith(mine),
          mapOf(before, (claim) => writtenOf(1, claim)),
          mapOf(now, (claim) => ({ version: 2, claim })),
        )
        for (const [at, { value, explanation }] of merged.entries()) {
          const [base, theirs] = [before[at], now[at]].map((claim) => claim && writtenOf(0, claim))
          const same = (a: WorkbookValue | undefined, b: WorkbookValue | undefined) => a?.status === b?.status && a?.points === b?.points
          if (value.kind === 'taken') expect(same(base?.value, theirs?.value)).toBe(true)
          if (value.kind === 'conflict') expect(same(base?.value, theirs?.value)).toBe(false)
          if (explanation.kind === 'taken') expect(base?.explanation).toBe(theirs?.explanation)
          if (explanation.kind === 'conflict') expect(base?.explanation).not.toBe(theirs?.explanation)
        }
      }),
      { seed: 20261121, numRuns: 500 },
    )
  })

  it('shows both values where two people changed one cell, and lets the other cell of the leaf through', () => {
    const [leaf] = merge(
      [{ nodeId: '1.1', value: accept(scored('1.5')), explanation: 'Của tôi' }],
      new Map([['1.1', { version: 1, value: scored('1'), explanation: '' }]]),
      new Map([['1.1', { version: 2, claim: { status: 'scored', points: points('2') } }]]),
    )
    expect(leaf).toStrictEqual({
      nodeId: '1.1',
      value: { kind: 'conflict', mine: scored('1.5'), theirs: scored('2') },
      explanation: { kind: 'taken', mine: 'Của tôi', theirs: '' },
    })
  })

  it('is already the same where both changed a cell to one value', () => {
    const [leaf] = merge(
      [{ nodeId: '1.1', value: accept(scored('2')), explanation: 'Một\r\nhai ' }],
      new Map([['1.1', { version: 0, value: missing, explanation: '' }]]),
      new Map([['1.1', { version: 1, claim: { status: 'scored', points: points('2'), explanation: 'Một\nhai' } }]]),
    )
    expect([leaf?.value.kind, leaf?.explanation.kind]).toStrictEqual(['alreadySame', 'alreadySame'])
  })

  it('keeps what cannot stand apart: points beyond the maximum, no basis, points where facts are asked, leaves of others', () => {
    const written = new Map(['1.1', '1.2', '1.3'].map((id) => [id, { version: 0, value: missing, explanation: '' }]))
    const merged = merge(
      [
        { nodeId: '1.1', value: accept(scored('2.5')), explanation: 'Vẫn nhận' },
        { nodeId: '1.2', value: accept<WorkbookValue>({ status: 'notApplicable' }), explanation: '' },
        { nodeId: '1.3', value: accept(scored('1')), explanation: 'a'.repeat(4001) },
        { nodeId: '9.9', value: accept(scored('1')), explanation: '' },
      ],
      written,
      new Map(),
    )
    const told = merged.map(({ nodeId, value, explanation }) => [
      nodeId,
      ...[value, explanation].map((each) => (each.kind === 'refused' ? each.problems.map(({ code }) => code).join(' ') : each.kind)),
    ])
    expect(told).toStrictEqual([
      ['1.1', 'abovePoints', 'taken'],
      ['1.2', 'missingBasis', 'unchanged'],
      ['1.3', 'factsAsked explanationTooLong', 'explanationTooLong'],
    ])
    const [other] = merge([{ nodeId: '1.1', value: accept(scored('1')), explanation: '' }], written, new Map(), (at) => [
      { code: 'leafOfOthers', severity: 'error', at },
    ])
    expect(other?.value).toMatchObject({ kind: 'refused', problems: [{ code: 'leafOfOthers', at: '1.1' }] })
  })
})

describe('the cells of a row', () => {
  const leaf = { id: '1.1', maxPoints: points('2') }
  const words: Readonly<Record<string, Claim['status']>> = { scored: 'scored', na: 'notApplicable', missing: 'missing' }
  const read = (before: string, after: string): string => {
    const [written, filled] = [before, after].map((text) => {
      const [own = '', status = ''] = text.split('|')
      return { points: own, status }
    })
    if (!written || !filled) return expect.fail(before)
    const value = readValueCells(leaf, written, filled, (word) => words[word])
    if (!value.ok) return value.problems.map(({ code }) => code).join(' ')
    return value.value.points === undefined ? value.value.status : pointsText(value.value.points)
  }

  it.each([
    ['|missing', '1,5|missing', '1.5'],
    ['|missing', '1.5|', '1.5'],
    ['1|scored', '|scored', 'missing'],
    ['1|scored', '|', 'missing'],
    ['1|scored', '1|missing', 'missing'],
    ['1|scored', '1|na', 'notApplicable'],
    ['|na', '|scored', 'invalidPoints'],
    ['|na', '1|na', 'pointsBesideStatus'],
    ['|missing', '1|na', 'pointsBesideStatus'],
    ['|missing', '2,5|scored', 'abovePoints'],
    ['|missing', '1/5/2026|scored', 'invalidPoints'],
    ['|missing', '1|xong', 'statusNotListed'],
  ])('from %s to %s are %s', (before, after, meant) => expect(read(before, after)).toBe(meant))
})
