import type { Proposal } from './proposal.ts'
import { foldPrint, partsOf } from './clauses.ts'

const cap =
  /^(?:nhung )?(?:tong )?(?:so )?(?:diem )?(?:cong |thuong )?(?:cua (?:tieu chi|noi dung)(?: nay)? )?(?:toi da|khong qua|khong vuot qua|cao nhat)(?: khong qua| la)?:? (\d+(?:[.,]\d+)?) ?(?:diem|d)$/

/** Several things, each worth so many points, and one most for all of them: the maximum of the row. */
export const readItems = (
  text: string,
  max: string | undefined,
  read: (part: string, max: string) => Proposal | undefined,
): Proposal | undefined => {
  const parts = partsOf(text)
  const most = cap.exec(foldPrint(parts.at(-1) ?? ''))?.[1]
  const things = parts.slice(0, -1).flatMap((part) => part.split(/,\s+(?=(?:cứ |mỗi |cứ mỗi ))/iu))
  if (max === undefined || most === undefined || Number(most.replace(',', '.')) !== Number(max)) return undefined
  const rules = things.map((thing) => read(thing, max)).filter((rule) => rule?.kind === 'perItem' && rule['cap'] === undefined)
  const names = new Set(rules.map((rule) => rule?.['itemName']))
  if (rules.length < things.length || rules.length < 2 || rules.length > 6 || names.size < rules.length) return undefined
  const labels = rules.map((rule) => String(rule?.['itemName'] ?? ''))
  return {
    kind: 'sum',
    parts: rules.map((rule, index) => ({ label: labels[index], rule: { ...rule, count: `muc_${index + 1}` } })),
    inputs: labels.map((label, index) => ({ name: `muc_${index + 1}`, label })),
  }
}
