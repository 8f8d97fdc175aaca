import { questionLabel } from './rule-words.ts'

const signs: Readonly<Record<string, string>> = { '*': '×', '<=': '≤', '>=': '≥', '<>': '≠' }

/** Functions that rules out of print use, as a person says them. */
const functions: Readonly<Record<string, string>> = { floor: 'phần nguyên', min: 'số nhỏ nhất trong', max: 'số lớn nhất trong' }

/** Abbreviations keep their capitals. */
const small = (text: string): string => (/^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase('vi') + text.slice(1))

/** A formula as a person reads it: inputs by what they are called, signs as they are printed. A text in quotes stays as it is. */
export const formulaWords = (formula: string, labels: ReadonlyMap<string, string>): string =>
  formula.replace(/"[^"]*"|\d+\.\d+|(?:floor|min|max)(?=\()|[\p{L}_][\p{L}\p{M}\p{N}_]*|<=|>=|<>|\*/gu, (part) => {
    if (functions[part] !== undefined && !labels.has(part)) return functions[part]
    if (/^\d/u.test(part)) return part.replace('.', ',')
    const label = labels.get(part) ?? questionLabel({ name: part, label: part })
    return signs[part] ?? (label === part ? part : small(label))
  })
