import { describe, expect, it } from 'vitest'
import { warningAt } from '../../problem.ts'
import { formatFramework } from '../format-framework.ts'
import { frameworkFormat } from '../framework-file.ts'
import { parseFramework } from '../parse-framework.ts'
import { walkNodes } from '../walk.ts'
import { applyEdits } from './apply-edit.ts'
import { checkDraft, checkReadyForForce } from './check-draft.ts'
import { beginDraft, type FrameworkDraft } from './draft.ts'
import type { FrameworkEdit } from './edit.ts'

/** Two areas; 1.2 prints 3 points while its parts give 2.5, and the whole prints 10. */
const file = {
  format: frameworkFormat,
  title: 'Bộ tiêu chí thử',
  decision: { number: '1/QĐ-UBND', date: '2026-01-02', issuer: 'UBND tỉnh Thử' },
  year: 2026,
  unitGroup: 'Sở',
  scaleTotal: '10',
  totalCap: '10',
  printedTotal: '10',
  nodes: [
    {
      code: '1',
      name: 'Chỉ đạo',
      maxPoints: '5',
      children: [
        { code: '1.1', name: 'Kế hoạch', maxPoints: '2' },
        {
          code: '1.2',
          name: 'Tuyên truyền',
          maxPoints: '3',
          children: [
            { code: '1.2.1', name: 'Hội nghị', maxPoints: '1,5' },
            { code: '1.2.2', name: 'Bài viết', maxPoints: '1' },
          ],
        },
      ],
    },
    { code: '2', name: 'Thể chế', maxPoints: '5', children: [{ code: '2.1', name: 'Rà soát', maxPoints: '5' }] },
  ],
}

const begin = (): FrameworkDraft => {
  const framework = parseFramework(file)
  if (!framework.ok) throw new Error(JSON.stringify(framework.problems))
  return beginDraft(framework.value, [
    warningAt('doubtfulText', '1.1', { raw: 'Kê hoạch', corrected: 'Kế hoạch' }),
    warningAt('decimalSign', '1.2.1', { raw: '1.5' }),
  ])
}

const edited = (...edits: readonly FrameworkEdit[]): FrameworkDraft => {
  const draft = applyEdits(begin(), edits)
  if (!draft.ok) throw new Error(JSON.stringify(draft.problems))
  return draft.value
}

const openAt = (draft: FrameworkDraft) =>
  checkDraft(draft).flatMap(({ problem, state }) => (state === 'open' ? [`${problem.at} ${problem.code}`] : []))
const codes = (draft: FrameworkDraft) => [...walkNodes(draft.framework.nodes)].map(({ node, depth }) => `${'>'.repeat(depth)}${node.code}`)
const correct = (at: string, field: 'code' | 'name' | 'maxPoints' | 'counting' | 'leadUnits', value: string): FrameworkEdit => ({
  kind: 'correctCell',
  at,
  field,
  value,
})

describe('the problems of a draft', () => {
  it('stand in document order, sums and doubts of the reading side by side', () => {
    expect(openAt(begin())).toStrictEqual([
      '1 totalMismatch',
      '1.1 doubtfulText',
      '1.2 totalMismatch',
      '1.2.1 decimalSign',
      'total totalMismatch',
    ])
  })

  it('keep a draft from coming into force until every sum that differs is chosen', () => {
    expect(checkReadyForForce(begin()).map(({ code, at }) => `${at} ${code}`)).toStrictEqual([
      '1 unsettledTotal',
      '1.2 unsettledTotal',
      'total unsettledTotal',
    ])
    const chosen = edited(
      { kind: 'settleTotal', at: '1', choice: 'printed' },
      { kind: 'settleTotal', at: '1.2', choice: 'derived' },
      { kind: 'settleTotal', at: 'total', choice: 'derived' },
    )
    expect(checkReadyForForce(chosen)).toStrictEqual([])
    expect(openAt(chosen)).toStrictEqual(['1.1 doubtfulText', '1.2.1 decimalSign'])
  })

  it('include a head without which no cycle could find the framework', () => {
    const draft = begin()
    const headless = { ...draft, framework: { ...draft.framework, year: 0, unitGroup: '' } }
    expect(checkReadyForForce(headless).map(({ at }) => at)).toStrictEqual(expect.arrayContaining(['year', 'unitGroup']))
  })
})

