import { paperWords, pointLetter } from '../language/reports/paper-words.ts'
import type { Block } from './report.ts'

const romanSigns = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

/** 1 → I, 4 → IV, 29 → XXIX. */
export const roman = (number: number): string => {
  const sign = romanSigns.find(([value]) => value <= number)
  return sign ? sign[1] + roman(number - sign[0]) : ''
}

/** Levels from the outside in; one that counts on starts those after it again. Parts, chapters and articles run through. */
const inner = {
  part: ['heading', 'item', 'subItem', 'point'],
  chapter: ['section', 'heading', 'item', 'subItem', 'point'],
  section: ['heading', 'item', 'subItem', 'point'],
  article: ['item', 'subItem', 'point'],
  heading: ['item', 'subItem', 'point'],
  item: ['subItem', 'point'],
  subItem: ['point'],
  point: [],
} as const satisfies Record<string, readonly string[]>

export type NumberedKind = keyof typeof inner

const isNumbered = (kind: Block['kind']): kind is NumberedKind => Object.hasOwn(inner, kind)

const numberOf = (kind: NumberedKind, counts: ReadonlyMap<string, number>): string => {
  const count = counts.get(kind) ?? 0
  switch (kind) {
    case 'part':
      return `${paperWords.part} ${roman(count)}`
    case 'chapter':
      return `${paperWords.chapter} ${roman(count)}`
    case 'section':
      return `${paperWords.section} ${count}`
    case 'heading':
      return `${roman(count)}.`
    case 'article':
      return `${paperWords.article} ${count}.`
    case 'item':
      return `${count}.`
    case 'subItem':
      return `${counts.get('item') ?? 0}.${count}.`
    case 'point':
      return `${pointLetter(count)})`
  }
}

/** The number of each block in its order; empty for blocks that have none. */
export const numberBlocks = (blocks: readonly Block[]): readonly string[] => {
  const counts = new Map<string, number>()
  return blocks.map(({ kind }) => {
    if (!isNumbered(kind)) return ''
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    for (const below of inner[kind]) counts.set(below, 0)
    return numberOf(kind, counts)
  })
}
