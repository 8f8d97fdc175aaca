import { cleanText } from './clean-text.ts'

/**
 * The requirements of a cell: one per bullet, the bullet taken away; text before the first bullet is one of its own. A dash counts as a bullet at the
 * start of a line and after the end of a sentence, never inside "kinh tế - xã hội".
 */
export const requirementsOf = (text: string): readonly string[] =>
  text
    .split(/(?:^|\n)\s*[-–+•*]\s*(?=\S)|(?<=[.;:)])\s+[-–+•]\s*(?=\p{Lu})|(?<=\S)\s+[-–•]\s*(?=\p{Lu}\p{Ll}+ \p{Ll})/u)
    .map(cleanText)
    .filter((part) => part !== '')
