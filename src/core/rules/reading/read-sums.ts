import { fold } from '../../fold.ts'
import { partsOf } from './clauses.ts'
import type { Proposal } from './proposal.ts'

const number = '(\\d+(?:[.,]\\d+)?)'
const share = new RegExp(`[x*×] ?${number} ?(?:diem|d)$`)
const cap = new RegExp(`(?:toi da|khong qua|khong vuot qua)(?: la)?:? ${number} ?(?:diem|d)\\)?$`)
const answered = new RegExp(`[:= ]${number} ?(?:diem|d)$`)
const heading = /^(?:(?:ve|noi dung|doi voi)\s)?([^:;]{3,100}):\s*(?=\S)/iu
const sections = /(?:^|[;\n]\s*)(?=(?:[a-e]\)|\([a-e1-9]\))\s)/u
const marker = /^(?:[a-e]\)|\([a-e1-9]\))\s+/iu

interface Section {
  readonly label: string
  readonly text: string
  /** The most that this part may give, as printed. */
  readonly max: string
}

const dot = (text: string): string => text.replace(',', '.')
const tenThousandths = (points: string): number => Math.round(Number(points) * 10_000)
/** What parts give together, in ten-thousandths: points have four decimals at most. */
export const total = (parts: readonly { readonly max: string }[]): number => parts.reduce((sum, { max }) => sum + tenThousandths(max), 0)

/** A part that says its own most: a percent times so many points, or so many for each up to so many. */
const limited = (text: string): Section | undefined => {
  const folded = fold(text)
  const most = cap.exec(folded)?.[1] ?? share.exec(folded)?.[1]
  const [head = '', label = ''] = heading.exec(text) ?? []
  return most === undefined ? undefined : { label: label === '' ? text : label, text: text.slice(head.length), max: dot(most) }
}

/** Answers under a letter of their own: the highest of them is the most. */
const lettered = (text: string): Section | undefined => {
  const plain = text.trim().replace(marker, '').replace(/[;,]$/, '')
  const [head = '', label = ''] = heading.exec(plain) ?? []
  const body = plain.slice(head.length)
  const figures = partsOf(body).flatMap((part) => answered.exec(fold(part))?.[1] ?? [])
  if (label === '' || figures.length < 2 || /\d/.test(label)) return undefined
  return { label, text: body, max: figures.map(dot).reduce((a, b) => (Number(b) > Number(a) ? b : a)) }
}

/** Further points of one part belong to it: a most that follows a semicolon or a line of its own is that of the part before. */
const pieces = (text: string): readonly string[] =>
  text
    .split(/[;\n]|\.(?=\s|$)/)
    .map((part) =>
      part
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^(?:[-+•*–]|\d+[).]|[a-z][).])\s+/iu, ''),
    )
    .filter((part) => part !== '')

/** The rule with its one question under a name of its own. */
export const named = (rule: Proposal, name: string): Proposal | undefined => {
  if (rule.kind === 'choice') return { ...rule, input: name }
  if (rule.kind === 'deadline') return { ...rule, input: name }
  if (rule.kind === 'perItem') return { ...rule, count: name }
  const isPlain = rule.kind === 'steps' && rule['value'] === undefined && rule['inputs'] === undefined
  if (isPlain && (rule['bands'] as readonly object[]).every((band) => !('formula' in band))) return { ...rule, value: name }
  return rule.kind === 'linear' && rule['value'] === undefined ? { ...rule, value: name } : undefined
}

/**
 * Parts that are read each by itself and together make the maximum of the row: percents times points of their own, numbers with a most of their own,
 * answers under letters. Where one is not read, or they do not add up, all of it stays for a person.
 */
export const readSums = (
  text: string,
  max: string | undefined,
  read: (part: string, max: string) => Proposal | undefined,
): Proposal | undefined => {
  if (max === undefined) return undefined
  const normal = text.normalize('NFC').trim()
  const byLetter = normal.split(sections).filter((part) => part.trim() !== '')
  const all = byLetter.length > 1 ? byLetter.map(lettered) : pieces(normal).map(limited)
  const found = all.filter((each) => each !== undefined)
  const adds = total(found) === tenThousandths(max)
  if (found.length < all.length || found.length < 2 || found.length > 6 || !adds) return undefined
  const rules = found.map((each, index) => {
    const rule = read(each.text, each.max)
    return rule && named(rule, `muc_${index + 1}`)
  })
  if (rules.some((rule) => rule === undefined)) return undefined
  return {
    kind: 'sum',
    parts: found.map(({ label, max: cap_ }, index) => ({ label, rule: { ...rules[index], max: cap_ } })),
    inputs: found.map(({ label }, index) => ({ name: `muc_${index + 1}`, label })),
  }
}
