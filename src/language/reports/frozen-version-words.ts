import { pointsWords } from './common-words.ts'

/** A hash in four groups, so that it can be read and compared by eye. */
const hashGroups = (hash: string): string => (hash.match(/.{1,16}/g) ?? []).join(' ')

/** Sentences of the papers that are signed outside and come back as proof of a version. */
export const frozenVersionWords = {
  submissionTitle: 'Bảng tự đánh giá, chấm điểm',
  submissionSummary: (year: number) => `Chỉ số cải cách hành chính năm ${year}`,
  submissionLead: (unit: string, year: number) =>
    `${unit} tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm ${year} với kết quả như sau:`,
  claimed: (points: string, max: string) => `Tổng điểm tự đánh giá: ${pointsWords(points)}/${pointsWords(max)} điểm.`,
  publicationTitle: 'Bảng kết quả đề nghị công bố',
  publicationSummary: (title: string) => title,
  publicationLead: (units: string) => `Kết quả của ${units} đơn vị theo thứ hạng từng khối nêu tại phụ lục kèm theo.`,
  hash: (hash: string) => `Mã kiểm tra nội dung (SHA-256): ${hashGroups(hash)}`,
  hashUse:
    'Mã này tính từ toàn bộ nội dung được chốt, gồm cả tài liệu kiểm chứng. Nội dung thay đổi thì mã thay đổi; bản ký chỉ có giá trị cho đúng mã này.',
  keyword: (hash: string) => `sha256:${hash}`,
  fileName: { submission: 'Ban tu danh gia de ky', publication: 'Ket qua de ky' },
  collectiveTitle: 'Thủ trưởng đơn vị',
} as const
