/**
 * Text for comparing and searching: lower case, without diacritics, `đ` as `d`, runs of blanks as one. "Đất  Đỏ" and "dat do" are equal.
 * The database's `fold` does the same.
 */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replace(/\s+/g, ' ').trim()
