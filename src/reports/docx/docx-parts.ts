import { strToU8 } from 'fflate'
import { page, size } from '../measures.ts'
import { xmlText } from '../xml-text.ts'
import { twips } from './docx-xml.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const wordNamespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const package_ = 'http://schemas.openxmlformats.org/package/2006'

const part = (xml: string): Uint8Array => strToU8(head + xml)

const contentTypes = part(
  `<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="svg" ContentType="image/svg+xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${types}.settings+xml"/><Override PartName="/word/header1.xml" ContentType="${types}.header+xml"/><Override PartName="/word/header2.xml" ContentType="${types}.header+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
)
const packageRelations = part(
  `<Relationships xmlns="${package_}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="${package_}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
)
const settings = part(
  `<w:settings ${wordNamespaces}><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
)

const face = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'
const headingStyle = (level: number): string =>
  `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr>${face}<w:color w:val="000000"/></w:rPr></w:style>`
const styles = part(
  `<w:styles ${wordNamespaces}><w:docDefaults><w:rPrDefault><w:rPr>${face}<w:sz w:val="${size.body * 2}"/><w:szCs w:val="${size.body * 2}"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${[1, 2, 3].map(headingStyle).join('')}</w:styles>`,
)

/** Why the paper has no effect, in the top margin of every page. */
const markXml = (mark: string): string =>
  `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="${size.pageNumber * 2}"/></w:rPr><w:t xml:space="preserve">${xmlText(mark)}</w:t></w:r></w:p>`
const firstHeader = (mark: string | undefined) => part(`<w:hdr ${wordNamespaces}>${mark === undefined ? '<w:p/>' : markXml(mark)}</w:hdr>`)
/** The number of the page, centred in the top margin. */
const numberHeader = (mark: string | undefined) =>
  part(
    `<w:hdr ${wordNamespaces}>${mark === undefined ? '' : markXml(mark)}<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="${size.pageNumber * 2}"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:sz w:val="${size.pageNumber * 2}"/></w:rPr><w:instrText xml:space="preserve">PAGE</w:instrText></w:r><w:r><w:rPr><w:sz w:val="${size.pageNumber * 2}"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`,
  )

/** Parts that every paper has alike. Source: ECMA-376, part 2 (packages). */
export const fixedParts: Readonly<Record<string, Uint8Array>> = {
  '[Content_Types].xml': contentTypes,
  '_rels/.rels': packageRelations,
  'word/settings.xml': settings,
  'word/styles.xml': styles,
}

/** What stands in the top margin of the first page of a run, and of the others. */
export const headerParts = (mark: string | undefined): Readonly<Record<string, Uint8Array>> => ({
  'word/header1.xml': firstHeader(mark),
  'word/header2.xml': numberHeader(mark),
})

export const corePart = (title: string, author: string): Uint8Array =>
  part(
    `<cp:coreProperties xmlns:cp="${package_}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(author)}</dc:creator><dc:language>vi-VN</dc:language></cp:coreProperties>`,
  )

/** What the document refers to: styles, the two headers, its pictures by their targets. */
export const relationsPart = (pictures: readonly { readonly id: string; readonly target: string }[]): Uint8Array => {
  const fixed = [
    ['styles', 'styles.xml'],
    ['settings', 'settings.xml'],
    ['header', 'header1.xml'],
    ['header', 'header2.xml'],
  ].map(([type, target], at) => `<Relationship Id="p${at + 1}" Type="${relations}/${type}" Target="${target}"/>`)
  const images = pictures.map(({ id, target }) => `<Relationship Id="${id}" Type="${relations}/image" Target="${target}"/>`)
  return part(`<Relationships xmlns="${package_}/relationships">${[...fixed, ...images].join('')}</Relationships>`)
}

export const documentPart = (body: string): Uint8Array => part(`<w:document ${wordNamespaces}><w:body>${body}</w:body></w:document>`)

const margins = [
  ['top', page.top],
  ['right', page.right],
  ['bottom', page.bottom],
  ['left', page.left],
  ['header', page.header],
  ['footer', page.header],
] as const

/** Pages of one orientation: A4, margins, numbers from one, none on the first. */
export const sectionXml = (orientation: 'portrait' | 'landscape'): string => {
  const [width, height] = orientation === 'portrait' ? [page.width, page.height] : [page.height, page.width]
  const turned = orientation === 'portrait' ? 'portrait' : 'landscape'
  return `<w:sectPr><w:headerReference w:type="first" r:id="p3"/><w:headerReference w:type="default" r:id="p4"/><w:type w:val="nextPage"/><w:pgSz w:w="${twips(width)}" w:h="${twips(height)}" w:orient="${turned}"/><w:pgMar ${margins.map(([side, measure]) => `w:${side}="${twips(measure)}"`).join(' ')} w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>`
}
