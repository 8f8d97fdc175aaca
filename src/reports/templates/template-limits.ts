import type { WrittenParagraph, WrittenText } from '../../core/document/written-text.ts'
import { holdsForbidden, xmlCharacters } from '../../core/office-text.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import type { PaperTemplate } from './template.ts'

/** What the wording of a paper never comes near; beyond it a file would keep the whole server busy. */
export const templateLimits = {
  paragraphs: 3000,
  letters: 300_000,
  /** Of one paragraph. */
  paragraphLetters: 10_000,
  summaryLetters: 2000,
  fields: 2000,
  /** «Lặp lại» within «Lặp lại»: a list within an entry of another. */
  repeats: 2,
  /** «Lặp lại» and «Nếu có» within each other. */
  nested: 8,
  /** Blocks and rows that a paper may come to when its lists are written out. */
  blocks: 10_000,
} as const

const paragraphsOf = ({ pieces }: WrittenText): readonly WrittenParagraph[] =>
  pieces.flatMap((piece) => (piece.kind === 'paragraph' ? [piece] : piece.rows.flat(2)))

const wordsOf = ({ label = '', runs }: WrittenParagraph): string => label + runs.map(({ text }) => text).join('')

const tooLarge = (what: keyof typeof templateLimits, actual: number, line?: number): readonly Problem[] =>
  actual <= templateLimits[what] ? [] : [errorAt('templateTooLarge', '', { what, limit: templateLimits[what], actual }, line)]

/** What is too long or holds what no paper can hold: looked at before anything is read out of the file. */
export const limitProblems = (written: WrittenText): readonly Problem[] => {
  const paragraphs = paragraphsOf(written).map((paragraph) => ({ line: paragraph.line, words: wordsOf(paragraph) }))
  return [
    ...tooLarge('paragraphs', paragraphs.length),
    ...tooLarge(
      'letters',
      paragraphs.reduce((sum, { words }) => sum + words.length, 0),
    ),
    ...tooLarge(
      'fields',
      paragraphs.reduce((sum, { words }) => sum + words.split('«').length - 1, 0),
    ),
    ...paragraphs.flatMap(({ line, words }) => tooLarge('paragraphLetters', words.length, line)),
    ...paragraphs.flatMap(({ line, words }) =>
      holdsForbidden(words) ? [errorAt('templateForbiddenLetters', '', { text: xmlCharacters(words.slice(0, 60)) }, line)] : [],
    ),
  ]
}

/** A summary stands in the head of the paper and in its name. */
export const summaryProblems = ({ summary }: PaperTemplate): readonly Problem[] => tooLarge('summaryLetters', summary.length)
