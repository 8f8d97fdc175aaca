/** A stretch of a scale as it is printed, without the words around it. */
export interface Stretch {
  readonly from?: number
  readonly isFromIn: boolean
  readonly to?: number
  readonly isToIn: boolean
}

export interface StretchSaid extends Stretch {
  /** What is said before and after the figures, folded. */
  readonly before: string
  readonly after: string
  readonly unit: string
}

const n = '(\\d+(?:[.,]\\d+)?)'
const unit = ' ?(%|phan tram)?'
const nth = '(?:(?:thu|hang|vi tri|so|muc) )?'
const dash = ' ?(?:den|toi|-|–) ?'
const below = '(?:<(?!=) ?|(?:duoi|nho hon(?! hoac)|it hon|thap hon|chua den|chua dat|chua du|can|khong dat|khong du) (?:muc )?)'
const upTo =
  '(?:(?:<=|≤) ?|(?:khong qua|khong vuot qua|khong hon|(?:nam )?(?:trong )?top|toi da|nho hon hoac bang|het|bang|khong vuot|den|tu(?= [^;]* tro xuong)) )'
const above = '(?:>(?!=) ?|(?:tren|lon hon(?! hoac)|nhieu hon|cao hon|hon|vuot(?: qua)?|(?<!(?:ket|hieu) )qua|sau(?= \\d+ ngay)) )'
const from = '(?:(?:>=|≥) ?|(?:(?:dat )?tu|it nhat|toi thieu|khong duoi|khong thap hon|khong it hon|lon hon hoac bang|dat) (?:muc )?)'
const words = '(?: (?!den |tro |duoi |tren |va |hoac )[a-z][a-z, ]{0,60}?)??'

const value = (text = ''): number => Number(text.replace(',', '.'))

type Edges = (first: string, second: string) => Stretch

/** From the longest print to the shortest: the first that is found is what is meant. The figures' units stand after each. */
const prints: readonly (readonly [RegExp, Edges])[] = [
  [
    new RegExp(`${n}${unit} ?< ?[a-z/][a-z/ ]*? ?< ?${n}${unit}`),
    (a, b) => ({ from: value(a), isFromIn: false, to: value(b), isToIn: false }),
  ],
  [
    new RegExp(`${n}${unit} ?(?:<=|≤) ?[a-z/][a-z/ ]*? ?<(?!=) ?${n}${unit}`),
    (a, b) => ({ from: value(a), isFromIn: true, to: value(b), isToIn: false }),
  ],
  [
    new RegExp(`${n}${unit} ?(?:<=|≤) ?[a-z/][a-z/ ]*? ?(?:<=|≤) ?${n}${unit}`),
    (a, b) => ({ from: value(a), isFromIn: true, to: value(b), isToIn: true }),
  ],
  [
    new RegExp(`${n}${unit} ?< ?[a-z/][a-z/ ]*? ?(?:<=|≤) ?${n}${unit}`),
    (a, b) => ({ from: value(a), isFromIn: false, to: value(b), isToIn: true }),
  ],
  [
    new RegExp(`(?:tu )?${above}${n}${unit}${words}${dash}${below}${n}${unit}`),
    (a, b) => ({ from: value(a), isFromIn: false, to: value(b), isToIn: false }),
  ],
  [
    new RegExp(`(?:tu )?${above}${n}${unit}${words}${dash}${upTo}?${nth}${n}${unit}`),
    (a, b) => ({ from: value(a), isFromIn: false, to: value(b), isToIn: true }),
  ],
  [
    new RegExp(`${from}?${nth}${n}${unit}${words}(?:${dash}|, ?)${below}${n}${unit}`),
    (a, b) => ({ from: value(a), isFromIn: true, to: value(b), isToIn: false }),
  ],
  [
    new RegExp(`${from}?${nth}${n}${unit}${words}${dash}${upTo}?${nth}${n}${unit}`),
    (a, b) => ({ from: value(a), isFromIn: true, to: value(b), isToIn: true }),
  ],
  [new RegExp(`${from}?${nth}${n}${unit}${words}(?:,? tro xuong)`), (a) => ({ isFromIn: false, to: value(a), isToIn: true })],
  [new RegExp(`${from}?${nth}${n}${unit}${words}(?:,? tro (?:len|di|ve sau))`), (a) => ({ from: value(a), isFromIn: true, isToIn: false })],
  [new RegExp(`(?:tu )?${below}${n}${unit}(?: tro xuong)?`), (a) => ({ isFromIn: false, to: value(a), isToIn: false })],
  [new RegExp(`${upTo}${nth}${n}${unit}`), (a) => ({ isFromIn: false, to: value(a), isToIn: true })],
  [new RegExp(`${above}${n}${unit}(?: tro len)?`), (a) => ({ from: value(a), isFromIn: false, isToIn: false })],
  [
    new RegExp(
      `(?:(?:>=|≥) ?|(?:(?:dat )?tu|it nhat|toi thieu|khong duoi|khong thap hon|khong it hon|lon hon hoac bang) )${nth}${n}${unit}`,
    ),
    (a) => ({ from: value(a), isFromIn: true, isToIn: false }),
  ],
  [new RegExp(`(?:= ?)?${nth}${n}${unit}`), (a) => ({ from: value(a), isFromIn: true, to: value(a), isToIn: true })],
]

/** The stretch that words with figures mean; nothing where they hold no figure, or one too many. */
export const stretchOf = (folded: string): StretchSaid | undefined => {
  for (const [print, edges] of prints) {
    const match = print.exec(folded)
    if (!match) continue
    const before = folded.slice(0, match.index).trim()
    const after = folded.slice(match.index + match[0].length).trim()
    const [whole, ...groups] = match
    const figures = groups.filter((group) => group !== undefined && group !== '%' && group !== 'phan tram')
    // Words inside the print, between its figures or before "and more", name what is counted as well.
    const inside = /\d ?%? ([a-z][a-z, ]*?),? (?:tro|den|-|–)\b/.exec(whole)?.[1] ?? ''
    const isPercent = groups.includes('%') || groups.includes('phan tram')
    const isTwice = /\d/.test(before.replace(/\b[abxy] ?\/ ?[abxy]\b/, '')) || /\d/.test(after)
    if (isTwice) return undefined
    return { ...edges(figures[0] ?? '', figures[1] ?? ''), before, after: `${inside} ${after}`.trim(), unit: isPercent ? '%' : '' }
  }
  return undefined
}
