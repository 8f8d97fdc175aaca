import { describe, expect, it } from 'vitest'
import { frameworkFormat } from '../framework-file.ts'
import { parseFramework } from '../parse-framework.ts'
import { leavesOf } from '../walk.ts'
import { applyEdits } from './apply-edit.ts'
import { checkDraft, checkReadyForForce } from './check-draft.ts'
import { beginDraft, type FrameworkDraft } from './draft.ts'
import type { FrameworkEdit } from './edit.ts'
import { proposeRules } from './propose-rules.ts'

const file = {
  format: frameworkFormat,
  title: 'Bộ tiêu chí thử',
  decision: { number: '1/QĐ-UBND', date: '2026-01-02', issuer: 'UBND tỉnh Thử' },
  year: 2026,
  unitGroup: 'Sở',
  scaleTotal: '4',
  nodes: [
    {
      code: '1',
      name: 'Chỉ đạo',
      maxPoints: '3',
      leadUnits: ['Sở Nội vụ'],
      coordinatingUnits: ['Các sở'],
      fromFrame: true,
      children: [
        {
          code: '1.1',
          name: 'Kế hoạch',
          maxPoints: '2',
          calculation: 'Trước ngày 10/12: 2 điểm; sau ngày 10/12: 1 điểm; không ban hành: 0 điểm',
        },
        { code: '1.2', name: 'Tuyên truyền', maxPoints: '1', note: 'Theo mức độ hoàn thành', fromFrame: true },
      ],
    },
    {
      code: '2',
      name: 'Thể chế',
      maxPoints: '1',
      leadUnits: ['Sở Tư pháp'],
      coordinatingUnits: ['Các sở'],
      children: [{ code: '2.1', name: 'Rà soát', maxPoints: '1' }],
    },
  ],
}

const begin = (): FrameworkDraft => {
  const framework = parseFramework(file)
  if (!framework.ok) throw new Error(JSON.stringify(framework.problems))
  return beginDraft(framework.value, [])
}
const apply = (...edits: readonly FrameworkEdit[]) => applyEdits(begin(), edits)
const edited = (...edits: readonly FrameworkEdit[]): FrameworkDraft => {
  const draft = apply(...edits)
  if (!draft.ok) throw new Error(JSON.stringify(draft.problems))
  return draft.value
}
const refusals = (...edits: readonly FrameworkEdit[]) => {
  const draft = apply(...edits)
  return draft.ok ? [] : draft.problems.map(({ at, code }) => `${at} ${code}`)
}
const ruleAt = (draft: FrameworkDraft, at: string) => leavesOf(draft.framework.nodes).find(({ id }) => id === at)?.rule
const linear = { kind: 'linear', unit: '%' }

describe('the rule of a leaf', () => {
  it('is set and taken away', () => {
    expect(ruleAt(edited({ kind: 'setRule', at: '2.1', rule: linear }), '2.1')).toStrictEqual(linear)
    const without = edited({ kind: 'setRule', at: '2.1', rule: linear }, { kind: 'setRule', at: '2.1', rule: null })
    expect(ruleAt(without, '2.1')).toBeUndefined()
  })

  it('is refused with all its problems at their places, and stands at leaves alone', () => {
    const rule = {
      kind: 'steps',
      bands: [
        { from: '90', points: '2' },
        { to: '80', points: 'x' },
      ],
    }
    expect(refusals({ kind: 'setRule', at: '2.1', rule })).toStrictEqual(['2.1 rule bands[1].points invalidValue'])
    expect(refusals({ kind: 'setRule', at: '2.1', rule: { ...rule, bands: rule.bands.toSpliced(1) } })).toStrictEqual([
      '2.1 rule bands[0].points abovePoints',
    ])
    expect(refusals({ kind: 'setRule', at: '2', rule: linear })).toStrictEqual(['2 notALeaf'])
    expect(refusals({ kind: 'setRule', at: '9', rule: linear })).toStrictEqual(['9 unknownNode'])
  })

  it('that its row has left behind keeps the draft from coming into force', () => {
    const rule = { kind: 'perItem', each: '0.5', cap: '1' }
    const draft = edited({ kind: 'setRule', at: '2.1', rule }, { kind: 'correctCell', at: '2.1', field: 'maxPoints', value: '0,5' })
    expect(checkDraft(draft).map(({ problem }) => `${problem.at} ${problem.code}`)).toContain('2.1 abovePoints')
    expect(checkReadyForForce(draft).map(({ code }) => code)).toContain('abovePoints')
  })
})

