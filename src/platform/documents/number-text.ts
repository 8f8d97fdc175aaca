import { formatValue } from 'hucre'

/** Formats 14 and 22 follow the reader's locale in Excel; in Vietnam they are day first. */
const localDates = /^(?:mm-dd-yy|m\/d\/yy+)(?<time> h:mm)?$/

/** A date of a workbook as shown to a Vietnamese reader. */
export const dateText = (date: Date, format: string): string => {
  const local = localDates.exec(format)
  return formatValue(date, local ? `dd/mm/yyyy${local.groups?.['time'] ?? ''}` : format)
}

/**
 * A number of a workbook as a person sees it, with a decimal point and without thousands signs. Binary noise ends at 15 digits, as in
 * Excel, so 0.1+0.2 is `0.3`. Zeros that the format adds are kept (`1.10` may be a code); digits that a person entered (at most four
 * decimals, as points have) are kept even where the format hides them; longer figures were computed and stand as they are shown.
 */
export const numberText = (value: number, format: string): string => {
  const exact = plainDecimal(value)
  const shown = shownText(value, format)
  if (shown === undefined) return exact
  const isPercent = shown.endsWith('%')
  const figure = Number.parseFloat(shown)
  const wanted = isPercent ? plainDecimal(value * 100) : exact
  const isWhole = Number(wanted) === figure || decimalsOf(wanted) > 4
  return isWhole ? shown : `${wanted}${isPercent ? '%' : ''}`
}

const shownText = (value: number, format: string): string | undefined => {
  if (format === '' || /^(?:General|Standard|@)$/i.test(format.trim())) return undefined
  const shown = formatValue(value, format).replace(/[,\s]/g, '')
  return /^-?\d+(?:\.\d+)?%?$/.test(shown) ? shown : undefined
}

const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0

/** Fifteen significant digits, never an exponent within the range that points have. */
const plainDecimal = (value: number): string => {
  const rounded = Number(value.toPrecision(15))
  const text = String(rounded)
  if (!text.includes('e')) return text
  return Math.abs(rounded) < 1 ? rounded.toFixed(20).replace(/0+$/, '').replace(/\.$/, '') : BigInt(Math.round(rounded)).toString()
}
