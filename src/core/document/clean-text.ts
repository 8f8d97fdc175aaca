const blockTag = /<\/?(?:ul|ol|li|p|br|div|tr|td|table)(?:\s[^<>]*)?\/?>/giu
const inlineTag = /<\/?(?:i|b|u|em|strong|span|sub|sup|font|a)(?:\s[^<>]*)?\/?>/giu
const entities: Readonly<Record<string, string>> = { '&nbsp;': ' ', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }
const invisible = /[\u00AD\u200B-\u200F\u2060\uFEFF]/gu

/**
 * Text as it was meant: NFC, without invisible characters, remnants of HTML and of Markdown emphasis. Line breaks stay as `\n`, runs of blanks become one.
 * Only tags of running text are taken away, so that "<80%" stays.
 */
export const cleanLines = (text: string): string => (soiled.test(text) ? cleaned(text) : text.normalize('NFC'))

/** What cleaning would touch; most cells hold nothing of it. */
const soiled = /[<&*\u00AD\u200B-\u200F\u2060\uFEFF]|[^\S ]| {2}|^ | $/u

const cleaned = (text: string): string =>
  (/[<&]/u.test(text) ? withoutMarkup(text) : text)
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/\*\*/gu, '')
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .trim()

const withoutMarkup = (text: string): string =>
  text
    .replace(blockTag, '\n')
    .replace(inlineTag, '')
    .replace(/&(?:nbsp|amp|lt|gt|quot);/gu, (entity) => entities[entity] ?? entity)
    .replace(/\n[^\S\n]*\n+/gu, '\n')

/** {@link cleanLines} on one line: a name or a unit, however it was broken. */
export const cleanText = (text: string): string => cleanLines(text).replaceAll('\n', ' ').replace(/ {2,}/gu, ' ')

/** Letters and digits without case and diacritics, words separated by one space: what headings and units are compared by. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether a text is written in capitals: at least four letters and hardly a small one. The beginning of a long text tells. */
export const isUpperCase = (whole: string): boolean => {
  const text = whole.slice(0, 300)
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const small = text.match(/\p{Ll}/gu)?.length ?? 0
  return letters >= 4 && small * 10 <= letters
}
