import { foldPrint } from './clauses.ts'
import type { Proposal } from './proposal.ts'
import { total } from './read-sums.ts'

const head = /^(?:(?:số )?(?:điểm|diem)[\p{L} ]{0,40}(?:=|bằng|là) ?)?(?:tổng (?:số )?(?:điểm|diem)[\p{L} ,]{0,60}: ?)?/iu
const term =
  /^\(?(?:([a-z][a-z ,]{2,80}?) ?[(:] ?)?\(?(ty le(?: ?%)?(?: [a-z ,]{2,80}?)?) ?[x*×] ?(\d+(?:[.,]\d+)?)(?: ?(?:diem|d))?\)?\)?$/

/** Percents, each times points of its own, that are added up to the maximum of the row. */
export const readAdded = (text: string, max: string | undefined): Proposal | undefined => {
  const tidy = text.replace(/\s+/gu, ' ').replace(head, '').trim()
  const parts = tidy
    .split(/\s?\+\s?/u)
    .map((part) => ({ part, match: foldPrint(part).length === part.length ? term.exec(foldPrint(part)) : null }))
  const terms = parts.flatMap(({ part, match }) => {
    const [, name, rate = '', points = ''] = match ?? []
    const words = name ?? rate
    const at = foldPrint(part).indexOf(words)
    return match ? [{ label: part.slice(at, at + words.length).trim(), max: points.replace(',', '.') }] : []
  })
  if (max === undefined || terms.length < parts.length || terms.length < 2 || terms.length > 6 || total(terms) !== total([{ max }]))
    return undefined
  if (new Set(terms.map(({ label }) => label)).size < terms.length) return undefined
  return {
    kind: 'sum',
    parts: terms.map(({ label, max: most }, index) => ({
      label,
      rule: { kind: 'linear', unit: '%', value: `muc_${index + 1}`, max: most },
    })),
    inputs: terms.map(({ label }, index) => ({ name: `muc_${index + 1}`, label })),
  }
}
