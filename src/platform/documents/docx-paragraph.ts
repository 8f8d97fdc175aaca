import type { WrittenParagraph, WrittenRun } from '../../core/document/written-text.ts'
import type { Hands } from './docx-hands.ts'
import type { NumberParagraph } from './docx-numbering.ts'
import { strangeElements, strangeHands } from './docx-strange.ts'
import { attribute, child, children } from './xml-tree.ts'

/** A paragraph with the names of what is strange in it. */
export interface ReadParagraph {
  readonly paragraph: Omit<WrittenParagraph, 'line'>
  readonly strange: ReadonlySet<string>
}

interface Gathering {
  readonly runs: WrittenRun[]
  readonly strange: Set<string>
  endsPage: boolean
}

const skipped = new Set(['pPr', 'rPr', 'del', 'moveFrom', 'instrText', 'delText', 'rt', 'txbxContent', 'sdtPr', 'sdtEndPr'])

/** The text of a paragraph in its hands; what was deleted is left out, what was inserted stays, and both are told. */
export const readWrittenParagraph = (element: Element, hands: Hands, numberOf: NumberParagraph): ReadParagraph => {
  const properties = child(element, 'pPr')
  const into: Gathering = { runs: [], strange: new Set(), endsPage: false }
  const isChanged = child(properties, 'pPrChange') ?? child(child(properties, 'rPr'), 'ins') ?? child(child(properties, 'rPr'), 'del')
  if (isChanged) into.strange.add('trackedChange')
  gather(element, properties, hands, into)
  const label = into.runs.some(({ text }) => text.trim() !== '') ? numberOf(properties) : undefined
  const align = hands.align(properties)
  return {
    paragraph: {
      kind: 'paragraph',
      runs: into.runs,
      ...(label !== undefined && label !== '' && { label }),
      ...(align !== undefined && { align }),
      ...(into.endsPage && { endsPage: true as const }),
    },
    strange: into.strange,
  }
}

const gather = (parent: Element, paragraph: Element | undefined, hands: Hands, into: Gathering): void => {
  for (const element of children(parent)) {
    const name = element.localName
    const strange = strangeElements[name]
    if (strange !== undefined) into.strange.add(strange)
    if (skipped.has(name)) continue
    if (name === 'r') gatherRun(element, paragraph, hands, into)
    else if (name === 'drawing' || name === 'pict' || name === 'AlternateContent')
      into.strange.add(holdsBox(element) ? 'textBox' : 'picture')
    else gather(element, paragraph, hands, into)
  }
}

const holdsBox = (element: Element): boolean => element.getElementsByTagName('*').length > 0 && /txbxContent/.test(namesWithin(element))

const namesWithin = (element: Element): string => [...children(element)].map((each) => `${each.localName} ${namesWithin(each)}`).join(' ')

const gatherRun = (run: Element, paragraph: Element | undefined, hands: Hands, into: Gathering): void => {
  const properties = child(run, 'rPr')
  const parts: string[] = []
  for (const element of children(run)) {
    const name = element.localName
    const strange = strangeElements[name]
    if (strange !== undefined) into.strange.add(strange)
    if (name === 't') parts.push(element.textContent ?? '')
    else if (name === 'tab' || name === 'ptab') parts.push(' ')
    else if (name === 'noBreakHyphen') parts.push('-')
    else if (name === 'br' || name === 'cr') readBreak(element, parts, into)
    else if (name === 'drawing' || name === 'pict' || name === 'AlternateContent')
      into.strange.add(holdsBox(element) ? 'textBox' : 'picture')
  }
  if (child(properties, 'rPrChange')) into.strange.add('trackedChange')
  const text = parts.join('')
  if (text.trim() !== '') for (const each of strangeHands(properties, paragraph, hands)) into.strange.add(each)
  if (text !== '') into.runs.push({ text, bold: hands.isOn(properties, paragraph, 'b'), italic: hands.isOn(properties, paragraph, 'i') })
}

const readBreak = (element: Element, parts: string[], into: Gathering): void => {
  if (attribute(element, 'type') === 'page') into.endsPage = true
  else {
    parts.push(' ')
    into.strange.add('lineBreak')
  }
}
