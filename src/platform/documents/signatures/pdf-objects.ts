/** A value of a PDF: a dictionary, an array, a string, or any other word of it (name, number, `true`, reference “3 0 R”) as text. */
export type PdfValue = PdfDictionary | readonly PdfValue[] | { readonly string: string } | string
export type PdfDictionary = ReadonlyMap<string, PdfValue>

/** An object between `obj` and `endobj`. */
export interface PdfObject {
  readonly value: PdfValue
  readonly isStream: boolean
  /** Where the next thing begins. */
  readonly end: number
}

export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary => value instanceof Map
export const isArray = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value)

/** How many values may still be read; what signing adds is a few hundred. */
export interface Allowance {
  left: number
}

const deepest = 32
/** Letters of one name, and of one string in brackets. */
const longest = { word: 512, literal: 65_536 }
const blank = /(?:[\0\t\n\f\r ]+|%[^\r\n]*)*/y
const reference = /(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y
const word = /\/?[^\0\t\n\f\r ()<>[\]{}/%]+|\//y
const hex = /<[0-9A-Fa-f\s]*>/y
const literalPart = /[^\\()]+|\\[\s\S]|[()]/y
const streamStart = /stream\r?\n/y
const streamEnd = /\r?\n?endstream/y
const ending = /endobj/y

/** What a pattern finds exactly here; throws where it finds nothing. */
export const expectAt = (pattern: RegExp, text: string, at: number): RegExpExecArray => {
  const found = foundAt(pattern, text, at)
  if (!found) throw new Error(`no ${pattern.source} at ${at}`)
  return found
}

const foundAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** The first place behind white space and comments. */
export const skipBlank = (text: string, at: number): number => at + expectAt(blank, text, at)[0].length

type Read = readonly [value: PdfValue, end: number]

const readLiteral = (text: string, from: number): Read => {
  let [at, open] = [from, 0]
  do {
    const [part] = expectAt(literalPart, text, at)
    if (part === '(') open += 1
    if (part === ')') open -= 1
    at += part.length
  } while (open > 0 && at - from <= longest.literal)
  if (open > 0) throw new Error('too long a string')
  return [{ string: text.slice(from, at) }, at]
}

const readDictionary = (text: string, from: number, allowance: Allowance, depth: number): Read => {
  const entries = new Map<string, PdfValue>()
  let at = skipBlank(text, from + 2)
  while (!text.startsWith('>>', at)) {
    const [key, afterKey] = readPdfValue(text, at, allowance, depth + 1)
    if (typeof key !== 'string' || !key.startsWith('/') || entries.has(key.slice(1))) throw new Error(`no key at ${at}`)
    const [value, afterValue] = readPdfValue(text, afterKey, allowance, depth + 1)
    entries.set(key.slice(1), value)
    at = skipBlank(text, afterValue)
  }
  return [entries, at + 2]
}

const readArray = (text: string, from: number, allowance: Allowance, depth: number): Read => {
  const values: PdfValue[] = []
  let at = skipBlank(text, from + 1)
  while (text[at] !== ']') {
    const [value, after] = readPdfValue(text, at, allowance, depth + 1)
    values.push(value)
    at = skipBlank(text, after)
  }
  return [values, at + 1]
}

/** `/J#53` is written for `/JS`. */
const plainWord = (found: string): string =>
  found.startsWith('/') ? found.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : found

/** One value from a place on; throws where it is none, lies too deep, or is more than may be read. */
export const readPdfValue = (text: string, from: number, allowance: Allowance, depth = 0): Read => {
  allowance.left -= 1
  if (depth > deepest || allowance.left < 0) throw new Error('too deep or too much')
  const at = skipBlank(text, from)
  if (text.startsWith('<<', at)) return readDictionary(text, at, allowance, depth)
  if (text[at] === '[') return readArray(text, at, allowance, depth)
  if (text[at] === '(') return readLiteral(text, at)
  if (text[at] === '<') {
    const [found] = expectAt(hex, text, at)
    return [{ string: found }, at + found.length]
  }
  const referred = foundAt(reference, text, at)
  if (referred) return [`${Number(referred[1])} ${Number(referred[2])} R`, at + referred[0].length]
  const [found] = expectAt(word, text, at)
  if (found.length > longest.word) throw new Error('too long a word')
  return [plainWord(found), at + found.length]
}

/** The object whose value begins at a place, behind `obj`. A stream has to say its length itself, so that all readers end it at the same byte. */
export const readPdfObject = (text: string, from: number, allowance: Allowance): PdfObject => {
  const [value, afterValue] = readPdfValue(text, from, allowance)
  let at = skipBlank(text, afterValue)
  const start = foundAt(streamStart, text, at)
  if (start) {
    const length = isDictionary(value) ? value.get('Length') : undefined
    if (typeof length !== 'string' || !/^\d{1,9}$/.test(length)) throw new Error('a stream without length')
    at += start[0].length + Number(length)
    at = skipBlank(text, at + expectAt(streamEnd, text, at)[0].length)
  }
  return { value, isStream: start !== null, end: at + expectAt(ending, text, at)[0].length }
}

/** A text that two values share when they are the same, whatever the order of their keys. */
export const canonical = (value: PdfValue): string => {
  if (typeof value === 'string') return value
  if (isArray(value)) return `[${value.map(canonical).join(' ')}]`
  if (!isDictionary(value)) return value.string
  const entries = [...value].map(([key, each]) => `/${key} ${canonical(each)}`)
  return `<<${entries.sort().join(' ')}>>`
}

/** Every dictionary in a value, itself among them. */
export const dictionariesIn = (value: PdfValue): readonly PdfDictionary[] => {
  if (isArray(value)) return value.flatMap(dictionariesIn)
  return isDictionary(value) ? [value, ...[...value.values()].flatMap(dictionariesIn)] : []
}
