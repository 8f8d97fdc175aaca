import type { Language } from './language.ts'
import { small } from './rule-speech.ts'
import { questionLabel } from './rule-words.ts'

const signs: Readonly<Record<string, string>> = { '*': '×', '<=': '≤', '>=': '≥', '<>': '≠' }

/** Functions that rules out of print use, as a person says them. */
const functions: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  vi: { floor: 'phần nguyên', min: 'số nhỏ nhất trong', max: 'số lớn nhất trong' },
  en: { floor: 'whole part of ', min: 'least of ', max: 'greatest of ' },
}

/** A formula as a person reads it: inputs by what they are called, signs as they are printed. A text in quotes stays as it is. */
export const formulaWords = (formula: string, labels: ReadonlyMap<string, string>, language: Language = 'vi'): string =>
  formula.replace(/"[^"]*"|\d+\.\d+|(?:floor|min|max)(?=\()|[\p{L}_][\p{L}\p{M}\p{N}_]*|<=|>=|<>|\*/gu, (part) => {
    const called = functions[language][part]
    if (called !== undefined && !labels.has(part)) return called
    if (/^\d/u.test(part)) return language === 'vi' ? part.replace('.', ',') : part
    const label = labels.get(part) ?? questionLabel({ name: part, label: part }, language)
    return signs[part] ?? (label === part ? part : small(label))
  })
