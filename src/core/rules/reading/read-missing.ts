import type { Clause } from './clauses.ts'
import type { Proposal } from './proposal.ts'

const things =
  '(?:noi dung|tieu chi|yeu cau|dieu kien|tieu chuan|thanh phan|hang muc|muc|bao cao|van ban|loai|thu tuc|hinh thuc|hoat dong|nhiem vu)'
const some = `(?: (?:trong )?(?:so )?(?:cac |nhung )?${things}(?: (?:tren|nay|neu tren|theo quy dinh))?)?`
const one = new RegExp(`^(?:thieu|khong du|con thieu)(?: co)? (?:0?(\\d{1,2})|mot)${some}$`)
const range = new RegExp(`^(?:thieu|con thieu) (?:tu )?0?(\\d{1,2}) ?(?:den|-|–) ?0?(\\d{1,2})${some}$`)
const more = new RegExp(
  `^(?:thieu|con thieu) (?:(?:tu )?0?(\\d{1,2})${some} tro len|tu 0?(\\d{1,2})${some}|tren 0?(\\d{1,2})${some})(?: hoac (?:khong|chua) [a-z ]{2,40})?$`,
)
const wholly = /\b(?:day du|du)\b/

interface Gap {
  readonly from: number
  readonly to?: number
  readonly points: string
}

const gapOf = ({ folded, points }: Clause): Gap | undefined => {
  const single = one.exec(folded)
  if (single) return { from: Number(single[1] ?? 1), to: Number(single[1] ?? 1) + 1, points }
  const several = range.exec(folded)
  if (several) return { from: Number(several[1]), to: Number(several[2]) + 1, points }
  const [, upFrom, fromOn, above] = more.exec(folded) ?? []
  const from = upFrom ?? fromOn
  if (from !== undefined) return { from: Number(from), points }
  return above === undefined ? undefined : { from: Number(above) + 1, points }
}

/** All of it, then by how many are missing: one, two to three, more; each number has its points and none has two. */
export const readMissing = (clauses: readonly Clause[]): Proposal | undefined => {
  const isLast = clauses.length > 1 && /^(?:du|day du)\b/.test(clauses.at(-1)?.folded ?? '')
  const [first, ...rest] = isLast ? [...clauses.slice(-1), ...clauses.slice(0, -1)] : clauses
  const gaps = rest.map(gapOf).filter((each) => each !== undefined)
  if (!first || !wholly.test(first.folded) || /%|\b(?:thieu|khong|chua)\b/.test(first.folded) || gaps.length < rest.length) return undefined
  const follows = gaps.every(({ from }, index) => from === (index === 0 ? 1 : gaps[index - 1]?.to))
  if (!follows || gaps.at(-1)?.to !== undefined) return undefined
  const bands = [
    { from: '0', to: '1', points: first.points },
    ...gaps.map(({ from, to, points }) => ({ from: String(from), ...(to !== undefined && { to: String(to) }), points })),
  ]
  return {
    kind: 'steps',
    value: 'missing',
    bands,
    inputs: [{ name: 'missing', type: 'count', label: rest[0]?.label.replace(/ ?\d+(?: ?[-–] ?\d+)?/gu, '') ?? '' }],
  }
}
