import { describe, expect, it } from 'vitest'
import { gridDocument, gridOf, problemText, readGrid, textDocument, treeText } from './testing.ts'
import { readDocument } from './read-document.ts'

describe('forms of other provinces', () => {
  it('adds the points of the survey that stand beside those of the appraisal', () => {
    const result = readGrid(`
TT | Nội dung | Điểm tối đa | Điểm điều tra XHH
I | Điều hành | 6 | 3,5
1 | Kế hoạch | 6 |
2 | Tác động | | 3,5
 | Tổng | 6 | 3,5`)
    expect(treeText(result)).toBe('I 9.5 Điều hành\n  1 6 Kế hoạch\n  2 3.5 Tác động (survey)')
    expect(problemText(result)).toEqual([])
  })

  it('takes bullets that add up for parts without code, and alternatives for lines of calculation', () => {
    const result = readGrid(`
STT | Nội dung | Điểm
1 | Công tác chỉ đạo | 30
1.1 | Ban hành kế hoạch | 20
 | - Đúng hạn quy định | 10
 | - Nội dung đầy đủ | 10
1.2 | Tuyên truyền | 10
 | - Có thực hiện | 10
 | - Không thực hiện | 0`)
    expect(treeText(result)).toBe(
      `
1 30 Công tác chỉ đạo
  1.1 20 Ban hành kế hoạch
    1.1~2 10 Đúng hạn quy định
    1.1~3 10 Nội dung đầy đủ
  1.2 10 Tuyên truyền =- Có thực hiện: 10 / - Không thực hiện: 0`.slice(1),
    )
    expect(problemText(result)).toEqual(['missingCode@1.1~2', 'missingCode@1.1~3'])
  })

  it('keeps the letters of a code and sees its gaps', () => {
    const result = readGrid(`
Mã tiêu chí | Tên tiêu chí | Điểm tối đa
TC1 | Một | 3
TC1.1 | Việc a | 1
TC1.3 | Việc b | 2
TC2 | Hai | 3
2.1.a | Việc c | 1
2.1.b | Việc d | 2`)
    expect(treeText(result)).toBe('TC1 3 Một\n  TC1.1 1 Việc a\n  TC1.3 2 Việc b\nTC2 3 Hai\n  2.1.a 1 Việc c\n  2.1.b 2 Việc d')
    expect(problemText(result)).toEqual(['codeGap@TC1.3'])
  })

  it('hangs criteria under the area that is merged over them', () => {
    const result = readGrid(`
STT | Lĩnh vực | Tiêu chí | Điểm tối đa
1 | Một | Kế hoạch | 2
^ | ^ | Báo cáo | 3
2 | Hai | Rà soát | 1
^ | ^ | Kiểm tra | 1`)
    expect(treeText(result)).toBe('1 5 Một\n  1~2 2 Kế hoạch\n  1~3 3 Báo cáo\n2 2 Hai\n  2~2 1 Rà soát\n  2~3 1 Kiểm tra')
  })

  it('reads codes that have a column for every level', () => {
    const result = readGrid(`
Lĩnh vực | Tiêu chí | Tiêu chí thành phần | Nội dung | Điểm tối đa
1 | | | Một | 3
 | 1.1 | | Kế hoạch | 3
 | | 1.1.1 | Ban hành | 1
 | | 1.1.2 | Thực hiện | 2`)
    expect(treeText(result)).toBe('1 3 Một\n  1.1 3 Kế hoạch\n    1.1.1 1 Ban hành\n    1.1.2 2 Thực hiện')
  })

  it('gives "như trên" the units of the row above and parts a list at the last "và"', () => {
    const result = readGrid(`
STT | Tiêu chí | Điểm | Lãnh đạo phụ trách | Đơn vị chủ trì | Đơn vị phối hợp
1 | Một | 3 | | |
1.1 | Việc a | 1 | Giám đốc | Phòng A | Phòng Văn hóa, Thể thao và Du lịch và Phòng B
1.2 | Việc b | 2 | Giám đốc | -nt- | Như trên`)
    expect(treeText(result)).toBe(
      `
1 3 Một
  1.1 1 Việc a [Phòng A → Phòng Văn hóa, Thể thao và Du lịch; Phòng B]
  1.2 2 Việc b [Phòng A → Phòng Văn hóa, Thể thao và Du lịch; Phòng B]`.slice(1),
    )
  })

  it('reads the second row of headings of a ranking', () => {
    const grid = gridOf(`
Xếp hạng | Tên đơn vị | Điểm các lĩnh vực | < | Tổng điểm
^ | ^ | Chỉ đạo | Thể chế | ^
1 | Sở Y tế | 15 | 9 | 90
2 | Sở Nội vụ | 14 | 8 | 88`)
    const result = readDocument(gridDocument(grid))
    expect(result.ranking?.columns).toEqual(['Điểm các lĩnh vực Chỉ đạo', 'Điểm các lĩnh vực Thể chế'])
    expect(result.ranking?.rows.map(({ group }) => group)).toEqual([undefined, undefined])
  })

  it('leaves crosses behind the points and Roman areas in small letters out of the names', () => {
    const result = readDocument(
      textDocument(`
STT Tiêu chí Điểm tối đa
Tự đánh giá Điều tra XHH
I Chỉ đạo, điều hành 3,5
1 Kế hoạch 1,5 x
2 Báo cáo 2,0 x
Tổng cộng 3,5`),
    )
    expect(treeText(result)).toBe('I 3.5 Chỉ đạo, điều hành\n  1 1.5 Kế hoạch\n  2 2 Báo cáo')
  })

  it('puts a quoted cell of copied text together again', () => {
    const result = readDocument(
      textDocument(
        'STT\tTiêu chí\tĐiểm\tCách tính\n1\tMột\t2\t\n1.1\tKế hoạch\t1\t"Đúng hạn: 1\nChậm: 0"\n1.2\tBáo cáo\t1\tĐủ: 1\n\tTổng\t2\t',
      ),
    )
    expect(result.framework?.nodes[0]?.children[0]?.calculation).toBe('Đúng hạn: 1\nChậm: 0')
  })

  it('parts headings that a blank parts where both sides name a column', () => {
    const result = readDocument(
      textDocument(
        [
          'STT   Tiêu chí, tiêu chí thành phần        Điểm tối đa Điểm tự chấm Ghi chú',
          '1     CÔNG TÁC CHỈ ĐẠO                     3',
          '1.1   Kế hoạch năm                         1',
          '      Hoàn thành 100% kế hoạch: 1',
          '1.2   Báo cáo định kỳ                      2',
          '      TỔNG                                 3',
        ].join('\n'),
      ),
    )
    expect(treeText(result)).toBe('1 3 CÔNG TÁC CHỈ ĐẠO\n  1.1 1 Kế hoạch năm =Hoàn thành 100% kế hoạch: 1\n  1.2 2 Báo cáo định kỳ')
  })
})
