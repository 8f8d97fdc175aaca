import { type Clause, foldPrint } from './clauses.ts'
import type { Proposal } from './proposal.ts'
import { type Stretch, type StretchSaid, stretchOf } from './scale-edges.ts'
import type { Segments } from './segments.ts'

export const remainder =
  /^(?:cac |nhung )?(?:(?:truong hop|muc|don vi|phuong an|ket qua|ty le) )?(?:con lai|khac)$|^nguoc lai$|^khong (?:dat|thuoc)(?: duoc)? (?:cac |mot trong cac )?(?:muc|truong hop|yeu cau)(?: (?:tren|neu tren|nay))?$|^ngoai (?:cac )?(?:truong hop|muc) (?:tren|neu tren)$/
const nothing = /^(?:trong nam |don vi )?(?:khong|chua)(?: [a-z, ]{1,70})?$|^giu nguyen(?: (?:hoac|,) ?giam)?(?: [a-z]+)?$/
/** Words that make of a stretch a condition of another kind. */
const traps =
  /\b(?:moi|cu|tru|hoac (?:khong|chua)|neu|dong thoi|nhung khong|va co|cong them|them|tang them|trong do|rieng|va (?:khong|dat|hoan|tren|duoi|tu|\d))\b/
/** What has to stand in every clause or in none: a change is another figure than what changes. */
const turns = ['giam', 'tang', 'cham', 'tre', 'qua han', 'muon', 'vuot', 'thieu', 'sai', 'truoc han', 'khong dat']
const empty = new Set(
  'dat co duoc hoan thanh thuc hien ty le ti so luong cac tu den voi va cua trong tong la bang o tai thi neu truong hop muc tren duoi nhung da duoc cap don vi nam ky quy ke hoach ty trong phan tram hang thu xep hang vi tri to chuc ca du day du it nhat toi thieu toi da chi mot dap ung ket qua'.split(
    ' ',
  ),
)
const measured = /^(?:diem|trieu|trieu dong|ty|ty dong|gio|phut|km)$/

export const tidyCondition = ({ folded, points }: Clause): string =>
  folded
    .replace(/\b(?:so voi|cua|trong) (?:cung ky )?nam (?:\d{4}|truoc(?: lien ke)?)\b/g, '')
    .replace(/(?<=[a-z]) ?\/ ?(?:0?1 )?(?:nam|thang|quy|6 thang)\b/g, '')
    .replace(/^(?:muc|bac|nhom|loai) [a-z0-9]{1,3} ?[:(] ?(.+?)\)?$/, '$1')
    .replace(/^(?:[a-z]+ ){1,5}\(((?:tu|tren|duoi|dat|>=|<|≥|≤|>) ?[^()]+)\)$/, '$1')
    .replace(/^((?:[a-z]+ ){0,3})(0?1) ((?:[a-z]+ )+?)hoac khong(?: [a-z ]{2,40})?$/, '$1khong qua $2 $3')
    .replace(/ (?:hoac|,|\/) ?(?:khong|chua) [a-z ]{2,40}$/, (denied) => (Number.parseFloat(points) === 0 ? '' : denied))
    .replace(/\b(?:ca|du ca) (?=\d)/g, 'du ')
    .replace(/\btrong (?:(?:thoi han|vong|thoi gian) )?(?=\d+ ngay)/g, 'khong qua ')
    .replace(/\b(\d{1,3}) ?\/ ?\d{1,3}\b(?! ?%)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()

const content = (words: string): readonly string[] => words.split(/[^a-z]+/).filter((word) => word.length > 1 && !empty.has(word))

/** Every clause speaks of the same figure: what a later one names was named before, and each turns the same way. */
export const isOneFigure = (said: readonly StretchSaid[], head: string): boolean => {
  const texts = said.map(({ before, after }) => ` ${before} ${after} `)
  const [first = ''] = texts
  const named = new Set(content(`${head} ${first}`))
  const isKnown = texts.slice(1).every((text) => content(text).every((word) => named.has(word)))
  // The first clause may leave to the others what the figure is of.
  const others = new Set(texts.slice(1).flatMap(content))
  const isNamedLater = content(`${head} ${first}`).length === 0 && new Set(texts.slice(1).map((text) => content(text).join(' '))).size === 1
  const isTurned = turns.every((turn) => {
    if (` ${head} `.includes(` ${turn} `) || (!/giam|tang|vuot/.test(turn) && first.includes(` ${turn} `) && isKnown)) return true
    const having = texts.filter((text) => text.includes(` ${turn} `)).length
    return having === 0 || having === texts.length
  })
  return (isKnown || (isNamedLater && others.size > 0)) && isTurned && !texts.some((text) => traps.test(text))
}

export const isBelow = (one: Stretch, other: Stretch): boolean => (one.to ?? Infinity) <= (other.from ?? -Infinity)

/** "From 80" after "from 90" ends where that begins; so does "below 80" after "below 50". */
export const chained = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const hasUpper = stretches.some(({ from, to }) => from !== undefined && to !== undefined && from !== to)
  if (hasUpper) return stretches
  return stretches
    .map((each, index) => {
      const former = stretches[index - 1]
      if (!former) return each
      if (each.to === undefined && former.from !== undefined && each.from !== undefined && each.from < former.from)
        return { ...each, to: former.from, isToIn: !former.isFromIn }
      if (each.from === undefined && former.to !== undefined && each.to !== undefined && former.from === undefined && each.to > former.to)
        return { ...each, from: former.to, isFromIn: !former.isToIn }
      return each
    })
    .map((each, index) => {
      const next = stretches[index + 1]
      const isInside = each.from === undefined && next?.from === undefined && next?.to !== undefined && (each.to ?? 0) > next.to
      return isInside ? { ...each, from: next.to, isFromIn: !next.isToIn } : each
    })
}

