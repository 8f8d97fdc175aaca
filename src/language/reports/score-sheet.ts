import { countWords, percentWords, pointsWords, withinSentence } from './common-words.ts'

/** Sentences of the score sheet of a unit and of the notice about it. */
export const scoreSheetWords = {
  title: 'PHIẾU ĐIỂM',
  summary: (year: number, unit: string) => `Chỉ số cải cách hành chính năm ${year} của ${unit}`,
  basis: (decision: { readonly number: string; readonly date: string; readonly issuer: string }) =>
    `Chấm theo Bộ tiêu chí ban hành kèm theo Quyết định số ${decision.number} ngày ${decision.date} của ${decision.issuer}.`,
  claimedTotal: (points: string, max: string) => `Điểm tự đánh giá: ${pointsWords(points)}/${pointsWords(max)} điểm.`,
  givenTotal: (points: string, max: string, percent: string) =>
    `Điểm thẩm định: ${pointsWords(points)}/${pointsWords(max)} điểm; Chỉ số cải cách hành chính đạt ${percentWords(percent)}.`,
  rank: (rank: number, of: number, group: string) => `Xếp hạng: thứ ${rank}/${of} ${withinSentence(group)}.`,
  notRanked: 'Đơn vị được chấm điểm, không xếp hạng.',
  class: (name: string) => `Xếp loại: ${name}.`,
  counts: (counts: {
    readonly leaves: number
    readonly atMaximum: number
    readonly partial: number
    readonly atZero: number
    readonly notApplicable: number
    readonly missing: number
  }) => {
    const parts = [
      `${countWords(counts.atMaximum)} tiêu chí đạt điểm tối đa`,
      `${countWords(counts.partial)} tiêu chí đạt một phần`,
      `${countWords(counts.atZero)} tiêu chí không có điểm`,
      ...(counts.notApplicable > 0 ? [`${countWords(counts.notApplicable)} tiêu chí không áp dụng`] : []),
      ...(counts.missing > 0 ? [`${countWords(counts.missing)} tiêu chí chưa có số liệu`] : []),
    ]
    return `Trong ${countWords(counts.leaves)} tiêu chí chấm điểm: ${parts.join('; ')}.`
  },
} as const
