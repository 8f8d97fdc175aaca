import { foldPrint } from './clauses.ts'
import { withoutDefinitions } from './definitions.ts'
import type { Proposal } from './proposal.ts'
import { ratioOf } from './read-expression.ts'
import { numeratorOf, type Share, shareSaid } from './shares.ts'
import { isOneFigure, remainder, tidyCondition } from './scale-conditions.ts'
import { chained, closed, isBelow, isWithoutGap } from './scale-joins.ts'
import { type Stretch, stretchOf } from './scale-edges.ts'
import { segmentsOf } from './segments.ts'

interface Piece {
  readonly folded: string
  readonly points?: string
  readonly share?: Share
}

/** Where a condition ends and its formula begins. */
const turning =
  /[,:]? ?(?:thi )?(?:(?:so )?diem(?: [a-z]+){0,4}? ?[=:]|(?:duoc )?(?:tinh|diem)(?: diem)?(?: duoc tinh)?(?: bang)? ?(?:theo )?(?:cong thuc|ty le)(?: [a-z]+){0,3}? ?[:=]?|[:=])\s*/g

/** In proportion, said in words: of a hundred, or of the percent that gives all of it. */
const inProportion =
  /(?:^|[,:]? )(?:thi )?(?:duoc )?(?:tinh|cham)(?: diem)? theo ty le(?: thuc te)?(?: dat duoc)?(?: tuong ung)?(?: (?:so voi|tren) (\d+(?:[.,]\d+)?) ?%| (?:voi |theo )?(?:thang diem|so diem|diem toi da)(?: (\d+(?:[.,]\d+)?)| toi da| chuan)?)$/

const proportion = (folded: string, max: string): Share | undefined => {
  const [whole, over, scale] = inProportion.exec(folded) ?? []
  if (whole === undefined || (scale !== undefined && Number(scale.replace(',', '.')) !== Number(max))) return undefined
  return {
    of: 'percent',
    noun: { node: 'noun', words: 'ty le', label: 'ty le' },
    over: Number(over?.replace(',', '.') ?? 100),
    isRest: false,
  }
}

const proportionAt = (folded: string): number => inProportion.exec(folded)?.index ?? 0

const pieceOf = (sentence: string, max: string): Piece | undefined => {
  const folded = foldPrint(sentence)
  for (const match of folded.matchAll(turning)) {
    const formula = sentence.slice((match.index ?? 0) + match[0].length)
    const share = shareSaid(formula, max) ?? shareSaid(formula.replace(/^\((.+)\)$/u, '$1'), max)
    if (share)
      return {
        folded: folded
          .slice(0, match.index)
          .replace(/^(?:neu|truong hop|khi) /, '')
          .trim(),
        share,
      }
  }
  const share = proportion(folded, max) ?? shareSaid(sentence, max)
  if (share)
    return {
      folded: folded
        .slice(0, proportionAt(folded))
        .replace(/^(?:neu|truong hop|khi) /, '')
        .trim(),
      share,
    }
  return undefined
}

const letterRate = /\b[ab] ?\/ ?[ab]\b/

/** The percent as the rule asks for it, and what a share of it gives. */
const formulaOf = (share: Share): string => {
  if (share.of === 'quotient') return share.isRest ? `(1 - ${quotientText(share)}) * maxPoints` : `${quotientText(share)} * maxPoints`
  if (share.of === 'between') return `(value - ${share.from}) / ${share.to - share.from} * maxPoints`
  return share.isRest ? '(100 - value) / 100 * maxPoints' : `value * maxPoints / ${share.over}`
}

const quotientText = (share: Extract<Share, { readonly of: 'quotient' }>): string => {
  const { formula } = numeratorOf(share.above)
  return `${formula.includes(' ') ? `(${formula})` : formula} / b`
}

const bandOf = ({ from, isFromIn, to, isToIn }: Stretch, { points, share }: Piece): object => ({
  ...(from !== undefined && { from: String(from), ...(!isFromIn && { fromInclusive: false }) }),
  ...(to !== undefined && { to: String(to), ...(isToIn && { toInclusive: true }) }),
  ...(share ? { formula: formulaOf(share) } : { points }),
})

/** The stretch of each piece; "otherwise" is what the one other leaves. */
const stretchesOf = (pieces: readonly Piece[]): readonly Stretch[] | undefined => {
  const conditions = pieces.map(({ folded, points = '1' }) => tidyCondition({ label: folded, folded, points }))
  const rest = conditions.findIndex(
    (each) => remainder.test(each) || each === '' || /^(?:ty le |muc )?(?:thap hon|duoi muc (?:nay|tren|do))/.test(each),
  )
  const said = conditions.map(stretchOf)
  const named = said.filter((each) => each !== undefined)
  if (named.length < pieces.length - (rest < 0 ? 0 : 1) || !isOneFigure(named, '')) return undefined
  const [only] = named
  if (rest >= 0 && pieces.length === 2 && only?.from === undefined && only?.to !== undefined) {
    const above = { from: only.to, isFromIn: !only.isToIn, isToIn: false }
    return rest === 0 ? [above, only] : [only, above]
  }
  if (rest < 0) return chained(named).map((each, _, all) => closed(each, all))
  const lowest = named.toSorted((one, other) => (isBelow(one, other) ? -1 : 1))[0]
  if (rest !== pieces.length - 1 || lowest?.from === undefined) return undefined
  return [...chained(named), { to: lowest.from, isToIn: !lowest.isFromIn, isFromIn: false }]
}

