import type { Language } from './language.ts'

const words: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  vi: { '0/0': 'số liệu bằng 0, không có trường hợp nào để tính', nothingLeft: 'không còn nội dung nào áp dụng' },
  en: { '0/0': 'the figures are 0, there is nothing to count', nothingLeft: 'nothing is left that applies' },
}

/** The ground on which facts say that a criterion does not arise: the rule's own sentence, or ours where it has none. */
export const basisWords = (basis: string, language: Language = 'vi'): string => words[language][basis] ?? basis
