import type { Language } from './language.ts'

const words = {
  vi: { total: 'Tổng điểm', node: 'Tiêu chí', whole: 'Tài liệu', field: 'Mục', rule: 'Cách tính điểm của tiêu chí' },
  en: { total: 'The total', node: 'Criterion', whole: 'The document', field: 'Field', rule: 'The rule of criterion' },
} as const

/** A node id is digits, Roman numerals or a single letter, parted by dots, slashes and repeats (`~2`): `4.4`, `II/1.2`, `4.1~2`. */
const nodeShape = /^(?:\d+[a-zđ]?|[IVXLC]+|[A-Za-zĐđ])?(?:[./~](?:\d+[a-zđ]?|[IVXLC]+|[A-Za-zĐđ])?)*$/

/** The place of a problem as the start of a sentence: `Tiêu chí 4.4`, `Tổng điểm`, `Mục “decision.date”`. */
export const placeName = (at: string, language: Language): string => {
  const word = words[language]
  if (at === '') return word.whole
  if (at === 'total') return word.total
  const [, node, field = ''] = /^(.+?) rule(?: (.*))?$/.exec(at) ?? []
  if (node !== undefined) return `${word.rule} ${node}${field === '' ? '' : `, “${field}”`}`
  return nodeShape.test(at) ? `${word.node} ${at}` : `${word.field} “${at}”`
}
