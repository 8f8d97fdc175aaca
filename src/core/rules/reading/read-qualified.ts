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

const dot = (text: string): string => text.replace(',', '.')
const isMaximum = (figure: string | undefined, max: string): boolean => figure === undefined || Number(dot(figure)) === Number(max)

/** More than all counts as all: only for what may be more. */
const capped = (rule: Proposal, [figure]: readonly (string | undefined)[], max: string): Proposal | undefined => {
  if (!isMaximum(figure, max)) return undefined
  if (rule.kind === 'ratio' && rule['complement'] !== true) return { ...rule, over: 'cap' }
  return rule.kind === 'linear' && rule['low'] === undefined ? { ...rule, cap: rule['to'] ?? '100' } : undefined
}

/** No more than so many points taken away in all: that leaves the rest of the maximum. */
const lostAtMost = (rule: Proposal, [figure]: readonly (string | undefined)[], max: string): Proposal | undefined => {
  if (rule.kind !== 'deduct' || rule['floor'] !== undefined || rule['forbidding'] !== undefined) return undefined
  const left = Math.round((Number(max) - Number(dot(figure ?? max))) * 10_000) / 10_000
  return left < 0 ? undefined : { ...rule, ...(left > 0 && { floor: String(left) }) }
}

const leftAtLeast = (rule: Proposal, [figure = '']: readonly (string | undefined)[], max: string): Proposal | undefined =>
  rule.kind === 'deduct' && rule['floor'] === undefined && rule['forbidding'] === undefined && Number(dot(figure)) < Number(max)
    ? { ...rule, ...(Number(dot(figure)) > 0 && { floor: dot(figure) }) }
    : undefined

const rounded = (rule: Proposal, [digits]: readonly (string | undefined)[]): Proposal | undefined =>
  ['ratio', 'linear', 'steps', 'formula', 'sum'].includes(rule.kind)
    ? { ...rule, round: { digits: digits === undefined ? 2 : Number(digits) } }
    : undefined

/** All of the points from some quotient on, the line below it. */
const fullFrom = (rule: Proposal, [figure = '', percent, given]: readonly (string | undefined)[], max: string): Proposal | undefined => {
  if (!isMaximum(given, max) || rule['floor'] !== undefined || rule['complement'] === true || rule['low'] !== undefined) return undefined
  const edge = Number(dot(figure)) * (percent === undefined && Number(dot(figure)) <= 1 ? 100 : 1)
  if (edge > 100 || edge <= 0 || (percent === undefined && Number(dot(figure)) > 1)) return undefined
  if (rule.kind === 'linear' && percent !== undefined && rule['unit'] === '%')
    return {
      kind: 'steps',
      unit: '%',
      bands: [
        { from: String(edge), points: '100%' },
        { to: String(edge), formula: 'value * maxPoints / 100' },
      ],
    }
  if (rule.kind !== 'ratio') return undefined
  const quotient = `(${String(rule['numerator'])}) / ${String(rule['denominator'])}`
  return {
    kind: 'steps',
    value: `${quotient} * 100`,
    ...(rule['inputs'] !== undefined && { inputs: rule['inputs'] }),
    bands: [
      { from: String(edge), points: '100%' },
      { to: String(edge), formula: `${quotient} * maxPoints` },
    ],
  }
}

/** Nothing below some percent: a floor of the line, or the end of what falls step by step. */
const nothingBelow = (rule: Proposal, [figure = '']: readonly (string | undefined)[]): Proposal | undefined => {
  const floor = dot(figure)
  if (rule.kind === 'steps' && rule['unit'] === '%') {
    const bands = (rule['bands'] ?? []) as readonly { readonly from?: string; readonly to?: string; readonly formula?: string }[]
    const last = bands.at(-1)
    const isFalling = last?.formula !== undefined && last.from === undefined && Number(floor) < Number(last.to)
    return isFalling ? { ...rule, bands: [...bands.slice(0, -1), { ...last, from: floor }, { to: floor, points: '0' }] } : undefined
  }
  const isLine = rule.kind === 'ratio' || rule.kind === 'linear'
  return isLine && rule['floor'] === undefined && rule['complement'] !== true && rule['low'] === undefined ? { ...rule, floor } : undefined
}

