import { describe, expect, it } from 'vitest'
import { pointsText } from '../exact/points.ts'
import { readDocument } from './read-document.ts'
import { gridDocument, gridOf, problemText, textDocument, treeText } from './testing.ts'

const first = `
STT | Tiêu chí | Điểm tối đa
1 | Một | 3
1.1 | Việc a | 1`

describe('documents with more than a table', () => {
  it('joins the pages of one table and takes title, decision and year from the text above', () => {
    const letterhead = gridOf('UBND TỈNH MẪU | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/QĐ-UBND | Mẫu, ngày 05 tháng 3 năm 2024')
    const title =
      'PHỤ LỤC I\nBỘ TIÊU CHÍ CỦA CÁC SỞ NĂM 2024\n(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/3/2024 của Ủy ban nhân dân tỉnh Mẫu)'
    const second = gridOf('STT | Tiêu chí | Điểm tối đa\n1.2 | Việc b | 2\n2 | Hai | 1')
    const third = gridOf('2.1 | Việc c | 0,5\n2.2 | Việc d | 0,5\nTổng điểm | < | 4')
    const result = readDocument(
      gridDocument(letterhead, title, gridOf(first), second, third, 'Ghi chú: làm tròn.', gridOf('Nơi nhận | TM. UBND')),
    )
    expect(treeText(result)).toBe('1 3 Một\n  1.1 1 Việc a\n  1.2 2 Việc b\n2 1 Hai\n  2.1 0.5 Việc c\n  2.2 0.5 Việc d')
    expect(result.problems).toEqual([])
    expect(result.framework).toMatchObject({
      title: 'PHỤ LỤC I BỘ TIÊU CHÍ CỦA CÁC SỞ NĂM 2024',
      decision: { number: '12/QĐ-UBND', date: '2024-03-05', issuer: 'Ủy ban nhân dân tỉnh Mẫu' },
      year: 2024,
      printedTotal: 40_000,
    })
  })

  it('takes the larger of two tables and says so', () => {
    const second = gridOf(`${first}\n1.2 | Việc b | 1\n1.3 | Việc c | 1`)
    const result = readDocument(gridDocument('PHỤ LỤC I', gridOf(`${first}\n1.2 | Việc b | 2`), 'PHỤ LỤC II. CÁC XÃ', second))
    expect(treeText(result).split('\n')).toHaveLength(4)
    expect(result.problems).toContainEqual(expect.objectContaining({ code: 'severalTables', count: 2, chosen: 'PHỤ LỤC II. CÁC XÃ' }))
  })

  it('refuses a text without a table, and one far too long', () => {
    expect(problemText(readDocument(textDocument('Kính gửi: các sở')))).toEqual(['noTable@'])
    expect(problemText(readDocument(textDocument('1 a\n'.repeat(70_000))))).toEqual(['tooLarge@'])
  })

  it('reads the same from decomposed letters and from old fonts', () => {
    const text = 'STT | Tiêu chí | Điểm tối đa\n1 | Số hóa thủ tục hành chính | 2\n1.1 | Kế hoạch được ban hành | 2'
    const expected = '1 2 Số hóa thủ tục hành chính\n  1.1 2 Kế hoạch được ban hành'
    expect(treeText(readDocument(gridDocument(gridOf(text.normalize('NFD')))))).toBe(expected)
    const old = readDocument(
      gridDocument(gridOf('STT | Tiªu chÝ | §iÓm tèi ®a\n1 | Sè hãa thñ tôc hµnh chÝnh | 2\n1.1 | KÕ ho¹ch ®­îc ban hµnh | 2')),
    )
    expect(treeText(old)).toBe(expected)
    expect(problemText(old)).toEqual(['legacyFont@'])
  })

  it('marks slips of recognition and leaves the name as printed', () => {
    const result = readDocument(gridDocument(gridOf('STT | Tiêu chí | Điểm\n1 | Đè án nhân sự | 1\n2 | 1ập kế hoạch | 1')))
    expect(treeText(result)).toBe('1 1 Đè án nhân sự\n2 1 1ập kế hoạch')
    expect(result.problems).toMatchObject([
      { code: 'doubtfulText', at: '1', raw: 'Đè án', corrected: 'Đề án' },
      { code: 'doubtfulText', at: '2', raw: '1ập', corrected: 'lập' },
    ])
  })
})

