import { countWords, pointsWords } from './common-words.ts'

/** Sentences of the plan that assigns the criteria to the divisions of an agency. */
export const assignmentWords = {
  summary: (year: number, agency: string) =>
    `Giao nhiệm vụ thực hiện Bộ tiêu chí xác định Chỉ số cải cách hành chính năm ${year} tại ${agency}`,
  basis: (decision: { readonly number: string; readonly date: string; readonly issuer: string }, title: string) =>
    `Căn cứ Quyết định số ${decision.number} ngày ${decision.date} của ${decision.issuer} ban hành ${title}`,
  lead: (agency: string, year: number) =>
    `${agency} ban hành Kế hoạch giao nhiệm vụ thực hiện các tiêu chí xác định Chỉ số cải cách hành chính năm ${year} như sau:`,
  purposeHeading: 'Mục đích, yêu cầu',
  purpose: [
    'Thực hiện đầy đủ, đúng thời hạn các tiêu chí, tiêu chí thành phần; khắc phục những tiêu chí còn bị trừ điểm của các năm trước.',
    'Mỗi tiêu chí có một đơn vị chủ trì chịu trách nhiệm về kết quả và tài liệu kiểm chứng; đơn vị phối hợp thực hiện theo đề nghị của đơn vị chủ trì.',
  ],
  assignmentHeading: 'Giao nhiệm vụ',
  counts: (counts: { readonly areas: number; readonly leaves: number; readonly points: string }) =>
    `Giao nhiệm vụ thực hiện ${countWords(counts.leaves)} tiêu chí chấm điểm thuộc ${countWords(counts.areas)} lĩnh vực, tổng điểm ${pointsWords(counts.points)} (chi tiết tại Phụ lục kèm theo), trong đó:`,
  leadCount: (unit: string, leaves: number, points: string) =>
    `${unit}: chủ trì ${countWords(leaves)} tiêu chí, ${pointsWords(points)} điểm;`,
  withoutLead: (leaves: number, points: string) => `Chưa giao đơn vị chủ trì: ${countWords(leaves)} tiêu chí, ${pointsWords(points)} điểm.`,
  surveyNote:
    'Các tiêu chí đo bằng điều tra xã hội học được tính theo kết quả điều tra; đơn vị chủ trì theo dõi, đề xuất giải pháp nâng mức độ hài lòng.',
  executionHeading: 'Tổ chức thực hiện',
  heads:
    'Người đứng đầu các đơn vị được giao chủ trì phân công công chức phụ trách từng tiêu chí, kiểm tra, đôn đốc để bảo đảm tiến độ; kết quả thực hiện là một căn cứ đánh giá, xếp loại hằng năm.',
  selfAssessment: (until: string | undefined, coordinator: string) =>
    until === undefined
      ? `Cuối năm, các đơn vị tự đánh giá, chấm điểm các tiêu chí được giao và gửi kết quả về ${coordinator} để tổng hợp.`
      : `Các đơn vị tự đánh giá, chấm điểm các tiêu chí được giao và gửi kết quả về ${coordinator} để tổng hợp trước ngày ${until}.`,
  responsibility:
    'Tiêu chí không đạt do không thực hiện hoặc thực hiện chậm thì xem xét trách nhiệm của người đứng đầu đơn vị được giao chủ trì.',
  closing: (agency: string) => `Trên đây là Kế hoạch giao nhiệm vụ của ${agency}; các đơn vị, cá nhân nghiêm túc triển khai thực hiện.`,
  annexTitle: (year: number) => `Phân công thực hiện các tiêu chí xác định Chỉ số cải cách hành chính năm ${year}`,
} as const
