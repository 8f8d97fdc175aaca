import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseFramework } from '../../core/framework/parse-framework.ts'
import { computeResults } from '../../core/results/compute-results.ts'
import { leavesOf } from '../../core/framework/walk.ts'
import { unitId } from '../../core/ids.ts'
import { zeroPoints } from '../../core/exact/points.ts'
import type { Framework } from '../../core/framework/framework.ts'
import type { UnitScores } from '../../core/results/scores.ts'
import { type PaperKind, paperKindWords } from '../../language/reports/paper-kind-words.ts'
import type { Cell, Report, Table, Text } from '../report.ts'
import { composePaper, type PaperSources } from './compose-paper.ts'
import { rankingOfResults, sheetOfResults } from './of-results.ts'
import { parsePaperDetails, type PaperDetails } from './paper-details.ts'

const root = join(import.meta.dirname, '../../..')
const openFramework = (name: string): Framework => {
  const parsed = parseFramework(JSON.parse(readFileSync(join(root, 'frameworks', name), 'utf8')))
  if (!parsed.ok) throw new Error(name)
  return parsed.value
}
const details = (more: Partial<PaperDetails> = {}): PaperDetails => {
  const parsed = parsePaperDetails({
    parent: 'UBND tỉnh Minh Họa',
    agency: 'Ban Dân tộc',
    agencyMark: 'BDT',
    place: 'Minh Họa',
    date: '2023-02-27',
    authority: { by: 'self', title: 'Trưởng ban' },
    to: ['UBND tỉnh Minh Họa'],
    issuedBy: 'Chủ tịch Ủy ban nhân dân tỉnh',
    ...more,
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}
const compose = (kind: PaperKind, sources: PaperSources): Report => {
  const composed = composePaper(kind, details(), sources)
  if (!composed.ok) throw new Error(JSON.stringify(composed.problems))
  return composed.value
}
const plain = (text: Text): string => (typeof text === 'string' ? text : text.map((span) => span.text).join(''))
const texts = (report: Report): readonly string[] =>
  report.body.flatMap((block) => [
    ...('title' in block && block.title !== undefined ? [block.title] : []),
    ...('text' in block && block.text !== undefined ? [plain(block.text)] : []),
  ])
const tableOf = (blocks: Report['body'] | undefined): Table => {
  const block = blocks?.find(({ kind }) => kind === 'table')
  if (block?.kind !== 'table') throw new Error('no table')
  return block.table
}
const shown = (cell: Cell): string | number | null => {
  if ('figure' in cell) return cell.figure
  if ('count' in cell) return cell.count
  return 'lines' in cell ? cell.lines.map(plain).join('\n') : plain(cell.text)
}
const row = (table: Table, at: number) => table.rows.at(at)?.cells.map(shown)

/** The figures of seed plan 3 (result and areas) and of one row of seed plan 4 with its neighbours' sums. */
const plan = {
  unit: 'Ban Dân tộc tỉnh',
  year: 2022,
  actionYear: 2023,
  coordinator: 'Văn phòng Ban',
  result: {
    points: '82.91',
    maxPoints: '100',
    previousPoints: '78.73',
    rank: 13,
    of: 20,
    areas: [
      { name: 'Cải cách thủ tục hành chính', points: '11.5', maxPoints: '12.5', rank: 13, of: 20 },
      { name: 'Cải cách tài chính công', points: '8', maxPoints: '8', rank: 1, of: 20 },
    ],
  },
  goal: { points: '85', maxPoints: '100', rank: 10, of: 20 },
  causes: [
    { id: 'late', text: 'Chưa theo dõi thường xuyên.', side: 'subjective' },
    { id: 'none', text: 'Không phát sinh hồ sơ', side: 'objective' },
  ],
  losses: [
    {
      code: '1.1.3',
      name: 'Thực hiện kế hoạch',
      area: 'Chỉ đạo',
      maxPoints: '1',
      points: '0.5',
      facts: 'Còn 02/25 nhiệm vụ',
      causes: ['late'],
    },
    { code: '7.2.1', name: 'Dịch vụ công', area: 'Hiện đại hóa', maxPoints: '2.5', points: '0', causes: ['none'] },
  ],
  areaTargets: [{ area: 'Chỉ đạo', points: '10.5', maxPoints: '10.5' }],
  tasks: [
    {
      title: 'Đôn đốc báo cáo',
      area: 'Chỉ đạo',
      leaves: ['1.1.3'],
      leadUnit: 'Văn phòng Ban',
      deadline: 'Trong quý III/2023',
      product: 'Báo cáo',
    },
    { title: 'Tuyên truyền' },
  ],
  targets: {
    years: [2018, 2019],
    rows: [
      { code: '8', name: 'Một cửa' },
      {
        code: '8.1',
        name: 'Tổ chức tiếp nhận',
        maxPoints: '1.5',
        result: '1.5',
        targets: { 2018: '1.5', 2019: '1.5' },
        leadUnits: ['Văn phòng'],
      },
      {
        code: '8.2',
        name: 'TTHC một cửa',
        maxPoints: '3.0',
        result: '0.5',
        targets: { 2018: '1.5', 2019: '1.5' },
        requirements: ['a', 'b'],
      },
      { code: '8.4', name: 'Chất lượng phục vụ', maxPoints: '4.0', result: '3.06', targets: { 2018: '3.5', 2019: '3.5' } },
    ],
  },
}

describe('improvement and remedial plans', () => {
  it('tell the result with its change and ranks, as figures say it', () => {
    const said = texts(compose('improvementPlan', { facts: plan }))
    expect(said).toContain(
      'Năm 2022, Chỉ số cải cách hành chính của Ban Dân tộc tỉnh đạt 82,91/100 điểm, cao hơn năm 2021 là 4,18 điểm, xếp thứ 13/20 cơ quan, đơn vị.',
    )
    expect(said).toContain('(1) Cải cách thủ tục hành chính: 11,5/12,5 điểm, xếp thứ 13/20;')
    expect(said).toContain('(2) Cải cách tài chính công: 8/8 điểm, xếp thứ 1/20.')
    expect(said).toContain(
      'Năm 2023, phấn đấu Chỉ số cải cách hành chính của Ban Dân tộc tỉnh đạt trên 85/100 điểm, xếp trong 10/20 cơ quan, đơn vị dẫn đầu.',
    )
    expect(said).toContain('Chỉ tiêu: phấn đấu đạt 10,5/10,5 điểm.')
  })

  it('put each cause below its loss and each task below the unit that leads it; who leads nothing comes last', () => {
    const said = texts(compose('remedialPlan', { facts: plan }))
    expect(said).toContain('Tiêu chí 1.1.3 “Thực hiện kế hoạch” (đạt 0,5/1 điểm): còn 02/25 nhiệm vụ.')
    expect(said).toContain('Nguyên nhân chủ quan: chưa theo dõi thường xuyên.')
    expect(said).toContain('Có 02 tiêu chí chưa đạt điểm tối đa, trong đó 01 tiêu chí không có điểm; tổng số điểm chưa đạt 3 điểm.')
    const at = (text: string): number => said.indexOf(text)
    expect(at('Văn phòng Ban chủ trì:')).toBeLessThan(at('Nhiệm vụ chưa giao đơn vị chủ trì:'))
    expect(said).toContain('Đôn đốc báo cáo (tiêu chí 1.1.3); thời hạn: trong quý III/2023; sản phẩm: báo cáo.')
  })

  it('total every column of the roadmap from its rows', () => {
    const report = compose('roadmapPlan', { facts: plan })
    const [annex] = report.annexes
    expect(annex?.orientation).toBe('landscape')
    const table = tableOf(annex?.body)
    expect(row(table, 2)).toEqual(['8.2', 'TTHC một cửa', '- a\n- b', '', '', '3.0', '0.5', '1.5', '1.5'])
    expect(row(table, -1)).toEqual(['', 'Tổng điểm', '', '', '', '8.5', '5.06', '6.5', '6.5'])
    expect(table.columns.map(({ heading }) => heading).slice(5)).toEqual([
      'Điểm tối đa',
      'Kết quả năm 2022',
      'Năm 2018, tối thiểu',
      'Năm 2019, tối thiểu',
    ])
  })
})

describe('a submission', () => {
  it('says to whom, why, and what is asked for', () => {
    const report = compose('submission', {
      facts: { subject: 'Ban hành Kế hoạch năm 2023', grounds: ['Đến hạn.'], requests: ['Ban hành.'], enclosed: ['dự thảo'] },
    })
    expect(report.heading).toMatchObject({ type: 'submission', summary: 'Về việc ban hành Kế hoạch năm 2023', to: ['UBND tỉnh Minh Họa'] })
    expect(texts(report)).toContain('Ban Dân tộc kính trình UBND tỉnh Minh Họa về việc ban hành Kế hoạch năm 2023, cụ thể như sau:')
    expect(texts(report).at(-2)).toBe('Hồ sơ kèm theo: dự thảo.')
  })
})

describe('the assignment plan', () => {
  it('counts what each unit leads in the real criteria of 2021 and prints every row', () => {
    const framework = openFramework('binh-phuoc-2021-so.json')
    const report = compose('assignmentPlan', { framework, facts: { coordinator: 'Văn phòng' } })
    expect(texts(report)).toContain(
      'Giao nhiệm vụ thực hiện 102 tiêu chí chấm điểm thuộc 08 lĩnh vực, tổng điểm 100 (chi tiết tại Phụ lục kèm theo), trong đó:',
    )
    const table = tableOf(report.annexes[0]?.body)
    expect(row(table, 2)).toEqual(['1.1.1', 'Ban hành kế hoạch CCHC năm', '0.5', 'Văn phòng', 'Các phòng thuộc ban', ''])
    expect(row(table, -1)?.[2]).toBe('100')
    expect(report.bases.at(-1)).toContain('1967/QĐ-UBND ngày 28/7/2021')
  })
})

describe('papers from results', () => {
  const framework = openFramework('demo-xa.json')
  const [first] = leavesOf(framework.nodes)
  const unit = (name: string, lost: boolean): UnitScores => ({
    unit: unitId(name),
    ranked: true,
    scores: new Map(
      leavesOf(framework.nodes)
        .filter(({ counting }) => counting === 'base')
        .map((leaf) => [leaf.id, { status: 'scored', points: lost && leaf === first ? zeroPoints : leaf.maxPoints }]),
    ),
  })
  const computed = computeResults(framework, [unit('Xã B', true), unit('Xã A', false)], {})
  if (!computed.ok) throw new Error('results')
  const from = { framework, results: computed.value }

  it('rank every unit in a landscape annex of the decision', () => {
    const report = compose('publicationDecision', { ranking: rankingOfResults(from) })
    expect(report.annexes[0]?.orientation).toBe('landscape')
    const table = tableOf(report.annexes[0]?.body)
    expect(table.rows.map((_, at) => row(table, at)?.[1])).toEqual(['Xã A', 'Xã B'])
    expect(row(table, 0)?.slice(-4)).toEqual(['100', '100.00', 1, 'Xuất sắc'])
    expect(texts(report)[0]).toContain('của 02 xã, phường; kết quả cụ thể tại Phụ lục')
  })

  it('say what a unit lost, against the mean of its group', () => {
    const report = compose('resultNotice', { sheet: sheetOfResults(from, 'Xã B') })
    expect(texts(report)).toContain('Xếp hạng: thứ 2/2 xã, phường.')
    expect(texts(report).some((text) => text.startsWith('Thấp hơn mức bình quân của khối'))).toBe(true)
    expect(tableOf(report.annexes[0]?.body).rows).toHaveLength(1)
    expect(texts(compose('resultNotice', { sheet: sheetOfResults(from, 'Xã A') }))).toContain('Không có tiêu chí nào bị trừ điểm.')
  })

  it('report mean, extremes and the criteria that cost most', () => {
    const said = texts(compose('appraisalReport', { ranking: rankingOfResults(from) }))
    expect(said.some((text) => text.startsWith('Có 02 đơn vị được chấm điểm, 02 đơn vị được xếp hạng.'))).toBe(true)
    const [chart] = compose('appraisalReport', { ranking: rankingOfResults(from) }).body.filter(({ kind }) => kind === 'chart')
    expect(chart?.kind === 'chart' && chart.chart.kind === 'bars' && chart.chart.lines.length).toBe(framework.nodes.length)
    expect(said).toContain(`Tiêu chí ${first?.code} “${first?.name}”: 01/02 đơn vị chưa đạt điểm tối đa, tổng số điểm bị trừ 0,5.`)
  })

  it('list every row with its points on the score sheet', () => {
    const table = tableOf(compose('scoreSheet', { sheet: sheetOfResults(from, 'Xã B') }).body)
    expect(row(table, -1)?.slice(1, 4)).toEqual(['Tổng điểm', '100', '99.5'])
  })
})

describe('what is missing', () => {
  it('is named, all at once', () => {
    const parsed = parsePaperDetails({})
    expect(parsed.ok ? [] : parsed.problems.map(({ at }) => at)).toEqual(['agency', 'agencyMark', 'place', 'date', 'authority'])
  })

  it('is named by every kind for its sources', () => {
    for (const kind of Object.keys(paperKindWords) as PaperKind[]) {
      const composed = composePaper(kind, details(), {})
      expect([kind, composed.ok]).toEqual([kind, false])
    }
  })

  it('of a decision is who issues it, of a letter to whom it goes', () => {
    const { issuedBy: _, ...without } = details()
    const ranking = { year: 2025, groups: [] }
    expect(composePaper('publicationDecision', without, { ranking })).toMatchObject({
      problems: [{ code: 'missingField', field: 'issuedBy' }],
    })
    expect(composePaper('appraisalReport', details({ to: [] }), { ranking })).toMatchObject({ problems: [{ field: 'to' }] })
  })
})
