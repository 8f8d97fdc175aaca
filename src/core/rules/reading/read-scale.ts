import { type Clause, foldPrint } from './clauses.ts'
import type { Proposal } from './proposal.ts'
import { isOneFigure, remainder, tidyCondition } from './scale-conditions.ts'
import { type Stretch, type StretchSaid, stretchOf } from './scale-edges.ts'
import { aboveNothing, bandOf, chained, closed, isBelow, isWithoutGap, whole } from './scale-joins.ts'
import type { Segments } from './segments.ts'

const nothing = /^(?:trong nam |don vi )?(?:khong|chua)(?: [a-z, ]{1,70})?$|^giu nguyen(?: (?:hoac|,) ?giam)?(?: [a-z]+)?$/
/** Kept or better, beside bands of what was lost. */
const kept = /^(?:giu (?:vung|nguyen|hang|bac)|khong giam|tang)(?:,? ?(?:hoac )?[a-z]+){0,4}$/
const isLoss = ({ folded }: Clause): boolean => /^(?:bi )?(?:giam|tut)\b.*\d/.test(folded)

/** In time, beside bands of what is late. */
const inTime = /^(?:[a-z]+ ){0,6}?(?:dung (?:thoi )?han|dung thoi gian|kip thoi|khong (?:cham|tre))(?: quy dinh| theo quy dinh)?$/
const isLate = ({ folded }: Clause): boolean => /\b(?:cham|tre|qua han|muon)\b/.test(folded) && /\d/.test(folded)

/** As it should be, beside numbers of what went wrong. */
const right = /\b(?:dung (?!han)[a-z]+|day du|du|khong (?:sai|vang|vi pham|loi))\b/
const isWrong = ({ folded }: Clause): boolean => /\b(?:sai|vang|vi pham|loi)\b/.test(folded) && /\d/.test(folded) && !folded.includes('%')

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
  const isOfLate = said.filter(isLate).length === said.length - 1
  const isOfWrong = said.length > 2 && said.filter(isWrong).length === said.length - 1
  const isOfLoss = said.filter(isLoss).length === said.length - 1
  const nones = said.filter(
    ({ folded }) =>
      !/\d/.test(folded) &&
      (nothing.test(folded) || (isOfLate && inTime.test(folded)) || (isOfLoss && kept.test(folded)) || (isOfWrong && right.test(folded))),
  )
  const [none] = nones
  if (nones.length > 1) return undefined
  return { ranged: said.filter((each) => each !== none), ...(none && { none }), ...(rest && { rest }) }
}

const measured = /^(?:diem|trieu|trieu dong|ty|ty dong|gio|phut|km)$/

/** A figure as it is asked for: a share of two letters, a rank, a percent, a number of things, or a figure in a unit. */
interface Figure {
  readonly asked: Readonly<Record<string, unknown>>
  readonly isWhole: boolean
  readonly first: number
}

const workingDays = 'ngay lam viec'
const nounOf = ({ after }: StretchSaid): string => /^(?:ngay lam viec|trieu dong|ty dong|[a-z]+)/.exec(after)?.[0] ?? ''

const figureOf = (said: readonly StretchSaid[], head: string, isRank: boolean): Figure | undefined => {
  const isPercent = said.some(({ unit }) => unit === '%')
  if (isPercent && said.some(({ unit, after }) => unit !== '%' && after !== '')) return undefined
  const [, a, b] = /\b([abxy]) ?\/ ?([abxy])\b/.exec(`${head} ${said.map(({ before }) => before).join(' ')}`) ?? []
  if (a !== undefined && b !== undefined && a !== b)
    return { asked: { value: isPercent ? `${a} / ${b} * 100` : `${a} / ${b}` }, isWhole: false, first: 0 }
  if (isPercent) return { asked: { unit: '%' }, isWhole: false, first: 0 }
  if (isRank) return { asked: { value: 'rank', inputs: [{ name: 'rank', type: 'count', from: '1' }] }, isWhole: true, first: 1 }
  const nouns = new Set(said.map(nounOf).filter((noun) => noun !== ''))
  if (nouns.has(workingDays)) nouns.delete('ngay')
  const [noun = ''] = nouns
  const areLate = said.every(({ before, after }) => /\b(?:cham|tre|qua han|muon)\b/.test(`${before} ${after}`))
  if (areLate && noun === 'ngay') return { asked: { unit: noun }, isWhole: true, first: 0 }
  if (nouns.size > 1 || (noun === '' && head === '') || (noun.startsWith('ngay') && noun !== workingDays)) return undefined
  if (measured.test(noun)) return { asked: { unit: noun }, isWhole: false, first: 0 }
  if (noun === workingDays) return { asked: { unit: noun }, isWhole: true, first: 0 }
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

/** The words of the print for folded ones, where a clause has them. */
const asPrinted = (clauses: readonly Clause[], words: string): string => {
  const clause = clauses.find(({ folded, label }) => folded.length === label.length && folded.includes(words))
  const at = clause?.folded.indexOf(words) ?? 0
  return clause?.label.slice(at, at + words.length) ?? words
}

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
  const rule = figure && isOneFigure(said, folded) ? scaleOf(said, parts, figure, max) : undefined
  const unit = rule?.kind === 'steps' ? rule['unit'] : undefined
  return rule && (unit === workingDays || unit === 'ngay') ? { ...rule, unit: asPrinted(parts.ranged, unit) } : rule
}
