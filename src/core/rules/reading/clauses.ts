import { fold } from '../../fold.ts'

/** A part of a printed calculation that gives points: what it is said of, as printed and folded, and the points as a rule writes them. */
export interface Clause {
  readonly label: string
  readonly folded: string
  readonly points: string
}

const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()
const bullets = /^(?:[-+•*–]|\(?\d+[).]|\(?[a-z][).])\s+/i
const worth = /(?:diem|diem (?:toi da|chuan)|(?<![a-z])d)\s*\)?$/
// Folded, `cham` is both "mark" and "late", `cong` both "add" and "work": such words belong to the points only where nothing else can be meant.
const pointsAtEnd =
  /^(.*?)(?:\s*[:=–-]\s*|\s+)\(?(?:thi |huong |tinh |duoc (?:tinh |cong |cham |huong )?|(?<=(?:len|xuong|%) )(?:dat |cham ))*(?:(\d+(?:[.,]\d+)?)\s*(?:diem|d)|(\d+)\s*% (?:so diem|(?:so )?diem (?:chuan|toi da)))\)?$/
const bareAtEnd = /^(.*?)\s*[:=]\s*(\d+(?:[.,]\d{1,2})?)$/
const nothingAtEnd = /^(.*?)(?:\s*[:=,–-]\s*|\s+)(?:thi )?(?:khong (?:tinh|co|duoc|cham) diem)$/
const verbs = '(?:\\s*[:=,–-]\\s*|\\s+)(?:thi |huong |dat |tinh |duoc (?:tinh |cham )?)*'
const fullAtEnd = new RegExp(`^(.*?)${verbs}(?:(?:du )?(?:so )?diem (?:chuan|toi da)|(?<=dat )du (?:so )?diem)$`)
const halfAtEnd = new RegExp(`^(.*?)${verbs}(?:1\\/2|mot nua|nua) (?:so )?diem(?: chuan| toi da)?$`)

/** `0,5 điểm nếu …`: the points come first. */
const pointsFirst =
  /^(?:(?:tinh|duoc|dat|cho) )*(?:(\d+(?:[.,]\d+)?) ?(?:diem|d)|(diem (?:toi da|chuan)))(?: (?:neu|khi|doi voi|cho)|:) (?!moi |\d)(.+)$/

const isWorth = (piece: string): boolean => worth.test(fold(piece)) || pointsFirst.test(foldPrint(piece))

/** A list of words before its points is one piece: `đầy đủ, kịp thời: 1 điểm`. */
const joined = (cuts: readonly string[]): readonly string[] => {
  const pieces: string[] = []
  let open = ''
  for (const cut of cuts) {
    open = open === '' ? cut : `${open}, ${cut}`
    if (!worth.test(fold(cut))) continue
    pieces.push(open)
    open = ''
  }
  return open === '' ? pieces : [...pieces, open]
}

/** Cut where decisions cut: semicolons, lines, full stops; commas only where each piece gives points of its own. */
export const partsOf = (text: string): readonly string[] => {
  const parts = text
    .split(/[;\n]|\.(?=\s|$)/)
    .map((part) => tidy(part).replace(bullets, ''))
    .filter((part) => part !== '')
  return parts.flatMap((part) => {
    const cuts = part.split(/,\s+|\s+\/\s+|\s+[-–]\s+(?!dưới|nhỏ hơn)(?=\p{L})/u)
    const pieces = cuts.every(isWorth) ? cuts : joined(part.split(/,\s+/u))
    return pieces.length > 1 && pieces.every(isWorth) ? pieces : [part]
  })
}

/** Folded text in which "mark" is not "late" and "new" is not "each": they are told apart while the print still has its tone marks. Places stay the same. */
export const foldPrint = (text: string): string =>
  fold(
    text
      .normalize('NFC')
      .replace(/chấm/giu, 'tinh')
      .replace(/(?<!\p{L})mới(?!\p{L})/giu, 'mox'),
  )

/** The usual short form of "not" as the word it is. */
const inFull = (folded: string): string => folded.replace(/\bko\b/g, 'khong')

/** Reads a part that ends in points; `undefined` where it does not, or says nothing else. */
export const clauseOf = (part: string): Clause | undefined => {
  const text = tidy(part)
  const folded = foldPrint(text)
  // Every letter folds to one letter, so places in the folded text are places in the printed one.
  const clause = (length: number, points: string): Clause | undefined =>
    length === 0 || /\btru$/.test(folded.slice(0, length)) || folded.length !== text.length
      ? undefined
      : { label: text.slice(0, length), folded: inFull(fold(text.slice(0, length))), points: points.replace(',', '.') }
  const [first, given = '100%', , of = ''] = pointsFirst.exec(folded) ?? []
  if (first !== undefined && folded.length === text.length && !/\d ?(?:diem|d)\b/.test(of))
    return { label: text.slice(-of.length), folded: fold(text.slice(-of.length)), points: given.replace(',', '.') }
  const nothing = nothingAtEnd.exec(folded)
  if (nothing) return clause(nothing[1]?.length ?? 0, '0')
  const [, label = '', points, percent] = pointsAtEnd.exec(folded) ?? []
  if (points !== undefined) return clause(label.length, points)
  if (percent !== undefined) return clause(label.length, `${percent}%`)
  const bare = bareAtEnd.exec(folded)
  if (bare) return clause(bare[1]?.length ?? 0, bare[2] ?? '')
  const half = halfAtEnd.exec(folded)
  if (half) return clause(half[1]?.length ?? 0, '50%')
  const full = fullAtEnd.exec(folded)
  return full ? clause(full[1]?.length ?? 0, '100%') : undefined
}

/** A first line that only names the figure of the bands below it. */
const heading = /^(?:ty le|ti le|cach tinh|cach cham)[a-z ]{0,40}:?$/

const ofMaximum = /\d ?% (?:so )?diem (?:chuan|toi da)$/
const shareAtEnd = /^(.+?) ?[:=] ?(\d{1,3}) ?%$/

/** A bare percent after an answer, where another one says that it is of the maximum. */
const shareOf = (part: string): Clause | undefined => {
  const [, label, percent] = shareAtEnd.exec(tidy(part)) ?? []
  return label === undefined ? undefined : { label, folded: fold(label), points: `${percent}%` }
}

/** All parts of a calculation as clauses, or nothing where one of them is something else. */
export const clausesOf = (text: string): readonly Clause[] | undefined => {
  const all = partsOf(text)
  const parts = all[0] && heading.test(fold(all[0])) ? all.slice(1) : all
  const isOfMaximum = parts.some((part) => ofMaximum.test(fold(part)))
  const clauses = parts.map((part) => clauseOf(part) ?? (isOfMaximum ? shareOf(part) : undefined)).filter((each) => each !== undefined)
  return clauses.length === parts.length && clauses.length > 1 ? clauses : undefined
}

/** The same clause without the "if" that it begins with: what it is said of stays. */
export const withoutIf = (clause: Clause): Clause => {
  const [head = ''] = /^(?:(?:neu|truong hop|doi voi truong hop) )+/.exec(clause.folded) ?? []
  return head === '' || clause.folded.length !== clause.label.length
    ? clause
    : { ...clause, label: clause.label.slice(head.length), folded: clause.folded.slice(head.length) }
}
