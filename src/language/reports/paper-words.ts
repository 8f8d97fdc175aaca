/**
 * Fixed words of administrative papers. Source: Decree 30/2020/NĐ-CP, Appendix I (form) and Appendix III (abbreviations of types).
 */
export const paperTypes = {
  decision: { title: 'QUYẾT ĐỊNH', name: 'Quyết định', mark: 'QĐ' },
  plan: { title: 'KẾ HOẠCH', name: 'Kế hoạch', mark: 'KH' },
  report: { title: 'BÁO CÁO', name: 'Báo cáo', mark: 'BC' },
  notice: { title: 'THÔNG BÁO', name: 'Thông báo', mark: 'TB' },
  minutes: { title: 'BIÊN BẢN', name: 'Biên bản', mark: 'BB' },
  guidance: { title: 'HƯỚNG DẪN', name: 'Hướng dẫn', mark: 'HD' },
  submission: { title: 'TỜ TRÌNH', name: 'Tờ trình', mark: 'TTr' },
} as const
export type PaperType = keyof typeof paperTypes

export const paperWords = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  draft: 'DỰ THẢO',
  number: 'Số:',
  letterSubject: 'V/v',
  letterName: 'Công văn',
  dear: 'Kính gửi:',
  resolves: (type: string) => `${type}:`,
  recipients: 'Nơi nhận:',
  archive: (marks: readonly string[]) => `- Lưu: ${marks.join(', ')}.`,
  annex: 'Phụ lục',
  part: 'Phần',
  chapter: 'Chương',
  section: 'Mục',
  article: 'Điều',
  secretary: 'THƯ KÝ',
  chair: 'CHỦ TRÌ',
  endMark: './.',
  total: 'Tổng điểm',
  attachedTo: (paper: string, number: string, date: string, agency: string) => `(Kèm theo ${paper} số ${number} ${date} của ${agency})`,
} as const

/** Marks before a signer's title: for a collective, deputy for the head, by order, by authorization, acting head. */
export const authorityMarks = { collective: 'TM.', deputy: 'KT.', order: 'TL.', authorization: 'TUQ.', acting: 'Q.' } as const

/** The Vietnamese alphabet in its order, for points a), b), c), d), đ), e) … */
const alphabet = [...'abcdđeghiklmnopqrstuvxy']

/** The letter of the n-th point, counted from 1; beyond the alphabet it goes on with two letters. */
export const pointLetter = (place: number): string => {
  const at = place - 1
  const letter = alphabet[at % alphabet.length] ?? ''
  return at < alphabet.length ? letter : `${alphabet[Math.floor(at / alphabet.length) - 1] ?? ''}${letter}`
}

/** A date as far as it is known: a paper may leave day, or day and month, to the clerk; the year 0 leaves the whole of it open, as a template does. */
export type PaperDate =
  | { readonly year: number; readonly month: number; readonly day: number }
  | { readonly year: number; readonly month: number; readonly day?: undefined }
  | { readonly year: number; readonly month?: undefined; readonly day?: undefined }

/** Room that a clerk writes into; spaces that no writer may collapse. */
const blank = (spaces: number): string => '\u00a0'.repeat(spaces)

/** `ngày 05 tháng 01 năm 2022`: days below ten and the months January and February take a zero, other months do not. */
export const dateWords = ({ day, month, year }: PaperDate): string => {
  const dayText = day === undefined ? blank(5) : ` ${String(day).padStart(2, '0')} `
  const monthText = month === undefined ? blank(5) : ` ${month < 3 ? `0${month}` : month} `
  return `ngày${dayText}tháng${monthText}năm ${year === 0 ? blank(5) : year}`
}

/** `05/KH-BDT`: numbers below ten take a zero; an open number leaves room. */
export const numberText = (number: number | undefined, symbol: string): string =>
  `${number === undefined ? blank(7) : String(number).padStart(2, '0')}/${symbol}`

/** `12/4/2026` as papers cite dates in running text, with the same zeros as {@link dateWords}. */
export const citedDate = (iso: string): string => {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
  if (!match) return iso
  const [, year, month = '', day] = match
  return `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`
}
