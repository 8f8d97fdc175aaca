import { boldLetterWidths } from '../language/reports/letter-widths.ts'

const widthOf = new Map(
  Object.entries(boldLetterWidths).flatMap(([width, letters]) => [...letters].map((letter) => [letter, Number(width)] as const)),
)

/** The letter without tone and circumflex or breve; the horn stays. */
const plainLetter = (letter: string): string =>
  letter
    .normalize('NFD')
    .replace(/[\u0300-\u031a\u031c-\u036f]/g, '')
    .normalize('NFC')

const millimetresPerPoint = 25.4 / 72

/** How wide bold text is on paper, in millimetres. A letter that is not in the table counts as a wide one. */
export const boldWidth = (text: string, points: number): number =>
  ([...text.normalize('NFC')].reduce((sum, letter) => sum + (widthOf.get(letter) ?? widthOf.get(plainLetter(letter)) ?? 722), 0) / 1000) *
  points *
  millimetresPerPoint

/** Bold text broken between words into lines that fit. */
const brokenLines = (text: string, points: number, within: number): readonly string[] => {
  const lines: string[] = []
  for (const word of text.normalize('NFC').split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && boldWidth(longer, points) <= within) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** As few lines as fit, and these as even as words allow: no heading ends with a single word. */
export const balancedLines = (text: string, points: number, within: number): readonly string[] => {
  const fewest = brokenLines(text, points, within)
  const step = 2
  for (let width = boldWidth(text, points) / fewest.length; width < within; width += step) {
    const lines = brokenLines(text, points, width)
    if (lines.length <= fewest.length) return lines
  }
  return fewest
}
