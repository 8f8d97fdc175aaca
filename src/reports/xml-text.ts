import { xmlCharacters } from '../core/office-text.ts'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text of an element or an attribute; characters that XML forbids are left out. */
export const xmlText = (text: string): string => xmlCharacters(text).replace(/[&<>"]/g, (sign) => escapes[sign] ?? '')
