import { describe, expect, it } from 'vitest'
import { problemText, readGrid, treeText } from './testing.ts'

describe('numbers of criteria', () => {
  it('takes Roman numerals for areas and paths for codes that begin again', () => {
    const result = readGrid(`
STT | Lĩnh vực/Tiêu chí/Tiêu chí thành phần | Điểm tối đa | Cách tính điểm | Tài liệu kiểm chứng | Ghi chú
I | CHỈ ĐẠO CHUNG | 5 | | |
1 | Kế hoạch công tác | 3 | | |
1.1 | Ban hành kế hoạch | 1 | Ban hành đúng hạn: 1; trễ: 0 | Kế hoạch |
1.2 | Hoàn thành kế hoạch | 2,0 | | Báo cáo | Tính đến 30/11
2 | Tuyên truyền | 2 | | |
II | THỂ CHẾ | 4 | | |
1 | Rà soát văn bản | 4 | | |
1.1 | Lập danh mục | 1,5 | | |
1.2 | Xử lý sau rà soát | 2,5 | | |
 | TỔNG CỘNG | 9 | | |`)
    expect(treeText(result)).toBe(
      `
I 5 CHỈ ĐẠO CHUNG
  I/1 3 Kế hoạch công tác
    I/1.1 1 Ban hành kế hoạch =Ban hành đúng hạn: 1; trễ: 0 #Kế hoạch
    I/1.2 2 Hoàn thành kế hoạch #Báo cáo !Tính đến 30/11
  2 2 Tuyên truyền
II 4 THỂ CHẾ
  II/1 4 Rà soát văn bản
    II/1.1 1.5 Lập danh mục
    II/1.2 2.5 Xử lý sau rà soát`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })

  it('finds the code before the name', () => {
    const result = readGrid(`
Tiêu chí | Thang điểm | Cơ quan thực hiện | Cơ quan phối hợp
1. Công tác điều hành | 3,5 | |
1.1. Kế hoạch năm | 1,5 | Sở Nội vụ | Các sở, ban, ngành
1.1.1. Ban hành | 0,5 | Sở Nội vụ | Sở Văn hóa, Thể thao và Du lịch; Sở Tư pháp
1.1.2. Thực hiện | 1,0 | Văn phòng UBND tỉnh | Sở Nội vụ, Sở Tài chính và Sở Tư pháp
1.2. Báo cáo | 2 | Sở Nội vụ | UBND các huyện, thị xã, thành phố`)
    expect(treeText(result)).toBe(
      `
1 3.5 Công tác điều hành
  1.1 1.5 Kế hoạch năm [Sở Nội vụ → Các sở, ban, ngành]
    1.1.1 0.5 Ban hành [Sở Nội vụ → Sở Văn hóa, Thể thao và Du lịch; Sở Tư pháp]
    1.1.2 1 Thực hiện [Văn phòng UBND tỉnh → Sở Nội vụ; Sở Tài chính; Sở Tư pháp]
  1.2 2 Báo cáo [Sở Nội vụ → UBND các huyện, thị xã, thành phố]`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })

  it('finds the code behind the word for its level', () => {
    const result = readGrid(`
Tiêu chí | Điểm tối đa
Lĩnh vực 1: Điều hành | 3
Tiêu chí 1.1: Kế hoạch | 1
Tiêu chí 1.2: Báo cáo | 2`)
    expect(treeText(result)).toBe(
      `
1 3 Điều hành
  1.1 1 Kế hoạch
  1.2 2 Báo cáo`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })

  it('opens an area at a headline without code and numbers it as its rows do', () => {
    const result = readGrid(`
STT | Tiêu chí | Điểm tối đa
 | *CÔNG TÁC CHỈ ĐẠO CHUNG | 3
1.1 | Kế hoạch | 1
1.2 | Báo cáo | 2
 | *XÂY DỰNG THỂ CHẾ | 4
2.1 | Rà soát | 4
 | Cộng | 7`)
    expect(treeText(result)).toBe(
      `
1 3 CÔNG TÁC CHỈ ĐẠO CHUNG
  1.1 1 Kế hoạch
  1.2 2 Báo cáo
2 4 XÂY DỰNG THỂ CHẾ
  2.1 4 Rà soát`.slice(1),
    )
    expect(problemText(result)).toEqual(['missingCode@1', 'missingCode@2'])
  })

  it('goes deeper than three levels', () => {
    const result = readGrid(`
STT | Tiêu chí | Điểm
2 | Hai | 3
2.1 | Việc | 3
2.1.1 | Việc nhỏ | 3
2.1.1.1 | Việc nhỏ hơn a | 1
2.1.1.2 | Việc nhỏ hơn b | 2`)
    expect(treeText(result)).toBe(
      `
2 3 Hai
  2.1 3 Việc
    2.1.1 3 Việc nhỏ
      2.1.1.1 1 Việc nhỏ hơn a
      2.1.1.2 2 Việc nhỏ hơn b`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })

  it('reads levels from columns of their own', () => {
    const result = readGrid(`
STT | Lĩnh vực | Tiêu chí | Tiêu chí thành phần | Điểm tối đa
1 | 1. Điều hành | 1.1. Kế hoạch | 1.1.1. Ban hành | 1
2 | ^ | ^ | 1.1.2. Thực hiện | 2
3 | ^ | 1.2. Báo cáo | 1.2.1. Định kỳ | 1
4 | 2. Thể chế | 2.1. Rà soát | 2.1.1. Danh mục | 2`)
    expect(treeText(result)).toBe(
      `
1 4 Điều hành
  1.1 3 Kế hoạch
    1.1.1 1 Ban hành
    1.1.2 2 Thực hiện
  1.2 1 Báo cáo
    1.2.1 1 Định kỳ
2 2 Thể chế
  2.1 2 Rà soát
    2.1.1 2 Danh mục`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })

  it('prefers a column of codes to a running number', () => {
    const result = readGrid(`
TT | Mã số | Tiêu chí | Điểm tối đa
1 | 1 | Chỉ đạo | 3
2 | 1.1 | Kế hoạch | 1
3 | 1.2 | Báo cáo | 2`)
    expect(treeText(result)).toBe(
      `
1 3 Chỉ đạo
  1.1 1 Kế hoạch
  1.2 2 Báo cáo`.slice(1),
    )
    expect(problemText(result)).toEqual([])
  })

  it('keeps repeated codes apart and says what is missing', () => {
    const result = readGrid(`
STT | Tiêu chí | Điểm
1 | Một | 4
1.1 | Việc a | 1
1.2 | Việc b | 1
1.2 | Việc c | 1
1.4 | Việc d | 1
2 | Hai | 2
2.1 | Việc e |
2.3 | Việc g | 1`)
    expect(treeText(result)).toBe(
      `
1 4 Một
  1.1 1 Việc a
  1.2 1 Việc b
  1.2~2 1 Việc c
  1.4 1 Việc d
2 1≠2 Hai
  2.1 0 Việc e
  2.3 1 Việc g`.slice(1),
    )
    expect(problemText(result)).toEqual(['duplicateCode@1.2~2', 'codeGap@1.4', 'totalMismatch@2', 'missingMaxPoints@2.1', 'codeGap@2.3'])
  })

  it('keeps a row without code beside the one above', () => {
    const result = readGrid(`
STT | Tiêu chí | Điểm chuẩn | Đơn vị chủ trì
1 | Chỉ đạo | 3 |
1.1 | Kế hoạch năm | 1 | Phòng A
 | Tính hợp lý của kế hoạch | 1 | Phòng A
1.2 | Báo cáo | 1 | Phòng A
 | TỔNG | 3 |`)
    expect(treeText(result)).toBe(
      `
1 3 Chỉ đạo
  1.1 1 Kế hoạch năm [Phòng A → ]
  1.1~2 1 Tính hợp lý của kế hoạch [Phòng A → ]
  1.2 1 Báo cáo [Phòng A → ]`.slice(1),
    )
    expect(problemText(result)).toEqual(['missingCode@1.1~2'])
  })

  it('takes a row without code that completes the sum for a criterion', () => {
    const result = readGrid(`
STT | Tiêu chí | Điểm chuẩn
1 | Chỉ đạo | 3
1.1 | Kế hoạch năm | 1
 | Tính hợp lý của kế hoạch | 1
1.2 | Báo cáo | 1
 | TỔNG | 3`)
    expect(treeText(result)).toBe(
      `
1 3 Chỉ đạo
  1.1 1 Kế hoạch năm
  1.1~2 1 Tính hợp lý của kế hoạch
  1.2 1 Báo cáo`.slice(1),
    )
    expect(problemText(result)).toEqual(['missingCode@1.1~2'])
  })
})
