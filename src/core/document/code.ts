import { cleanText } from './clean-text.ts'

/** The printed number of a row. `parts` are its steps: `1.1.2` → 1, 1, 2; `II` → 2; a letter its place in the alphabet. */
export interface Code {
  readonly kind: 'number' | 'roman' | 'letter' | 'smallLetter'
  /** As printed, without the closing point, bracket or colon and without the word before it; letters tied to the number ("TC1.2") stay. */
  readonly text: string
  readonly parts: readonly number[]
  /** What stood there, where the code could only be read by assuming a slip of recognition. */
  readonly raw?: string
}

const levelWord =
  /^(?:tiêu chí thành phần|tiêu chí|chỉ số thành phần|chỉ số|lĩnh vực|nội dung|mục|phần|tctp|tc|lv)\s*:?\s*(?=[\dIVXA-HĐK])/iu
const number = String.raw`\d{1,3}(?:\s?\.\s?\d{1,3}){0,6}`
const roman = String.raw`X{0,3}(?:IX|IV|V?I{1,3}|V|X)(?:\.\d{1,3})*`
const wholeNumber = new RegExp(`^(${number})\\s*[.):/]*$`, 'u')
const wholeRoman = new RegExp(`^(${roman})\\s*[.):/]*$`, 'u')
const wholeLetter = /^([A-HĐK])\s*[.):/]*$/u
const wholeSmallLetter = /^([a-hđk])\s*[.)]?$/u
/** Letters tied to a number: "TC1.2", "T3", "A1.2"; a letter at the end: "2.1.a". */
const wholeMixed = /^(\p{Lu}{0,4})(\d{1,3}(?:\.\d{1,3}){0,6})(?:\.?([a-hđk]))?\s*[.):/]*$/u
const leading = new RegExp(`^(${number}|${roman}|[A-HĐK]|[a-hđk](?=\\)))(\\s*[.):]+(?!\\d)|\\s+[-–]\\s|\\s)\\s*(\\S.*)$`, 'su')

/** Reads a cell of codes; `undefined` where it holds none. */
export const readCode = (text: string): Code | undefined => {
  const whole = cleanText(text)
  const clean = whole.replace(levelWord, '')
  if (clean === '' || clean.length > 40) return undefined
  return mixedCode(whole.replace(/\s*\.\s*/gu, '.')) ?? codeOf(clean) ?? correctedCode(clean)
}

const codeOf = (clean: string): Code | undefined => {
  const numbered = wholeNumber.exec(clean)?.[1]
  if (numbered) return numberCode(numbered)
  const romanText = wholeRoman.exec(clean)?.[1]
  if (romanText) return romanCode(romanText)
  const letter = wholeLetter.exec(clean)?.[1]
  if (letter) return { kind: 'letter', text: letter, parts: [letterPlace(letter)] }
  const small = wholeSmallLetter.exec(clean)?.[1]
  return small ? { kind: 'smallLetter', text: small, parts: [letterPlace(small.toUpperCase())] } : undefined
}

const mixedCode = (clean: string): Code | undefined => {
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

const numberCode = (text: string): Code => {
  const printed = text.replace(/\s/gu, '')
  return { kind: 'number', text: printed, parts: printed.split('.').map(Number) }
}

const romanCode = (text: string): Code => {
  const [head = '', ...rest] = text.split('.')
  return { kind: 'roman', text, parts: [romanValue(head), ...rest.map(Number)] }
}

/** Slips of recognition in codes: a comma for a point, l and I for 1, O for 0, l for I in Roman numerals. */
const correctedCode = (clean: string): Code | undefined => {
  if (!/^[\dOolI|.,]+$/u.test(clean) && !/^[IVXl]+[.)]?$/u.test(clean)) return undefined
  const candidates = [clean.replace(/,/gu, '.').replace(/[lI|]/gu, '1').replace(/[Oo]/gu, '0'), clean.replace(/l/gu, 'I')]
  const usable = /\d/u.test(clean) ? candidates[0] : candidates[1]
  const code = usable === undefined || usable === clean ? undefined : codeOf(usable)
  return code && { ...code, raw: clean }
}

/** A cell that holds code and name together ("1.1.2. Ban hành …", "Tiêu chí 1.1: …", "I. CÔNG TÁC …"). A bare figure needs a capital after it. */
export const splitCodeAndName = (text: string): { readonly code: Code; readonly name: string } | undefined => {
  const [, tied, tiedName] = /^(\p{Lu}{1,3}\d[\d.]*)\s+(\p{Lu}.*)$/su.exec(text) ?? []
  const mixed = tied === undefined ? undefined : mixedCode(tied)
  if (mixed && tiedName !== undefined) return { code: mixed, name: tiedName }
  const bare = text.replace(levelWord, '')
  const [, printed, mark, name] = leading.exec(bare) ?? []
  if (!printed || mark === undefined || !name) return undefined
  const code = codeOf(/^[a-hđk]$/u.test(printed) ? `${printed})` : printed)
  if (!code) return undefined
  const isMarked = bare !== text || /[.):–-]/u.test(mark) || code.parts.length > 1
  const isHeadline = /^[“"(]?\p{Lu}/u.test(name) && (code.kind === 'number' ? !/^\d{3}/u.test(printed) : /^\p{Lu}{2}/u.test(name))
  return isMarked || isHeadline ? { code, name } : undefined
}

/** A Roman numeral before a name in small letters, as areas have ("I Chỉ đạo, điều hành"): told from a word only by what stands around it. */
export const splitRomanAndName = (text: string): { readonly code: Code; readonly name: string } | undefined => {
  const [, printed, name] = /^([IVX]{1,4})\s+(\p{Lu}\p{Ll}.*)$/su.exec(text) ?? []
  const code = printed === undefined ? undefined : codeOf(printed)
  return code && name !== undefined ? { code, name } : undefined
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }
const romanValue = (text: string): number =>
  [...text].reduce((sum, digit, index) => {
    const value = romanDigits[digit] ?? 0
    return value < (romanDigits[text[index + 1] ?? ''] ?? 0) ? sum - value : sum + value
  }, 0)

const letterPlace = (letter: string): number => 'ABCDĐEGHIK'.indexOf(letter) + 1

/** The code that should follow this one among its siblings, written as this one is. */
export const nextCode = (code: Code, step = 1): string => {
  const last = (code.parts.at(-1) ?? 0) + step
  const mixed = /^(.*?)(\d+|[a-hđk])$/u.exec(code.text)
  if (code.kind !== 'smallLetter' && mixed && !/^[\d.]+$/u.test(code.text)) return `${mixed[1] ?? ''}${nextStep(mixed[2] ?? '', last)}`
  if (code.kind === 'number' || code.parts.length > 1) return [...code.text.split('.').slice(0, -1), String(last)].join('.')
  if (code.kind === 'roman') return romanText(last)
  const letter = 'ABCDĐEGHIK'[last - 1] ?? ''
  return code.kind === 'smallLetter' ? letter.toLowerCase() : letter
}

const nextStep = (step: string, value: number): string =>
  /^\d/u.test(step) ? String(value) : ('ABCDĐEGHIK'[value - 1] ?? '').toLowerCase()

const romanText = (value: number): string =>
  'X'.repeat(Math.floor(value / 10)) + (['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][value % 10] ?? '')
