import { describe, expect, it } from 'vitest'
import { findPersonalData } from './find-personal-data.ts'
import { findSecrecyMark } from './find-secrecy-mark.ts'

describe('the mark of a state secret', () => {
  it.each([
    ['MẬT', 'confidential'],
    ['Độ mật: Mật', 'confidential'],
    ['[TỐI MẬT]', 'secret'],
    ['ĐỘ MẬT: TUYỆT MẬT', 'topSecret'],
    ['UBND TỈNH AN PHÚ\tTUYỆT  MẬT', 'topSecret'],
    ['MẬT'.normalize('NFD'), 'confidential'],
  ])('“%s” in the head is %s', (line, level) => {
    expect(findSecrecyMark(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', '', line, 'BÁO CÁO'])).toBe(level)
  })

  it.each(['Bảo vệ bí mật nhà nước', 'Mật', 'Mật khẩu: 12345', 'Công tác bảo mật thông tin', 'Tài liệu Mật, Tối mật không gửi qua mạng'])(
    '“%s” is none',
    (line) => {
      expect(findSecrecyMark([line])).toBeUndefined()
    },
  )

  it('far below the head is no mark of the document', () => {
    expect(findSecrecyMark([...Array.from({ length: 60 }, (_, at) => `Dòng ${at}`), 'TỐI MẬT'])).toBeUndefined()
  })
})

describe('personal data in a text', () => {
  const kinds = (...lines: string[]) => findPersonalData(lines).map(({ kind, count }) => `${kind} ${count}`)

  it.each([
    ['Số CCCD 079090012345 cấp ngày 01/02/2021', ['citizenId 1']],
    ['CMND số: 281234567', ['citizenId 1']],
    ['Điện thoại 0912 345 678, hoặc +84987654321', ['phone 2']],
    ['Liên hệ: nguyen.van.a@vidu.example', ['email 1']],
    ['Số tài khoản: 0123 4567 8901 tại ngân hàng', ['bankAccount 1']],
    ['STK 079090012345', ['bankAccount 1']],
  ])('“%s” holds %j', (line, found) => {
    expect(kinds(line)).toStrictEqual(found)
  })

  it.each([
    'Quyết định số 1149/QĐ-BNV ngày 30/12/2020',
    'Kinh phí 1.234.567.890 đồng, năm 2026',
    'Tổng số hồ sơ: 12345678',
    'Mã 000.00.12.H09-211231-0001',
    'Điện thoại cơ quan: 028.38291234',
  ])('“%s” holds none', (line) => {
    expect(kinds(line)).toStrictEqual([])
  })

  it('is told without being repeated', () => {
    expect(findPersonalData(['CCCD 079090012345', 'CCCD 079090012346'])).toStrictEqual([{ kind: 'citizenId', count: 2, sample: '079…45' }])
  })
})
