import { foldPrint } from './clauses.ts'
import type { Proposal } from './proposal.ts'

const n = '(\\d+(?:[.,]\\d+)?)'
const points = `${n}(?: ?(?:diem|d))?`
const lead = '(?:neu |ty le |ket qua |dat |[a-z]+ ){0,12}?'
const line = '(?:noi suy|tuyen tinh|theo ty le|tang dan|tuong ung)'
const along = `(?: ?,| ?:| thi| duoc| tinh| diem| cham| theo| phuong phap| ${line})*`
/** `Từ 60% đến 100% nội suy từ 0,5 đến 1,0`. */
const said = new RegExp(`^(${lead})(?:tu )?${n} ?%? ?(?:den|-|–) ?${n} ?%${along} tu ${points} (?:den|-|–) ${points}$`)
const below = new RegExp(
  `^(?:ty le |dat |neu )*(?:duoi|<|nho hon|thap hon) ?${n} ?%(?: |:|,|thi|duoc|tinh)*(?:0(?: ?(?:diem|d))?|khong (?:co |tinh |duoc )*diem)$`,
)
const rest = /^con lai:? ?(?:0(?: ?(?:diem|d))?|khong (?:co |tinh |duoc )*diem)$/
const value = (text = ''): number => Number(text.replace(',', '.'))
const dot = (text = ''): string => text.replace(',', '.')

/** Points on a straight line between two percents, nothing below the lower. */
export const readBetween = (text: string, max: string | undefined): Proposal | undefined => {
  const [first = '', second, ...more] = foldPrint(text)
    .split(/[;\n]|\.(?=\s|$)/)
    .map((part) => part.trim())
  if (max === undefined || more.length > 0 || !new RegExp(`\\b${line}\\b`).test(first)) return undefined
  const [whole, , from, to, low, high] = said.exec(first) ?? []
  if (whole === undefined || value(to) !== 100 || value(high) !== Number(max) || value(low) >= value(high) || value(from) >= 100)
    return undefined
  const [, edge] = second === undefined ? [] : (below.exec(second) ?? [])
  const isClosed = second === undefined ? value(from) === 0 : value(edge) === value(from) || rest.test(second)
  if (!isClosed) return undefined
  const slope = `(value - ${dot(from)}) / ${100 - value(from)}`
  if (value(from) === 0) return { kind: 'linear', unit: '%', ...(value(low) > 0 && { low: dot(low) }) }
  return {
    kind: 'steps',
    unit: '%',
    bands: [
      { from: '100', to: '100', toInclusive: true, points: '100%' },
      { from: dot(from), to: '100', formula: `${dot(low)} + ${slope} * (maxPoints - ${dot(low)})` },
      { to: dot(from), points: '0' },
    ],
  }
}
