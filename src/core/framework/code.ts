/** The printed number of a row. `parts` are its steps: `1.1.2` → 1, 1, 2; `II` → 2; a letter its place in the alphabet. */
export interface Code {
  readonly kind: 'number' | 'roman' | 'letter' | 'smallLetter'
  /** As printed, without the closing point, bracket or colon and without the word before it; letters tied to the number ("TC1.2") stay. */
  readonly text: string
  readonly parts: readonly number[]
  /** What stood there, where the code could only be read by assuming a slip of recognition. */
  readonly raw?: string
}

const number = String.raw`\d{1,3}(?:\s?\.\s?\d{1,3}){0,6}`
const roman = String.raw`X{0,3}(?:IX|IV|V?I{1,3}|V|X)(?:\.\d{1,3})*`

/** How numbers and Roman numerals are printed, to find them at the head of longer texts. */
export const codePattern = { number, roman } as const

const wholeNumber = new RegExp(`^(${number})\\s*[.):/]*$`, 'u')
const wholeRoman = new RegExp(`^(${roman})\\s*[.):/]*$`, 'u')
const wholeLetter = /^([A-HĐK])\s*[.):/]*$/u
const wholeSmallLetter = /^([a-hđk])\s*[.)]?$/u
/** Letters tied to a number: "TC1.2", "T3", "A1.2"; a letter at the end: "2.1.a". */
const wholeMixed = /^(\p{Lu}{0,4})(\d{1,3}(?:\.\d{1,3}){0,6})(?:\.?([a-hđk]))?\s*[.):/]*$/u

/** Reads a text that is a code and nothing else, without letters tied to numbers. */
export const codeOf = (clean: string): Code | undefined => {
  const numbered = wholeNumber.exec(clean)?.[1]
  if (numbered) return numberCode(numbered)
  const romanText = wholeRoman.exec(clean)?.[1]
  if (romanText) return romanCode(romanText)
  const letter = wholeLetter.exec(clean)?.[1]
  if (letter) return { kind: 'letter', text: letter, parts: [letterPlace(letter)] }
  const small = wholeSmallLetter.exec(clean)?.[1]
  return small ? { kind: 'smallLetter', text: small, parts: [letterPlace(small.toUpperCase())] } : undefined
}

/** Reads letters tied to a number ("TC1.2") or a letter after one ("2.1.a"). */
export const mixedCode = (clean: string): Code | undefined => {
  const [, letters = '', digits, end] = wholeMixed.exec(clean) ?? []
  if (!digits || (letters === '' && end === undefined) || /^[IVX]+$/u.test(letters)) return undefined
  const parts = digits.split('.').map(Number)
  const isSeries = letters.length === 1 && letterPlace(letters) > 0
  return {
    kind: isSeries ? 'letter' : 'number',
    text: clean.replace(/[\s.):/]+$/u, ''),
    parts: [...(isSeries ? [letterPlace(letters)] : []), ...parts, ...(end ? [letterPlace(end.toUpperCase())] : [])],
  }
}

/** Reads what stands in a code field: of any kind; `undefined` where it is no code that counts ("Phụ", "*"). */
export const parseCode = (text: string): Code | undefined => mixedCode(text) ?? codeOf(text)

const numberCode = (text: string): Code => {
  const printed = text.replace(/\s/gu, '')
  return { kind: 'number', text: printed, parts: printed.split('.').map(Number) }
}

const romanCode = (text: string): Code => {
  const [head = '', ...rest] = text.split('.')
  return { kind: 'roman', text, parts: [romanValue(head), ...rest.map(Number)] }
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }
const romanValue = (text: string): number =>
  [...text].reduce((sum, digit, index) => {
    const value = romanDigits[digit] ?? 0
    return value < (romanDigits[text[index + 1] ?? ''] ?? 0) ? sum - value : sum + value
  }, 0)

/** The letters of a series in Vietnamese, in their order. */
export const seriesLetters = ['A', 'B', 'C', 'D', 'Đ', 'E', 'G', 'H', 'I', 'K']

const letterPlace = (letter: string): number => seriesLetters.indexOf(letter) + 1
