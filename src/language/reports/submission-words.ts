import { withinSentence } from './common-words.ts'

/** Sentences of a submission. */
export const submissionWords = {
  summary: (subject: string) => `Về việc ${withinSentence(subject)}`,
  lead: (agency: string, to: string, subject: string) => `${agency} kính trình ${to} về việc ${withinSentence(subject)}, cụ thể như sau:`,
  grounds: 'Sự cần thiết, căn cứ',
  contents: 'Nội dung trình',
  requests: 'Kiến nghị, đề xuất',
  enclosed: (papers: readonly string[]) => `Hồ sơ kèm theo: ${papers.join('; ')}.`,
  end: (agency: string, to: string) => `${agency} kính trình ${to} xem xét, quyết định.`,
  subject: (year: number) => `phê duyệt, công bố kết quả xác định Chỉ số cải cách hành chính năm ${year}`,
  request: (year: number) => `Phê duyệt và công bố kết quả xác định Chỉ số cải cách hành chính năm ${year}.`,
  enclosedPapers: ['dự thảo Quyết định phê duyệt, công bố kết quả', 'Báo cáo kết quả thẩm định'],
} as const
