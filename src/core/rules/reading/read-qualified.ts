import { capped, fullFrom, isMaximum, leftAtLeast, lostAtMost, nothingBelow, nothingFrom, rounded } from './amendments.ts'
import { foldPrint } from './clauses.ts'
import type { Proposal } from './proposal.ts'

const points = '(\\d+(?:[.,]\\d+)?) ?(?:diem|d)?'
const most = `(?:${points}|(?:so )?diem (?:toi da|chuan))`
const atMost = '(?:toi da|khong qua|khong vuot qua|cao nhat)(?: khong qua| chi| la| bang)*'
const only = '(?:thi )?(?:(?:van|cung|chi|duoc) )*(?:tinh|cho|dat|bang|la|lay)(?: (?:la|bang|toi da|du))*'

/** What is said beside a rule and changes it in one known way. */
interface Qualifier {
  readonly said: RegExp
  readonly amend: (rule: Proposal, words: readonly (string | undefined)[], max: string) => Proposal | undefined
}

const between = '[\\s,;.:(–-]*'
const tails: readonly Qualifier[] = [
  {
    said: new RegExp(
      `${between}(?:ket qua |diem |so diem )?(?:duoc )?lam tron (?:(?:den|toi|lay|con) )?(?:0?([1-4]) )?(?:chu )?so (?:thap phan|le|sau dau phay)(?: sau dau phay)?(?: thu (?:nhat|hai))?\\)?$`,
    ),
    amend: rounded,
  },
  { said: new RegExp(`${between}(?:nhung )?(?:tong )?(?:so )?(?:diem )?(?:dat )?${atMost} ${most}\\)?$`), amend: capped },
  {
    said: new RegExp(
      `${between}(?:neu |truong hop )?(?:ty le |ket qua |so )?(?:b ?> ?a|a ?> ?b|dat tren 100 ?%|tren 100 ?%|vuot(?: qua)? 100 ?%|vuot (?:ke hoach|chi tieu|muc))(?: ke hoach| chi tieu)?,? ${only} (?:${most}|100 ?%)\\)?$`,
    ),
    amend: capped,
  },
  {
    said: new RegExp(
      `${between}(?:nhung )?(?:(?:tong )?(?:so )?diem (?:bi )?tru (?:cua tieu chi )?|tru |tong tru )${atMost} ${points}\\)?$`,
    ),
    amend: lostAtMost,
  },
  { said: new RegExp(`${between}(?:nhung )?khong tru (?:qua|vuot qua) ${most}\\)?$`), amend: lostAtMost },
  {
    said: new RegExp(
      `${between}(?:nhung )?(?:so )?diem (?:con lai |thap nhat |toi thieu )?(?:cua (?:tieu chi|noi dung)(?: nay)? )?(?:khong (?:thap hon|duoi|nho hon|it hon)|(?:thap nhat|toi thieu) (?:la|bang)?|la) ?${points}\\)?$`,
    ),
    amend: leftAtLeast,
  },
  {
    said: new RegExp(
      `${between}(?:nhung )?(?:khong (?:tru|tinh) (?:diem )?am|khong am diem|tru (?:cho )?(?:den|toi) (?:khi )?het (?:so )?diem(?: (?:cua )?tieu chi)?|tru toi da bang (?:so )?diem (?:toi da|chuan)(?: (?:cua )?tieu chi)?)\\)?$`,
    ),
    amend: (rule) => leftAtLeast(rule, ['0'], '1'),
  },
  {
    said: new RegExp(
      `${between}(?:neu |truong hop )?(?:(?:ket qua|ty le)(?: [a-z ]{2,40}?)? )?(?:dat )?(?:duoi|<|nho hon) ?(\\d+(?:[.,]\\d+)?) ?%(?:,|:)? ?(?:thi )?(?:khong (?:co|duoc|tinh)(?: tinh)? diem|(?:duoc |tinh )?0 ?(?:diem|d))$`,
    ),
    amend: nothingBelow,
  },
  {
    said: /[\s,;(]+(?:co |tong so |gom |tong cong )?0?(\d{1,2}) [a-z ]{2,40}\)$/,
    amend: (rule, [number], max) =>
      rule.kind === 'perItem' &&
      rule['per'] === undefined &&
      Math.round(Number(rule['each']) * Number(number) * 10_000) === Math.round(Number(max) * 10_000)
        ? rule
        : undefined,
  },
  {
    said: new RegExp(
      `${between}(?:neu |truong hop )?(?:ty le |ket qua )?(?:[a-z] ?\\/ ?[a-z] )?(?:dat )?(?:tu|≥|>=) ?(\\d+(?:[.,]\\d+)?) ?(%)?(?: tro len)?(?:,|:)? ?(?:thi )?(?:duoc |tinh |dat |cho |cham )*(?:du )?${most}$`,
    ),
    amend: fullFrom,
  },
  {
    said: new RegExp(
      `${between}(?:neu )?(?:co )?(?:[a-z]+ ){0,4}?(tu|tren|qua) (?:lan (?:thu )?)?0?(\\d{1,2})(?: ([a-z, ]{2,60}?))?(?: tro (?:len|di))?(?:,|:)? ?(?:thi )?(?:khong (?:tinh|co|duoc)(?: tinh)? diem|(?:duoc |tinh )?0 ?(?:diem|d))$`,
    ),
    amend: nothingFrom,
  },
  {
    said: new RegExp(
      `[\\s,;.:(–-]*(?:neu )?(?:dat |co )?(?:nhieu [a-z ]{2,30},? )?(?:thi )?(?:chi )?(?:tinh|lay|xet)(?: diem)?(?: theo| cho| o)? (?:giai|muc|cap|thanh tich|ket qua|noi dung|truong hop|diem)(?: [a-z]+)? cao nhat\\)?$`,
    ),
    amend: (rule) => (rule.kind === 'choice' ? rule : undefined),
  },
  // What is missing has no points: that is what a sum does.
  {
    said: new RegExp(
      `${between}(?:neu )?(?:thieu|khong (?:co|dat|thuc hien|dap ung)) [a-z]+(?: [a-z]+)? nao(?:,? thi)? khong (?:tinh|co|duoc)(?: tinh)?(?: diem|(?= [a-z]+(?: [a-z]+)? (?:do|ay)$))(?: (?:cua )?[a-z]+(?: [a-z]+)? (?:do|ay))?$`,
    ),
    amend: (rule) => (rule.kind === 'sum' || rule.kind === 'perItem' ? rule : undefined),
  },
]

