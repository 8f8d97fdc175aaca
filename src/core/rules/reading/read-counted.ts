import { dot } from './amendments.ts'
import { foldPrint } from './clauses.ts'
import type { Proposal } from './proposal.ts'

/** How many there are, before what each gives. */
const counted = /^(?:du|co|gom|bao gom)(?: ca| du)? 0?(\d{1,2}) [a-z ]{2,60}(?: ?\([^()]*\))?[,:;.] ?(?=(?:cu )?moi )/

/** `04 báo cáo x 0,25 điểm/báo cáo`. */
const multiplied = /^0?(\d{1,2}) (\p{L}[\p{L} ]{2,60}?) ?[x×*] ?(\d+[.,]\d+|\d)(?: ?(?:điểm|đ))?(?: ?\/ ?(?:0?1 )?[\p{L} ]{2,40})?$/iu
const eachInside = /^[^:;]{3,120}: (\d+(?:[.,]\d+)?)(?: ?(?:điểm|đ))? ?\(((?:cứ )?mỗi [^()]+)\)$/iu

/** `Đủ 04 báo cáo, mỗi báo cáo 0,25 điểm`: so many of them make the maximum. */
export const readAfterNumber = (
  text: string,
  max: string | undefined,
  read: (rest: string) => Proposal | undefined,
): Proposal | undefined => {
  const [, whole, inside] = eachInside.exec(text) ?? []
  const apart = inside === undefined || Number(dot(whole ?? '')) !== Number(max) ? undefined : read(inside)
  if (apart?.kind === 'perItem') return apart
  const [times = '', many, thing = '', one = ''] = multiplied.exec(text) ?? []
  if (times !== '' && Math.round(Number(many) * Number(dot(one)) * 10_000) === Math.round(Number(max) * 10_000))
    return read(`Moi ${thing}: ${one} diem`)
  const [head = '', number] = counted.exec(foldPrint(text)) ?? []
  const rule = head === '' ? undefined : read(text.slice(head.length))
  const isAll = Math.round(Number(rule?.['each']) * Number(number) * 10_000) === Math.round(Number(max) * 10_000)
  return rule?.kind === 'perItem' && isAll ? rule : undefined
}

const item = /^(?:\(?[a-z1-9][).]|[-+•]) ?[^\d%]+$/iu

/** A list of what is counted, after the points by their number: left out where the rule counts to as many. */
export const readBeforeList = (text: string, read: (rest: string) => Proposal | undefined): Proposal | undefined => {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => item.test(line))
  const items = lines.slice(first)
  if (first < 1 || items.length < 2 || !items.every((line) => item.test(line))) return undefined
  const rule = read(
    lines
      .slice(0, first)
      .join('\n')
      .trim()
      .replace(/[:;,]$/u, ''),
  )
  const [count] = (rule?.['inputs'] ?? []) as readonly { readonly to?: string }[]
  return rule?.kind === 'steps' && count?.to === String(items.length) ? rule : undefined
}
