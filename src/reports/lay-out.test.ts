import { describe, expect, it } from 'vitest'
import { dateWords, numberText, pointLetter } from '../language/reports/paper-words.ts'
import { authorityLines } from './lay-out-closing.ts'
import { layOut } from './lay-out.ts'
import type { Line, Piece } from './layout.ts'
import { numberBlocks, roman } from './numbering.ts'
import type { Report } from './report.ts'
import { samplePlan } from './testing.ts'
import { balancedLines, boldWidth } from './text-width.ts'

const linesOf = (pieces: readonly Piece[]): readonly Line[] =>
  pieces.flatMap((piece) => {
    if (piece.kind === 'line') return [piece]
    return piece.kind === 'columns' ? piece.columns.flatMap((column) => linesOf(column.pieces)) : []
  })
const words = (line: Line): string => line.spans.map(({ text }) => text).join('')
const textOf = (report: Report, run = 0): readonly string[] =>
  linesOf(layOut(report).runs[run]?.pieces ?? [])
    .map((line) => words(line).replaceAll('\u00a0', ' '))
    .filter((text) => text !== '')

describe('the number and the date', () => {
  it('take a zero below ten, months only in January and February', () => {
    expect(numberText(5, 'KH-BDT')).toBe('05/KH-BDT')
    expect(numberText(123, 'QĐ-UBND')).toBe('123/QĐ-UBND')
    expect(dateWords({ year: 2022, month: 2, day: 3 })).toBe('ngày 03 tháng 02 năm 2022')
    expect(dateWords({ year: 2022, month: 3, day: 13 })).toBe('ngày 13 tháng 3 năm 2022')
  })

  it('stay open for the clerk, with room to write', () => {
    expect(textOf(samplePlan)).toContain('Số:        /KH-BDT')
    expect(textOf(samplePlan)).toContain('Minh Họa, ngày     tháng 3 năm 2022')
    expect(dateWords({ year: 2022 }).replaceAll('\u00a0', ' ')).toBe('ngày     tháng     năm 2022')
  })
})

describe('numbering', () => {
  it('is counted, begins again under each level above, and knows the Vietnamese alphabet', () => {
    const kinds = ['heading', 'item', 'point', 'point', 'item', 'subItem', 'subItem', 'heading', 'item'] as const
    expect(numberBlocks(kinds.map((kind) => ({ kind, title: '' })))).toEqual(['I.', '1.', 'a)', 'b)', '2.', '2.1.', '2.2.', 'II.', '1.'])
    expect([1, 4, 5, 8].map(pointLetter)).toEqual(['a', 'd', 'đ', 'h'])
    expect(pointLetter(24)).toBe('aa')
    expect([1, 4, 9, 14, 29].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV', 'XXIX'])
  })

  it('runs through for articles', () => {
    const article = { kind: 'article', text: '' } as const
    expect(numberBlocks([article, { kind: 'item', text: '' }, article])).toEqual(['Điều 1.', '1.', 'Điều 2.'])
  })
})

describe('a paper laid out', () => {
  it('ends each legal basis with a semicolon and the last with a full stop, whatever was typed', () => {
    expect(textOf(samplePlan).filter((text) => text.startsWith('Căn cứ'))).toEqual([
      'Căn cứ Quyết định số 00/QĐ-UBND ngày 28/7/2021 của UBND tỉnh;',
      'Căn cứ Kế hoạch số 01/KH-UBND.',
    ])
  })

  it('ends with ./. behind its last words, and on a line of its own below a table', () => {
    expect(textOf(samplePlan)).toContain('Trên đây là Kế hoạch của Ban Dân tộc, yêu cầu các phòng thực hiện./.')
    const table = samplePlan.body.find(({ kind }) => kind === 'table')
    if (!table) throw new Error('the sample has a table')
    expect(textOf({ ...samplePlan, body: [table] })).toContain('./.')
  })

  it('names each annex by a Roman number and by the paper it belongs to, open fields open', () => {
    expect(textOf(samplePlan, 1).slice(0, 3)).toEqual([
      'Phụ lục I',
      'PHÂN CÔNG NHIỆM VỤ CÁC PHÒNG',
      '(Kèm theo Kế hoạch số        /KH-BDT ngày     tháng 3 năm 2022 của Ban Dân tộc)',
    ])
  })

  it('has one annex without a number', () => {
    expect(textOf({ ...samplePlan, annexes: samplePlan.annexes.slice(0, 1) }, 1)[0]).toBe('Phụ lục')
  })

  it('closes the recipients with the archive mark', () => {
    expect(textOf(samplePlan).filter((text) => text.startsWith('- '))).toEqual([
      '- Triển khai thực hiện hiệu quả Đề án tại cơ quan.',
      '- UBND tỉnh;',
      '- Sở Nội vụ;',
      '- Lưu: VT, TC.',
    ])
  })

  it('gives a letter its subject under the number and its recipients, one beside, several below', () => {
    const heading = { kind: 'letter', number: { number: 7, agencyMark: 'SNV', divisionMark: 'CCHC' }, subject: 'đôn đốc' } as const
    const one = textOf({ ...samplePlan, heading: { ...heading, to: ['Sở Tư pháp'] } })
    expect(one).toContain('Số: 07/SNV-CCHC')
    expect(one).toContain('V/v đôn đốc')
    expect(one).toContain('Kính gửi: Sở Tư pháp')
    const two = textOf({ ...samplePlan, heading: { ...heading, to: ['Sở Tư pháp', 'Sở Tài chính'] } })
    expect(two).toEqual(expect.arrayContaining(['Kính gửi:', '- Sở Tư pháp;', '- Sở Tài chính.']))
  })
})

describe('the authority to sign', () => {
  it('has the lines of the decree', () => {
    expect(authorityLines({ by: 'self', title: 'Giám đốc' })).toEqual(['GIÁM ĐỐC'])
    expect(authorityLines({ by: 'acting', title: 'Chủ tịch' })).toEqual(['Q. CHỦ TỊCH'])
    expect(authorityLines({ by: 'collective', body: 'Ủy ban nhân dân', title: 'Chủ tịch' })).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'])
    expect(authorityLines({ by: 'order', head: 'Chủ tịch', title: 'Chánh Văn phòng' })).toEqual(['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG'])
    expect(authorityLines({ by: 'collectiveDeputy', body: 'Ủy ban nhân dân', head: 'Chủ tịch', title: 'Phó Chủ tịch' })).toEqual([
      'TM. ỦY BAN NHÂN DÂN',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
    ])
  })
})

describe('widths', () => {
  it('are those of the font: the motto in 13 point is 56.1 mm', () => {
    expect(boldWidth('Độc lập - Tự do - Hạnh phúc', 13)).toBeCloseTo(56.1, 1)
  })

  it('break a heading evenly and never leave a single word on its last line', () => {
    expect(balancedLines('Thực hiện Đề án “Xác định chỉ số cải cách hành chính” tại cơ quan Ban Dân tộc', 14, 155)).toEqual([
      'Thực hiện Đề án “Xác định chỉ số cải cách',
      'hành chính” tại cơ quan Ban Dân tộc',
    ])
  })
})
