import type { Chart } from '../charts/chart.ts'
import type { PaperPart } from '../../language/reports/paper-part-words.ts'
import type { Block, OneOrMore, Text } from '../report.ts'

/** Short ways to write the blocks that most papers use. */
export const paragraph = (text: Text): Block => ({ kind: 'paragraph', text })
export const heading = (title: string): Block => ({ kind: 'heading', title })
export const item = (title: string, text?: Text): Block => ({ kind: 'item', title, ...(text !== undefined && { text }) })
export const subItem = (title: string): Block => ({ kind: 'subItem', title })
export const numbered = (text: Text): Block => ({ kind: 'item', text })
export const dash = (text: Text): Block => ({ kind: 'bullet', depth: 1, text })
export const plus = (text: Text): Block => ({ kind: 'bullet', depth: 2, text })
export const article = (text: Text): Block => ({ kind: 'article', text })
export const chartOf = (chart: Chart, caption: string): Block => ({ kind: 'chart', chart, caption })

/** Blocks that the data compose, so that their number and words differ from paper to paper; a template moves or drops them together. */
export const inPart = (part: PaperPart, blocks: readonly Block[]): readonly Block[] => blocks.map((block) => ({ ...block, part }))

/** Blocks of which some may be absent; the one that closes always stands. */
export const bodyOf = (blocks: readonly Block[], last: Block): OneOrMore<Block> => {
  const [first, ...rest] = blocks
  return first === undefined ? [last] : [first, ...rest, last]
}

/** A text that a person typed, with the sign at its end that it may lack. */
export const ended = (text: string): string => (/[.;:?…]$/.test(text) ? text : `${text}.`)
