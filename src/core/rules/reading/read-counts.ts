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
const none = /^(?:khong|chua)(?: co| to chuc)?(?: [a-z, ]{1,60})?$/

const countOf = ({ folded: printed, points }: Clause): Counted | undefined => {
  const folded = printed.replace(/^(?:to chuc|thuc hien|ban hanh) (?=(?:duoc )?(?:tu |duoi |\d))/, '')
  const more = enough.exec(folded) ?? orMore.exec(folded) ?? nothingLess.exec(folded) ?? moreFirst.exec(folded)
  if (more) return { from: Number(more[1]), to: Number.POSITIVE_INFINITY, name: more[2] ?? '', points }
  const range = between.exec(folded)
  if (range) return { from: Number(range[1]), to: Number(range[2]), name: range[3] ?? '', points }
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

/** Points by the number of one thing; the numbers have to follow one another from 0 on, none twice and none left out. */
export const readCounts = (clauses: readonly Clause[]): Proposal | undefined => {
  const counts = clauses.map(countOf).filter((each) => each !== undefined)
  const names = new Set(counts.map((each) => each.name).filter((each) => each !== ''))
  const [thing = ''] = names
  const isOne = names.size === 1 || (names.size > 1 && [...names].every((each) => thing.startsWith(each) || each.startsWith(thing)))
  if (counts.length < clauses.length || !isOne || units.test(thing)) return undefined
  const rising = counts.toSorted((a, b) => a.from - b.from)
  const follows = rising.every((each, index) => each.from === (index === 0 ? 0 : (rising[index - 1]?.to ?? 0) + 1) && each.to >= each.from)
  if (!follows || rising.at(-1)?.to !== Number.POSITIVE_INFINITY) return undefined
  const bands = counts.map(({ from, to, points }) => ({ from: String(from), ...(Number.isFinite(to) && { to: String(to + 1) }), points }))
  return { kind: 'steps', value: 'count', bands }
}
