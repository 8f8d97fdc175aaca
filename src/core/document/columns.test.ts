import { describe, expect, it } from 'vitest'
import { problemText, readGrid, treeText } from './testing.ts'

describe('columns of a criteria table', () => {
  it('reads columns in any order', () => {
    const result = readGrid(`
Đơn vị phối hợp | Đơn vị chủ trì | ĐIỂM QUY ĐỊNH | NỘI DUNG | STT
 | | 2 | Phần một | 1
Phòng A | Phòng B | 1 | Việc một | 1.1
Phòng A, Phòng C | Phòng B | 1 | Việc hai (nếu có) | 1.2`)
    expect(treeText(result)).toBe(
      `
1 2 Phần một
  1.1 1 Việc một [Phòng B → Phòng A]
  1.2 1 Việc hai (nếu có) [Phòng B → Phòng A; Phòng C] (ifAny)`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })

  it('reads headings without diacritics', () => {
    const result = readGrid(`
stt | tieu chi | diem toi da | don vi chu tri | don vi phoi hop
1 | phan mot | 2 | |
1.1 | viec mot | 1.5 | Phong A | Phong B
1.2 | viec hai | 0.5 | Phong A | Phong B`)
    expect(treeText(result)).toBe(
      `
1 2 phan mot
  1.1 1.5 viec mot [Phong A → Phong B]
  1.2 0.5 viec hai [Phong A → Phong B]`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })

  it('reads headings over two rows, letters for parts, bonus and penalty', () => {
    const result = readGrid(`
STT | Tiêu chí | Điểm | < | < | Đơn vị thực hiện | <
^ | ^ | Điểm tối đa | Tự chấm | Thẩm định | Chủ trì | Phối hợp
(1) | (2) | (3) | (4) | (5) | (6) | (7)
A | PHẦN CHUNG | 3 | | | |
I | Chỉ đạo | 3 | | | |
1 | Kế hoạch | 1 | | | Phòng A | Phòng B
2 | Kiểm tra | 2 | | | Phòng A | Phòng B
B | ĐIỂM THƯỞNG | 2 | | | |
1 | Sáng kiến | 2 | | | Phòng A | Phòng B
C | ĐIỂM TRỪ | -3 | | | |
1 | Chậm báo cáo | -1 | | | Phòng A | Phòng B
2 | Bị kỷ luật | -2 | | | Phòng A | Phòng B`)
    expect(treeText(result)).toBe(
      `
A 3 PHẦN CHUNG
  I 3 Chỉ đạo
    I/1 1 Kế hoạch [Phòng A → Phòng B]
    I/2 2 Kiểm tra [Phòng A → Phòng B]
B 2 ĐIỂM THƯỞNG (bonus)
  B/1 2 Sáng kiến [Phòng A → Phòng B] (bonus)
C 3 ĐIỂM TRỪ (penalty)
  C/1 1 Chậm báo cáo [Phòng A → Phòng B] (penalty)
  C/2 2 Bị kỷ luật [Phòng A → Phòng B] (penalty)`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })

  it('marks what is measured by survey', () => {
    const result = readGrid(`
STT | Tiêu chí | Điểm tối đa | Điều tra XHH | Tự đánh giá
1 | Điều hành | 4 | |
1.1 | Kế hoạch | 2 | |
1.2 | Chất lượng điều hành | 2 | x |
2 | Tác động | 3 | |
2.1 | Mức độ hài lòng (đánh giá qua điều tra xã hội học) | 2 | |
2.2 | Thu ngân sách | 1,0 (điểm XHH) | |`)
    expect(treeText(result)).toBe(
      `
1 4 Điều hành
  1.1 2 Kế hoạch
  1.2 2 Chất lượng điều hành (survey)
2 3 Tác động
  2.1 2 Mức độ hài lòng (đánh giá qua điều tra xã hội học) (survey)
  2.2 1 Thu ngân sách (survey) !điểm XHH`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })

  it('reads maxima split between appraisal and survey as criteria', () => {
    const result = readGrid(`
STT | Tiêu chí | Điểm tối đa | Trong đó | <
^ | ^ | ^ | Thẩm định | Điều tra XHH
1 | Chỉ đạo | 5 | 3 | 2
1.1 | Kế hoạch | 3 | 3 | 0
1.2 | Chất lượng | 2 | 0 | 2`)
    expect(treeText(result)).toBe(
      `
1 5 Chỉ đạo
  1.1 3 Kế hoạch
  1.2 2 Chất lượng (survey)`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })

  it('reads a blank form as criteria', () => {
    const result = readGrid(`
STT | Lĩnh vực/Tiêu chí | Điểm tối đa | Điểm đơn vị tự chấm | Điểm Sở Nội vụ thẩm định | Tài liệu kiểm chứng
1 | Chỉ đạo | 3 | | |
1.1 | Kế hoạch | 1 | | | Kế hoạch năm
1.2 | Báo cáo | 2 | | | Báo cáo`)
    expect(treeText(result)).toBe(
      `
1 3 Chỉ đạo
  1.1 1 Kế hoạch #Kế hoạch năm
  1.2 2 Báo cáo #Báo cáo`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })

  it('finds one unit under several spellings', () => {
    const result = readGrid(`
STT | Tiêu chí | Điểm | Chủ trì | Phối hợp
1 | Một | 4 | |
1.1 | a | 1 | Phòng Kinh tế và Hạ tầng | Phòng Nội vụ
1.2 | b | 1 | Phòng Kinh tế - Hạ tầng | Phòng Tài chính - Kế hoạch
1.3 | c | 1 | Phòng TC-KH | Văn phòng HĐND và UBND
1.4 | d | 1 | Phòng Nội vụ | Phòng Kinh tế, Hạ tầng và Đô thị`)
    expect(treeText(result)).toBe(
      `
1 4 Một
  1.1 1 a [Phòng Kinh tế và Hạ tầng → Phòng Nội vụ]
  1.2 1 b [Phòng Kinh tế - Hạ tầng → Phòng Tài chính - Kế hoạch]
  1.3 1 c [Phòng TC-KH → Văn phòng HĐND và UBND]
  1.4 1 d [Phòng Nội vụ → Phòng Kinh tế, Hạ tầng và Đô thị]`.slice(1),
    )
    expect(problemText(result)).toEqual(['unitSpelling@1.2', 'unitSpelling@1.3'])
  })

  it('parts the units of a cell without cutting their names', () => {
    const result = readGrid(`
STT | Tiêu chí | Điểm | Đơn vị chủ trì | Đơn vị phối hợp
1 | Một | 3 | |
1.1 | a | 1 | Sở Nội vụ, Sở Thông tin và Truyền thông | - Sở Tài chính\\n- Sở Tư pháp
1.2 | b | 1 | Sở Kế hoạch và Đầu tư | Các sở, ban, ngành; UBND các huyện, thị xã, thành phố
1.3 | c | 1 | Văn phòng UBND tỉnh | Sở Lao động - Thương binh và Xã hội và Sở Y tế`)
    expect(treeText(result)).toBe(
      `
1 3 Một
  1.1 1 a [Sở Nội vụ; Sở Thông tin và Truyền thông → Sở Tài chính; Sở Tư pháp]
  1.2 1 b [Sở Kế hoạch và Đầu tư → Các sở, ban, ngành; UBND các huyện, thị xã, thành phố]
  1.3 1 c [Văn phòng UBND tỉnh → Sở Lao động - Thương binh và Xã hội; Sở Y tế]`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })
})
