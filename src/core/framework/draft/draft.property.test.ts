import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumPoints } from '../../exact/points.ts'
import { formatFramework } from '../format-framework.ts'
import { frameworkFormat } from '../framework-file.ts'
import { parseFramework } from '../parse-framework.ts'
import { leavesOf, walkNodes } from '../walk.ts'
import { applyEdit } from './apply-edit.ts'
import { checkDraft } from './check-draft.ts'
import { beginDraft, type FrameworkDraft } from './draft.ts'
import type { FrameworkEdit } from './edit.ts'

const leaf = (code: string, maxPoints: string) => ({ code, name: `Tiêu chí ${code}`, maxPoints })
const parsed = parseFramework({
  format: frameworkFormat,
  title: 'Bộ tiêu chí thử',
  year: 2026,
  unitGroup: 'Sở',
  nodes: [
    {
      code: '1',
      name: 'Một',
      maxPoints: '4',
      children: [leaf('1.1', '2'), { ...leaf('1.2', '2'), children: [leaf('1.2.1', '1'), leaf('1.2.2', '0.5')] }],
    },
    { code: '2', name: 'Hai', maxPoints: '3', children: [leaf('2.1', '3')] },
    { code: '3', name: 'Thưởng', maxPoints: '1', counting: 'bonus', children: [leaf('3.1', '1')] },
  ],
})
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
const start = beginDraft(parsed.value, [])

/** An edit at the n-th row of whatever the draft then is. */
type Blind = { readonly row: number; readonly edit: (at: string) => FrameworkEdit }
const blind = (edit: fc.Arbitrary<(at: string) => FrameworkEdit>): fc.Arbitrary<Blind> => fc.record({ row: fc.nat(30), edit })
const text = fc.constantFrom('', '1', '1.1', '2.1', 'II', 'Kế hoạch', '0,75', '12', '-1', 'x')
const edits = fc.array(
  fc.oneof(
    blind(
      fc
        .record({
          field: fc.constantFrom('code', 'name', 'maxPoints', 'note', 'counting', 'source'),
          value: fc.oneof(text, fc.constantFrom('base', 'bonus', 'penalty', 'survey')),
        })
        .map(
          ({ field, value }) =>
            (at: string): FrameworkEdit => ({ kind: 'correctCell', at, field: field as 'code', value }),
        ),
    ),
    blind(
      fc.constantFrom('up', 'down', 'in', 'out').map(
        (direction) =>
          (at: string): FrameworkEdit => ({ kind: 'moveRow', at, direction: direction as 'up' }),
      ),
    ),
    blind(
      fc.constantFrom('before', 'after', 'under').map(
        (place) =>
          (at: string): FrameworkEdit => ({ kind: 'addRow', place: place as 'after', at, code: '9', name: 'Mới', maxPoints: '' }),
      ),
    ),
    blind(fc.constant((at: string): FrameworkEdit => ({ kind: 'removeRow', at }))),
    blind(
      fc.constantFrom('printed', 'derived').map(
        (choice) =>
          (at: string): FrameworkEdit => ({ kind: 'settleTotal', at, choice: choice as 'printed' }),
      ),
    ),
  ),
  { maxLength: 25 },
)

/** What is refused changes nothing; what is accepted goes on. */
const play = (list: readonly Blind[]): FrameworkDraft => {
  let draft = start
  for (const { row, edit } of list) {
    const nodes = [...walkNodes(draft.framework.nodes)]
    const next = applyEdit(draft, edit(nodes[row % nodes.length]?.node.id ?? ''))
    if (next.ok) draft = next.value
  }
  return draft
}

const always = (holds: (draft: FrameworkDraft) => void) =>
  fc.assert(
    fc.property(edits, (list) => holds(play(list))),
    { seed: 20_261_121, numRuns: 300 },
  )

describe('a draft after any edits', () => {
  it('can be stored and read again as it is', () => {
    always(({ framework }) => {
      const file: unknown = JSON.parse(JSON.stringify(formatFramework(framework)))
      expect(parseFramework(file)).toStrictEqual({ ok: true, value: framework })
    })
  })

  it('gives every row an id of its own', () => {
    always(({ framework }) => {
      const ids = [...walkNodes(framework.nodes)].map(({ node }) => node.id)
      expect(new Set(ids).size).toBe(ids.length)
    })
  })

  it('has at each base row the sum of its base leaves, and levels by depth', () => {
    always(({ framework }) => {
      for (const { node, depth } of walkNodes(framework.nodes)) {
        expect(node.level).toBe(['area', 'criterion'][depth] ?? 'subCriterion')
        if (node.counting !== 'base' || node.children.length === 0) continue
        const inBase = leavesOf(node.children).filter(({ id }) => isBasePath(node.children, id))
        expect(node.maxPoints).toBe(sumPoints(inBase.map(({ maxPoints }) => maxPoints)))
      }
    })
  })

  it('names each problem at a row that is there, or at the whole', () => {
    always((draft) => {
      const places = new Set<string>([...walkNodes(draft.framework.nodes)].map(({ node }) => node.id))
      for (const { problem } of checkDraft(draft))
        expect(places.has(problem.at) || ['total', 'decision.number', 'decision.date', 'decision.issuer'].includes(problem.at)).toBe(true)
    })
  })
})

/** Whether a leaf counts in the base all the way up. */
const isBasePath = (nodes: FrameworkDraft['framework']['nodes'], id: string): boolean =>
  nodes.some((node) => node.counting === 'base' && (node.id === id || isBasePath(node.children, id)))