/** "From the fourth on nothing", where four of them take all of the points anyway. */
const nothingFrom = (
  rule: Proposal,
  [word, figure = '', thing = '']: readonly (string | undefined)[],
  max: string,
): Proposal | undefined => {
  const [event, ...more] = (rule['events'] ?? []) as readonly { readonly each?: string; readonly label?: string }[]
  const first = Number(figure) + (word === 'tu' ? 0 : 1)
  if (rule.kind !== 'deduct' || !event?.each || more.length > 0 || rule['floor'] !== undefined) return undefined
  // What is counted has to be what takes the points.
  if (
    !/^(?:lan|truong hop|tro (?:len|di))?$/.test(thing) &&
    !foldPrint(event.label ?? '').includes(/^[a-z]+(?: [a-z]+)?/.exec(thing)?.[0] ?? thing)
  )
    return undefined
  const lost = Math.round(Number(event.each) * 10_000)
  if (lost * first >= Math.round(Number(max) * 10_000)) return rule
  const { each, ...count } = event
  return {
    kind: 'steps',
    value: 'count',
    inputs: [{ ...count, name: 'count', type: 'count' }],
    bands: [
      { from: String(first), points: '0' },
      { from: '0', to: String(first), formula: `maxPoints - ${each} * count` },
    ],
  }
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

/** How many there are, before what each gives. */
const counted = /^(?:du|co|gom|bao gom)(?: ca| du)? 0?(\d{1,2}) [a-z ]{2,60}(?: ?\([^()]*\))?[,:;.] ?(?=(?:cu )?moi )/

/** `04 báo cáo x 0,25 điểm/báo cáo`. */
const multiplied = /^0?(\d{1,2}) (\p{L}[\p{L} ]{2,60}?) ?[x×*] ?(\d+[.,]\d+|\d)(?: ?(?:điểm|đ))?(?: ?\/ ?(?:0?1 )?[\p{L} ]{2,40})?$/iu
const eachInside = /^[^:;]{3,120}: (\d+(?:[.,]\d+)?)(?: ?(?:điểm|đ))? ?\(((?:cứ )?mỗi [^()]+)\)$/iu

/** `Đủ 04 báo cáo, mỗi báo cáo 0,25 điểm`: so many of them make the maximum. */
export const readAfterNumber = (
  text: string,
  max: string | undefined,
  read: (rest: string) => Proposal | undefined,
): Proposal | undefined => {
  const [, whole, inside] = eachInside.exec(text) ?? []
  const apart = inside === undefined || Number(dot(whole ?? '')) !== Number(max) ? undefined : read(inside)
  if (apart?.kind === 'perItem') return apart
  const [times = '', many, thing = '', one = ''] = multiplied.exec(text) ?? []
  if (times !== '' && Math.round(Number(many) * Number(dot(one)) * 10_000) === Math.round(Number(max) * 10_000))
    return read(`Mỗi ${thing}: ${one} điểm`)
  const [head = '', number] = counted.exec(foldPrint(text)) ?? []
  const rule = head === '' ? undefined : read(text.slice(head.length))
  const isAll = Math.round(Number(rule?.['each']) * Number(number) * 10_000) === Math.round(Number(max) * 10_000)
  return rule?.kind === 'perItem' && isAll ? rule : undefined
}

const item = /^(?:\(?[a-z1-9][).]|[-+•]) ?[^\d%]+$/iu

/** A list of what is counted, after the points by their number: left out where the rule counts to as many. */
export const readBeforeList = (text: string, read: (rest: string) => Proposal | undefined): Proposal | undefined => {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => item.test(line))
  const items = lines.slice(first)
  if (first < 1 || items.length < 2 || !items.every((line) => item.test(line))) return undefined
  const rule = read(
    lines
      .slice(0, first)
      .join('\n')
      .trim()
      .replace(/[:;,]$/u, ''),
  )
  const [count] = (rule?.['inputs'] ?? []) as readonly { readonly to?: string }[]
  return rule?.kind === 'steps' && count?.to === String(items.length) ? rule : undefined
}

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
