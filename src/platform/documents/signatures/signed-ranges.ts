/** What one signature of a PDF covers, and the signature itself as it lies between. */
export interface SignedRange {
  /** Where the signature itself lies, which it cannot cover. */
  readonly gap: readonly [number, number]
  /** The signature in CMS; `undefined` where the file ends before it, or other bytes lie in its place. */
  readonly contents: Buffer | undefined
  readonly end: number
  readonly isTruncated: boolean
  /** `/SubFilter`: what the bytes in the gap are. */
  readonly form?: string
  /** `/M` of the signature's dictionary, as ISO 8601 in UTC. */
  readonly statedAt?: string
}

const range = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g

/** No paper is signed by more people. */
export const mostSignatures = 10

const readHex = (between: string): Buffer | undefined => {
  const [, hex] = /^\s*<([0-9A-Fa-f\s]*)>\s*$/.exec(between) ?? []
  const digits = hex?.replace(/\s/g, '') ?? ''
  return digits.length > 0 && digits.length % 2 === 0 ? Buffer.from(digits, 'hex') : undefined
}

/** `D:20261121213000+07'00'` as ISO 8601 in UTC. */
const readDate = (dictionary: string): string | undefined => {
  const [, year, month, day, hour, minute, second, sign, hours = '00', minutes = '00'] =
    /\/M\s*\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)?)?/.exec(dictionary) ?? []
  if (year === undefined) return undefined
  const offset = sign === undefined ? 'Z' : `${sign}${hours}:${minutes}`
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`)
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString()
}

/** The object that a range stands in; the signature in its middle left out. */
const dictionaryAround = (text: string, at: number, [gapStart, gapEnd]: readonly [number, number]): string => {
  const from = Math.max(text.lastIndexOf('obj', at), at - 4096)
  const until = Math.max(at, gapEnd) + 4096
  return at < gapStart
    ? text.slice(from, gapStart) + text.slice(gapEnd, until).split('endobj')[0]
    : text.slice(from, gapStart) + text.slice(gapEnd, at)
}

/**
 * Every byte range of a PDF that says it is signed, in the order of the file; of too many only one more than may be. A range has to begin with the file and leave out exactly one gap,
 * which holds nothing but the signature. Source: ISO 32000-1, 12.8.1.
 */
export const findSignedRanges = (bytes: Buffer): readonly SignedRange[] => {
  const text = bytes.toString('latin1')
  return [...text.matchAll(range)].slice(0, mostSignatures + 1).map((found): SignedRange => {
    const [start = 0, before = 0, after = 0, length = 0] = found.slice(1).map(Number)
    const end = after + length
    const isTruncated = end > bytes.length
    const isOneGap = start === 0 && before < after
    const dictionary = dictionaryAround(text, found.index, [before, after])
    const [, form] = /\/SubFilter\s*\/([A-Za-z0-9.]+)/.exec(dictionary) ?? []
    const statedAt = readDate(dictionary)
    return {
      gap: [before, after],
      contents: isTruncated || !isOneGap ? undefined : readHex(text.slice(before, after)),
      end,
      isTruncated,
      ...(form && { form }),
      ...(statedAt && { statedAt }),
    }
  })
}

/** The signed bytes, in their order; made anew each time, so that many ranges over one file are never all in memory. */
export const coveredBy = (bytes: Buffer, { gap: [before, after], end }: SignedRange): Buffer =>
  Buffer.concat([bytes.subarray(0, before), bytes.subarray(after, end)])
