import type { HolidayKind } from '../../core/cycle/holidays.ts'

/** Words of the list of days off, year by year. */
export const holidayTexts = {
  title: 'Ngày nghỉ lễ, tết',
  under: 'Thời hạn kiến nghị tính theo ngày làm việc, không tính thứ Bảy, Chủ nhật và các ngày nghỉ dưới đây.',
  year: 'Năm',
  byLaw:
    'Năm này chưa có danh sách riêng. Dưới đây là ngày nghỉ theo Điều 111 và Điều 112 Bộ luật Lao động 2019. Lịch nghỉ Tết và Quốc khánh do Thủ tướng Chính phủ quyết định hằng năm: hãy sửa theo thông báo rồi lưu.',
  kept: 'Danh sách do cơ quan chủ trì lập.',
  kinds: {
    newYear: 'Tết Dương lịch',
    lunarNewYear: 'Tết Nguyên đán',
    hungKings: 'Giỗ Tổ Hùng Vương',
    reunification: 'Ngày Chiến thắng 30/4',
    labour: 'Ngày Quốc tế Lao động',
    national: 'Quốc khánh',
    inLieu: 'Nghỉ bù',
  } satisfies Record<HolidayKind, string>,
  caption: (year: number) => `Ngày nghỉ năm ${year}`,
  columns: { day: 'Ngày', weekday: 'Thứ', name: 'Tên', kind: 'Nghỉ hay làm bù', act: 'Bỏ' },
  weekdays: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  off: 'Nghỉ',
  worked: 'Làm bù',
  isWorked: 'Làm bù vào ngày nghỉ cuối tuần',
  dayOf: (number: number) => `Ngày thứ ${number} trong danh sách`,
  nameOf: (number: number) => `Tên ngày thứ ${number}`,
  workedOf: (number: number) => `Ngày thứ ${number} là ngày làm bù`,
  remove: 'Bỏ',
  removeOf: (number: number) => `Bỏ ngày thứ ${number}`,
  add: 'Thêm ngày',
  edit: 'Sửa danh sách',
  save: 'Lưu danh sách',
  back: 'Năm trước',
  on: 'Năm sau',
  empty: 'Năm này không có ngày nghỉ nào trong danh sách',
} as const
