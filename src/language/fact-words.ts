import type { FactGroup } from '../core/facts/fact-catalogue.ts'
import type { FactUnit } from '../core/facts/fact-field.ts'

/** What the groups of the register of facts are called in offices. */
export const factGroups: Readonly<Record<FactGroup, string>> = {
  plan: 'Kế hoạch cải cách hành chính',
  documents: 'Văn bản đã ban hành',
  reports: 'Báo cáo phải gửi',
  inspection: 'Kiểm tra cải cách hành chính',
  initiatives: 'Sáng kiến, giải pháp',
  steering: 'Chỉ đạo, điều hành',
  given: 'Nhiệm vụ cấp trên giao',
  dialogue: 'Đối thoại',
  reception: 'Tiếp công dân, giải quyết đơn thư',
  antiCorruption: 'Phòng, chống tham nhũng',
  legalTalks: 'Tuyên truyền, phổ biến pháp luật',
  drafting: 'Xây dựng văn bản quy phạm pháp luật',
  lawMonitoring: 'Theo dõi thi hành pháp luật',
  lawReview: 'Rà soát, hệ thống hóa văn bản',
  decentralised: 'Nhiệm vụ phân cấp',
  procedures: 'Thủ tục hành chính',
  procedureReview: 'Rà soát thủ tục hành chính',
  oneStop: 'Một cửa, một cửa liên thông',
  feedback: 'Phản ánh, kiến nghị',
  satisfaction: 'Chất lượng phục vụ',
  online: 'Dịch vụ công trực tuyến',
  post: 'Dịch vụ bưu chính công ích',
  apparatus: 'Tổ chức bộ máy',
  staff: 'Công chức, viên chức',
  staffSoftware: 'Phần mềm quản lý cán bộ',
  finance: 'Tài chính công',
  digital: 'Chính quyền số',
  security: 'An toàn thông tin mạng',
  website: 'Trang thông tin điện tử',
  iso: 'Quản lý chất lượng ISO 9001',
}

export const factUnits: Readonly<Record<FactUnit, string>> = {
  file: 'hồ sơ',
  procedure: 'thủ tục',
  document: 'văn bản',
  task: 'nhiệm vụ',
  person: 'người',
  body: 'đơn vị',
  finding: 'vấn đề',
  initiative: 'sáng kiến',
  report: 'báo cáo',
  percent: '%',
  dong: 'đồng',
  case: 'trường hợp',
  times: 'lần',
}

export const factChoices: Readonly<Record<string, string>> = { good: 'Tốt', fair: 'Khá', weak: 'Còn hạn chế' }

/** Columns of lists; a name means the same in every list. */
export const factColumns: Readonly<Record<string, string>> = {
  title: 'Tên, trích yếu',
  name: 'Tên',
  reason: 'Lý do',
  number: 'Số, ký hiệu',
  date: 'Ngày',
  softCopyAt: 'Gửi bản điện tử lúc',
  signedCopyAt: 'Gửi bản ký số lúc',
  period: 'Kỳ',
  due: 'Hạn gửi',
  sent: 'Ngày gửi',
  field: 'Lĩnh vực',
  recognisedOn: 'Ngày công nhận',
  decisionNumber: 'Số quyết định',
  decidedOn: 'Ngày quyết định',
  conclusionNumber: 'Số kết luận',
  concludedOn: 'Ngày kết luận',
  timesPerYear: 'Số lần trong năm',
  product: 'Kết quả giải quyết',
  channel: 'Cách thực hiện',
  audience: 'Đối tượng thực hiện',
}
