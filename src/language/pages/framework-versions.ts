import type { RowChange } from '../../core/framework/versions/compare-frameworks.ts'
import type { Derivation } from '../../core/framework/versions/derive-draft.ts'

const changes: Readonly<Record<RowChange, string>> = {
  added: 'Thêm mới',
  dropped: 'Bỏ',
  split: 'Tách ra',
  merged: 'Gộp lại',
  recoded: 'Đổi số thứ tự',
  renamed: 'Đổi tên',
  points: 'Đổi điểm',
  moved: 'Chuyển chỗ',
  source: 'Đổi nguồn điểm',
  rule: 'Đổi cách tính',
  print: 'Đổi ghi chú, đơn vị',
}

const derivations: Readonly<Record<Derivation, { readonly act: string; readonly what: string }>> = {
  amendment: {
    act: 'Sửa đổi trong năm',
    what: 'Một bản mới cùng năm, thay bản này từ ngày áp dụng. Quyết định sửa đổi có số riêng, ghi ở phần thông tin chung.',
  },
  nextYear: {
    act: 'Sao chép sang năm sau',
    what: 'Một bản cho năm sau, cùng tiêu chí và cách tính; ngày hạn trong cách tính được dời một năm.',
  },
  local: {
    act: 'Dùng làm khung, thêm tiêu chí địa phương',
    what: 'Các dòng của bản này được khóa; địa phương thêm tiêu chí của mình bên cạnh.',
  },
}

/** Words of versions: making one out of another, and two side by side. */
export const versionTexts = {
  make: 'Lập bản mới từ bản này',
  makeTitle: 'Lập bản mới',
  makeText: 'Bản đang áp dụng giữ nguyên. Hệ thống lập một dự thảo, nhớ từng dòng cũ ứng với dòng nào để điểm các năm so sánh được.',
  unitGroup: 'Nhóm đơn vị của địa phương',
  derivations,
  basedOn: 'Lập từ',
  amends: 'Sửa đổi',
  compare: 'So sánh hai bản',
  title: 'So sánh hai bản bộ tiêu chí',
  back: 'Về bộ tiêu chí',
  with: 'So với bản',
  old: 'Bản trước',
  now: 'Bản này',
  caption: 'Từng dòng của hai bản',
  change: 'Khác nhau',
  same: 'Giữ nguyên',
  none: '–',
  points: 'Điểm',
  total: (points: string) => `Tổng ${points} điểm`,
  ofYear: (year: number, decision: string) => `Năm ${year}${decision === '' ? '' : `, quyết định số ${decision}`}`,
  onlyChanged: 'Chỉ dòng khác nhau',
  changes,
  counted: (parts: readonly string[]) => (parts.length === 0 ? 'Hai bản giống nhau.' : parts.join(' · ')),
  countOf: (change: RowChange, count: number) => `${changes[change]}: ${count}`,
  mapTitle: 'Dòng cũ thành dòng nào',
  mapProposed: 'Hệ thống đề xuất theo tên và số thứ tự. Hãy xem lại rồi lưu: điểm các năm trước được so theo bảng này.',
  mapSettled: 'Điểm các năm trước được so theo bảng này.',
  mapCaption: 'Dòng cũ thành dòng nào của bản này',
  mapRow: 'Dòng cũ',
  mapBecame: 'Thành dòng',
  mapHint: 'để trống: đã bỏ; nhiều dòng: tách ra; hai dòng cũ cùng về một dòng: gộp lại',
  mapOf: (row: string) => `Dòng cũ ${row} thành`,
  mapSave: 'Lưu bảng đối chiếu',
} as const
