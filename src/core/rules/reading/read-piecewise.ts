import { fold } from '../../fold.ts'
import { type Clause, clauseOf, foldPrint, partsOf } from './clauses.ts'
import type { Proposal } from './proposal.ts'
import { bandsOf, edgesOf } from './read-bands.ts'

const number = '\\d+(?:[.,]\\d+)?'
const most = `(?:(${number})(?: ?(?:diem|d))?|(?:so )?diem (?:toi da|chuan)(?: cua tieu chi)?)`
const times = ' ?(?:[x*×]|,? ?nhan(?: voi)?) ?'
/** The percent itself: in words, by the letter that stands for it, or as the quotient it is. */
const rate = '(?:ty le(?: ?%| phan tram)?(?: [a-z]+){0,6}?|[xy]|a ?\\/ ?b|b ?\\/ ?a)'
const verbs =
  '(?:[,:]? ?(?:thi )?(?:so )?(?:diem(?: danh gia| so| dat| dat duoc| duoc tinh)? ?(?:=|:|la|duoc tinh:|tinh bang|duoc tinh bang|tinh theo cong thuc:?)|(?:duoc )?tinh(?: diem)?(?: theo(?: cong thuc)?)?:?) ?)'
/** A condition, then the percent times the maximum, over some percent. */
const line = new RegExp(`^(.*?)${verbs}\\(?\\(?${rate}\\)?(?: ?[/:] ?(${number}) ?%)?\\)?${times}${most}\\)?(?: ?[/:] ?(${number}) ?%?)?$`)
/** The same without a condition: it holds where nothing else is said. */
const bareLine = new RegExp(`^(?:lay )?(?:(?:so )?diem ?= ?)?\\(?${rate}\\)?${times}${most}$`)
const inProportion = /^(.*?)[,:]? ?(?:thi )?(?:duoc )?(?:tinh|dat)?(?: diem)? ?theo ty le(?: thuan)?(?: tuong ung)?$/
const meaning = /^(?:trong do:?|voi)\b|^[a-zxy] (?:la|[-–:=]) /
const quotient = /\b([ab]) ?\/ ?([ab])\b/

interface Piece {
  readonly clause: Clause
  /** The percent that the maximum is reached at; a piece of points has none. */
  readonly over?: string
  readonly isProportion?: boolean
}

const dot = (text: string): string => text.replace(',', '.')
const isMaximum = (factor: string | undefined, max: string | undefined): boolean =>
  factor === undefined || max === undefined || Number(dot(factor)) === Number(max)

/** A condition without the letter that stands for the percent: a sign, or the words between two percents. */
const condition = (folded: string): string =>
  folded
    .replace(/^(?:neu |truong hop )/, '')
    .replace(/^(?:ty le )?(?:[xy]|[ab] ?\/ ?[ab]) ?(?=[<>≤≥=])/, '')
    .replace(/[,:]$/, '')
    .trim()

const asClause = (folded: string, points: string): Clause => ({ label: folded, folded, points })

const formulaOf = (folded: string, max: string | undefined): Piece | undefined => {
  const [whole, when = '', over, factor, hundred] = line.exec(folded) ?? []
  if (whole !== undefined)
    return isMaximum(factor, max) && !(over !== undefined && hundred !== undefined)
      ? { clause: asClause(condition(when), ''), over: dot(over ?? hundred ?? '100') }
      : undefined
  const [bare, bareFactor] = bareLine.exec(folded) ?? []
  if (bare !== undefined) return isMaximum(bareFactor, max) ? { clause: asClause('', ''), over: '100' } : undefined
  const [proportion, of = ''] = inProportion.exec(folded) ?? []
  return proportion === undefined
    ? undefined
    : {
        clause: asClause(condition(of).replace(/^(?:(?:cac )?truong hop )?(?:con lai|khac)$/, 'duoi 100%'), ''),
        over: '100',
        isProportion: true,
      }
}

const pieceOf = (part: string, max: string | undefined): Piece | undefined => {
  const folded = foldPrint(part)
  const clause = clauseOf(part)
  const formula = formulaOf(folded, max)
  if (formula) return formula
  return clause && { clause: { ...clause, folded: condition(clause.folded) } }
}

