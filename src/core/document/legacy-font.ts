import type { RawBlock, RawDocument } from './raw-document.ts'

/** Encodings that fonts of before Unicode gave Vietnamese letters. */
export type LegacyFont = 'TCVN3' | 'VNI'

/** TCVN 5712:1993 ("ABC" fonts): the letters from a code on. Capitals with a tone have none of their own. */
const tcvnRows: readonly (readonly [number, string])[] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
]
const tcvn = new Map(
  tcvnRows.flatMap(([from, text]) => [...text].map((letter, step) => [String.fromCharCode(from + step), letter] as const)),
)

/** VNI: a vowel and a mark after it; the marks in the order of the letters they make. */
const vniMarks: Readonly<Record<string, readonly [marks: string, letters: string]>> = {
  a: ['ùøûõïâêáàåãäéèúüë', 'áàảãạâăấầẩẫậắằẳẵặ'],
  e: ['ùøûõïâáàåãä', 'éèẻẽẹêếềểễệ'],
  o: ['ùøûõïâáàåãä', 'óòỏõọôốồổỗộ'],
  ô: ['ùøûõï', 'ớờởỡợ'],
  u: ['ùøûõï', 'úùủũụ'],
  ö: ['ùøûõï', 'ứừửữự'],
  y: ['ùøûõ', 'ýỳỷỹ'],
}
const vniPairs = new Map(
  Object.entries(vniMarks).flatMap(([vowel, [marks, letters]]) =>
    [...marks].flatMap((mark, index) => {
      const letter = letters[index] ?? ''
      return [
        [vowel + mark, letter],
        [vowel.toUpperCase() + mark.toUpperCase(), letter.toUpperCase()],
        [vowel.toUpperCase() + mark, letter.toUpperCase()],
      ] as const
    }),
  ),
)
const vniSingles = new Map<string, string>([
  ...[...'ñôöæóòî'].map((sign, index) => [sign, [...'đơưỉĩịỵ'][index] ?? ''] as const),
  ...[...'ÑÔÖÆÓÒÎ'].map((sign, index) => [sign, [...'ĐƠƯỈĨỊỴ'][index] ?? ''] as const),
])

/** Which old font a text was typed in, told by signs that Vietnamese in Unicode never has; `undefined` for Unicode. */
export const legacyFontOf = (text: string): LegacyFont | undefined => {
  const sample = text.slice(0, 200_000)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const tcvnSigns = sample.match(/[µ¸¶·¹¨»¾¼½©®ªº«¬]/gu)?.length ?? 0
  const vniSigns = sample.match(/[øûïåäëüñöæîØÛÏÅÄËÜÑÖÆÎ]/gu)?.length ?? 0
  const unicodeOnly = sample.match(/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđươ]/giu)?.length ?? 0
  const few = Math.max(5, letters * 0.03)
  if (unicodeOnly * 4 > Math.max(tcvnSigns, vniSigns)) return undefined
  return tcvnSigns > few && tcvnSigns >= vniSigns ? 'TCVN3' : vniSigns > few ? 'VNI' : undefined
}

/** Text of an old font, each letter by its Latin-1 sign, in Unicode. */
export const fromLegacyFont = (text: string, font: LegacyFont): string =>
  font === 'TCVN3'
    ? inCapitals(text.replace(/[\u00A1-\u00FE]/gu, (sign) => tcvn.get(sign) ?? sign))
    : text.replace(/[aeouyôö][ùøûõïâêáàåãäéèúüë]|[ñôöæóòî]/giu, (signs) => vniPairs.get(signs) ?? vniSingles.get(signs) ?? signs)

/** TCVN3 has no capitals with a tone: a word of capitals shows them as small letters. */
const inCapitals = (text: string): string =>
  text.replace(/[\p{L}]+/gu, (word) => (/\p{Lu}[^\p{Lu}]*\p{Lu}/u.test(word) && !/[a-z]/u.test(word) ? word.toUpperCase() : word))

/** The document in Unicode, and the font it was converted from. */
export const inUnicode = (document: RawDocument): { readonly document: RawDocument; readonly font?: LegacyFont } => {
  const font = legacyFontOf(document.blocks.map(textOfBlock).join('\n'))
  return font ? { document: { ...document, blocks: document.blocks.map((block) => convertBlock(block, font)) }, font } : { document }
}

const textOfBlock = (block: RawBlock): string => {
  if (block.kind === 'text') return block.lines.map(({ text }) => text).join('\n')
  return block.kind === 'grid'
    ? block.rows.flatMap((row) => row.cells.map(({ text }) => text)).join('\n')
    : block.words.map(({ text }) => text).join(' ')
}

const convertBlock = (block: RawBlock, font: LegacyFont): RawBlock => {
  const converted = <Item extends { readonly text: string }>(item: Item): Item => ({ ...item, text: fromLegacyFont(item.text, font) })
  if (block.kind === 'text') return { ...block, lines: block.lines.map(converted) }
  if (block.kind === 'page') return { ...block, words: block.words.map(converted) }
  return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(converted) })) }
}
