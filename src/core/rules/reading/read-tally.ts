import { clauseOf, foldPrint } from './clauses.ts'
import type { Proposal } from './proposal.ts'

const number = '(\\d+(?:[.,]\\d+)?)'
const points = `${number} ?(?:diem|d)?(?![a-z0-9%]| ?%)`
const one = '(?:0?1|mot)'
const unit = `(?: ?\\/ ?(?:${one} )?([a-z][a-z, ]{1,40}?)| (?:cho|tren|voi) (?:moi |${one} )([a-z][a-z, ]{1,40}?))?`
const opening = '(?:(?:(?:so )?diem (?:cho|cua|doi voi)|neu|truong hop|neu co|khi|co|doi voi|don vi) )*'
const every = `(?:(?:cu )?(?:moi )(?:0?1 |mot )?|cu (?:0?1 |mot )?|(?:0?1|mot) )`
const words = '([a-z][a-z0-9, ]{1,120}?)'
const leads = '(?:,|:)?(?: (?:thi|bi|se|duoc|don vi))*'

const losses = [
  new RegExp(`^${opening}(${every})?${words}(?: (?:${one}) ([a-z ]{2,40}?))?${leads} tru(?: di)? ${points}${unit}$`),
  new RegExp(`^${opening}(${every})?${words}(?::|,)? ?[-–]${points}${unit}$`),
]
const lossOnce = new RegExp(`^(?:bi )?tru ${points} (?:neu|khi|doi voi truong hop) ${words}$`)
const gainOnce = new RegExp(`^(?:cong|thuong) ${points} (?:neu|khi) ${words}$`)
const lossFirst = new RegExp(`^(?:bi )?tru(?: di)? ${points} ?(?:\\/|(?:cho|doi voi|voi|tren) )(?: ?${every})${words}$`)
const gain = new RegExp(
  `^(?:diem (?:thuong|cong):? )?${opening}(${every})?${words}(?:(?:,|:|=)?(?: (?:thi|duoc|dat|cong|tinh|thuong|them|la))*) ?\\+? ?${points}${unit}$`,
)
const gainFirst = new RegExp(`^(?:(?:cong|thuong|duoc|tinh) )*\\+? ?${points} ?(?:\\/|(?:cho|doi voi|voi) )(?: ?${every})?${words}$`)
const least = '(?:toi da|khong qua|khong vuot qua|cao nhat)(?: khong qua| chi| la| bang| =|:)*'
const most = `(?:${points}|(?:so )?diem (?:toi da|chuan|cua tieu chi)(?: cua tieu chi| cua noi dung)?)`
const gainCap = new RegExp(
  `^(?:nhung )?(?:tong )?(?:cong )?(?:so )?(?:diem )?(?:cong |thuong |cong don )*(?:cua (?:tieu chi|noi dung)(?: nay)? )?${least}(?: cong)? ${most}(?: cho (?:tieu chi|noi dung) nay)?$`,
)
const itemCap = new RegExp(`^(?:nhung )?(?:tinh )?${least} 0?(\\d{1,2}) ([a-z]{2,20})(?: [a-z ]{2,30})?$`)
const lossCap = new RegExp(
  `^(?:nhung )?(?:(?:tong )?(?:so )?(?:diem )?(?:bi )?tru )?${least} ${most}$|^(?:nhung )?khong tru (?:qua|vuot qua) ${most}$|^toi da tru ${most}$`,
)
const toNothing =
  /^(?:va |nhung )?(?:(?:tru|giam)(?: dan)? )?(?:cho )?(?:den|toi)(?: khi)? (?:het|0)(?: so)?(?: ?diem)?(?: (?:cua )?(?:tieu chi|noi dung)(?: nay)?| toi da)?$|^(?:toi thieu|thap nhat) (?:con |la |bang )?0 ?(?:diem|d)?$|^khong (?:tru|tinh) (?:diem )?am$|^khong am diem$/
const faults = /\b(?:bi|cham|tre|thieu|sai|loi|vi pham|khong|chua|qua han|tru|muon|phe binh|khien trach|canh cao|ky luat)\b/
const serious =
  /\b(?:ky luat|cach chuc|truy cuu|hinh su|nghiem trong|tham nhung|buoc thoi viec|lan thu|tu \d+ lan tro len|khong (?:bao cao|gui|thuc hien|ban hanh|nop))\b/
