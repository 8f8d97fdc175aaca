import { describe, expect, it } from 'vitest'
import { applyEdits } from '../draft/apply-edit.ts'
import type { FrameworkDraft } from '../draft/draft.ts'
import type { FrameworkEdit } from '../draft/edit.ts'
import { frameworkFormat } from '../framework-file.ts'
import type { Framework } from '../framework.ts'
import { parseFramework } from '../parse-framework.ts'
import { leavesOf, walkNodes } from '../walk.ts'
import { comparableGroups } from './comparable-groups.ts'
import { compareFrameworks } from './compare-frameworks.ts'
import { deriveDraft } from './derive-draft.ts'
import { proposeCodeMap } from './propose-code-map.ts'

const read = (nodes: readonly object[], year = 2026): Framework => {
  const framework = parseFramework({
    format: frameworkFormat,
    title: 'Bộ tiêu chí thử',
    decision: { number: '1/QĐ-UBND', date: '2026-01-02', issuer: 'UBND tỉnh Thử' },
    year,
    unitGroup: 'Sở',
    nodes,
  })
  if (!framework.ok) throw new Error(JSON.stringify(framework.problems))
  return framework.value
}
const deadline = { kind: 'deadline', due: { before: '2026-12-10' }, late: [{ until: '2026-12-20', points: '50%' }] }
const old = read([
  {
    code: '1',
    name: 'Chỉ đạo, điều hành',
    children: [
      { code: '1.1', name: 'Ban hành kế hoạch cải cách hành chính', maxPoints: '2', rule: deadline },
      { code: '1.2', name: 'Công tác tuyên truyền', maxPoints: '2' },
      { code: '1.3', name: 'Báo cáo quý', maxPoints: '1' },
      { code: '1.4', name: 'Sáng kiến', maxPoints: '1' },
    ],
  },
  {
    code: '2',
    name: 'Kiểm tra',
    children: [
      { code: '2.1', name: 'Kế hoạch kiểm tra', maxPoints: '1' },
      { code: '2.2', name: 'Xử lý sau kiểm tra', maxPoints: '1' },
    ],
  },
])
const now = read([
  {
    code: '1',
    name: 'Chỉ đạo, điều hành',
    children: [
      { code: '1.1', name: 'Ban hành kế hoạch cải cách hành chính năm', maxPoints: '2', rule: deadline },
      {
        code: '1.2',
        name: 'Công tác tuyên truyền',
        children: [
          { code: '1.2.1', name: 'Hội nghị', maxPoints: '1' },
          { code: '1.2.2', name: 'Tin, bài', maxPoints: '1' },
        ],
      },
      { code: '1.3', name: 'Khảo sát', maxPoints: '1' },
    ],
  },
  { code: '2', name: 'Kiểm tra', maxPoints: '2' },
  { code: '3', name: 'Báo cáo', children: [{ code: '3.1', name: 'Báo cáo quý', maxPoints: '1.5' }] },
])
const derived = (derivation: Parameters<typeof deriveDraft>[2]) => deriveDraft(old, 'f00d', derivation)
const edited = (draft: FrameworkDraft, ...edits: readonly FrameworkEdit[]): Framework => {
  const after = applyEdits(draft, edits)
  if (!after.ok) throw new Error(JSON.stringify(after.problems))
  return after.value.framework
}

describe('a framework made out of another', () => {
  it('as an amendment supersedes it, in its year, with every row for itself', () => {
    const { framework } = derived('amendment')
    expect(framework).toMatchObject({ year: 2026, version: '2', supersedes: 'f00d', basedOn: 'f00d', decision: { number: '' } })
    expect(framework.codeMap).toMatchObject({ '1.1': ['1.1'], '2': ['2'] })
    expect(compareFrameworks(old, framework, framework.codeMap).flatMap(({ changes }) => changes)).toEqual([])
  })

  it('for the next year has the dates of its rules a year later', () => {
    const { framework } = derived('nextYear')
    expect(framework).toMatchObject({ year: 2027, basedOn: 'f00d' })
    expect(framework).not.toHaveProperty('supersedes')
    expect(leavesOf(framework.nodes)[0]?.rule).toMatchObject({ due: { before: '2027-12-10' }, late: [{ until: '2027-12-20' }] })
  })

  it('as a local one keeps the rows of the frame locked', () => {
    const { framework } = derived('local')
    expect([...walkNodes(framework.nodes)].every(({ node }) => node.fromFrame)).toBe(true)
  })

  it('knows what its rows were, whatever becomes of their codes', () => {
    const framework = edited(
      derived('amendment'),
      { kind: 'correctCell', at: '1.1', field: 'code', value: '1.9' },
      { kind: 'removeRow', at: '1.4' },
    )
    expect(framework.codeMap).toMatchObject({ '1.1': ['1.9'], '1.2': ['1.2'], '1.4': [] })
  })
})

describe('what became of the rows of an older framework', () => {
  const map = proposeCodeMap(old, now)

  it('is proposed by names and codes: renamed, moved, split, merged, dropped', () => {
    expect(map).toEqual({
      '1': ['1'],
      '1.1': ['1.1'],
      '1.2': ['1.2.1', '1.2.2'],
      '1.3': ['3.1'],
      '1.4': [],
      '2': ['2'],
      '2.1': ['2'],
      '2.2': ['2'],
    })
  })

  it('stands side by side', () => {
    const rows = compareFrameworks(old, now, map).map(({ old: from, now: to, changes }) => [
      from.map(({ node }) => node.id).join('+'),
      to?.node.id ?? '',
      changes.join(),
    ])
    expect(rows).toEqual([
      ['1', '1', 'points'],
      ['1.1', '1.1', 'renamed'],
      ['', '1.2', 'added'],
      ['1.2', '1.2.1', 'split'],
      ['1.2', '1.2.2', 'split'],
      ['', '1.3', 'added'],
      ['2+2.1+2.2', '2', 'merged'],
      ['', '3', 'added'],
      ['1.3', '3.1', 'recoded,points,moved'],
      ['1.4', '', 'dropped'],
    ])
  })

  it('says which leaves are comparable, together where they were split or merged', () => {
    expect(comparableGroups(old, now, map)).toEqual([
      { old: ['1.1'], now: ['1.1'] },
      { old: ['1.2'], now: ['1.2.1', '1.2.2'] },
      { old: ['2.1', '2.2'], now: ['2'] },
      { old: ['1.3'], now: ['3.1'] },
    ])
    expect(comparableGroups(old, old)).toHaveLength(6)
  })
})
