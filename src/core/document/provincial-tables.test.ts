import { describe, expect, it } from 'vitest'
import { problemText, readGrid, treeText } from './testing.ts'

describe('tables as provinces print them', () => {
  it('keeps codes that carry the Roman numeral', () => {
    const result = readGrid(`
STT | Tiêu chí | Điểm tối đa | Đơn vị thực hiện
I | ĐIỀU HÀNH | 3 |
I.1 | Kế hoạch | 1 | Sở Nội vụ
I.2 | Báo cáo | 2 | Sở Nội vụ
TỔNG CỘNG | < | 3 |`)
    expect(treeText(result)).toBe(
      `
I 3 ĐIỀU HÀNH
  I.1 1 Kế hoạch [Sở Nội vụ → ]
  I.2 2 Báo cáo [Sở Nội vụ → ]`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })

  it('puts codes that carry the area below its Roman numeral', () => {
    const result = readGrid(`
SỐ TT | NỘI DUNG TIÊU CHÍ | ĐIỂM TỐI ĐA
I | ĐIỀU HÀNH | 3,0
1.1 | Kế hoạch | 1,0
1.1.1 | Ban hành | 1,0
1.2 | Báo cáo | 2,0
II | THỂ CHẾ | 1,0
2.1 | Rà soát | 1,0
 | Tổng cộng | 4,0`)
    expect(treeText(result)).toBe(
      `
I 3 ĐIỀU HÀNH
  1.1 1 Kế hoạch
    1.1.1 1 Ban hành
  1.2 2 Báo cáo
II 1 THỂ CHẾ
  2.1 1 Rà soát`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })

  it('reads parts by letters above Roman numerals', () => {
    const result = readGrid(`
TT | Tiêu chí | Điểm
A | CHẤM ĐIỂM |
I | ĐIỀU HÀNH | 3
1 | Kế hoạch | 1
2 | Báo cáo | 2
II | THỂ CHẾ | 4
1 | Rà soát | 4
B | ĐIỂM THƯỞNG | 2
C | ĐIỂM TRỪ | 2`)
    expect(treeText(result)).toBe(
      `
A 7 CHẤM ĐIỂM
  I 3 ĐIỀU HÀNH
    I/1 1 Kế hoạch
    2 2 Báo cáo
  II 4 THỂ CHẾ
    II/1 4 Rà soát
B 2 ĐIỂM THƯỞNG (bonus)
C 2 ĐIỂM TRỪ (penalty)`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })

  it('keeps formulas, survey marks and footnotes apart', () => {
    const result = readGrid(`
STT | Tiêu chí/Tiêu chí thành phần | Điểm tối đa | Điều tra xã hội học | Ghi chú
1 | CẢI CÁCH THỂ CHẾ | 12 | |
1.1 | Xây dựng văn bản | 5 | |
1.1.1 | Ban hành đúng tiến độ | 2 | |
 | Nếu tỷ lệ từ 80% trở lên thì tính theo công thức: a/b*2 | | |
 | Dưới 80% thì điểm là 0 | | |
1.1.2 | Chất lượng văn bản | 3 | x |
1.2 | Theo dõi thi hành | 7 | |
 | Tổng | 12 | |
(*) Ghi chú: điểm XHH do Sở Nội vụ thực hiện | < | < | < | <`)
    expect(treeText(result)).toBe(
      `
1 12 CẢI CÁCH THỂ CHẾ
  1.1 5 Xây dựng văn bản
    1.1.1 2 Ban hành đúng tiến độ =Nếu tỷ lệ từ 80% trở lên thì tính theo công thức: a/b*2 / Dưới 80% thì điểm là 0
    1.1.2 3 Chất lượng văn bản (survey)
  1.2 7 Theo dõi thi hành`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })

  it('reads words beside points, methods, evidence and units with a dash', () => {
    const result = readGrid(`
STT | Nội dung | Thang điểm | Phương pháp đánh giá | Hồ sơ chứng minh | Đơn vị phụ trách
1 | Công khai | 2 điểm | Đủ: 2 điểm; thiếu: 0 điểm | Ảnh chụp | Văn phòng - Thống kê
2 | Hài lòng của người dân | 5,00 | Theo kết quả khảo sát | Báo cáo | Văn hóa - Xã hội`)
    expect(treeText(result)).toBe(
      `
1 2 Công khai [Văn phòng - Thống kê → ] =Đủ: 2 điểm; thiếu: 0 điểm #Ảnh chụp
2 5 Hài lòng của người dân [Văn hóa - Xã hội → ] (survey) =Theo kết quả khảo sát #Báo cáo`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })

  it('finds codes below an empty heading', () => {
    const result = readGrid(`
| Tiêu chí | Điểm tối đa
1 | Chỉ đạo | 3
1.1 | Kế hoạch | 1
1.2 | Báo cáo | 2`)
    expect(treeText(result)).toBe(
      `
1 3 Chỉ đạo
  1.1 1 Kế hoạch
  1.2 2 Báo cáo`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })

  it('corrects slips of recognition in codes and figures and says so', () => {
    const result = readGrid(`
STT | Tiêu chí | Điểm
1 | Chỉ đạo | 3
l.1 | Kế hoạch | l,0
1.2 | Báo cáo | 2,O`)
    expect(treeText(result)).toBe(
      `
1 3 Chỉ đạo
  1.1 1 Kế hoạch
  1.2 2 Báo cáo`.slice(1),
    )
    expect(problemText(result)).toEqual(['doubtfulText@1.1', 'doubtfulText@1.1', 'doubtfulText@1.2'])
  })
})
