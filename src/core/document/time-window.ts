import { addDays } from '../dates.ts'
import { fold } from '../fold.ts'

/** Days from the first to the last permitted, both counted in full, ISO. `from` is absent where the words name an end alone. */
export interface TimeWindow {
  readonly from?: string
  readonly until: string
}

const two = (value: number): string => String(value).padStart(2, '0')
const lastOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
const day = (year: number, month: number, date: number): string | undefined =>
  month >= 1 && month <= 12 && date >= 1 && date <= lastOf(year, month) ? `${year}-${two(month)}-${two(date)}` : undefined
const months = (year: number, first: number, last: number): TimeWindow | undefined =>
  first >= 1 && last <= 12 && first <= last
    ? { from: `${year}-${two(first)}-01`, until: `${year}-${two(last)}-${lastOf(year, last)}` }
    : undefined

const romans = ['i', 'ii', 'iii', 'iv']
const quarter = (text: string): number => (/^[1-4]$/.test(text) ? Number(text) : romans.indexOf(text) + 1)

type Reading = (groups: readonly string[]) => TimeWindow | undefined
const date = String.raw`(?:ngay )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})`
const spelled = String.raw`ngay (\d{1,2}) thang (\d{1,2}) nam (\d{4})`
const year = String.raw`(?:/| ?nam | )(\d{4})`
const dayOf = ([d = '', m = '', y = '']: readonly string[]): string | undefined => day(Number(y), Number(m), Number(d))
const endingOn = (end: string | undefined): TimeWindow | undefined => (end === undefined ? undefined : { until: end })
const endingBefore = (end: string | undefined): TimeWindow | undefined => endingOn(end && addDays(end, -1))
const between = (from: string | undefined, until: string | undefined): TimeWindow | undefined =>
  from !== undefined && until !== undefined && from <= until ? { from, until } : undefined

/** Words of plans, without diacritics, and the window they mean. The first that fits the whole text is taken. */
const readings: readonly (readonly [string, Reading])[] = [
  ...[date, spelled].flatMap((form): readonly (readonly [string, Reading])[] => [
    [`(?:xong )?truoc ${form}`, (g) => endingBefore(dayOf(g))],
    [`tu ${form} den (?:het )?${form}`, (g) => between(dayOf(g.slice(0, 3)), dayOf(g.slice(3)))],
    [`(?:cham nhat (?:la|den)? ?|den (?:het )?|han cuoi (?:la )?|het )${form}`, (g) => endingOn(dayOf(g))],
    [`(?:vao )?${form}`, (g) => between(dayOf(g), dayOf(g))],
  ]),
  [`(?:trong |vao )?quy (iv|i{1,3}|[1-4])${year}`, ([q = '', y]) => months(Number(y), quarter(q) * 3 - 2, quarter(q) * 3)],
  [`(?:den )?(?:het|cuoi) quy (iv|i{1,3}|[1-4])${year}`, ([q = '', y]) => endingOn(months(Number(y), 1, quarter(q) * 3)?.until)],
  [`truoc quy (iv|i{1,3}|[1-4])${year}`, ([q = '', y]) => endingBefore(months(Number(y), quarter(q) * 3 - 2, 12)?.from)],
  [`(?:den )?(?:het |cuoi )(?:het )?thang (\\d{1,2})${year}`, ([m, y]) => endingOn(months(Number(y), Number(m), Number(m))?.until)],
  [`truoc thang (\\d{1,2})${year}`, ([m, y]) => endingBefore(months(Number(y), Number(m), Number(m))?.from)],
  [`(?:trong |vao )?thang (\\d{1,2})${year}`, ([m, y]) => months(Number(y), Number(m), Number(m))],
  [
    `tu thang (\\d{1,2})${year} (?:den|-) (?:het )?thang (\\d{1,2})${year}`,
    ([m, y, m2, y2]) => between(months(Number(y), Number(m), Number(m))?.from, months(Number(y2), Number(m2), Number(m2))?.until),
  ],
  [
    `(?:tu )?(?:cac )?thang (\\d{1,2}) ?(?:,|va|-|den|den thang|va thang) ?(\\d{1,2})${year}`,
    ([m, n, y]) => months(Number(y), Number(m), Number(n)),
  ],
  [`(?:trong )?(?:6|sau) thang dau${year}`, ([y]) => months(Number(y), 1, 6)],
  [`(?:trong )?(?:6|sau) thang cuoi${year}`, ([y]) => months(Number(y), 7, 12)],
  [`(?:trong )?(?:9|chin) thang(?: dau)?${year}`, ([y]) => months(Number(y), 1, 9)],
  ['(?:trong |ca )?nam (\\d{4})', ([y]) => months(Number(y), 1, 12)],
  ['(?:den )?(?:het|cuoi) nam (\\d{4})', ([y]) => endingOn(`${y}-12-31`)],
]
const compiled = readings.map(([pattern, read]) => [new RegExp(`^${pattern}$`), read] as const)

/**
 * The window that words of a plan mean: "Tháng 11, 12/2023", "trước ngày 05/12/2023" (ends with the 4th), "đến cuối tháng 01/2024", "quý I/2024". `undefined` for words without a date
 * ("thường xuyên", "hằng quý") and for days the calendar lacks. Source: seed plans 0 to 4; the end of a period after Civil Code 91/2015/QH13, Article 148.
 */
export const readTimeWindow = (text: string): TimeWindow | undefined => {
  const words = fold(text)
    .replace(/[().;]+$/g, '')
    .replace(/ ?\/ ?/g, '/')
    .trim()
  for (const [pattern, read] of compiled) {
    const match = pattern.exec(words)
    if (match) return read(match.slice(1))
  }
  return undefined
}
