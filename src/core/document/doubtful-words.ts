import { fold } from './clean-text.ts'

/** A reading that is probably a slip of recognition, and what it probably was. */
export interface DoubtfulWord {
  readonly raw: string
  readonly corrected: string
}

/** Pairs of syllables of office language that have no neighbour differing in diacritics alone, so that such a difference is a slip. */
const pairs = (
  'đề án;kế hoạch;cải cách;hành chính;thủ tục;văn bản;pháp luật;cơ quan;đơn vị;tổ chức;công chức;viên chức;cán bộ;chất lượng;thực hiện;báo cáo;kiểm tra;' +
  'quy định;nhà nước;ứng dụng;công nghệ;thông tin;dịch vụ;trực tuyến;tài chính;ngân sách;đào tạo;bồi dưỡng;giải quyết;hồ sơ;kết quả;chỉ đạo;điều hành;' +
  'tuyên truyền;đánh giá;nhiệm vụ;thẩm quyền;kiến nghị;phản ánh;khảo sát;hài lòng;người dân;doanh nghiệp;biên chế;sắp xếp;việc làm;chính quyền;điện tử;' +
  'trách nhiệm;kỷ luật;kỷ cương;lãnh đạo;quyết định;chỉ thị;nghị quyết;tiếp nhận;xử lý;phân cấp;minh bạch;cung cấp;liên thông;tỷ lệ'
).split(';')
const byFold = new Map(pairs.map((pair) => [fold(pair), pair] as const))

const hasMarks = (text: string): boolean => /[^\p{ASCII}]/u.test(text.normalize('NFD').replace(/[“”‘’–…]/gu, ''))

/**
 * Slips of recognition in a text: letters taken for figures ("1ập", "h0àn") and well-known words with a wrong tone ("Đè án"). A text without any
 * diacritics was written so and has no doubts.
 */
export const doubtfulWords = (text: string): readonly DoubtfulWord[] => {
  if (!hasMarks(text)) return []
  const words = text.split(/\s+/u)
  return [...words.flatMap(figureInWord), ...words.flatMap((word, index) => wrongTone(word, words[index + 1]))]
}

const figureInWord = (word: string): readonly DoubtfulWord[] => {
  const bare = word.replace(/[,.;:()“”"]/gu, '')
  const isSlip = /^[01]\p{Ll}{2,}$/u.test(bare) || /^\p{L}\p{Ll}*[01]\p{Ll}+$/u.test(bare)
  return isSlip && hasMarks(bare) ? [{ raw: bare, corrected: bare.replace(/1/gu, 'l').replace(/0/gu, 'o') }] : []
}

const wrongTone = (word: string, next: string | undefined): readonly DoubtfulWord[] => {
  const [first, second] = [word, next ?? ''].map((each) => each.replace(/^[“"(]+|[,.;:)”"]+$/gu, ''))
  if (!first || !second || /[,.;:)]$/u.test(word)) return []
  const right = byFold.get(fold(`${first} ${second}`))
  const raw = `${first} ${second}`
  if (right === undefined || toneless(raw.toLowerCase()) === toneless(right) || raw.split(' ').length !== 2) return []
  return [{ raw, corrected: matchCase(right, raw) }]
}

/** The two usual places of a tone mark ("hoá", "hóa") are no difference, nor is i for y. */
const toneless = (text: string): string => text.normalize('NFC').replace(/lí\b/gu, 'lý').replace(/kỉ/gu, 'kỷ').replace(/tỉ lệ/gu, 'tỷ lệ')

const matchCase = (text: string, as: string): string =>
  as === as.toUpperCase() ? text.toUpperCase() : /^\p{Lu}/u.test(as) ? text.charAt(0).toUpperCase() + text.slice(1) : text