/** Whole numbers have no edges between them: up to nine is below ten. */
const whole = ({ from, isFromIn, to, isToIn }: Stretch): Stretch => ({
  ...(from !== undefined && { from: isFromIn ? from : from + 1 }),
  isFromIn: true,
  ...(to !== undefined && { to: isToIn ? to + 1 : to }),
  isToIn: false,
})

/** A percent printed in whole figures: up to 79 ends where 80 begins. */
export const closed = (each: Stretch, all: readonly Stretch[]): Stretch => {
  const next = all.find(
    ({ from, isFromIn }) => isFromIn && each.isToIn && each.to !== undefined && from === each.to + 1 && from !== undefined,
  )
  return next?.from === undefined || each.from === each.to ? each : { ...each, to: next.from, isToIn: false }
}

const meets = (low: Stretch, high: Stretch): boolean => low.to !== undefined && low.to === high.from && low.isToIn !== high.isFromIn

export const isWithoutGap = (stretches: readonly Stretch[]): boolean => {
  const rising = stretches.toSorted((one, other) => (isBelow(one, other) ? -1 : 1))
  return rising.every((each, index) => index === 0 || meets(rising[index - 1] ?? each, each))
}

const bandOf = ({ from, isFromIn, to, isToIn }: Stretch, points: string): object => ({
  ...(from !== undefined && { from: String(from), ...(!isFromIn && { fromInclusive: false }) }),
  ...(to !== undefined && { to: String(to), ...(isToIn && { toInclusive: true }) }),
  points,
})

const worthOf = (points: string, max: string | undefined): number =>
  points.endsWith('%') ? (Number.parseFloat(points) * Number(max ?? Number.NaN)) / 100 : Number(points)

interface Parts {
  readonly ranged: readonly Clause[]
  readonly none?: Clause
  readonly rest?: Clause
}

const partsOf = (clauses: readonly Clause[]): Parts | undefined => {
  const last = clauses.at(-1)
  const rest = last && remainder.test(last.folded) ? last : undefined
  const said = rest ? clauses.slice(0, -1) : clauses
  const nones = said.filter(({ folded }) => !/\d/.test(folded) && nothing.test(folded))
  const [none] = nones
  if (nones.length > 1) return undefined
  return { ranged: said.filter((each) => each !== none), ...(none && { none }), ...(rest && { rest }) }
}

