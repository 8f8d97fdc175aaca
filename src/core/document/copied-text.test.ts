import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { processorTimeOf } from '../../../test/processor-time.ts'
import { readDocument } from './read-document.ts'
import { problemText, textDocument, treeText } from './testing.ts'

const tree =
  '1 2 CHỈ ĐẠO\n  1.1 0.5 Kế hoạch năm [Văn phòng → Các phòng thuộc sở]\n  1.2 1.5 Báo cáo mức 3, 4 [Thanh tra → Văn phòng; Phòng Tổ chức]'

const read = (text: string) => readDocument(textDocument(text))

describe('tables in plain text', () => {
  it('finds the columns of text that lost them', () => {
    const text = `STT Tiêu chí Điểm\nchuẩn\nChủ trì Phối hợp\n1 CHỈ ĐẠO 2\n1.1 Kế hoạch\nnăm\n0,5 Văn phòng Các phòng thuộc\nsở\n\n7\n1.2 Báo cáo mức 3, 4 1,5 Thanh tra Văn phòng, Phòng\nTổ chức\nTỔNG ĐIỂM 2\n3. Tổ chức thực hiện\nCác phòng chủ động.`
    expect(treeText(read(text))).toBe(tree)
    expect(read(text).problems).toEqual([])
  })

  it('reads every cell on a line of its own', () => {
    const text =
      'STT\nTiêu chí\nĐiểm chuẩn\nChủ trì\nPhối hợp\n1\nCHỈ ĐẠO\n2\n1.1\nKế hoạch năm\n0,5\nVăn phòng\nCác phòng thuộc sở\n1.2\nBáo cáo mức 3, 4\n1,5\nThanh tra\nVăn phòng, Phòng Tổ chức\nTỔNG ĐIỂM\n2'
    expect(treeText(read(text))).toBe(tree)
  })

  it('reads tabs, Markdown and columns kept by blanks', () => {
    const rows = [
      ['STT', 'Tiêu chí', 'Điểm chuẩn', 'Chủ trì', 'Phối hợp'],
      ['1', 'CHỈ ĐẠO', '2', '', ''],
      ['1.1', 'Kế hoạch năm', '0,5', 'Văn phòng', 'Các phòng thuộc sở'],
      ['1.2', 'Báo cáo mức 3, 4', '1,5', 'Thanh tra', 'Văn phòng, Phòng Tổ chức'],
      ['', 'TỔNG ĐIỂM', '2', '', ''],
    ]
    expect(treeText(read(rows.map((row) => row.join('\t')).join('\n')))).toBe(tree)
    const bars = rows.map((row) => `| ${row.join(' | ')} |`)
    expect(treeText(read([bars[0], '|---|---|---|---|---|', ...bars.slice(1)].join('\n')))).toBe(tree)
    expect(treeText(read(rows.map((row) => row.map((cell, at) => cell.padEnd([6, 24, 14, 16, 0][at] ?? 0)).join('')).join('\n')))).toBe(
      tree,
    )
  })

  it('reads areas by Roman numerals whose codes begin again', () => {
    const text =
      'STT Nội dung Điểm tối đa\nI ĐIỀU HÀNH 3\n1 Kế hoạch 1\n2 Báo cáo theo Nghị định số 12/2020/NĐ-CP của Chính\nphủ 2\nII THỂ CHẾ 4\n1 Rà soát\n2,5\n2 Dịch vụ mức 3, 4 1,5\nTổng cộng 7'
    expect(treeText(read(text))).toBe(
      'I 3 ĐIỀU HÀNH\n  I/1 1 Kế hoạch\n  I/2 2 Báo cáo theo Nghị định số 12/2020/NĐ-CP của Chính phủ\nII 4 THỂ CHẾ\n  II/1 2.5 Rà soát\n  II/2 1.5 Dịch vụ mức 3, 4',
    )
  })

  it('puts lines of calculation to their criterion where nothing else follows the points', () => {
    const text =
      'STT Tiêu chí Điểm tối đa\n1 CHỈ ĐẠO 3\n1.1 Ban hành kế hoạch 1\nBan hành trước 31/01: 1\nBan hành sau 31/01: 0,5\n1.2 Mức độ hoàn thành kế hoạch trong 2\nnăm của cơ quan\n- Đạt 100%: 2 điểm\nTổng cộng 3'
    expect(treeText(read(text))).toBe(
      '1 3 CHỈ ĐẠO\n  1.1 1 Ban hành kế hoạch =Ban hành trước 31/01: 1 / Ban hành sau 31/01: 0,5\n  1.2 2 Mức độ hoàn thành kế hoạch trong năm của cơ quan =- Đạt 100%: 2 điểm',
    )
  })

  it('takes free text after the points for the calculation', () => {
    const text =
      'STT Lĩnh vực, tiêu chí Điểm tối đa Cách tính điểm Tài liệu kiểm chứng\nI CHỈ ĐẠO 3\n1 Kế hoạch theo Quyết định số 12/QĐ-UBND 1 Đúng hạn: 1 điểm; trễ: 0,5 điểm\n2 Mức độ hoàn thành 2 Đạt 100%: 2 điểm\nTổng điểm 3'
    expect(treeText(read(text))).toBe(
      'I 3 CHỈ ĐẠO\n  1 1 Kế hoạch theo Quyết định số 12/QĐ-UBND =Đúng hạn: 1 điểm; trễ: 0,5 điểm\n  2 2 Mức độ hoàn thành =Đạt 100%: 2 điểm',
    )
  })

  it('takes time in proportion to the text', () => {
    const rows = Array.from({ length: 6_000 }, (_, index) => `1.${index + 1} Việc cần làm theo kế hoạch 1 Văn phòng Thanh tra`)
    const text = ['STT Tiêu chí Điểm Chủ trì Phối hợp', '1 MỘT 6000', ...rows].join('\n')
    expect(processorTimeOf(() => read(text))).toBeLessThan(5_000)
  })
})

const seeds = new URL('../../../../shared/seeds/', import.meta.url)
const seed = (number: string): string =>
  readFileSync(new URL(readdirSync(seeds).find((name) => name.startsWith(number)) ?? '', seeds), 'utf8')

describe.runIf(existsSync(seeds))('the plans the system was described by', () => {
  it('reads 139 criteria from copied text', () => {
    const result = read(seed('000'))
    const lines = treeText(result).split('\n')
    expect(lines).toHaveLength(139)
    expect(lines.filter((line) => /^\S/u.test(line))).toHaveLength(8)
    expect(lines.filter((line) => /^ {2}\S/u.test(line))).toHaveLength(40)
    expect(lines.filter((line) => line.includes('(ifAny)'))).toHaveLength(5)
    expect(problemText(result)).toEqual(['totalMismatch@4', 'missingCoordinatingUnit@4.3.1', 'totalMismatch@4.4'])
  })

  it('reads 60 tasks from a recognised table', () => {
    const result = read(seed('004'))
    expect(result.roadmap?.rows).toHaveLength(60)
    expect(result.roadmap?.rows.filter((row) => Object.keys(row.points).length === 4)).toHaveLength(49)
    expect(result.roadmap?.roles).toEqual({ max: 'max', 2017: 'result', 2018: 'target', 2019: 'target' })
    expect(problemText(result)).toEqual([
      'unitSpelling@1.2',
      'unitSpelling@3.3.1',
      'missingCode@4.1~2',
      'doubtfulText@5.1',
      'decimalSign@5.8',
      'missingCoordinatingUnit@8.3',
      'unitSpelling@8.5',
      'columnTotalMismatch@total',
      'countMismatch@',
    ])
  })
})
