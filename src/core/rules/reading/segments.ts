import { amountsIn } from './amounts.ts'
import { type Clause, foldPrint } from './clauses.ts'

/** A line cut where its points are said: what each amount is given for, the head above them, and what is said besides. */
export interface Segments {
  readonly head: string
  readonly clauses: readonly Clause[]
}

const bullet = /^(?:[-+•*–✓]|\(?\d{1,2}[).]|\(?[a-hđ][).]|(?:nội dung|tiêu chí|phần) \d[:.])\s+/iu
const joint = /^(?:[\s,;:/+–-]|(?:và|hoặc|còn(?! lại)|thì|nhưng|nếu|khi|trường hợp(?! (?:còn lại|khác)))\s)+/iu
const ending = /(?:[\s,:=–-]|\((?=\s*$)|\s(?:thì|là)(?=\s*$))+$/iu
const firstWord = /^(?: ?[:–-] ?| )(?=(?:neu|khi|cho|doi voi|truong hop|voi)\b|(?<=: ?))/
/** Said beside the points for the reader of the paper, and no part of the rule. */
const remark =
  /^(?:\(|ghi chu:? |luu y:? )*(?:can cu|tai lieu|minh chung|kem theo|kem|so lieu|xem|co xac nhan|theo (?:ket qua|bao cao|so lieu|du lieu|danh gia|cong bo|quy dinh|huong dan|xac nhan)|thong tin|ho so (?:luu|minh chung)|vi du|ap dung|don vi (?:gui|cung cap)|tinh (?:den|tai) (?:ngay|thoi diem)|ket qua (?:do|tren|lay|duoc)|du lieu|thoi gian tinh|yeu cau:|nguon|(?:[a-z]+ ){1,5}phai)\b/
const notCounted = /^\(?khong (?:tinh|bao gom) (?:cac )?(?:ho so|nhiem vu|van ban|thu tuc|tthc|don)\b[a-z, ]*\)?$/
const changesPoints = /\b(?:diem|tru|neu|toi da|khong qua|toi thieu|khong tinh|khong danh gia|moi|cu (?:moi|\d)|truong hop)\b|%|\d ?d\b/

const isRemark = (words: string): boolean => {
  const folded = foldPrint(words.trim())
  if (notCounted.test(folded) && !/\bdiem\b/.test(folded)) return true
  return remark.test(folded) && !changesPoints.test(folded.replace(/ket qua diem|bao cao tru/g, ''))
}

export const clean = (label: string): string => {
  let text = label.trim()
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replace(joint, '').replace(bullet, '').replace(ending, '').trim()
  }
  return text
}

const clauseFor = (printed: string, points: string): Clause | undefined => {
  const label = clean(printed)
  const folded = foldPrint(label)
  if (label === '' || folded.length !== label.length || /(?:\b(?:tru|x|nhan|nhan voi)|[*×/])$/.test(folded)) return undefined
  return { label, folded: folded.replace(/\bko\b/g, 'khong'), points }
}

/** Brackets after the points: dropped where they only tell where it is seen, else they belong to the words before. */
const afterwards = (rest: string): string | undefined => {
  const text = rest.trim().replace(/[.,;]$/, '')
  if (text === '' || isRemark(text)) return ''
  return /^\([^()\d%]+\)$/u.test(text) && !changesPoints.test(foldPrint(text)) ? ` ${text}` : undefined
}

/** Points first: `1 điểm nếu …; 0,5 điểm nếu …`. */
const pointsFirst = (sentence: string, max: string | undefined): readonly (Clause | undefined)[] | undefined => {
  const amounts = amountsIn(sentence, max)
  const [first] = amounts
  if (!first || clean(sentence.slice(0, first.start)) !== '') return undefined
  if (!firstWord.test(foldPrint(sentence).slice(first.end))) return undefined
  return amounts.map(({ end, points }, index) =>
    clauseFor(
      sentence
        .slice(end, amounts[index + 1]?.start ?? sentence.length)
        .replace(/^ ?[:–-]? ?(?:nếu|khi|cho|đối với|với|trường hợp)\s/iu, ''),
      points,
    ),
  )
}

const pointsLast = (sentence: string, max: string | undefined): readonly (Clause | undefined)[] => {
  const amounts = amountsIn(sentence, max)
  const last = amounts.at(-1)
  const besides = last && afterwards(sentence.slice(last.end))
  return amounts.map(({ start, points, isAdded }, index) => {
    const words = sentence.slice(amounts[index - 1]?.end ?? 0, start)
    const [, inside, rest] = /^ ?(\([^()]*\)) ?[,;]? ?(.*)$/u.exec(words) ?? []
    const own = inside === undefined || index === 0 ? words : afterwards(inside) === '' ? (rest ?? '') : undefined
    if (isAdded || own === undefined || (last === amounts[index] && besides === undefined)) return undefined
    return clauseFor(last === amounts[index] ? `${own}${besides}` : own, points)
  })
}

const heading = /^((?:[^:;\d%(]|\([^()]*\)){3,120}):\s*(?=\S)(?!$)/u

/** Cut at semicolons, lines and full stops, then at each amount; nothing where a part is neither a clause, nor the head, nor a mere remark. */
export const segmentsOf = (text: string, max: string | undefined): Segments | undefined => {
  const sentences = text
    .split(/[;\n]|\.(?=\s|$)/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '' && !/^[-+•*.]+$/u.test(part) && !isRemark(part.replace(bullet, '')))
  let head = ''
  const clauses: (Clause | undefined)[] = []
  for (const [index, sentence] of sentences.entries()) {
    const isHead = index === 0 && amountsIn(sentence, max).length === 0 && sentences.length > 2 && !/\d/.test(sentence)
    if (isHead) head = clean(sentence)
    else clauses.push(...(pointsFirst(sentence, max) ?? (amountsIn(sentence, max).length === 0 ? [undefined] : pointsLast(sentence, max))))
  }
  const [first, ...rest] = clauses
  if (!first || clauses.length < 2 || rest.some((each) => each === undefined)) return undefined
  const named = head === '' ? heading.exec(first.label) : null
  const opening = named ? clauseFor(first.label.slice(named[0].length), first.points) : first
  if (!opening) return undefined
  return { head: named?.[1]?.trim() ?? head, clauses: [opening, ...rest.filter((each) => each !== undefined)] }
}