/** A figure as it is asked for: a share of two letters, a rank, a percent, a number of things, or a figure in a unit. */
interface Figure {
  readonly asked: Readonly<Record<string, unknown>>
  readonly isWhole: boolean
  readonly first: number
}

const nounOf = ({ after }: StretchSaid): string => /^(?:ngay lam viec|trieu dong|ty dong|[a-z]+)/.exec(after)?.[0] ?? ''

export const figureOf = (said: readonly StretchSaid[], head: string, isRank: boolean): Figure | undefined => {
  const isPercent = said.some(({ unit }) => unit === '%')
  if (isPercent && said.some(({ unit, after }) => unit !== '%' && after !== '')) return undefined
  const [, a, b] = /\b([abxy]) ?\/ ?([abxy])\b/.exec(`${head} ${said.map(({ before }) => before).join(' ')}`) ?? []
  if (a !== undefined && b !== undefined && a !== b)
    return { asked: { value: isPercent ? `${a} / ${b} * 100` : `${a} / ${b}` }, isWhole: false, first: 0 }
  if (isPercent) return { asked: { unit: '%' }, isWhole: false, first: 0 }
  if (isRank) return { asked: { value: 'rank', inputs: [{ name: 'rank', type: 'count', from: '1' }] }, isWhole: true, first: 1 }
  const nouns = new Set(said.map(nounOf).filter((noun) => noun !== ''))
  const [noun = ''] = nouns
  if (nouns.size > 1 || (noun === '' && head === '') || (noun.startsWith('ngay') && noun !== 'ngay lam viec')) return undefined
  if (measured.test(noun)) return { asked: { unit: noun }, isWhole: false, first: 0 }
  if (noun === 'ngay lam viec') return { asked: { unit: 'ngày làm việc' }, isWhole: true, first: 0 }
  return { asked: { value: 'count', inputs: [{ name: 'count', type: 'count' }] }, isWhole: true, first: 0 }
}

interface Band {
  readonly stretch: Stretch
  readonly points: string
}

/** The points rise or fall along the scale, and never turn. */
const isMonotone = (rising: readonly Band[], max: string | undefined): boolean => {
  const worths = rising.map(({ points }) => worthOf(points, max))
  const steps = worths.slice(1).map((worth, index) => Math.sign(worth - (worths[index] ?? 0)))
  return !(steps.includes(1) && steps.includes(-1)) && !worths.some(Number.isNaN)
}

const withNone = (rising: readonly Band[], none: Clause, { isWhole, first }: Figure): readonly Band[] | undefined => {
  const [lowest] = rising
  if (!lowest || first !== 0) return undefined
  const { from, to, isToIn } = lowest.stretch
  const isOpen = from === undefined || (from === 0 && lowest.stretch.isFromIn)
  if (isOpen && lowest.points === none.points) return rising
  const isLess = /\bgiam\b/.test(none.folded)
  const zero = { stretch: { ...(!isLess && { from: 0 }), isFromIn: true, to: isWhole ? 1 : 0, isToIn: !isWhole }, points: none.points }
  const above = { ...lowest, stretch: { from: isWhole ? 1 : 0, isFromIn: isWhole, ...(to !== undefined && { to }), isToIn } }
  if (isOpen) return [zero, above, ...rising.slice(1)]
  return from === (isWhole ? 1 : 0) ? [zero, ...rising] : undefined
}

/** The scale is covered from its beginning to its end. Whoever does more than the most that is printed has the same, where more is better. */
const covered = (rising: readonly Band[], figure: Figure, hasRest: boolean, max: string | undefined): readonly Band[] | undefined => {
  const [lowest, highest] = [rising[0], rising.at(-1)]
  if (!lowest || !highest) return undefined
  const isFromStart = lowest.stretch.from === undefined || lowest.stretch.from === figure.first
  if (!isFromStart && !hasRest) return undefined
  const { to } = highest.stretch
  if (to === undefined || hasRest) return rising
  if (figure.asked['unit'] === '%' && to >= 100) return rising
  if (!figure.isWhole) return figure.asked['value'] !== undefined && to === 1 && highest.stretch.isToIn ? rising : undefined
  const isBest = figure.first === 0 && worthOf(highest.points, max) === Number(max)
  const { to: _, ...open } = highest.stretch
  return isBest ? [...rising.slice(0, -1), { ...highest, stretch: { ...open, isToIn: false } }] : undefined
}

