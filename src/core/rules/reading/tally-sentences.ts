import { foldPrint } from './clauses.ts'

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
const itemCap = new RegExp(`^(?:nhung )?(?:tinh )?${least} 0?(\\d{1,2}) ([a-z]{2,20})(?:,? [a-z, ]{2,30})?$`)
const lossCap = new RegExp(
  `^(?:nhung )?(?:(?:tong )?(?:so )?(?:diem )?(?:bi )?tru )?${least} ${most}$|^(?:nhung )?khong tru (?:qua|vuot qua) ${most}$|^toi da tru ${most}$`,
)
const toNothing =
  /^(?:va |nhung )?(?:(?:tru|giam)(?: dan)? )?(?:cho )?(?:den|toi)(?: khi)? (?:het|0)(?: so)?(?: ?diem)?(?: (?:cua )?(?:tieu chi|noi dung)(?: nay)?| toi da)?$|^(?:toi thieu|thap nhat) (?:con |la |bang )?0 ?(?:diem|d)?$|^khong (?:tru|tinh) (?:diem )?am$|^khong am diem$/
export interface Tally {
  readonly label: string
  readonly each: string
  readonly isCounted: boolean
  readonly cap?: string
}

export const dot = (text: string): string => text.replace(',', '.')
export const units = (text: string): number => Math.round(Number(dot(text)) * 10_000)

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
    const figure = groups.findIndex((group) => group !== undefined && /^\d+(?:[.,]\d+)?$/.test(group))
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
export const sentencesOf = (text: string): readonly string[] =>
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

export interface Said {
  readonly losses: readonly Tally[]
  readonly gains: readonly Tally[]
  readonly limits: readonly string[]
  readonly others: readonly string[]
}

const withCap = (tallies: readonly Tally[], cap: string): readonly Tally[] =>
  tallies.map((tally, index) => (index === tallies.length - 1 ? { ...tally, cap } : tally))

/** What each sentence says: so many less, so many more, a limit, or something else. */
export const sort = (parts: readonly string[]): Said =>
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
