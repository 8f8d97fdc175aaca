import { type Code, codeOf, codePattern, mixedCode } from '../framework/code.ts'
import { cleanText } from './clean-text.ts'

const levelWord =
  /^(?:tiêu chí thành phần|tiêu chí|chỉ số thành phần|chỉ số|lĩnh vực|nội dung|mục|phần|tctp|tc|lv)\s*:?\s*(?=[\dIVXA-HĐK])/iu
const leading = new RegExp(
  `^(${codePattern.number}|${codePattern.roman}|[A-HĐK]|[a-hđk](?=\\)))(\\s*[.):]+(?!\\d)|\\s+[-–]\\s|\\s)\\s*(\\S.*)$`,
  'su',
)

/** Reads a cell of codes; `undefined` where it holds none. */
export const readCode = (text: string): Code | undefined => {
  const whole = cleanText(text)
  const clean = whole.replace(levelWord, '')
  if (clean === '' || clean.length > 40) return undefined
  return mixedCode(whole.replace(/\s*\.\s*/gu, '.')) ?? codeOf(clean) ?? correctedCode(clean)
}

/** Slips of recognition in codes: a comma for a point, l and I for 1, O for 0, l for I in Roman numerals. */
const correctedCode = (clean: string): Code | undefined => {
  if (!/^[\dOolI|.,]+$/u.test(clean) && !/^[IVXl]+[.)]?$/u.test(clean)) return undefined
  const candidates = [clean.replace(/,/gu, '.').replace(/[lI|]/gu, '1').replace(/[Oo]/gu, '0'), clean.replace(/l/gu, 'I')]
  const usable = /\d/u.test(clean) ? candidates[0] : candidates[1]
  const code = usable === undefined || usable === clean ? undefined : codeOf(usable)
  return code && { ...code, raw: clean }
}

/** A cell that holds code and name together ("1.1.2. Ban hành …", "Tiêu chí 1.1: …", "I. CÔNG TÁC …"). A bare figure needs a capital after it. */
export const splitCodeAndName = (text: string): { readonly code: Code; readonly name: string } | undefined => {
  const [, tied, tiedName] = /^(\p{Lu}{1,3}\d[\d.]*)\s+(\p{Lu}.*)$/su.exec(text) ?? []
  const mixed = tied === undefined ? undefined : mixedCode(tied)
  if (mixed && tiedName !== undefined) return { code: mixed, name: tiedName }
  const bare = text.replace(levelWord, '')
  const [, printed, mark, name] = leading.exec(bare) ?? []
  if (!printed || mark === undefined || !name) return undefined
  const code = codeOf(/^[a-hđk]$/u.test(printed) ? `${printed})` : printed)
  if (!code) return undefined
  const isMarked = bare !== text || /[.):–-]/u.test(mark) || code.parts.length > 1
  const isHeadline = /^[“"(]?\p{Lu}/u.test(name) && (code.kind === 'number' ? !/^\d{3}/u.test(printed) : /^\p{Lu}{2}/u.test(name))
  return isMarked || isHeadline ? { code, name } : undefined
}

/** A Roman numeral before a name in small letters, as areas have ("I Chỉ đạo, điều hành"): told from a word only by what stands around it. */
export const splitRomanAndName = (text: string): { readonly code: Code; readonly name: string } | undefined => {
  const [, printed, name] = /^([IVX]{1,4})\s+(\p{Lu}\p{Ll}.*)$/su.exec(text) ?? []
  const code = printed === undefined ? undefined : codeOf(printed)
  return code && name !== undefined ? { code, name } : undefined
}