describe('choosing the print', () => {
  it('leaves both figures as they are: units are always scored on the leaves', () => {
    const draft = edited({ kind: 'settleTotal', at: '1.2', choice: 'printed' })
    expect(formatFramework(draft.framework)).toMatchObject({
      nodes: [
        { maxPoints: '4.5', printedMaxPoints: '5', children: [{}, { maxPoints: '2.5', printedMaxPoints: '3', settled: 'printed' }] },
        {},
      ],
    })
  })

  it('of the sum at a row answers the row above whose print then agrees', () => {
    const nodes = [
      {
        code: '4',
        name: 'Bộ máy',
        maxPoints: '3.5',
        children: [
          { code: '4.1', name: 'Kiểm tra', maxPoints: '1' },
          { code: '4.2', name: 'Sắp xếp', maxPoints: '3', children: [{ code: '4.2.1', name: 'Đề án', maxPoints: '2.5' }] },
        ],
      },
    ]
    const framework = parseFramework({ ...file, scaleTotal: '3.5', printedTotal: '3.5', nodes })
    if (!framework.ok) throw new Error(JSON.stringify(framework.problems))
    const draft = beginDraft(framework.value, [])
    expect(openAt(draft)).toStrictEqual(['4 totalMismatch', '4.2 totalMismatch'])
    const choose = (choice: 'printed' | 'derived') => {
      const chosen = applyEdits(draft, [{ kind: 'settleTotal', at: '4.2', choice }])
      return chosen.ok ? openAt(chosen.value) : chosen.problems
    }
    expect(choose('derived')).toStrictEqual([])
    expect(choose('printed')).toStrictEqual(['4 totalMismatch'])
  })

  it('is asked for again when one of the two figures changes', () => {
    const draft = edited(
      { kind: 'settleTotal', at: '1.2', choice: 'printed' },
      { kind: 'settleTotal', at: 'total', choice: 'printed' },
      correct('1.2.2', 'maxPoints', '1,25'),
    )
    expect(openAt(draft)).toStrictEqual(expect.arrayContaining(['1.2 totalMismatch', 'total totalMismatch']))
  })

  it('is refused at a row that has no parts', () => {
    expect(applyEdits(begin(), [{ kind: 'settleTotal', at: '1.1', choice: 'printed' }]).ok).toBe(false)
  })
})

describe('correcting a cell', () => {
  it('brings every sum above it right', () => {
    const draft = edited(correct('1.2.2', 'maxPoints', '1,5'))
    expect(openAt(draft)).toStrictEqual(['1.1 doubtfulText', '1.2.1 decimalSign'])
    expect(formatFramework(draft.framework)).not.toHaveProperty('nodes.0.printedMaxPoints')
  })

  it('answers the doubt about just that cell', () => {
    expect(openAt(edited(correct('1.1', 'name', 'Kế hoạch năm')))).not.toContain('1.1 doubtfulText')
    expect(openAt(edited(correct('1.1', 'maxPoints', '2')))).toContain('1.1 doubtfulText')
    expect(openAt(edited(correct('1.2.1', 'maxPoints', '1,5')))).not.toContain('1.2.1 decimalSign')
  })

  it('lets the id follow the code, and what refers to the row too', () => {
    const draft = edited(correct('1.1', 'code', '1.9'))
    expect(openAt(draft)).toContain('1.9 doubtfulText')
    expect(openAt(draft).filter((each) => each.startsWith('1.1 '))).toStrictEqual([])
  })

  it('refuses what is no figure, an unknown row, and a base row inside a bonus group', () => {
    const refusal = (...edits: readonly FrameworkEdit[]) => {
      const result = applyEdits(begin(), edits)
      return result.ok ? undefined : result.problems[0]?.code
    }
    expect(refusal(correct('1.1', 'maxPoints', 'hai'))).toBe('invalidPoints')
    expect(refusal(correct('9', 'name', 'x'))).toBe('unknownNode')
    expect(refusal(correct('2', 'counting', 'bonus'), correct('2.1', 'counting', 'base'))).toBe('invalidValue')
  })

  it('reads units from lines and semicolons, never from commas', () => {
    const draft = edited(correct('1.1', 'leadUnits', 'Sở Nội vụ; Sở Văn hóa, Thể thao\n Văn phòng '))
    expect(draft.framework.nodes[0]?.children[0]?.leadUnits).toStrictEqual(['Sở Nội vụ', 'Sở Văn hóa, Thể thao', 'Văn phòng'])
  })
})