const traps = /\b(?:rieng|hoac hon|giam tru|theo muc do|tuong ung|neu khong|thi khong|con lai|phan tram|so voi)\b|%|\d\/\d/

interface Tally {
  readonly label: string
  readonly each: string
  readonly isCounted: boolean
  readonly cap?: string
}

const dot = (text: string): string => text.replace(',', '.')
const units = (text: string): number => Math.round(Number(dot(text)) * 10_000)

const printed = (part: string, folded: string, found: string): string => {
  const at = folded.length === part.length ? folded.indexOf(found) : -1
  return (at < 0 ? found : part.slice(at, at + found.length)).trim()
}

const lossOf = (part: string): Tally | undefined => {
  const folded = foldPrint(part)
  const [, firstEach, firstName] = lossFirst.exec(folded) ?? []
  if (firstEach !== undefined && firstName !== undefined)
    return { label: printed(part, folded, firstName), each: dot(firstEach), isCounted: true }
  const [, once, happening] = lossOnce.exec(folded) ?? []
  if (once !== undefined && happening !== undefined && !/\b(?:moi|cu|lan)\b/.test(happening))
    return { label: printed(part, folded, happening), each: dot(once), isCounted: false }
  for (const print of losses) {
    const match = print.exec(folded)
    if (!match) continue
    const groups = match.slice(1)
    const figure = groups.findIndex((group) => group !== undefined && /^\d/.test(group))
    const [mark, name = '', thing] = print === losses[0] ? groups : [groups[0], groups[1]]
    const label = thing === undefined ? printed(part, folded, name) : `${printed(part, folded, name)} ${printed(part, folded, thing)}`
    if (/\d/.test(name) && !/\d{1,2}(?: ?%)? [a-z]/.test(name)) return undefined
    const isOne = /\b0?1 [a-z]/.test(name)
    return {
      label: isOne ? label.replace(/(?<!\d)0?1 (?=\p{L})/u, '') : label,
      each: dot(groups[figure] ?? ''),
      isCounted:
        isOne ||
        mark !== undefined ||
        thing !== undefined ||
        groups.slice(figure + 1).some((group) => group !== undefined) ||
        /\b(?:moi|tung)\b/.test(name),
    }
  }
  return undefined
}

const gainOf = (part: string): Tally | undefined => {
  const folded = foldPrint(part)
  const [, once, thing] = gainOnce.exec(folded) ?? []
  if (once !== undefined && thing !== undefined) return { label: printed(part, folded, thing), each: dot(once), isCounted: false }
  const [, figure, first] = gainFirst.exec(folded) ?? []
  if (figure !== undefined && first !== undefined) return { label: printed(part, folded, first), each: dot(figure), isCounted: true }
  const [whole, mark, name = '', each, per, perMore] = gain.exec(folded) ?? []
  if (whole === undefined || each === undefined) return undefined
  const isAdded = /\+ ?\d/.test(whole)
  const isCounted = mark !== undefined || per !== undefined || perMore !== undefined
  const label = printed(part, folded, name).replace(/(?: ?[x*×]| thì)$/u, '')
  return isCounted || isAdded ? { label, each: dot(each), isCounted } : undefined
}

