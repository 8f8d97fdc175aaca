import { foldPrint, partsOf } from './clauses.ts'
import type { Proposal } from './proposal.ts'

/** Out of the maximum, in the words of decisions; "no points" is not that. */
const notAssessed =
  '(?:khong (?:danh gia|xet|ap dung|tinh|tinh diem)(?: (?:tieu chi|noi dung)(?: thanh phan)?(?: nay)?)?(?:,? (?:va )?(?:(?:tru|loai)(?: bo)?(?: (?:so )?diem)?(?: (?:toi da )?(?:cua )?tieu chi(?: nay)?)?(?: ra)? khoi [a-z ]{4,40}|(?:so )?diem toi da (?:cua tieu chi )?(?:duoc )?giam (?:tuong ung|tru)|khong tinh vao [a-z ]{4,40}))?|(?:tru|loai)(?: (?:tieu chi|diem))?(?: (?:tieu chi )?nay)?(?: ra)? khoi (?:tong diem|mau so|diem toi da)[a-z ]{0,40}|khong tinh vao (?:tong diem|mau so|diem toi da)[a-z ]{0,40})'
const full = '(?:(?:duoc |van )*(?:tinh |dat |cho |huong )*(?:du )?(?:so )?diem (?:toi da|chuan))'
const condition = '(?:neu|truong hop|doi voi|rieng|(?=(?:xa|don vi|co quan|dia phuong)[a-z ,]* khong ))'
const said = new RegExp(`^(${condition} ?)([a-z][^;:%]{3,140}?)(?:,|:)?(?: thi)?:? (?:(${notAssessed})|(${full}))$`)
const zero = new RegExp(
  `^(?:neu |truong hop )?([a-z]|mau so|mau) ?(?:=|bang) ?0(?:,|:)?(?: thi)?:? (?:(${notAssessed})|(${full}|(?:duoc |tinh |cho |dat )*(\\d+(?:[.,]\\d+)?) ?(?:diem|d)))$`,
)
/** "No points" says nothing of the maximum: only where more is said is the criterion out. */
const isNothing = /(?:khong tinh(?: diem)?)$/

const isOut = (words: string): boolean => !isNothing.test(words) || /khoi|giam|vao/.test(words)

/** Nothing to divide by: the quotient says itself what holds then. */
const withZero = (rule: Proposal | undefined, letter: string | undefined, out: boolean): Proposal | undefined => {
  if (rule?.kind !== 'ratio' || (letter?.length === 1 && rule['denominator'] !== letter)) return undefined
  return { ...rule, zeroDenominator: out ? 'notApplicable' : 'max' }
}

/**
 * A way of giving points, and a case in which the criterion is not assessed or has all of its points: asked for as a question of its own, in the words of
 * the print. Where nothing to divide by is that case, the quotient answers it.
 */
export const readException = (
  text: string,
  max: string | undefined,
  read: (rest: string) => Proposal | undefined,
): Proposal | undefined => {
  const parts = partsOf(text)
  const at = parts.findLastIndex((part) => zero.test(foldPrint(part)) || said.test(foldPrint(part)))
  const part = parts[at]
  if (part === undefined || parts.length < 2) return undefined
  const rest = read(parts.filter((_, index) => index !== at).join('; '))
  const folded = foldPrint(part)
  const [none, letter, outOfZero, , figure] = zero.exec(folded) ?? []
  if (figure !== undefined && Number(figure.replace(',', '.')) !== Number(max)) return undefined
  if (none !== undefined) return withZero(rest, letter, outOfZero !== undefined)
  const [, when = '', words = '', out, all] = said.exec(folded) ?? []
  if (!rest || folded.length !== part.length || (out !== undefined && !isOut(out)) || /\bdiem\b|[<>≤≥=]/.test(words)) return undefined
  if (all !== undefined && /\d/.test(words.replace(/\d{1,2}\/\d{1,2}(?:\/\d{4})?/g, ''))) return undefined
  if (all !== undefined && rest.kind === 'deduct') return undefined
  const label = part.slice(when.length, when.length + words.length).trim()
  return {
    kind: 'conditional',
    if: 'excepted',
    then: all === undefined ? { notApplicable: label } : { points: '100%' },
    else: { rule: rest },
    inputs: [{ name: 'excepted', type: 'flag', label }],
  }
}
