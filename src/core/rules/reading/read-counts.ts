import type { Clause } from './clauses.ts'
import type { Proposal } from './proposal.ts'

interface Counted {
  readonly from: number
  readonly to: number
  readonly name: string
  readonly points: string
}

const units = /^(?:ngay|thang|nam|quy|tuan|gio|phut|diem|trieu|ty|dong|nguoi dan|phan tram)\b/
const name = '([a-z][a-z, ]{1,60}?)'
const enough = new RegExp(`^(?:co )?du (\\d{1,3}) ${name}$`)
const bare = /^(?:co )?(?:tu )?(\d{1,3})( tro len)?$/
const bareBelow = /^(?:co )?duoi (\d{1,3})$/
const orMore = new RegExp(`^(?:co )?(?:tu |it nhat |toi thieu )?(\\d{1,3}) ${name} tro len$`)
const nothingLess = new RegExp(`^(?:co )?(?:it nhat|toi thieu) (\\d{1,3}) ${name}$`)
const moreFirst = new RegExp(`^(\\d{1,3}) ${name} tro len$`)
const between = new RegExp(`^(?:co )?(?:tu )?(\\d{1,3}) ?(?:den|-|–) ?(\\d{1,3}) ${name}$`)
const below = new RegExp(`^(?:co )?duoi (\\d{1,3}) ${name}$`)
const above = new RegExp(`^(?:co )?(?:tren|hon) (\\d{1,3}) ${name}$`)
const exactly = new RegExp(`^(?:co )?(?:chi co )?(\\d{1,3}) ${name}$`)
const singleOrNone = new RegExp(`^(0?1) ${name} hoac khong(?: co| dat| dap ung)? [a-z ]{2,40}$`)
const bareBetween = /^(?:tu )?(\d{1,3}) ?(?:den|-|–) ?(\d{1,3})$/
const none = /^(?:khong|chua)(?: co| to chuc)?(?: [a-z, ]{1,60})?$/

const countOf = ({ folded: printed, points }: Clause): Counted | undefined => {
  const folded = printed
    .replace(
      /^(?:to chuc|thuc hien|ban hanh|dat(?: du)?|dap ung(?: du)?|xep (?:thu )?hang|thu hang|hang|vi tri|to chuc [a-z ]{2,40}?)(?: thu)? (?=(?:duoc )?(?:tu |duoi |it nhat |toi thieu |\d))/,
      '',
    )
    .replace(/ tro di$/, ' tro len')
  const [, single, singleName] = singleOrNone.exec(folded) ?? []
  if (single !== undefined) return { from: 0, to: Number(single), name: singleName ?? '', points }
  const more = enough.exec(folded) ?? orMore.exec(folded) ?? nothingLess.exec(folded) ?? moreFirst.exec(folded)
  if (more) return { from: Number(more[1]), to: Number.POSITIVE_INFINITY, name: more[2] ?? '', points }
  const range = between.exec(folded)
  if (range) return { from: Number(range[1]), to: Number(range[2]), name: range[3] ?? '', points }
  const bareRange = bareBetween.exec(folded)
  if (bareRange) return { from: Number(bareRange[1]), to: Number(bareRange[2]), name: '', points }
  const alone = bare.exec(folded)
  if (alone) {
    const from = Number(alone[1])
    return { from, to: alone[2] === undefined ? from : Number.POSITIVE_INFINITY, name: '', points }
  }
  const under = bareBelow.exec(folded)
  if (under) return { from: 0, to: Number(under[1]) - 1, name: '', points }
  const over = above.exec(folded)
  if (over) return { from: Number(over[1]) + 1, to: Number.POSITIVE_INFINITY, name: over[2] ?? '', points }
  const less = below.exec(folded)
  if (less) return { from: 0, to: Number(less[1]) - 1, name: less[2] ?? '', points }
  const one = exactly.exec(folded)
  if (one) return { from: Number(one[1]), to: Number(one[1]), name: one[2] ?? '', points }
  return none.test(folded) ? { from: 0, to: 0, name: '', points } : undefined
}

/** What a criterion has a fixed number of: the largest number printed is all there are. */
const ofFixedNumber = /^(?:noi dung|tieu chi|yeu cau|dieu kien|tieu chuan|tieu chi thanh phan|quy)$/
const byRank = /^(?:xep (?:thu )?hang|thu hang|xep thu|hang (?=\d))/