const whole = `(?:diem (?:toi da|chuan)(?: (?:la )?${points})?|${points})`
const heads: readonly Qualifier[] = [
  {
    said: new RegExp(
      `^(?:don vi )?(?:tinh |cho |duoc |dat |huong )*(?:du |san |truoc )?${whole}(?:(?: (?:roi|sau do))? (?:tru(?: dan)?|tru diem)| neu (?:khong (?:co|bi|de|phat sinh|vi pham)|thuc hien (?:tot|day du|dung))[a-z, ]{0,80})?[:;,.](?! ?(?:neu|duoi))\\s*`,
    ),
    amend: (rule, [named, bare], max) => (rule.kind === 'deduct' && isMaximum(named, max) && isMaximum(bare, max) ? rule : undefined),
  },
  {
    said: new RegExp(
      `^(?:khong (?:co|bi|de|de xay ra|phat sinh|vi pham|phat hien)|thuc hien (?:tot|day du|dung))[a-z, ]{0,80}?[:,]? (?:thi )?(?:duoc |dat |tinh |huong )*(?:du )?${whole}[;.,](?! ?neu)\\s*`,
    ),
    amend: (rule, [named, bare], max) => (rule.kind === 'deduct' && isMaximum(named, max) && isMaximum(bare, max) ? rule : undefined),
  },
]

/**
 * A rule with something beside it that changes it in one way: a rounding, a most or a least, the points that losses are taken from. What remains
 * without it is read by itself, and only a rule of the kind that it can be said of is taken.
 */
export const readQualified = (
  text: string,
  max: string | undefined,
  read: (rest: string) => Proposal | undefined,
): Proposal | undefined => {
  const folded = foldPrint(text)
  if (max === undefined || folded.length !== text.length) return undefined
  for (const { said, amend } of [...tails, ...heads]) {
    const match = said.exec(folded)
    const rest = match && (match.index === 0 ? text.slice(match[0].length) : text.slice(0, match.index))
    if (!match || !rest || rest.length < 4) continue
    const rule = read(rest.trim())
    const amended = rule && amend(rule, match.slice(1), max)
    if (amended) return amended
  }
  return undefined
}