/** Where nothing at all is a level of its own, what is below an edge begins above nothing. */
const aboveNothing = (stretches: readonly Stretch[]): readonly Stretch[] =>
  stretches.some(({ from, to }) => from === 0 && to === 0)
    ? stretches.map((each) => (each.from === undefined && each.to !== 0 ? { ...each, from: 0, isFromIn: false } : each))
    : stretches

const scaleOf = (
  said: readonly StretchSaid[],
  { ranged, none, rest }: Parts,
  figure: Figure,
  max: string | undefined,
): Proposal | undefined => {
  const joined = aboveNothing(chained(said))
  const inOrder = figure.isWhole ? joined.map(whole) : joined.map((each, _, all) => closed(each, all))
  const rising = inOrder
    .map((stretch, index) => ({ stretch, points: ranged[index]?.points ?? '' }))
    .toSorted((one, other) => (isBelow(one.stretch, other.stretch) ? -1 : 1))
  if (!isWithoutGap(rising.map(({ stretch }) => stretch)) || !isMonotone(rising, max)) return undefined
  const zero = none && withNone(rising, none, figure)
  const isApart = none !== undefined && (!zero || !isMonotone(zero, max))
  const bands = covered(isApart || !zero ? rising : zero, figure, rest !== undefined, max)
  const isFull = (points: string): boolean => worthOf(points, max) === Number(max)
  if (!bands || (isApart && !(isFull(none.points) && bands.some(({ points }) => isFull(points))))) return undefined
  const steps: Proposal = {
    kind: 'steps',
    ...figure.asked,
    bands: bands.toReversed().map(({ stretch, points }) => bandOf(stretch, points)),
    ...(rest && { otherwise: rest.points }),
  }
  return isApart ? { kind: 'conditional', if: 'arises', then: { rule: steps }, else: { points: '100%' } } : steps
}

/** "Plan reached or passed" is a hundred percent where what follows is below it. */
const asFull = (folded: string, index: number, all: readonly string[]): string =>
  index === 0 && /^(?:[a-z]+ ){0,3}(?:dat|vuot|hoan thanh)(?: [a-z]+){0,5}$/.test(folded) && /\bduoi 100 ?%/.test(all[1] ?? '')
    ? 'tu 100% tro len'
    : folded

const ranking = /\b(?:(?:xep|dung) (?:thu|hang|vi tri)|thu hang|hang thu|thu tu|(?<!lan )thu (?=\d)|hang (?=\d)|vi tri|top)\b/

/** "Sixteenth and further down" counts upward. */
const asRank = (each: StretchSaid, folded: string): StretchSaid => {
  const { to, ...open } = each
  return folded.endsWith('tro xuong') && to !== undefined && each.from === undefined
    ? { ...open, from: to, isFromIn: true, isToIn: false }
    : each
}

/**
 * Bands of one figure, whatever it is: a percent, a number of things, a rank, working days, a share of two letters. The figure is named in the head, in
 * the first clause or in each; bands may be printed with both edges or with one, as long as they meet; "none" and "the rest" close the scale.
 */
export const readScale = ({ head, clauses }: Segments, max: string | undefined): Proposal | undefined => {
  const parts = partsOf(clauses)
  if (!parts || parts.ranged.length === 0) return undefined
  const printed = parts.ranged.map(tidyCondition).map(asFull)
  const folded = foldPrint(head)
  const isRank = ranking.test(`${folded} ${printed.join(' ')}`)
  const found = printed.map(stretchOf).filter((each) => each !== undefined)
  if (found.length < printed.length) return undefined
  const said = isRank ? found.map((each, index) => asRank(each, printed[index] ?? '')) : found
  const figure = figureOf(said, folded, isRank)
  return figure && isOneFigure(said, folded) ? scaleOf(said, parts, figure, max) : undefined
}