/** Points by the rank, from the first on without a gap. */
const readRank = (clauses: readonly Clause[], counts: readonly Counted[]): Proposal | undefined => {
  const isRank = clauses[0] !== undefined && byRank.test(clauses[0].folded) && counts.every((each) => each.name === '')
  if (!isRank || !followsFrom(counts, 1) || Math.max(...counts.map(({ to }) => to)) !== Number.POSITIVE_INFINITY) return undefined
  return { kind: 'steps', value: 'rank', bands: bandsOf(counts), inputs: [{ name: 'rank', type: 'count', from: '1' }] }
}

/** So many of a fixed number of things, down to one; with none of them nothing. */
const readFixed = (counts: readonly Counted[], thing: string): Proposal | undefined => {
  const isFixed = ofFixedNumber.test(thing) && counts.length > 1 && counts.every(({ to }) => Number.isFinite(to))
  const lowest = Math.min(...counts.map(({ from }) => from))
  if (!isFixed || lowest > 1 || !followsFrom(counts, lowest)) return undefined
  const none = lowest === 1 ? [{ from: '0', to: '1', points: '0' }] : []
  const most = String(Math.max(...counts.map(({ to }) => to)))
  return { kind: 'steps', value: 'count', bands: [...bandsOf(counts), ...none], inputs: [{ name: 'count', type: 'count', to: most }] }
}

const followsFrom = (counts: readonly Counted[], start: number): boolean => {
  const rising = counts.toSorted((a, b) => a.from - b.from)
  return rising.every((each, index) => each.from === (index === 0 ? start : (rising[index - 1]?.to ?? 0) + 1) && each.to >= each.from)
}

const bandsOf = (counts: readonly Counted[]): readonly object[] =>
  counts.map(({ from, to, points }) => ({ from: String(from), ...(Number.isFinite(to) && { to: String(to + 1) }), points }))

/** `4-5/6 tiêu chí`, `cả 3 yêu cầu`, `1/3 hoặc không đạt`: so many of the same whole, in the form that is read. */
const ofWhole = (printed: readonly Clause[]): readonly Clause[] => {
  const clauses = printed.map((clause) => ({
    ...clause,
    folded: clause.folded.replace(/\b(\d{1,2}) (?:trong|tren) (?:tong )?(?:so )?(?=\d)/g, '$1/'),
  }))
  const wholes = new Set(clauses.flatMap(({ folded }) => [...folded.matchAll(/\d\/0?(\d{1,2})\b/g)].map(([, all]) => Number(all))))
  const [whole = Number.POSITIVE_INFINITY] = wholes
  const isShare = clauses.every(({ folded }) => [...folded.matchAll(/(\d{1,2})\/\d/g)].every(([, part]) => Number(part) <= whole))
  if (wholes.size > 1 || !isShare) return clauses
  return clauses.map((clause) => ({
    ...clause,
    folded: clause.folded
      .replace(/\b(?:du |day du )?(?:ca )?(\d{1,2})\/\d{1,2}\b/g, '$1')
      .replace(/((?:noi dung|tieu chi|yeu cau|dieu kien|tieu chuan)) (?:sau(?: day)?|tren|neu tren)$/, '$1')
      .replace(/\b(lan|cuoc|dot|buoi|hoi nghi)\/(?:nam|quy|thang)\b/g, '$1')
      .replace(/(?:>=|≥) ?(\d{1,3}) ([a-z][a-z ]{1,60})$/, 'tu $1 $2 tro len')
      .replace(/\b(?:du ca|ca|day du|du) (?=\d)/g, '')
      .replace(/^((?:[a-z]+ ){0,2}0?1) hoac khong(?: [a-z ]{2,30})?$/, 'duoi 2')
      .replace(/^(?:dat|dap ung|co|bao dam|dam bao) (?=(?:tu )?(?:duoi )?\d)/, ''),
  }))
}

/** Points by the number of one thing; the numbers have to follow one another from 0 on, none twice and none left out. */
export const readCounts = (printed: readonly Clause[]): Proposal | undefined => {
  const clauses = ofWhole(printed)
  const counts = clauses.map(countOf).filter((each) => each !== undefined)
  const names = new Set(counts.map((each) => each.name).filter((each) => each !== ''))
  const [thing = ''] = names
  const isOne = names.size === 1 || (names.size > 1 && [...names].every((each) => thing.startsWith(each) || each.startsWith(thing)))
  if (counts.length < clauses.length) return undefined
  const ranked = readRank(clauses, counts)
  if (ranked || !isOne) return ranked
  const fixed = readFixed(counts, thing)
  if (fixed || units.test(thing)) return fixed
  const isOpen = counts.some(({ to }) => to === Number.POSITIVE_INFINITY)
  return isOpen && followsFrom(counts, 0) ? { kind: 'steps', value: 'count', bands: bandsOf(counts) } : undefined
}
