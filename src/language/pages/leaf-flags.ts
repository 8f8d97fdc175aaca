import { formatDate } from '../format.ts'

/** Declarations that there are no documents, and what is dated after the cut-off. */
export const leafFlagTexts = {
  declare: 'Khai không có tài liệu kiểm chứng',
  change: 'Sửa lý do',
  withdraw: 'Bỏ khai',
  dialogTitle: 'Khai không có tài liệu kiểm chứng',
  reason: 'Vì sao không có tài liệu',
  reasonHint: 'Cơ quan thẩm định đọc lý do này khi chấm.',
  save: 'Khai',
  declared: 'Đơn vị khai không có tài liệu kiểm chứng',
  void: 'Nay đã có tài liệu nên lời khai không còn giá trị.',
  lateTitle: (day: string) => `Sau ngày chốt số liệu ${formatDate(day)}`,
  lateDocument: (title: string, day: string) => `Tài liệu “${title}” ban hành ngày ${formatDate(day)}`,
  lateFact: (name: string, day: string) => `Số liệu “${name}” sửa ngày ${formatDate(day)}`,
  lateDay: (day: string) => `Số liệu đã nhập có ngày ${formatDate(day)}`,
  sheetTitle: 'Tiêu chí cần lưu ý',
  sheetLate: (count: string, day: string) => `${count} tiêu chí có số liệu, tài liệu sau ngày chốt số liệu ${formatDate(day)}:`,
  sheetAbsences: (count: string) => `${count} tiêu chí được khai không có tài liệu kiểm chứng:`,
} as const
