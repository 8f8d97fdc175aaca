import { formatFigure, roundText } from '../format.ts'

/** Words that several papers share. */
export const columnWords = {
  order: 'STT',
  code: 'Số TT',
  criterion: 'Lĩnh vực, tiêu chí, tiêu chí thành phần',
  area: 'Lĩnh vực',
  unit: 'Đơn vị',
  maxPoints: 'Điểm tối đa',
  standardPoints: 'Điểm chuẩn',
  claimed: 'Tự đánh giá',
  given: 'Thẩm định',
  points: 'Điểm đạt',
  reason: 'Lý do, ghi chú',
  note: 'Ghi chú',
  leadUnit: 'Đơn vị chủ trì',
  coordinatingUnits: 'Đơn vị phối hợp',
  units: 'Đơn vị',
  percent: 'Chỉ số (%)',
  rank: 'Xếp hạng',
  class: 'Xếp loại',
  total: 'Tổng điểm',
  mean: 'Bình quân (%)',
  highest: 'Cao nhất (%)',
  lowest: 'Thấp nhất (%)',
  content: 'Nội dung',
  requirements: 'Yêu cầu',
  deadline: 'Thời hạn',
  product: 'Sản phẩm',
  evidence: 'Tài liệu kiểm chứng',
  explanation: 'Giải trình',
  fullName: 'Họ và tên',
  position: 'Chức vụ, đơn vị công tác',
  role: 'Nhiệm vụ',
  answered: 'Đã chấm/tổng số tiêu chí',
  submitted: 'Tình trạng',
} as const

/** `82,91`: points for the eye, two decimals at most. */
export const pointsWords = (points: string): string => formatFigure(roundText(points, 2))

/** `81,33%`. */
export const percentWords = (percent: string): string => `${formatFigure(roundText(percent, 2))}%`

/** Numbers of things below ten are written with a zero, as papers do: `05 đơn vị`. */
export const countWords = (count: number): string => (count > 0 && count < 10 ? `0${count}` : formatFigure(String(count)))

/** First letter large, the rest as it is. */
export const sentenceStart = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** First letter small unless the word is a name or an abbreviation, which only its writer knows: all large letters stay. */
export const withinSentence = (text: string): string =>
  /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)

/** A heading in large letters as ordinary words, for a sentence: `CẢI CÁCH THỦ TỤC` → `Cải cách thủ tục`; known abbreviations stay large. */
export const ordinaryCase = (text: string): string => {
  if (text !== text.toLocaleUpperCase('vi')) return text
  return sentenceStart(
    text.toLocaleLowerCase('vi').replace(/\b(?:cchc|tthc|vbqppl|qppl|ubnd|hđnd|cntt|kt-xh)\b/g, (word) => word.toLocaleUpperCase('vi')),
  )
}

/** `a, b và c`. */
export const listWords = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} và ${items.at(-1)}`

/** A figure with two decimals at most, for sentences that name their own unit. */
export const formatted = (figure: string): string => formatFigure(roundText(figure, 2))