describe('rules proposed out of the print', () => {
  it('are those of leaves without a rule, until refused', () => {
    const [proposal, ...others] = proposeRules(begin())
    expect(others).toStrictEqual([])
    expect(proposal).toMatchObject({ at: '1.1', isRefused: false, rule: { kind: 'deadline', due: { before: '2026-12-10' } } })
    expect(proposal?.rule).not.toHaveProperty('max')
    expect(proposeRules(edited({ kind: 'setRule', at: '1.1', rule: linear }))).toStrictEqual([])
    const refused = edited({ kind: 'answerProposal', at: '1.1', answer: 'refused' })
    expect(proposeRules(refused)[0]?.isRefused).toBe(true)
  })

  it('are offered again where the print changes or a person wants them back', () => {
    const refuse = { kind: 'answerProposal', at: '1.1', answer: 'refused' } as const
    const value = 'Có kế hoạch: 2 điểm; không có: 0 điểm'
    expect(proposeRules(edited(refuse, { kind: 'correctCell', at: '1.1', field: 'calculation', value }))[0]?.isRefused).toBe(false)
    expect(proposeRules(edited(refuse, { kind: 'answerProposal', at: '1.1', answer: 'offered' }))[0]?.isRefused).toBe(false)
  })
})

describe('rows of a parent frame', () => {
  it('stay as they are', () => {
    expect(refusals({ kind: 'correctCell', at: '1.2', field: 'name', value: 'Khác' })).toStrictEqual(['1.2 rowOfFrame'])
    expect(refusals({ kind: 'setRule', at: '1.2', rule: linear })).toStrictEqual(['1.2 rowOfFrame'])
    expect(refusals({ kind: 'removeRow', at: '1' })).toStrictEqual(['1 rowOfFrame'])
    expect(refusals({ kind: 'addRow', place: 'under', at: '1.2', code: '', name: 'Con', maxPoints: '1' })).toStrictEqual(['1.2 rowOfFrame'])
  })

  it('take local rows beside them, which are free', () => {
    const draft = edited(
      { kind: 'addRow', place: 'under', at: '1', code: '1.3', name: 'Của tỉnh', maxPoints: '1' },
      { kind: 'correctCell', at: '1.3', field: 'maxPoints', value: '0,5' },
      { kind: 'moveRow', at: '1.3', direction: 'up' },
      { kind: 'removeRow', at: '1.1' },
    )
    expect(leavesOf(draft.framework.nodes).map(({ name }) => name)).toStrictEqual(['Của tỉnh', 'Tuyên truyền', 'Rà soát'])
  })
})

describe('the map from old codes to new', () => {
  it('names rows that stand in the draft, and follows their codes', () => {
    const codeMap = { '1.a': ['1.1'], '1.b': ['1.1', '2.1'], '9': [] }
    const draft = edited({ kind: 'setCodeMap', basedOn: 'abc', codeMap }, { kind: 'correctCell', at: '2.1', field: 'code', value: '2.5' })
    expect(draft.framework.codeMap).toStrictEqual({ '1.a': ['1.1'], '1.b': ['1.1', '2.5'], '9': [] })
    expect(refusals({ kind: 'setCodeMap', basedOn: 'abc', codeMap: { '1.a': ['7'] } })).toStrictEqual(['codeMap 1.a unknownNode'])
  })
})