describe('sheets, rankings and roadmaps', () => {
  it("reads a unit's sheet with the criteria it is about", () => {
    const grid = `
STT | Tiêu chí | Điểm tối đa | Điểm tự chấm | Điểm thẩm định | Tài liệu kiểm chứng
1 | Một | 3 | 2,5 | 2 |
1.1 | Việc a | 1 | 1 | 0,5 | KH 12
1.2 | Việc b | 2 | 2,5 | 1,5 |
 | Tổng | 3 | 3,5 | 2 |`
    const result = readDocument(gridDocument('PHIẾU TỰ CHẤM ĐIỂM NĂM 2023\nĐơn vị: Sở Mẫu', gridOf(grid)))
    expect(result.kind).toBe('scoreSheet')
    expect(result.scoreSheet).toMatchObject({ unit: 'Sở Mẫu', year: 2023, columns: ['max', 'claimed', 'firstAppraisal'] })
    expect(result.scoreSheet?.rows[1]).toMatchObject({
      id: '1.1',
      points: { max: 10_000, claimed: 10_000, firstAppraisal: 5_000 },
      evidence: 'KH 12',
    })
    expect(problemText(result)).toEqual(['columnTotalMismatch@1', 'abovePoints@1.2'])
  })

  it('reads a ranking in groups, with points, percent, class and further columns', () => {
    const grid = `
TT | Tên đơn vị | Điểm điều tra XHH | Tổng điểm | Chỉ số CCHC (%) | Xếp hạng | Xếp loại
I | Khối sở | | | | |
1 | Sở A | 30 | 90,5 | 90,50% | 1 | Tốt
2 | Sở B | 28,25 | 88,25 | 88,25% | 2 | Tốt
II | Khối xã | | | | |
1 | Xã C | 20 | 70 | 70% | 1 | Khá
2 | Xã D | 20 | 71 | 71% | 2 | Khá`
    const result = readDocument(gridDocument(gridOf(grid)))
    expect(result.ranking?.rows[1]).toMatchObject({
      rank: 2,
      unit: 'Sở B',
      points: 882_500,
      percent: 882_500,
      class: 'Tốt',
      group: 'Khối sở',
      values: { 'Điểm điều tra XHH': 282_500 },
    })
    expect(problemText(result)).toEqual(['invalidValue@Xã C'])
  })

  it('reads a roadmap under merged headings and checks its targets', () => {
    const grid = `
TT | Nhiệm vụ | Yêu cầu | Đơn vị chủ trì | Đơn vị phối hợp | Lộ trình (điểm) | < | < | <
^ | ^ | ^ | ^ | ^ | Điểm theo quy định | Điểm đạt năm 2020 | Điểm tối thiểu cần đạt được | <
^ | ^ | ^ | ^ | ^ | ^ | ^ | 2021 | 2022
1 | Một | | | | | | |
1.1 | Việc a | - Nộp đúng hạn\\n- Đủ số lượng | Phòng A | Phòng B | 2,0 | 1,0 | 1,5 | 2,5
1.2 | Việc b | Đủ | Phòng A | | 1,0 | 1,0 | 0,5 | 1,0
Tổng | < | | | | 3 | 2 | 2 | 3`
    const { roadmap, problems } = readDocument(gridDocument('Kế hoạch gồm 3 nhiệm vụ.', gridOf(grid)))
    expect(roadmap?.roles).toEqual({ max: 'max', 2020: 'result', 2021: 'target', 2022: 'target' })
    expect(roadmap?.rows[1]?.requirements).toEqual(['Nộp đúng hạn', 'Đủ số lượng'])
    expect(pointsText(roadmap?.derivedTotals['2022'] ?? (0 as never))).toBe('3.5')
    expect(problems.map(({ code, at }) => `${code}@${at}`)).toEqual([
      'targetAboveMax@1.1',
      'targetBelowResult@1.2',
      'missingCoordinatingUnit@1.2',
      'columnTotalMismatch@total',
      'countMismatch@',
    ])
  })
})
