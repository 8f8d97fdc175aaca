import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../canonical-json.ts'
import { type Points, parsePoints } from '../exact/points.ts'
import { parseFramework } from '../framework/parse-framework.ts'
import { leavesOf, walkNodes } from '../framework/walk.ts'
import { checkClaims } from './check-claims.ts'
import { checkSubmission } from './check-submission.ts'
import type { Claim } from './claims.ts'
import { readEntry } from './read-entry.ts'
import { selfScoredPart } from './self-scored-part.ts'
import { submittedForm } from './submitted-form.ts'

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
      ],
    },
    { code: '2', name: 'Hai', children: [{ code: '2.1', name: 'Hài lòng', maxPoints: '3', source: 'survey' }] },
  ],
})
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
const { nodes } = parsed.value
const byId = new Map([...walkNodes(nodes)].map(({ node }) => [node.id as string, node]))
const points = (text: string): Points => parsePoints(text) ?? expect.fail(text)
const codes = (problems: readonly { code: string; at: string }[]) => problems.map(({ code, at }) => `${code} ${at}`)

describe('claims', () => {
  it('are checked all at once, in their order, with the figures', () => {
    const problems = checkClaims(byId, [
      { nodeId: '1.1', claim: { status: 'scored', points: points('2.0001') } },
      { nodeId: '2.1', claim: { status: 'scored', points: points('1') } },
      { nodeId: '1', claim: { status: 'missing' } },
      { nodeId: '1.2', claim: { status: 'notApplicable', explanation: '  ' } },
      { nodeId: '1.2', claim: { status: 'missing' } },
      { nodeId: '7', claim: { status: 'missing' } },
    ])
    expect(codes(problems)).toStrictEqual([
      'abovePoints 1.1',
      'notSelfScored 2.1',
      'notALeaf 1',
      'missingBasis 1.2',
      'duplicateLine 1.2',
      'unknownNode 7',
    ])
  })

  it('accept every figure from zero to the maximum and none beyond, comma or dot', () => {
    const leaf = { id: '1.1', maxPoints: points('2') }
    fc.assert(
      fc.property(fc.integer({ min: -5_000, max: 50_000 }), fc.constantFrom(',', '.'), (size, sign) => {
        const whole = Math.trunc(Math.abs(size) / 10_000)
        const typed = `${size < 0 ? '-' : ''}${whole}${sign}${String(Math.abs(size) % 10_000).padStart(4, '0')}`
        const read = readEntry(leaf, typed)
        expect(read.ok).toBe(size >= 0 && size <= 20_000)
        if (read.ok) expect(read.value).toBe(size)
      }),
      { seed: 20261121, numRuns: 500 },
    )
  })
})

describe('a submission', () => {
  it('lacks what is unanswered, and only remarks points without proof', () => {
    const claims = new Map<string, Claim>([['1.1', { status: 'scored', points: points('1') }]])
    expect(checkSubmission(nodes, claims, () => 0, false).map(({ code, severity }) => `${code} ${severity}`)).toStrictEqual([
      'missingEvidence warning',
      'unanswered error',
    ])
    expect(checkSubmission(nodes, claims, () => 1, true).map(({ code, severity }) => `${code} ${severity}`)).toStrictEqual([
      'unanswered warning',
    ])
  })

  it('asks no proof for zero points, and nothing about what others measure', () => {
    const claims = new Map<string, Claim>([
      ['1.1', { status: 'scored', points: points('0') }],
      ['1.2', { status: 'notApplicable', explanation: 'Không phát sinh' }],
    ])
    expect(checkSubmission(nodes, claims, () => 0, false)).toStrictEqual([])
    expect(leavesOf(selfScoredPart(parsed.value).nodes).map(({ id }) => id)).toStrictEqual(['1.1', '1.2'])
  })

  it('is the same document in whichever order it was entered', () => {
    const entries: readonly (readonly [string, Claim])[] = [
      ['1.1', { status: 'scored', points: points('1.5'), explanation: 'Kế hoạch' }],
      ['1.2', { status: 'missing' }],
    ]
    const documents = (ids: readonly string[]) => ids.map((id) => ({ id, title: `Tài liệu ${id}`, files: [] }))
    const form = (order: readonly (readonly [string, Claim])[], evidence: readonly string[]): string =>
      canonicalJson(
        submittedForm({ cycle: 'c', unit: 'u', framework: 'f' }, nodes, new Map(order), new Map([['1.1', documents(evidence)]])),
      )
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...entries], { minLength: 2 }),
        fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 3 }),
        (order, evidence) => {
          expect(form(order, evidence)).toBe(form(entries, ['a', 'b', 'c']))
        },
      ),
      { seed: 20261121, numRuns: 50 },
    )
    expect(form(entries, [])).not.toBe(form([['1.1', { status: 'scored', points: points('1.4') }]], []))
  })
})
