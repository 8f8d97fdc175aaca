import type { Align } from '../layout.ts'
import type { Span } from '../report.ts'
import { xmlText } from '../xml-text.ts'

/** Word counts in twentieths of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440)

const justifications = { left: 'left', center: 'center', right: 'right', justify: 'both' } as const satisfies Record<Align, string>

export const justificationXml = (align: Align): string => `<w:jc w:val="${justifications[align]}"/>`

/** A stretch of text; Word counts its size in half points. */
export const runXml = ({ text, bold, italic }: Span, points: number): string =>
  `<w:r><w:rPr>${bold ? '<w:b/><w:bCs/>' : ''}${italic ? '<w:i/><w:iCs/>' : ''}<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/></w:rPr><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`
