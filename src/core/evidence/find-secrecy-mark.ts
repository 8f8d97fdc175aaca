import type { Secrecy } from '../vocabulary.ts'

/** How far down a mark is looked for: it stands in the head of the first page. */
const headLines = 40

const marks: readonly (readonly [RegExp, Secrecy])[] = [
  [/^(?:độ mật\s*[:.]\s*)?tuyệt mật$/iu, 'topSecret'],
  [/^(?:độ mật\s*[:.]\s*)?tối mật$/iu, 'secret'],
  [/^độ mật\s*[:.]\s*mật$/iu, 'confidential'],
  // By itself the word has to be printed as a stamp is.
  [/^MẬT$/u, 'confidential'],
]

const bare = (cell: string): string =>
  cell
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')

/**
 * The mark of a state secret in the head of a text, alone in its line or cell; `undefined` where there is none. Words like “bảo mật” are no mark. A stamp that is a
 * picture is not seen: the person is asked as well. Source: Decree 26/2020/NĐ-CP, Article 2 (marks MẬT, TỐI MẬT, TUYỆT MẬT); Law 29/2018/QH14.
 */
export const findSecrecyMark = (lines: readonly string[]): Exclude<Secrecy, 'open'> | undefined => {
  for (const line of lines.filter((each) => each.trim() !== '').slice(0, headLines))
    for (const cell of [line, ...line.split('\t')]) {
      const found = marks.find(([shape]) => shape.test(bare(cell)))
      if (found) return found[1] as Exclude<Secrecy, 'open'>
    }
  return undefined
}
