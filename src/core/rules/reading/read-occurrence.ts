import { foldPrint, partsOf } from './clauses.ts'
import type { Proposal } from './proposal.ts'

const absent =
  '(?:trong nam |trong ky |don vi |co quan |xa |dia phuong |noi |qua kiem tra |trong nam,? don vi )?(?:nao )?khong (?:co |phat sinh|phat hien |duoc giao |nhan duoc |tiep nhan )[a-z ]{0,60}?'
const all =
  '(?:(?:thi )?(?:duoc |van duoc )?(?:tinh |dat |cho |huong )?(?:du )?(?:so )?diem (?:toi da|chuan)|[:,]? ?(?:thi )?(?:duoc )?(?:tinh |duoc |dat |cho |huong )(\\d{1,3}) ?% (?:so )?diem(?: (?:toi da|chuan))?|[:,]? ?(?:thi )?(?:duoc |tinh |dat )*(\\d+(?:[.,]\\d+)?) ?(?:diem|d))'
/** Out of the maximum; "no points" is not that. */
const out = '(?:thi )?khong (?:(?:danh gia|xet)(?: (?:tieu chi|noi dung)(?: nay)?)?|tinh (?:tieu chi|noi dung)(?: nay)?)'
const said = new RegExp(
  `^(neu|truong hop|truong hop neu|doi voi|doi voi truong hop|don vi|neu don vi)? ?(${absent})(?:,|:)? ?(?:(${all})|(${out}))$`,
)
const inBrackets = /^([\s\S]*?) ?\(((?:n[ếe]u|tr[ườuo]+ng h[ợo]p|kh[ôo]ng ph[áa]t sinh) [^()]+)\)$/iu
const arisesFirst = /^(?:nếu |trường hợp )?có (?:phát sinh|nhiệm vụ|hồ sơ)[\p{L} ]{0,30}: ?/iu

interface Absence {
  /** What does not arise, in the words of the print. */
  readonly words: string
  readonly isOut: boolean
  /** Percent of the maximum that it has then. */
  readonly share: string
}

const absenceOf = (part: string, max: string | undefined): Absence | undefined => {
  const folded = foldPrint(part)
  const [whole, when, words = '', full, share, points, isOut] = said.exec(folded) ?? []
  if (whole === undefined) return undefined
  // Without "if" only "does not arise" says that it is a case of its own, and not an answer.
  if (when === undefined && !folded.startsWith('khong phat sinh') && !/^khong co nhiem vu\b/.test(folded)) return undefined
  if (points !== undefined && Number(points.replace(',', '.')) !== Number(max)) return undefined
  if (full === undefined && isOut === undefined) return undefined
  const at = folded.length === part.length ? folded.indexOf(words) : -1
  return { words: at < 0 ? part : part.slice(at, at + words.length).trim(), isOut: isOut !== undefined, share: share ?? '100' }
}

const wrap = (rule: Proposal, { words, isOut, share }: Absence): Proposal => {
  if (rule.kind === 'ratio' && share === '100') return { ...rule, zeroDenominator: isOut ? 'notApplicable' : 'max' }
  return {
    kind: 'conditional',
    if: 'arises',
    then: { rule },
    else: isOut ? { notApplicable: words } : { points: `${share}%` },
  }
}

/**
 * A way of giving points, and what holds where nothing arises: all of the points, or the criterion is not assessed. What remains without that part is
 * read by itself; where it cannot be, all of it stays for a person.
 */
export const readOccurrence = (
  text: string,
  max: string | undefined,
  read: (rest: string) => Proposal | undefined,
): Proposal | undefined => {
  const [, before, inside] = inBrackets.exec(text.normalize('NFC').trim().replace(/\.$/, '')) ?? []
  const parts = before === undefined || inside === undefined ? partsOf(text) : [...partsOf(before), inside]
  const found = parts.map((part) => absenceOf(part, max))
  const absences = found.filter((each) => each !== undefined)
  const [absence] = absences
  const rest = parts.filter((_, index) => found[index] === undefined)
  if (!absence || absences.length > 1 || rest.length === 0) return undefined
  const rule = read(rest.join('; ').replace(arisesFirst, ''))
  return rule && wrap(rule, absence)
}
