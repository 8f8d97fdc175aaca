import {
  type Allowance,
  expectAt,
  isDictionary,
  type PdfDictionary,
  type PdfObject,
  readPdfObject,
  readPdfValue,
  skipBlank,
} from './pdf-objects.ts'

/** The paper as it was given out. */
export interface PdfForm {
  /** An object by its number, read when it is asked for. */
  readonly object: (number: number) => PdfObject | undefined
  readonly trailer: PdfDictionary
  /** Where its table of objects begins. */
  readonly tableAt: number
}

/** What was added behind it at once. */
export interface PdfUpdate {
  readonly objects: ReadonlyMap<number, PdfObject>
  readonly trailer: PdfDictionary
  readonly tableAt: number
  readonly end: number
}

const objectStart = /(\d{1,10})[ \r\n]+0[ \r\n]+obj(?![^\0\t\n\f\r ()<>[\]{}/%])/y
const tableStart = /xref[ ]*\r?\n/y
const subsection = /(\d{1,10}) (\d{1,7})[ ]*\r?\n/y
const row = /(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)/y
const trailerStart = /trailer/y
const partEnd = /startxref\s+(\d{1,10})\s+%%EOF/y

/** A table of objects: their offsets by number. Numbers that are taken away (`f`) throw, but for the first, which is none. */
const readTable = (text: string, from: number): { readonly offsets: ReadonlyMap<number, number>; readonly end: number } => {
  const offsets = new Map<number, number>()
  let at = from + expectAt(tableStart, text, from)[0].length
  while (!text.startsWith('trailer', at)) {
    const [head, first, count] = expectAt(subsection, text, at)
    at += head.length
    for (let index = 0; index < Number(count); index += 1, at += 20) {
      const [, offset, generation, kind] = expectAt(row, text, at)
      const number = Number(first) + index
      if (kind === 'f' && number !== 0) throw new Error(`object ${number} is taken away`)
      if (kind === 'f') continue
      if (generation !== '00000' || offsets.has(number)) throw new Error(`object ${number} is listed in another way`)
      offsets.set(number, Number(offset))
    }
  }
  return { offsets, end: at }
}

const readTrailer = (
  text: string,
  from: number,
  allowance: Allowance,
): { readonly trailer: PdfDictionary; readonly table: number; readonly end: number } => {
  const [trailer, after] = readPdfValue(text, from + expectAt(trailerStart, text, from)[0].length, allowance)
  const at = skipBlank(text, after)
  const [last, table] = expectAt(partEnd, text, at)
  if (!isDictionary(trailer)) throw new Error('no trailer')
  return { trailer, table: Number(table), end: at + last.length }
}

/** The paper as we gave it out, which is read by its own table. */
export const readForm = (text: string, allowance: Allowance): PdfForm => {
  const tableAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-1024))?.[1])
  const { offsets, end } = readTable(text, tableAt)
  const object = (number: number): PdfObject | undefined => {
    const at = offsets.get(number)
    return at === undefined ? undefined : readPdfObject(text, at + expectAt(objectStart, text, at)[0].length, allowance)
  }
  return { object, trailer: readTrailer(text, end, allowance).trailer, tableAt }
}

/**
 * One update as it stands byte for byte: objects, their table, a trailer. Whatever else lies between throws, and so does a table that leads anywhere but to the
 * objects that were read: then any program that opens the file sees the same objects. Tables and objects in compressed streams throw as well.
 */
export const readUpdate = (text: string, from: number, allowance: Allowance): PdfUpdate => {
  const objects = new Map<number, PdfObject>()
  const places = new Map<number, number>()
  let at = skipBlank(text, from)
  while (!text.startsWith('xref', at)) {
    const [head, digits] = expectAt(objectStart, text, at)
    const number = Number(digits)
    if (objects.has(number)) throw new Error(`object ${number} stands twice`)
    const object = readPdfObject(text, at + head.length, allowance)
    objects.set(number, object)
    places.set(number, at)
    at = skipBlank(text, object.end)
  }
  const { offsets, end } = readTable(text, at)
  for (const [number, offset] of offsets) if (places.get(number) !== offset) throw new Error(`object ${number} lies elsewhere`)
  const { trailer, table, end: after } = readTrailer(text, end, allowance)
  if (table !== at) throw new Error('another table')
  return { objects, trailer, tableAt: at, end: skipBlank(text, after) }
}
