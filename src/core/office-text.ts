/** What XML 1.0 (2.2) allows no document to hold: controls but tab and ends of lines, halves of pairs, U+FFFE and U+FFFF. */
// oxlint-disable-next-line no-control-regex -- that is what is meant
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

/** Whether a text holds characters that no XML document, and so no office file, may hold. */
export const holdsForbidden = (text: string): boolean => text.search(forbidden) >= 0

/** Text that an XML document may hold: what it may not is left out (XML 1.0, 2.2). */
export const xmlCharacters = (text: string): string => text.replace(forbidden, '')

/**
 * Text as a cell of a workbook holds it: without what XML forbids, and where somebody typed `_x0041_` with the mark that it means itself
 * (`_x005F_x0041_`), which a spreadsheet would read as "A". Source: ECMA-376 part 1, 22.9.2.19.
 */
export const cellText = (text: string): string => xmlCharacters(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
