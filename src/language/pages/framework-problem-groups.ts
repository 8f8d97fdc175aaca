import type { ProblemCode } from '../../core/problem.ts'

/** What a group of equal problems is called in the list above the table. */
export const problemGroups: Partial<Record<ProblemCode, string>> = {
  totalMismatch: 'Điểm in khác tổng các thành phần',
  missingMaxPoints: 'Chưa có điểm',
  missingName: 'Chưa có tên',
  missingCode: 'Không có số thứ tự',
  duplicateCode: 'Số thứ tự trùng',
  codeGap: 'Số thứ tự nhảy cách',
  missingLeadUnit: 'Chưa có đơn vị chủ trì',
  missingCoordinatingUnit: 'Chưa có đơn vị phối hợp',
  unitSpelling: 'Tên đơn vị viết nhiều cách',
  doubtfulText: 'Chữ có thể đọc sai',
  decimalSign: 'Dấu thập phân khác thường',
  unreadableRow: 'Dòng chưa hiểu được',
  countMismatch: 'Số lượng khác với lời văn',
  columnTotalMismatch: 'Tổng của cột không khớp',
  missingField: 'Thiếu thông tin chung',
  invalidValue: 'Giá trị không hợp lệ',
  overlappingClasses: 'Mức xếp loại trùng nhau',
  classGap: 'Mức xếp loại còn khoảng trống',
  severalTables: 'Tài liệu có nhiều bảng',
  hiddenCells: 'Phần bị ẩn trong bảng tính',
  legacyFont: 'Phông chữ cũ',
}
