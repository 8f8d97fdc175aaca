import { countWords, ordinaryCase, percentWords, pointsWords } from './common-words.ts'

/** Sentences of the notice of its result to a unit. */
export const noticeWords = {
  summary: (year: number, unit: string) => `Kết quả Chỉ số cải cách hành chính năm ${year} của ${unit}`,
  lead: (agency: string, unit: string, year: number) =>
    `${agency} thông báo kết quả Chỉ số cải cách hành chính năm ${year} của ${unit} như sau:`,
  resultHeading: 'Kết quả chung',
  areasHeading: 'Kết quả theo lĩnh vực',
  lostHeading: 'Tiêu chí chưa đạt điểm tối đa',
  againstMean: (difference: string, mean: string) =>
    difference.startsWith('-')
      ? `Thấp hơn mức bình quân của khối (${percentWords(mean)}) ${pointsWords(difference.slice(1))} điểm phần trăm.`
      : `Cao hơn mức bình quân của khối (${percentWords(mean)}) ${pointsWords(difference)} điểm phần trăm.`,
  againstClaim: (difference: string) => `Điểm thẩm định thấp hơn điểm tự đánh giá ${pointsWords(difference)} điểm.`,
  noLoss: 'Không có tiêu chí nào bị trừ điểm.',
  lostLead: (count: number, lost: string) =>
    `Có ${countWords(count)} tiêu chí chưa đạt điểm tối đa, tổng số điểm chưa đạt ${pointsWords(lost)} điểm, chi tiết tại Phụ lục kèm theo.`,
  requestHeading: 'Yêu cầu',
  request: (unit: string) =>
    `Đề nghị ${unit} phân tích nguyên nhân của từng tiêu chí bị trừ điểm, xây dựng kế hoạch khắc phục và tổ chức thực hiện.`,
  annexTitle: 'Các tiêu chí chưa đạt điểm tối đa',
  lost: 'Điểm chưa đạt',
  best: (name: string, percent: string) => `Lĩnh vực đạt cao nhất: “${ordinaryCase(name)}” (${percentWords(percent)}).`,
  worst: (name: string, percent: string) => `Lĩnh vực đạt thấp nhất: “${ordinaryCase(name)}” (${percentWords(percent)}).`,
} as const