/** Sentences, brackets that say a limit as sentences of their own, and what follows a comma where a new tally or limit begins. */
const sentencesOf = (text: string): readonly string[] =>
  text
    .replace(/^((?:điểm )?tối đa:? \d+(?:[.,]\d+)? ?(?:điểm|đ))\s*[:,.]\s*/iu, '$1; ')
    .replace(/^([^:;.\d]{3,120}):\s*(?=(?:cứ |mỗi )[^;:]*\d)/iu, '$1; ')
    .replace(/\s*\(((?:nhưng |tổng |cứ )?(?:mỗi|không|tối đa|tối thiểu|trừ|cao nhất|thấp nhất)[^()]*)\)/giu, '; $1')
    .split(
      /[;\n]|\.(?=\s|$)|,\s+(?=(?:nhưng |và )?(?:cứ|mỗi|trừ|tối đa|không quá|không trừ|không vượt|tổng|cao nhất|trừ đến|cho đến)\s)|\s+(?=(?:nhưng |tổng )?(?:tối đa không|không quá \d|tối đa \d|cho đến hết|đến hết|nhưng không))/iu,
    )
    .map((part) =>
      part
        .replace(/^[\s+•*–-]+(?=\p{L})/u, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((part) => part !== '')

interface Said {
  readonly losses: readonly Tally[]
  readonly gains: readonly Tally[]
  readonly limits: readonly string[]
  readonly others: readonly string[]
}

const withCap = (tallies: readonly Tally[], cap: string): readonly Tally[] =>
  tallies.map((tally, index) => (index === tallies.length - 1 ? { ...tally, cap } : tally))

const sort = (parts: readonly string[]): Said =>
  parts.reduce<Said>(
    (said, part) => {
      const folded = foldPrint(part)
      if (toNothing.test(folded)) return said
      const [isGainCap, figure = 'max'] = gainCap.exec(folded) ?? []
      const [isLossCap, ...lossFigures] = lossCap.exec(folded) ?? []
      const [isItemCap, number_ = '', thing = ''] = itemCap.exec(folded) ?? []
      const last = said.gains.at(-1)
      if (isItemCap !== undefined && last && last.label !== '' && foldPrint(last.label).includes(thing))
        return { ...said, gains: withCap(said.gains, String(Math.round(Number(last.each) * Number(number_) * 10_000) / 10_000)) }
      if (isGainCap !== undefined && said.losses.length === 0) return { ...said, limits: [...said.limits, dot(figure)] }
      if (isLossCap !== undefined && said.losses.length > 0)
        return { ...said, limits: [...said.limits, dot(lossFigures.find((each) => each !== undefined) ?? 'max')] }
      const loss = lossOf(part)
      if (loss) return { ...said, losses: [...said.losses, loss] }
      const gained = gainOf(part)
      return gained && clauseLike(part) ? { ...said, gains: [...said.gains, gained] } : { ...said, others: [...said.others, part] }
    },
    { losses: [], gains: [], limits: [], others: [] },
  )

const clauseLike = (part: string): boolean => !/\btru\b/.test(foldPrint(part).replace(/tru so\b/g, ''))

const whole = /\b(?:dung|du|day du|tot|kip thoi|khong)\b|100 ?%|^(?:duoc |tinh |cho |dat )*$/
/** All of the points for what is as it should be: a figure in it has to be "all of them". */
const isWhole = (part: string, max: string): boolean => {
  const clause = clauseOf(part)
  if (!clause || (clause.points !== '100%' && Number(clause.points) !== Number(max))) return false
  return whole.test(clause.folded) && !/\d/.test(clause.folded.replace(/\b(?:du|ca) (?:ca )?\d{1,2}\b|100 ?%/g, ''))
}

/** What it is about, said before the points: no figure, and nothing that takes points. */
const isHead = (part: string): boolean => !/\d|\b(?:diem|tru|neu|toi da)\b/.test(foldPrint(part))

const bareWhole = /^(?:diem (?:toi da|chuan)(?: la)? ?:? ?|toi da )(\d+(?:[.,]\d+)?) ?(?:diem|d)$/

const deductOf = ({ losses: lost, limits, others, gains }: Said, max: string): Proposal | undefined => {
  const zeros = others.filter((part) => Number(clauseOf(part)?.points) === 0 && serious.test(clauseOf(part)?.folded ?? ''))
  const rest = others.filter(
    (part, index) =>
      !zeros.includes(part) &&
      !isWhole(part, max) &&
      !(index === 0 && isHead(part)) &&
      Number(dot(bareWhole.exec(foldPrint(part))?.[1] ?? '')) !== Number(max),
  )
  const uncounted = lost.filter(({ isCounted }) => !isCounted)
  // After "each case of" its kinds follow, each with a loss of its own.
  const areCases = lost[0]?.isCounted === true && /^(?:truong hop|vu|lan|can bo|cong chuc|nguoi)\b/.test(foldPrint(lost[0].label))
  if (uncounted.length > 0 && uncounted.length < lost.length && !areCases) return undefined
  const isInTime = others.some((part) => isWhole(part, max) && /\bdung (?:han|thoi)/.test(foldPrint(part)) && !/\d\/\d/.test(part))
  if (!isInTime && lost.some(({ label }) => /\bngay\b/.test(foldPrint(label)))) return undefined
  if (rest.length > 0 || gains.length > 0 || zeros.length > 1 || limits.length > 1 || lost.length > 6) return undefined
  const isAll = lost.length === 1 && units(lost[0]?.each ?? '0') === units(max)
  if (uncounted.length > 0 && lost.length < 2 && !isAll) return undefined
  if (lost.some(({ label }) => label === '' || traps.test(foldPrint(label)) || /\d/.test(label.replace(/^\d{1,2} (?=\p{L})/u, ''))))
    return undefined
  if (new Set(lost.map(({ label }) => foldPrint(label))).size < lost.length) return undefined
  const [limit] = limits
  const left = limit === undefined || limit === 'max' ? 0 : units(max) - units(limit)
  if (left < 0) return undefined
  const events = lost.map(({ label, each, isCounted }, index) => ({
    name: lost.length === 1 ? 'count' : `muc_${index + 1}`,
    label: label.slice(0, 200),
    each,
    ...(!isCounted && !areCases && { max: each }),
  }))
  const [zero] = zeros
  return {
    kind: 'deduct',
    ...(zero !== undefined && { forbidding: [{ name: 'vi_pham', label: clauseOf(zero)?.label ?? zero }] }),
    events,
    ...(left > 0 && { floor: String(left / 10_000) }),
  }
}

const gainRule = ({ each, cap, isCounted, label }: Tally, name: string): Proposal =>
  isCounted
    ? { kind: 'perItem', each, itemName: label.slice(0, 100), ...(name !== 'count' && { count: name }), ...(cap !== undefined && { cap }) }
    : {
        kind: 'choice',
        input: name,
        max: each,
        options: [
          { value: 'yes', points: each },
          { value: 'no', points: '0' },
        ],
      }

/** `có sáng kiến: 2 điểm`, with what each gives after it. */
const isWholeGain = (part: string, max: string): boolean => {
  const clause = clauseOf(part)
  return clause !== undefined && /^co\b/.test(clause.folded) && !/\d/.test(clause.folded) && Number(clause.points) === Number(max)
}

const gainsOf = ({ gains, limits, others, losses: lost }: Said, max: string): Proposal | undefined => {
  const rest = others.filter(
    (part, index) =>
      !(index === 0 && isHead(part)) &&
      !isWholeGain(part, max) &&
      !(Number(clauseOf(part)?.points) === 0 && /^(?:khong|chua)\b/.test(clauseOf(part)?.folded ?? '')),
  )
  if (lost.length > 0 || rest.length > 0 || gains.length > 6 || limits.length > 1) return undefined
  if (
    gains.some(
      ({ label, each }) =>
        label === '' ||
        faults.test(foldPrint(label)) ||
        traps.test(foldPrint(label)) ||
        (/\d/.test(label) && !/^gửi|^nộp/iu.test(label)) ||
        units(each) > units(max),
    )
  )
    return undefined
  if (new Set(gains.map(({ label }) => foldPrint(label))).size < gains.length) return undefined
  const [limit] = limits
  if (limit !== undefined && limit !== 'max' && units(limit) !== units(max)) return undefined
  const [first] = gains
  if (!first) return undefined
  if (gains.length === 1 && !first.isCounted)
    return units(first.each) === units(max)
      ? {
          kind: 'choice',
          options: [
            { value: first.label.slice(0, 200), points: first.each },
            { value: 'Không', points: '0' },
          ],
        }
      : undefined
  if (gains.length === 1)
    return first.isCounted && (first.cap === undefined || units(first.cap) === units(max))
      ? gainRule({ label: first.label, each: first.each, isCounted: true }, 'count')
      : undefined
  // Without a limit for all of it several rates may as well be one for each kind of unit.
  if (limit === undefined) return undefined
  return {
    kind: 'sum',
    parts: gains.map((tally, index) => ({ label: tally.label.slice(0, 200), rule: gainRule(tally, `muc_${index + 1}`) })),
    inputs: gains.map(({ label }, index) => ({ name: `muc_${index + 1}`, label: label.slice(0, 200) })),
  }
}

/** So many points more, or less, for each thing that is counted, with what limits them; nothing where a sentence is neither. */
export const readTally = (text: string, max: string | undefined): Proposal | undefined => {
  if (max === undefined) return undefined
  const said = sort(sentencesOf(text))
  if (said.losses.length > 0) return deductOf(said, max)
  return said.gains.length > 0 ? gainsOf(said, max) : undefined
}
