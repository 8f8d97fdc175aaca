import { foldPrint } from './clauses.ts'
import type { Proposal } from './proposal.ts'

const late = /\b(?:cham|tre|qua han|muon)\b/
const counted = /\b(?:moi|cu|lan|them)\b/
const lost = /^(.+?)[:,]? (?:thì )?(?:bị )?trừ (\d+(?:[.,]\d+)?)(?: ?(?:điểm|đ))?$/iu
const allLost =
  /^(.+?)[:,]? (?:thì )?(?:không (?:tính|có|được|chấm)(?: tính| chấm)? điểm|(?:trừ )?(?:hết|toàn bộ)(?: số)? điểm|0(?: ?(?:điểm|đ))?)$/iu
const inTime = /^(?:[a-z]+ ){0,6}?dung (?:thoi )?han\b/

/** Losses in bands of days late, said as what is left: in time has all of the points. */
export const readLateLosses = (
  text: string,
  max: string | undefined,
  read: (rest: string) => Proposal | undefined,
): Proposal | undefined => {
  const parts = text
    .split(/[;\n]|\.(?=\s|$)|,\s(?=(?:chậm|trễ|quá hạn|muộn)\s)/iu)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const first = inTime.test(foldPrint(parts[0] ?? '')) ? parts.slice(0, 1) : []
  const bands = parts.slice(first.length).map((part) => {
    const folded = foldPrint(part)
    if (!late.test(folded) || counted.test(folded) || !/\d+ ngay\b/.test(folded)) return undefined
    const [, words, points = ''] = lost.exec(part) ?? []
    const left = Math.round((Number(max) - Number(points.replace(',', '.'))) * 10_000) / 10_000
    if (words !== undefined) return left >= 0 ? `${words}: ${left} diem` : undefined
    const [, none] = allLost.exec(part) ?? []
    return none === undefined ? undefined : `${none}: 0 diem`
  })
  const isDaily = /\b0?1 ngay\b/.test(foldPrint(parts[first.length] ?? '')) && parts.filter((part) => lost.test(part)).length < 2
  if (max === undefined || isDaily || bands.length < 2 || bands.includes(undefined) || !lost.test(parts.at(first.length) ?? ''))
    return undefined
  return read([first[0] ?? `Dung han: ${max} diem`, ...bands].join('; '))
}
