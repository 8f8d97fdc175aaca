import type { Language } from './language.ts'

/** `"2.5"` → `2,5` in Vietnamese, with thousands set apart: `"1234.5"` → `1.234,5`. Text that is no plain figure comes back as it is. */
export const formatFigure = (figure: string, language: Language = 'vi'): string => {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(figure)
  if (!match) return figure
  const [, sign, whole = '', part] = match
  const [thousands, decimal] = language === 'vi' ? ['.', ','] : [',', '.']
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands)
  return `${sign}${grouped}${part === undefined ? '' : decimal + part}`
}

/** A percent kept as text 0–100 (`"87.654321"`), cut to so many decimals, half up, on the digits themselves: `87,65%`. */
export const formatPercent = (percent: string, decimals = 2, language: Language = 'vi'): string =>
  `${formatFigure(roundText(percent, decimals), language)}%`

/** Rounds decimal text half away from zero to so many decimals, for the eye alone; what is no plain figure comes back as it is. */
export const roundText = (figure: string, decimals: number): string => {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(figure)
  if (!match) return figure
  const [, sign, whole = '', part = ''] = match
  if (part.length <= decimals) return figure
  const digits = BigInt(whole + part.slice(0, decimals)) + (part.charCodeAt(decimals) >= 53 ? 1n : 0n)
  const text = digits.toString().padStart(decimals + 1, '0')
  const rounded = decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`
  return digits === 0n ? rounded : sign + rounded
}

/** `2021-07-28` → `28/07/2021` in both languages; text that is no ISO date comes back as it is. */
export const formatDate = (date: string): string => date.replace(/^(\d{4})-(\d{2})-(\d{2}).*$/s, '$3/$2/$1')

/** The zone of Vietnam, all year seven hours ahead of UTC; for sentences that know no authority. */
export const vietnamTime = 'Asia/Ho_Chi_Minh'

/** The day of a moment in the authority's zone: `28/07/2021`; in the small hours the day there is not that of UTC. */
export const formatDay = (moment: Date | string, timeZone: string): string => formatMoment(moment, timeZone).slice(-10)

/** A moment for the eye in the authority's zone: `14:32 ngày 28/07/2021`. */
export const formatMoment = (moment: Date | string, timeZone: string, language: Language = 'vi'): string => {
  const parts = new Intl.DateTimeFormat('en-GB', { ...momentParts, timeZone }).formatToParts(new Date(moment))
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? ''
  const day = `${part('day')}/${part('month')}/${part('year')}`
  return `${part('hour')}:${part('minute')}${language === 'vi' ? ' ngày ' : ' on '}${day}`
}

const momentParts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** `33554432` → `32 MB`: sizes of files, in steps that people know. */
export const formatBytes = (bytes: string, language: Language = 'vi'): string =>
  `${formatFigure(roundText((Number(bytes) / (1024 * 1024)).toFixed(3), 1).replace(/\.0+$/, ''), language)} MB`
