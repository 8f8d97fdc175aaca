import { clausesOf } from './clauses.ts'
import type { Proposal } from './proposal.ts'
import { named, total } from './read-sums.ts'

/**
 * Lines of their own, each with answers of its own and the highest of them its most; together they make the maximum of the row. Where a line is not read,
 * or they do not add up, all of it stays for a person.
 */
export const readLines = (
  text: string,
  max: string | undefined,
  read: (part: string, max: string) => Proposal | undefined,
): Proposal | undefined => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (max === undefined || lines.length < 2 || lines.length > 8) return undefined
  const parts = lines.flatMap((line) => {
    const clauses = clausesOf(line.replace(/^\s*(?:[-+•*–]|\(?[\da-z][).])\s+/iu, '')) ?? []
    const figures = clauses.map(({ points }) => points)
    const isPlain = clauses.length > 1 && figures.every((each) => !each.endsWith('%'))
    return isPlain ? [{ label: clauses[0]?.label ?? '', text: line, max: figures.toSorted((a, b) => Number(b) - Number(a))[0] ?? '' }] : []
  })
  if (parts.length < lines.length || total(parts) !== total([{ max }])) return undefined
  const rules = parts.map((part, index) => {
    const rule = read(part.text, part.max)
    return rule && named(rule, `muc_${index + 1}`)
  })
  if (rules.some((rule) => rule === undefined)) return undefined
  return {
    kind: 'sum',
    parts: parts.map(({ label, max: most }, index) => ({ label: label.slice(0, 200), rule: { ...rules[index], max: most } })),
    inputs: parts.map(({ label }, index) => ({ name: `muc_${index + 1}`, label: label.slice(0, 200) })),
  }
}
