import { tinosLetters } from './tinos-letters.ts'

/** Stands for a letter that the font has no shape for: the reader sees that one was there. */
const box = '□'

/** Controls, halves of pairs, what is no character, and marks that have no shape of their own. */
const shapeless = /[\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\p{Cc}]/gu

/** Letters, figures and their marks: nothing that means anything to whoever reads the text as a language. */
const harmless = /^[\p{L}\p{N}\p{M}]+$/u

const isThere = (letter: string): boolean => tinosLetters.has(letter.codePointAt(0) ?? -1)

/** The plain form of a letter (ｆ → f) where the font has that. */
const shownAs = (letter: string): string => {
  if (isThere(letter)) return letter
  const plain = letter.normalize('NFKC')
  return harmless.test(plain) && [...plain].every(isThere) ? plain : box
}

/**
 * Text as the font of papers can write it: one letter without a shape would end the whole paper. White space of every kind is a space, so that no line
 * begins where the paper has none.
 */
export const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    .replace(shapeless, '')
    .replace(/[\u0080-\u{10ffff}]/gu, shownAs)
