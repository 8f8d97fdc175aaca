import type { Line, Rule } from '../layout.ts'
import { justificationXml, runXml, twips } from './docx-xml.ts'

const frame = ['top', 'left', 'bottom', 'right'].map((side) => `<w:${side} w:val="single" w:sz="6" w:space="2" w:color="auto"/>`).join('')
/** Around the two words of a draft mark, within a column of the letterhead. */
const frameInset = twips(19)

const indentXml = ({ firstIndent, leftIndent, framed }: Line): string => {
  if (framed) return `<w:ind w:left="${frameInset}" w:right="${frameInset}"/>`
  return firstIndent === 0 && leftIndent === 0 ? '' : `<w:ind w:left="${twips(leftIndent)}" w:firstLine="${twips(firstIndent)}"/>`
}

/** A line without words takes its height from the mark of the paragraph. */
const markXml = ({ spans, size }: Line): string =>
  spans.every(({ text }) => text === '') ? `<w:rPr><w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr>` : ''

/** A paragraph with the measures of a line. Its properties stand in the order of the schema: ECMA-376, part 1, 17.3.1.26. */
export const lineXml = (line: Line): string => {
  const { before, after, spacing, keepsNext, framed, outline, align, spans, size } = line
  const properties = [
    outline === undefined ? '' : `<w:pStyle w:val="Heading${outline}"/>`,
    keepsNext ? '<w:keepNext/>' : '',
    framed ? `<w:pBdr>${frame}</w:pBdr>` : '',
    `<w:spacing w:before="${before * 20}" w:after="${after * 20}" w:line="${Math.round(spacing * 240)}" w:lineRule="auto"/>`,
    indentXml(line),
    justificationXml(align),
    markXml(line),
  ].join('')
  return `<w:p><w:pPr>${properties}</w:pPr>${spans.map((span) => runXml(span, size)).join('')}</w:p>`
}

/** A rule is the upper border of an empty paragraph that is indented to its length. */
export const ruleXml = ({ length, within }: Rule): string => {
  const inset = twips((within - length) / 2)
  return `<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:pBdr><w:spacing w:before="60" w:after="0" w:line="80" w:lineRule="exact"/><w:ind w:left="${inset}" w:right="${inset}"/><w:rPr><w:sz w:val="4"/></w:rPr></w:pPr></w:p>`
}

/** The paragraph that holds the break ends on the next page, too low to be seen. */
export const pageBreakXml =
  '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'

/** What a cell without content must hold. */
export const emptyXml = '<w:p><w:pPr><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
