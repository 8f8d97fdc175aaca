import { attribute, child, children, isOn } from './xml-tree.ts'

/** The text of one paragraph, whether all of it is bold, and what hangs on it: text boxes, whose paragraphs stand elsewhere on the page. */
export interface ParagraphText {
  readonly text: string
  readonly isBold: boolean
  readonly boxes: readonly Element[]
}

interface Gathering {
  readonly parts: string[]
  readonly boxes: Element[]
  bold: boolean
}

/** What is deleted by a tracked change, hidden field codes, and notes are not on the page. */
const unseen = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'footnoteReference',
  'endnoteReference',
  'annotationRef',
  'pPr',
  'rPr',
  'rt',
])

export const paragraphText = (paragraph: Element): ParagraphText => {
  const gathering: Gathering = { parts: [], boxes: [], bold: true }
  gather(paragraph, gathering)
  const text = gathering.parts.join('').normalize('NFC')
  return { text, isBold: gathering.bold && text.trim() !== '', boxes: gathering.boxes }
}

const gather = (parent: Element, into: Gathering): void => {
  for (const element of children(parent)) {
    const name = element.localName
    if (unseen.has(name)) continue
    if (name === 'r') gatherRun(element, into)
    else if (name === 't') into.parts.push(element.textContent ?? '')
    else if (name === 'tab' || name === 'ptab') into.parts.push('\t')
    else if (name === 'br' || name === 'cr') into.parts.push('\n')
    else if (name === 'noBreakHyphen') into.parts.push('-')
    else if (name === 'sym') into.parts.push(symbolText(element))
    else if (name === 'txbxContent') into.boxes.push(element)
    // The same drawing stands twice, for new programs and for old ones.
    else if (name === 'AlternateContent') gather(child(element, 'Choice') ?? child(element, 'Fallback') ?? element, into)
    else gather(element, into)
  }
}

const gatherRun = (run: Element, into: Gathering): void => {
  const properties = child(run, 'rPr')
  if (isOn(properties, 'vanish') === true) return
  const before = into.parts.length
  gather(run, into)
  const isBlank = into.parts.slice(before).join('').trim() === ''
  if (!isBlank && isOn(properties, 'b') !== true) into.bold = false
}

/** A character of a symbol font by its code; those of the private area have no meaning outside the font and stand as a bullet. */
const symbolText = (element: Element): string => {
  const code = Number.parseInt(attribute(element, 'char') ?? '', 16)
  return Number.isNaN(code) || (code >= 0xe000 && code <= 0xf8ff) || code > 0xffff ? '•' : String.fromCharCode(code)
}
