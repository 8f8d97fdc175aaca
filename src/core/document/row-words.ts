import { cleanText, fold, isUpperCase } from './clean-text.ts'

/** Whether a text has any Vietnamese diacritics: only then can "cộng" and "công" be told apart. */
const hasDiacritics = (text: string): boolean => /[^\p{ASCII}]/u.test(text.normalize('NFD').replace(/[“”–…]/gu, ''))

/** A row that sums the whole table: "Tổng cộng", "TỔNG ĐIỂM (I + II)", "Cộng". */
export const isTotal = (text: string): boolean => {
  if (!/^[^\p{L}]*[tcdđ]/iu.test(text)) return false
  const words = fold(text)
  if (words.length > 70 || isOtherCong(text)) return false
  return /^(?:tong (?:so )?diem|tong cong|cong|tong(?: [ivxa-h\d]+)*|tong so|tong diem .*|diem tong(?: cong)?|tong cong .*|cong tong .*|tong toan bo.*|tong so diem.*|cong diem.*)$/.test(
    words,
  )
}

/** A total of a part only: "Cộng điểm lĩnh vực 1", "Tổng điểm mục II". */
export const isSubtotal = (text: string): boolean => {
  if (!/^[^\p{L}]*[tc]/iu.test(text)) return false
  const words = fold(text)
  if (isOtherCong(text) || words.length > 120) return false
  return (
    /^(?:cong|tong)(?: so| cong)?(?: diem)?(?: cua)? (?:linh vuc|muc|phan|nhom|tieu chi|khoi) ?(?:\d|[ivx]+\b|[a-h]\b|.)/.test(words) &&
    !/\d+ (?:linh vuc|tieu chi)/.test(words)
  )
}

/** "Công tác", "Công khai" fold like "Cộng". */
const isOtherCong = (text: string): boolean =>
  /^\s*(?:công|tông)/iu.test(text) || /^cong (?:tac|khai|bo|chuc|vu|nghe|dan|trinh|ty|an|doan)/.test(fold(text))

/** What a block of rows counts as by its title; one title for both leaves it to the rows below. */
export const countingOfTitle = (text: string): 'bonus' | 'penalty' | undefined => {
  const plain = cleanText(text).toLowerCase()
  if (plain.length > 110 || /điểm cộng.*điểm trừ|điểm thưởng.*(?:điểm trừ|điểm phạt)|điểm trừ.*điểm (?:cộng|thưởng)/u.test(plain))
    return undefined
  if (/điểm (?:\p{L}+ )?trừ|trừ điểm|điểm phạt/u.test(plain) || (!hasDiacritics(plain) && /diem tru|tru diem/.test(plain))) return 'penalty'
  if (/điểm (?:thưởng|cộng|khuyến khích|ưu tiên)|(?:thưởng|cộng)(?: thêm)? điểm/u.test(plain)) return 'bonus'
  return !hasDiacritics(plain) && /diem (?:thuong|cong(?! (?:tac|khai|bo|chuc|vu|nghe|dan)))/.test(plain) ? 'bonus' : undefined
}

/** Words that say a row is measured by asking people. */
export const namesSurvey = (text: string): boolean =>
  /[đd]i[eề]u|kh[aả]o|x[aã]|xhh|sipas|phi[eế]u/iu.test(text) &&
  /(?:dieu tra|khao sat) (?:xhh|xa hoi hoc|y kien|muc do hai long|su hai long|lay y kien)|xa hoi hoc|\bxhh\b|\bsipas\b|^(?:ket qua )(?:khao sat|dieu tra)|(?:qua|bang|tu|theo) (?:ket qua )?(?:khao sat|dieu tra|phieu)/.test(
    fold(text),
  )

/** "(nếu có)": the row counts only where it arises. */
export const isIfAny = (text: string): boolean =>
  /u\s+(?:c|ph)/iu.test(text) && (/\(\s*neu (?:co|phat sinh)/.test(foldBrackets(text)) || /\bneu co\s*\)?$/.test(fold(text)))
const foldBrackets = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const levelWords =
  /^(?:dat|tu|duoi|tren|khong|neu|moi|cu|co|chua|hoan thanh|thieu|dung|tre|qua han|cham|truong hop|trong do|cach tinh|cong thuc|muc|bang|lon hon|nho hon|it hon|kip thoi|day du|mot phan|con lai)\b/

/** A line of "cách tính điểm": a bullet, a band of percents, a level with its points; no criterion of its own. */
export const isCalculationLine = (text: string): boolean => {
  const clean = cleanText(text)
  if (/^[-–+*•→]\s*\S/u.test(clean)) return true
  const hasFigures = /%|\d\s*(?:điểm|đ\b)|điểm\b.*\d|:\s*[\d.,]*\s*(?:điểm)?\.?;?$/iu.test(clean)
  const words = fold(clean)
  return levelWords.test(words)
    ? hasFigures || clean.length <= 60
    : /^\d+ ?%|^[<>≤≥]/u.test(clean) || (hasFigures && /:\s*[\d.,]+\s*(?:điểm)?\.?;?$/iu.test(clean))
}

/** A remark below the table or between its rows. */
export const isFootnote = (text: string): boolean =>
  /^(?:ghi chú|ghi chu|chú thích|lưu ý|nơi nhận|\(\*+\)|\*+\)?\s|\(\d\)\s\p{L})/iu.test(cleanText(text))

/** What stands below a table and never in it: receivers, signatures. */
export const isClosing = (text: string): boolean => /^(?:nơi nhận\s*:|(?:TM|KT|TL|TUQ)\.\s*\p{Lu}{2})/iu.test(cleanText(text))

/** The text goes on in the row below, or came from the row above. */
export const isUnfinished = (text: string): boolean =>
  /(?:[,;(\-–]|\s(?:và|của|các|theo|về|cho|với|trong|đối|tại|do|từ|đến|thuộc|được))$/iu.test(text.slice(-60).trim())
export const continues = (text: string): boolean => /^[\p{Ll}),;.]/u.test(text.trim()) && !/^[a-hđ]\)/u.test(text.trim())

/** A headline of an area: capitals. */
export const isHeadline = (text: string): boolean => isUpperCase(text)