describe('rows of a draft', () => {
  const move = (at: string, direction: 'up' | 'down' | 'in' | 'out'): FrameworkEdit => ({ kind: 'moveRow', at, direction })

  it('are added, removed and moved; levels follow', () => {
    const added = edited({ kind: 'addRow', place: 'under', at: '1.2', code: '1.2.3', name: 'Tập huấn', maxPoints: '0,5' })
    expect(codes(added)).toStrictEqual(['1', '>1.1', '>1.2', '>>1.2.1', '>>1.2.2', '>>1.2.3', '2', '>2.1'])
    expect(openAt(added).filter((each) => each.includes('totalMismatch'))).toStrictEqual([])
    expect(codes(edited({ kind: 'removeRow', at: '1.2' }))).toStrictEqual(['1', '>1.1', '2', '>2.1'])
    expect(codes(edited(move('1.2', 'up')))).toStrictEqual(['1', '>1.2', '>>1.2.1', '>>1.2.2', '>1.1', '2', '>2.1'])
    const out = edited(move('1.2.1', 'out'))
    expect(codes(out)).toStrictEqual(['1', '>1.1', '>1.2', '>>1.2.2', '>1.2.1', '2', '>2.1'])
    expect(out.framework.nodes[0]?.children[2]?.level).toBe('criterion')
    expect(codes(edited(move('1.2', 'in')))).toStrictEqual(['1', '>1.1', '>>1.2', '>>>1.2.1', '>>>1.2.2', '2', '>2.1'])
  })

  it('come back where they were when moved in and out', () => {
    const draft = edited(move('1.2', 'in'), move('1.2', 'out'))
    expect(codes(draft)).toStrictEqual(codes(begin()))
  })

  it('are not moved beyond the table', () => {
    for (const edit of [move('1', 'up'), move('2', 'down'), move('1', 'out'), move('1', 'in')])
      expect(applyEdits(begin(), [edit]).ok).toBe(false)
  })

  it('take what was said about them along when they go', () => {
    expect(openAt(edited({ kind: 'removeRow', at: '1.1' }))).not.toContain('1.1 doubtfulText')
  })
})

describe('letting a warning stand', () => {
  const dismissal = (at: string, code: string, reason: string): FrameworkEdit => {
    const found = checkDraft(begin()).find(({ problem }) => problem.at === at && problem.code === code)
    return { kind: 'dismiss', at, problem: found?.key ?? '', reason }
  }

  it('keeps it with its reason, and follows the row', () => {
    const draft = edited(dismissal('1.1', 'doubtfulText', 'Đã đối chiếu bản gốc'), correct('1.1', 'code', '1.5'))
    expect(checkDraft(draft).find(({ problem }) => problem.code === 'doubtfulText')).toMatchObject({
      state: 'dismissed',
      reason: 'Đã đối chiếu bản gốc',
      problem: { at: '1.5' },
    })
  })

  it('needs a reason, and is not for sums that ask for a choice', () => {
    expect(applyEdits(begin(), [dismissal('1.1', 'doubtfulText', ' ')]).ok).toBe(false)
    expect(applyEdits(begin(), [dismissal('1.2', 'totalMismatch', 'thôi')]).ok).toBe(false)
  })
})

describe('a list of edits', () => {
  it('is applied whole or not at all', () => {
    expect(applyEdits(begin(), [correct('1.1', 'name', 'Mới'), correct('1.1', 'maxPoints', 'sai')]).ok).toBe(false)
  })
})
