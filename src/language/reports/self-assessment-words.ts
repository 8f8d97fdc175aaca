import { pointsWords } from './common-words.ts'

/** Sentences of a unit's report on its self-assessment. */
export const selfAssessmentWords = {
  summary: (year: number) => `Kết quả tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm ${year}`,
  lead: (unit: string, year: number) => `${unit} báo cáo kết quả tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm ${year} như sau:`,
  how: 'Công tác tổ chức tự đánh giá',
  resultHeading: 'Kết quả tự đánh giá, chấm điểm',
  areas: 'Điểm tự đánh giá theo lĩnh vực:',
  below: 'Các tiêu chí chưa đạt điểm tối đa',
  notApplicable: 'Các tiêu chí không phát sinh',
  row: (code: string, name: string, points: string, max: string, explanation: string | undefined) =>
    `Tiêu chí ${code} “${name}”: ${pointsWords(points)}/${pointsWords(max)} điểm${explanation === undefined ? '.' : `. ${explanation.replace(/[.\s]+$/, '')}.`}`,
  absent: (code: string, name: string, explanation: string | undefined) =>
    `Tiêu chí ${code} “${name}”${explanation === undefined ? '.' : `: ${explanation.replace(/[.\s]+$/, '')}.`}`,
  satisfaction: 'Kết quả khảo sát sự hài lòng của người dân, tổ chức',
  difficulties: 'Khó khăn, vướng mắc',
  proposals: 'Kiến nghị, đề xuất',
  closing: (to: string) => `Kính gửi ${to} thẩm định.`,
  tableTitle: (year: number) => `Bảng tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm ${year}`,
  evidenceTitle: 'Danh mục tài liệu kiểm chứng',
} as const