const reaches = ({ points }: Clause, max: string | undefined): boolean =>
  points === '100%' || (max !== undefined && !points.endsWith('%') && Number(points) === Number(max))

interface Band {
  readonly from?: string
  readonly to?: string
  readonly toInclusive?: boolean
}

/** One line without a condition beside one that says where nothing, or everything, is given. */
const withRest = (band: Band & { readonly points: string }, isFull: boolean, share: string): Proposal | undefined => {
  if (Number.parseFloat(band.points) === 0 && band.from === undefined && band.to !== undefined && band.toInclusive !== true)
    return { kind: 'linear', unit: '%', floor: band.to }
  return isFull && band.from !== undefined && band.to === undefined
    ? { kind: 'steps', unit: '%', bands: [band, { to: band.from, formula: `${share} * maxPoints / 100` }] }
    : undefined
}

/** What the percent is taken of where letters stand for it. */
const valueOf = (text: string): string | undefined => {
  const [, a, b] = quotient.exec(fold(text)) ?? []
  return a === undefined || b === undefined || a === b ? undefined : `${a} / ${b} * 100`
}

/**
 * Bands of a percent of which one gives points in proportion: full at a hundred, the percent times the maximum down to eighty, below it nothing.
 * A line that is not the maximum's share, a gap or an overlap leaves all of it to a person.
 */
export const readPiecewise = (text: string, max: string | undefined): Proposal | undefined => {
  const parts = partsOf(text).flatMap((part) => (meaning.test(fold(part)) ? [] : [part]))
  const pieces = parts.map((part) => pieceOf(part, max)).filter((each) => each !== undefined)
  const lines = pieces.filter(({ over }) => over !== undefined)
  if (pieces.length < parts.length || pieces.length < 2 || pieces.length > 6 || lines.length !== 1) return undefined
  const [only] = lines
  const others = pieces.filter((each) => each !== only)
  const edges = others.map(({ clause }) => edgesOf(clause))
  if (edges.some((each) => each === undefined)) return undefined
  const [first] = edges
  const value = valueOf(text)
  const share = value === undefined ? 'value' : `(${value})`
  const asked = value === undefined ? {} : { value }
  if (only?.clause.folded === '') {
    const [other] = others
    if (others.length !== 1 || !first || !other) return undefined
    const { before: _, ...band } = first
    const rest = withRest({ ...band, points: other.clause.points }, reaches(other.clause, max), share)
    return rest && { ...rest, ...asked }
  }
  const isFull = others.some(({ clause }, index) => reaches(clause, max) && (edges[index]?.to === '100' || edges[index]?.to === undefined))
  const all = pieces.map(({ clause, over }) => ({
    edge: edgesOf({ ...clause, points: over === undefined ? clause.points : '1' }),
    clause,
    over,
  }))
  const holdsToEnd = only?.over === '100' && [undefined, '100'].includes(edgesOf({ ...only.clause, points: '1' })?.to)
  // A line over another percent than the one that its band ends at would jump there.
  const jumps = only?.over !== '100' && all.some(({ edge, over }) => over !== undefined && edge?.to !== over)
  const [zero] = others
  const from = edgesOf({ ...(only?.clause ?? asClause('', '')), points: '1' })?.from
  if (
    !isFull &&
    holdsToEnd &&
    others.length === 1 &&
    Number.parseFloat(zero?.clause.points ?? '1') === 0 &&
    first?.to === from &&
    first?.toInclusive !== true
  )
    return { kind: 'linear', unit: '%', ...(from !== undefined && { floor: from }), ...asked }
  if (!isFull || jumps || all.some(({ edge }) => edge === undefined) || (only?.isProportion && edges[0]?.from !== '100')) return undefined
  const bands = bandsOf(
    all.map(({ edge }) => {
      const { before: _, ...own } = edge ?? { before: '' }
      return own
    }),
  ).map((edge, index) => {
    const { clause, over } = all[index] ?? {}
    return over === undefined ? { ...edge, points: clause?.points } : { ...edge, formula: `${share} * maxPoints / ${over}` }
  })
  return { kind: 'steps', unit: '%', bands, ...asked }
}
