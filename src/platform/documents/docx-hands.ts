import type { WrittenParagraph } from '../../core/document/written-text.ts'
import { attribute, child, children, isOn, setting } from './xml-tree.ts'

/** What a paragraph or a stretch of text looks like, by its own properties and those of its styles. */
export interface Hands {
  readonly isOn: (run: Element | undefined, paragraph: Element | undefined, name: string) => boolean
  readonly font: (run: Element | undefined, paragraph: Element | undefined) => string | undefined
  readonly align: (paragraph: Element | undefined) => WrittenParagraph['align']
}

const aligns: Readonly<Record<string, NonNullable<WrittenParagraph['align']>>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
}

/** Styles by `styles.xml` (ECMA-376 part 1, §17.7): what the run says, then its style, then the style of the paragraph, then the default. */
export const handsOf = (styles: Element | undefined): Hands => {
  const byId = new Map([...(styles ? children(styles, 'style') : [])].map((style) => [attribute(style, 'styleId') ?? '', style]))
  const standard = [...byId.values()].find((style) => attribute(style, 'default') === '1' && attribute(style, 'type') === 'paragraph')
  const chain = (id: string | undefined): readonly Element[] => {
    const found: Element[] = []
    for (let at = id === undefined ? undefined : byId.get(id); at && !found.includes(at); at = byId.get(setting(at, 'basedOn') ?? ''))
      found.push(at)
    return found
  }
  const paragraphStyles = (paragraph: Element | undefined) => {
    const id = setting(paragraph, 'pStyle')
    return id === undefined ? chain(attribute(standard, 'styleId')) : chain(id)
  }
  const layers = (run: Element | undefined, paragraph: Element | undefined): readonly (Element | undefined)[] => [
    run,
    ...chain(setting(run, 'rStyle')).map((style) => child(style, 'rPr')),
    ...paragraphStyles(paragraph).map((style) => child(style, 'rPr')),
    child(child(child(styles, 'docDefaults'), 'rPrDefault'), 'rPr'),
  ]
  const firstOf = <Value>(all: readonly (Element | undefined)[], of: (layer: Element) => Value | undefined): Value | undefined => {
    for (const layer of all) {
      const value = layer && of(layer)
      if (value !== undefined) return value
    }
    return undefined
  }
  return {
    isOn: (run, paragraph, name) => firstOf(layers(run, paragraph), (layer) => isOn(layer, name)) ?? false,
    font: (run, paragraph) => firstOf(layers(run, paragraph), (layer) => fontOf(child(layer, 'rFonts'))),
    align: (paragraph) => {
      const own = [paragraph, ...paragraphStyles(paragraph).map((style) => child(style, 'pPr'))]
      return aligns[firstOf(own, (layer) => setting(layer, 'jc')) ?? '']
    },
  }
}

const fontOf = (fonts: Element | undefined): string | undefined => attribute(fonts, 'ascii') ?? attribute(fonts, 'hAnsi')
