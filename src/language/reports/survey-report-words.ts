import { formatDate } from '../format.ts'
import { countWords, formatted, percentWords, withinSentence } from './common-words.ts'

/** Sentences of the report on a survey; figures are decimal text. */
export const surveyReportWords = {
  summary: (survey: string, year: number) => `Kết quả ${withinSentence(survey)}${survey.includes(String(year)) ? '' : ` năm ${year}`}`,
  lead: (agency: string, survey: string) => `${agency} báo cáo kết quả ${withinSentence(survey)} như sau:`,
  execution: 'Tình hình triển khai',
  span: (from: string, until: string) => `Thời gian thu thập ý kiến: từ ngày ${formatDate(from)} đến ngày ${formatDate(until)}.`,
  answers: (valid: number, sent: number | undefined, share: string | undefined) =>
    sent === undefined
      ? `Số phiếu trả lời hợp lệ: ${countWords(valid)} phiếu.`
      : `Số phiếu phát ra: ${countWords(sent)} phiếu; số phiếu trả lời hợp lệ: ${countWords(valid)} phiếu${share === undefined ? '' : `, đạt ${percentWords(share)}`}.`,
  method: (method: string) => `Cách thực hiện: ${withinSentence(method).replace(/\.$/, '')}.`,
  result: 'Kết quả khảo sát',
  index: (percent: string, low: string | undefined, high: string | undefined) =>
    `Mức độ hài lòng chung đạt ${percentWords(percent)}${low === undefined || high === undefined ? '' : ` (khoảng tin cậy 95%: từ ${percentWords(low)} đến ${percentWords(high)})`}.`,
  change: (year: number, difference: string) => {
    const size = formatted(difference.replace('-', ''))
    if (size === '0') return `Mức độ hài lòng chung không thay đổi so với năm ${year}.`
    return `So với năm ${year}, mức độ hài lòng chung ${difference.startsWith('-') ? 'giảm' : 'tăng'} ${size} điểm phần trăm.`
  },
  extremes: (highest: { readonly name: string; readonly percent: string }, lowest: { readonly name: string; readonly percent: string }) =>
    `Nội dung có mức độ hài lòng cao nhất: ${withinSentence(highest.name)} (${percentWords(highest.percent)}); thấp nhất: ${withinSentence(lowest.name)} (${percentWords(lowest.percent)}).`,
  areasHeading: 'Kết quả theo nội dung khảo sát',
  groupsHeading: 'Phiếu trả lời theo nhóm đối tượng',
  unitsHeading: 'Kết quả theo đơn vị',
  units: (
    units: number,
    highest: { readonly name: string; readonly percent: string },
    lowest: { readonly name: string; readonly percent: string },
  ) =>
    `Có ${countWords(units)} đơn vị đủ số phiếu để công bố kết quả; cao nhất là ${highest.name} (${percentWords(highest.percent)}), thấp nhất là ${lowest.name} (${percentWords(lowest.percent)}).`,
  withheld: (units: number) => `Có ${countWords(units)} đơn vị có số phiếu ít, không công bố kết quả riêng để giữ kín người trả lời.`,
  wordsHeading: 'Ý kiến góp ý của người dân, tổ chức',
  findings: 'Nhận xét, đánh giá',
  proposals: 'Đề xuất, kiến nghị',
  end: (agency: string, survey: string) => `Trên đây là báo cáo kết quả ${withinSentence(survey)} của ${agency}.`,
  unitsAnnex: 'Kết quả khảo sát theo đơn vị',
  pointsAnnex: 'Điểm của các tiêu chí xác định qua khảo sát',
  questionsAnnex: 'Kết quả theo câu hỏi',
  notPublished: 'Không công bố',
  columns: {
    content: 'Nội dung',
    group: 'Nhóm đối tượng',
    sent: 'Phiếu phát ra',
    valid: 'Phiếu hợp lệ',
    percent: 'Mức hài lòng (%)',
    previous: 'Lần trước (%)',
    rank: 'Thứ hạng',
    answer: 'Phương án trả lời',
    count: 'Số phiếu',
    share: 'Tỷ lệ (%)',
  },
} as const
