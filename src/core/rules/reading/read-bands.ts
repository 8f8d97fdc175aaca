import type { Clause } from './clauses.ts'
import type { Proposal } from './proposal.ts'

interface Edges {
  readonly from?: string
  readonly fromInclusive?: boolean
  readonly to?: string
  readonly toInclusive?: boolean
}

const n = '(\\d+(?:[.,]\\d+)?)\\s*%?'
const open = '(?:tu |dat |dat tu |>=? ?|≥ ?)?'

/** Ranges as decisions print them, folded; each is the whole of what follows the name of the figure. */
const ranges: readonly (readonly [RegExp, (a: string, b: string) => Edges])[] = [
  [new RegExp(`(?:tren|>|hon) ?${n} (?:den|-|–|va) (?:duoi|<) ?${n}$`), (from, to) => ({ from, fromInclusive: false, to })],
  [
    new RegExp(`(?:tren|>|hon) ?${n} (?:den|-|–|va) (?:bang |<= ?|≤ ?)?${n}$`),
    (from, to) => ({ from, fromInclusive: false, to, toInclusive: true }),
  ],
  [new RegExp(`${open}${n} ?(?:den|-|–|va) ?(?:duoi|<|nho hon) ?${n}$`), (from, to) => ({ from, to })],
  [new RegExp(`${open}${n} ?(?:den|-|–) ?(?:bang |<= ?|≤ ?)?${n}$`), (from, to) => ({ from, to, toInclusive: true })],
  [new RegExp(`(?<![a-z0-9])tu ${n}$`), (from) => ({ from })],
  [new RegExp(`(?:tu )?${n} tro len$`), (from) => ({ from })],
  [new RegExp(`(?:>=|≥) ?${n}$`), (from) => ({ from })],
  [new RegExp(`(?:tu )?${n} tro xuong$`), (to) => ({ to, toInclusive: true })],
  [new RegExp(`(?:<=|≤) ?${n}$`), (to) => ({ to, toInclusive: true })],
  [/khong co \((0) ?%\)$/, (at) => ({ from: at, to: at, toInclusive: true })],
  [new RegExp(`(?:tren|>|(?<!nho |it |thap )hon) ?${n}$`), (from) => ({ from, fromInclusive: false })],
  [new RegExp(`(?:duoi|<|nho hon|chua dat|khong dat) ?${n}$`), (to) => ({ to })],
  [/(?:dat |dat ty le |du )?(100) ?%$/, (at) => ({ from: at, to: at, toInclusive: true })],
]

/** Words before a range that make it something else than the one figure. */
const traps = /\b(?:moi|tru|va|hoac|neu|it nhat|toi da|toi thieu|(?<!cat )giam|tang|cham|(?<!ket |hieu )qua|vuot|so voi)\b|\d/

/** The noun that a percent is of may follow it, before the end or before "and more": `100% nhiem vu`, `50% so xa tro len`. */
const nounAfter =
  /(%)\s+(?![a-z, ]*\b(?:va (?:co|khong|dat|phai|bao dam|dam bao)|dong thoi)\b)(?!tro |den |va |hoac |so voi |moi |cua nam )[a-z, ]{2,60}?((?: tro (?:len|xuong))?)$/

/** Signs said in words, so that each edge has one form. */
const signs = (folded: string): string =>
  folded
    .replace(/\b(?:lon hon hoac bang|khong duoi|khong thap hon|khong it hon|it nhat|toi thieu)(?: tu)?(?= ?\d)/g, '>=')
    .replace(/\b(?:nho hon hoac bang|khong qua|khong vuot qua)(?= ?\d)/g, '<=')
    .replace(/\blon hon(?= ?\d)/g, '>')
    .replace(new RegExp(`^${n} ?(?:<=|≤) ?([a-z][a-z ]{0,40}?) ?< ?${n}$`), '$2 $1% den duoi $3%')

/** What is said around a range and changes nothing of it: a level that it is the measure of, what was done beside it, "or nothing at all". */
const bare = (folded: string, isNothing: boolean): string =>
  signs(isNothing ? folded.replace(/ hoac (?:khong|chua) [a-z ]{2,40}$/, '') : folded)
    .replace(/^(?:muc|bac|hang|nhom) [a-z0-9]{1,4}:? ?\((.+)\)$/, '$1')
    .replace(nounAfter, '$1$2')
    .replace(/( tro (?:len|xuong)) (?!va |hoac |so voi |nhung |moi |dong thoi )[a-z ]{2,60}$/, '$1')

