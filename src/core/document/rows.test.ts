import { describe, expect, it } from 'vitest'
import { problemText, readGrid, treeText } from './testing.ts'

describe('rows of a criteria table', () => {
  it('puts lines of calculation to their criterion', () => {
    const result = readGrid(`
TT | Nội dung tiêu chí | Điểm chuẩn
1 | Lĩnh vực mẫu | 3
1.1 | Kế hoạch | 1
 | Ban hành trước 31/01: 1 điểm | 1
 | Ban hành sau 31/01: 0,5 điểm | 0,5
 | Không ban hành: 0 điểm | 0
1.2 | Tỷ lệ nhiệm vụ hoàn thành | 2
 | - Đạt 100% | 2
 | - Từ 80% đến dưới 100% | 1
 | - Dưới 80% | 0
 | Tổng điểm | 3`)
    expect(treeText(result)).toBe(
      `
1 3 Lĩnh vực mẫu
  1.1 1 Kế hoạch =Ban hành trước 31/01: 1 điểm / Ban hành sau 31/01: 0,5 điểm / Không ban hành: 0 điểm
  1.2 2 Tỷ lệ nhiệm vụ hoàn thành =- Đạt 100%: 2 / - Từ 80% đến dưới 100%: 1 / - Dưới 80%: 0`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })

  it('puts rows below merged cells to their criterion', () => {
    const result = readGrid(`
TT | Tiêu chí | Cách tính | Điểm
1 | Lĩnh vực mẫu | | 3
1.1 | Kế hoạch | Đúng hạn | 1
^ | ^ | Trễ hạn | 0,5
1.2 | Tuyên truyền | Đầy đủ | 2
^ | ^ | Một phần | 1`)
    expect(treeText(result)).toBe(
      `
1 3 Lĩnh vực mẫu
  1.1 1 Kế hoạch =Đúng hạn / Trễ hạn: 0,5
  1.2 2 Tuyên truyền =Đầy đủ / Một phần: 1`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })

  it('parts calculation from the name in one cell', () => {
    const result = readGrid(`
STT | Nội dung | Điểm tối đa | Tài liệu kiểm chứng
1 | Chỉ đạo | 3 |
1.1 | Mức độ hoàn thành\\nHoàn thành 100%: 2\\nTừ 80% đến dưới 100%: 1 | 2 | BC
1.2 | Ban hành kế hoạch\\n- Đúng hạn\\n- Trễ hạn | 1\\n1\\n0,5 | KH`)
    expect(treeText(result)).toBe(
      `
1 3 Chỉ đạo
  1.1 2 Mức độ hoàn thành =Hoàn thành 100%: 2 / Từ 80% đến dưới 100%: 1 #BC
  1.2 1 Ban hành kế hoạch =- Đúng hạn: 1 / - Trễ hạn: 0,5 #KH`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })

  it('takes bullets for calculation and lettered rows that add up for criteria', () => {
    const result = readGrid(`
STT | Tiêu chí | Điểm
1 | Chỉ đạo | 3
1.1 | Kế hoạch | 1
- | Đúng hạn | 1
- | Trễ hạn | 0,5
1.2 | Báo cáo | 2
a) | Đủ số lượng | 1
b) | Đúng hạn | 1`)
    expect(treeText(result)).toBe(
      `
1 3 Chỉ đạo
  1.1 1 Kế hoạch =Đúng hạn: 1 / Trễ hạn: 0,5
  1.2 2 Báo cáo
    a 1 Đủ số lượng
    b 1 Đúng hạn`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })

  it('reads the maximum of a headline from its brackets', () => {
    const result = readGrid(`
STT | Tiêu chí | Thang điểm | Ghi chú
I. CHỈ ĐẠO ĐIỀU HÀNH (3 điểm) | < | < | <
1 | Kế hoạch | 1 |
2 | Báo cáo | 2 | Theo quý
II. THỂ CHẾ (4 điểm) | < | < | <
1 | Rà soát | 3 |`)
    expect(treeText(result)).toBe(
      `
I 3 CHỈ ĐẠO ĐIỀU HÀNH (3 điểm)
  I/1 1 Kế hoạch
  2 2 Báo cáo !Theo quý
II 3≠4 THỂ CHẾ (4 điểm)
  II/1 3 Rà soát`.slice(1),
    )
    expect(problemText(result)).toEqual(['totalMismatch@II'])
  })

  it('reads a total printed first', () => {
    const result = readGrid(`
STT | Tiêu chí | Điểm tối đa
 | TỔNG ĐIỂM | 3
I | CHỈ ĐẠO |
1 | Kế hoạch | 1
2 | Báo cáo | 2`)
    expect(treeText(result)).toBe(
      `
I 3 CHỈ ĐẠO
  1 1 Kế hoạch
  2 2 Báo cáo`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })

  it('compares an area with its own total row', () => {
    const result = readGrid(`
STT | Tiêu chí | Điểm tối đa
I | CHỈ ĐẠO |
1 | Kế hoạch | 1
2 | Báo cáo | 2
 | Cộng lĩnh vực I | 3
II | THỂ CHẾ |
1 | Rà soát | 4
 | Cộng lĩnh vực II | 5
 | TỔNG CỘNG (I+II) | 8`)
    expect(treeText(result)).toBe(
      `
I 3 CHỈ ĐẠO
  I/1 1 Kế hoạch
  2 2 Báo cáo
II 4≠5 THỂ CHẾ
  II/1 4 Rà soát`.slice(1),
    )
    expect(problemText(result)).toEqual(['totalMismatch@II', 'totalMismatch@total'])
  })

  it('reads blocks of bonus and penalty without codes', () => {
    const result = readGrid(`
STT | Tiêu chí | Điểm tối đa
1 | Chỉ đạo | 3
1.1 | Kế hoạch | 3
 | ĐIỂM CỘNG | 2
1 | Có sáng kiến | 1
2 | Được khen thưởng | 1
 | ĐIỂM TRỪ |
1 | Chậm báo cáo | -0,5
 | Tổng điểm | 3`)
    expect(treeText(result)).toBe(
      `
1 3 Chỉ đạo
  1.1 3 Kế hoạch
~1 2 ĐIỂM CỘNG (bonus)
  ~1/1 1 Có sáng kiến (bonus)
  2 1 Được khen thưởng (bonus)
~2 0.5 ĐIỂM TRỪ (penalty)
  ~2/1 0.5 Chậm báo cáo (penalty)`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })

  it('doubts figures that lost their comma and keeps them', () => {
    const result = readGrid(`
STT | Tiêu chí | Điểm
1 | Một |
1.1 | Việc a | 1
1.2 | Việc b | 0,5
2 | Hai |
2.1 | Việc e | 05
2.2 | Việc g | O,5
2.3 | Việc h | 1.5
 | Tổng | 8`)
    expect(treeText(result)).toBe(
      `
1 1.5 Một
  1.1 1 Việc a
  1.2 0.5 Việc b
2 7 Hai
  2.1 5 Việc e
  2.2 0.5 Việc g
  2.3 1.5 Việc h`.slice(1),
    )
    expect(problemText(result)).toEqual(['doubtfulText@2.1', 'doubtfulText@2.2', 'decimalSign@2.3', 'totalMismatch@total'])
  })

  it('says where points or names are missing', () => {
    const result = readGrid(`
STT | Tiêu chí | Điểm
1 | Một | 3
1.1 | a | một
1.2 | b | 2
1.3 |  | 1`)
    expect(treeText(result)).toBe(
      `
1 3 Một
  1.1 0 a
  1.2 2 b
  1.3 1 `.slice(1),
    )
    expect(problemText(result)).toEqual(['missingMaxPoints@1.1', 'doubtfulText@1.1', 'missingName@1.3'])
  })

  it('says which parts of a criterion have no points', () => {
    const result = readGrid(`
STT | Tiêu chí | Điểm tối đa
I | Chỉ đạo | 3
1 | Kế hoạch | 1
 | Nội dung kế hoạch đầy đủ |
2 | Báo cáo | 2
2.1 | Đủ số lượng |
2.2 | Đúng hạn |`)
    expect(treeText(result)).toBe(
      `
I 1≠3 Chỉ đạo
  1 1 Kế hoạch =Nội dung kế hoạch đầy đủ
  2 0≠2 Báo cáo
    2.1 0 Đủ số lượng
    2.2 0 Đúng hạn`.slice(1),
    )
    expect(problemText(result)).toEqual(['missingMaxPoints@2.1', 'missingMaxPoints@2.2'])
  })
})