const isZero = ({ points }: Piece): boolean => points !== undefined && Number.parseFloat(points) === 0
const isFull = ({ points }: Piece, max: string): boolean =>
  points === '100%' || (points !== undefined && !points.endsWith('%') && Number(points) === Number(max))

/** A line may not jump over what its edge gives: over ninety it ends at ninety. */
const isEven = (share: Share, stretch: Stretch): boolean => {
  if (share.of === 'between') return stretch.from === share.from && (stretch.to === undefined || stretch.to === share.to)
  return share.of === 'quotient' || share.over === 100 || stretch.to === share.over
}

/**
 * Bands of a percent of which one gives points by a formula. The formula is a share of the maximum; the others say points, and all of it meets without a gap.
 */
export const readMixed = (printed: string, max: string | undefined): Proposal | undefined => {
  const { text, letters } = withoutDefinitions(printed)
  const sentences = text.split(/[;\n]|\.(?=\s|$)/).map((part) =>
    part
      .replace(/^\s*[-+•*–]\s+/u, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  if (max === undefined || sentences.length > 8) return undefined
  const pieces = sentences
    .filter((sentence) => sentence !== '')
    .flatMap((sentence): readonly (Piece | undefined)[] => {
      const piece = pieceOf(sentence, max)
      if (piece) return [piece]
      const only = segmentsOf(`${sentence}; ${sentence}`, max)
      const half = only && only.clauses.slice(0, only.clauses.length / 2)
      return half && only.head === '' ? half.map(({ folded, points }) => ({ folded, points })) : [undefined]
    })
  const known = pieces.filter((piece) => piece !== undefined)
  const lines = known.filter(({ share }) => share !== undefined)
  const [line] = lines
  if (known.length < pieces.length || known.length < 2 || lines.length !== 1 || !line?.share) return undefined
  const stretches = stretchesOf(known)
  const at = known.indexOf(line)
  const own = stretches?.[at]
  if (!stretches || !own || !isEven(line.share, own) || !isWithoutGap(stretches)) return undefined
  const isByLetters = letterRate.test(foldPrint(text)) || line.share.of === 'quotient'
  return isByLetters && line.share.of === 'quotient' ? ofQuotient(line.share, known, stretches, letters) : ofPercent(known, stretches, max)
}

const ofPercent = (pieces: readonly Piece[], stretches: readonly Stretch[], max: string): Proposal | undefined => {
  const others = pieces.flatMap((piece, index) => (piece.share ? [] : [{ piece, stretch: stretches[index] }]))
  const [zero] = others
  const line = pieces.find(({ share }) => share !== undefined)?.share
  // Nothing below some percent, and the line from there on.
  if (others.length === 1 && zero && isZero(zero.piece) && line?.of === 'percent' && line.over === 100 && !line.isRest)
    return zero.stretch?.from === undefined && zero.stretch?.to !== undefined && !zero.stretch.isToIn
      ? { kind: 'linear', unit: '%', floor: String(zero.stretch.to) }
      : undefined
  const isWhole = pieces.some((piece) => isFull(piece, max) || piece.share !== undefined)
  return isWhole
    ? {
        kind: 'steps',
        unit: '%',
        bands: pieces.map((piece, index) => bandOf(stretches[index] ?? { isFromIn: false, isToIn: false }, piece)),
      }
    : undefined
}

/** Where everything else follows from the quotient itself, it is the rule: nothing below some percent, all of it at a hundred. */
const ofQuotient = (
  share: Extract<Share, { readonly of: 'quotient' }>,
  pieces: readonly Piece[],
  stretches: readonly Stretch[],
  letters: Readonly<Record<string, string>>,
): Proposal | undefined => {
  const others = pieces.flatMap((piece, index) => (piece.share ? [] : [{ piece, stretch: stretches[index] }]))
  const scale = others.some(({ stretch }) => (stretch?.to ?? stretch?.from ?? 0) > 1) ? 1 : 100
  const zeros = others.filter(({ piece }) => isZero(piece))
  const rest = others.filter(({ piece }) => !isZero(piece))
  const isAll = rest.every(
    ({ piece, stretch }) => (piece.points === '100%' || Number(piece.points) > 0) && (stretch?.from ?? 0) * scale === 100,
  )
  const [zero] = zeros
  const isFloor = zeros.length === 0 || (zeros.length === 1 && zero?.stretch?.from === undefined && zero?.stretch?.isToIn === false)
  if (!isAll || !isFloor || share.isRest || rest.length > 1) return undefined
  return { ...ratioOf(share, letters), ...(zero?.stretch?.to !== undefined && { floor: String(zero.stretch.to * scale) }) }
}
