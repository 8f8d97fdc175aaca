import type { Hands } from './docx-hands.ts'
import { attribute, child, setting } from './xml-tree.ts'

/** Elements that a paper has no place for, by what they are called. */
export const strangeElements: Readonly<Record<string, string>> = {
  object: 'embedded',
  footnoteReference: 'note',
  endnoteReference: 'note',
  commentReference: 'comment',
  commentRangeStart: 'comment',
  ins: 'trackedChange',
  del: 'trackedChange',
  moveFrom: 'trackedChange',
  moveTo: 'trackedChange',
  rPrChange: 'trackedChange',
  pPrChange: 'trackedChange',
  fldSimple: 'wordField',
  instrText: 'wordField',
  oMath: 'equation',
  sym: 'symbol',
}

/** Faces with the measures of Times New Roman; office programs exchange them. */
const fonts = /^(?:Times New Roman|Tinos|Liberation Serif|Times)$/i

const smallest = 22
const largest = 28

/** What the hand of a run asks for that a paper does not know. */
export const strangeHands = (run: Element | undefined, paragraph: Element | undefined, hands: Hands): readonly string[] => {
  const font = hands.font(run, paragraph)
  const points = Number(setting(run, 'sz') ?? smallest)
  const colour = setting(run, 'color') ?? 'auto'
  const shade = attribute(child(run, 'shd'), 'fill') ?? 'auto'
  return [
    ...(font !== undefined && !fonts.test(font) ? ['font'] : []),
    ...(points < smallest || points > largest ? ['fontSize'] : []),
    ...(/^(?:auto|0{6})$/i.test(colour) ? [] : ['colour']),
    ...((setting(run, 'highlight') ?? 'none') !== 'none' || !/^(?:auto|f{6})$/i.test(shade) ? ['highlight'] : []),
    ...((setting(run, 'u') ?? 'none') === 'none' ? [] : ['underline']),
    ...(hands.isOn(run, paragraph, 'strike') || hands.isOn(run, paragraph, 'dstrike') ? ['strike'] : []),
    ...(hands.isOn(run, paragraph, 'vanish') ? ['hiddenText'] : []),
    ...(hands.isOn(run, paragraph, 'caps') || hands.isOn(run, paragraph, 'smallCaps') ? ['capitals'] : []),
    ...((setting(run, 'vertAlign') ?? 'baseline') === 'baseline' ? [] : ['raised']),
  ]
}
