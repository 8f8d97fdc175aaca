import type { Align } from '../layout.ts'
import type { Span } from '../report.ts'

/** Word counts in twentieths of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440)

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text of an element or an attribute; characters that XML forbids are left out. */
export const escapeText = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- XML 1.0 knows no other control characters
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (sign) => escapes[sign] ?? '')

const justifications = { left: 'left', center: 'center', right: 'right', justify: 'both' } as const satisfies Record<Align, string>

export const justificationXml = (align: Align): string => `<w:jc w:val="${justifications[align]}"/>`

/** A stretch of text; Word counts its size in half points. */
export const runXml = ({ text, bold, italic }: Span, points: number): string =>
  `<w:r><w:rPr>${bold ? '<w:b/><w:bCs/>' : ''}${italic ? '<w:i/><w:iCs/>' : ''}<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/></w:rPr><w:t xml:space="preserve">${escapeText(text)}</w:t></w:r>`