export const edgesOf = ({ folded: printed, points }: Clause): (Edges & { readonly before: string }) | undefined => {
  // Points to be added are no band of the same scale.
  if (!printed.includes('%') || /\bthem$/.test(printed)) return undefined
  const folded = bare(printed, Number.parseFloat(points) === 0)
  for (const [range, edges] of ranges) {
    const match = range.exec(folded)
    const before = folded.slice(0, match?.index ?? 0).trim()
    if (match && !traps.test(before)) return { ...edges(decimal(match[1]), decimal(match[2])), before }
    if (match) return undefined
  }
  return undefined
}

const decimal = (text = ''): string => text.replace(',', '.')

/** "None" is nothing of a hundred, where what follows begins above it. */
const noneAtAll = ({ folded }: Clause): boolean =>
  /^khong (?:co|de|thuc hien)(?: [a-z ]{2,40})?$|^(?:(?:ty le|so) [a-z ]{2,60}:? )?(?:la |bang |dat )?0 ?%$/.test(folded)

// A share is less than any points: where both are printed, nothing is taken for certain.
const amount = (points: string): number => (points.endsWith('%') ? Number.parseFloat(points) / 1000 : Number(points))

/** Only where the points go one way from "none" on is it the end of the same scale, and not a case of its own beside it. */
const isEndOfScale = (none: Clause, ranged: readonly Clause[]): boolean => {
  const points = ranged.map((each) => amount(each.points))
  const first = amount(none.points)
  return (
    first === 0 || (points.every((each) => each < first) && points.every((each, index) => index === 0 || each <= (points[index - 1] ?? 0)))
  )
}

/** A percent printed in whole figures: up to 99 means up to the 100 that begins the next band. */
const closed = (edge: Edges, all: readonly Edges[]): Edges => {
  const next = all.find(({ from, fromInclusive = true }) => fromInclusive && Number(from) === Number(edge.to) + 1)
  const isWhole = edge.toInclusive === true && Number.isInteger(Number(edge.to)) && edge.from !== undefined
  return isWhole && next?.from !== undefined ? { ...edge, to: next.from, toInclusive: false } : edge
}

/** Bands as a rule has them; where "none" is a level of its own, the lowest band begins above it. */
export const bandsOf = (edges: readonly Edges[], hasNone = false): readonly Edges[] =>
  edges.map((edge) => {
    const whole = closed(edge, edges)
    return hasNone && whole.from === undefined ? { ...whole, from: '0', fromInclusive: false } : whole
  })

/**
 * Bands of a percent. The name of the figure stands before the first band alone, or the same before each; a last part for "the rest" closes the scale.
 * Whether the bands meet is seen by reading the proposed rule.
 */
export const readBands = (clauses: readonly Clause[]): Proposal | undefined => {
  const last = clauses.at(-1)
  const rest = last && /^(?:con lai|cac truong hop (?:khac|con lai)|truong hop (?:khac|con lai))$/.test(last.folded) ? last : undefined
  const said = rest ? clauses.slice(0, -1) : clauses
  const [none] = said.filter(noneAtAll)
  const ranged = said.filter((each) => each !== none)
  if (none && !isEndOfScale(none, ranged)) return undefined
  const known = ranged.map(edgesOf).filter((each) => each !== undefined)
  const names = new Set(known.slice(1).map(({ before }) => before.replace(/\b(?:dat|hoan thanh|ty le|ti le|tu|neu)\b/g, '').trim()))
  if (known.length < ranged.length || known.length === 0 || names.size > 1) return undefined
  const [name = ''] = names
  if (name !== '' && !known[0]?.before.startsWith(name)) return undefined
  const edges = bandsOf(
    known.map(({ before: _, ...edge }) => edge),
    none !== undefined,
  )
  const bands = edges.map((edge, index) => ({ ...edge, points: ranged[index]?.points }))
  const zero = none && { from: '0', to: '0', toInclusive: true, points: none.points }
  return { kind: 'steps', unit: '%', bands: zero ? [zero, ...bands] : bands, ...(rest && { otherwise: rest.points }) }
}
