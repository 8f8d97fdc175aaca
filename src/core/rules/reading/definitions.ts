import { foldPrint } from './clauses.ts'

export interface Defined {
  readonly text: string
  /** What letters stand for, as printed. */
  readonly letters: Readonly<Record<string, string>>
}

const opening = /(?:[.;,\n]|^| )\s*\(?(?:trong do|voi|trong cong thuc)[:,]? ?(?=\(?[a-z] ?(?:la|:|=|-|–) )/
const bracket = /\(([a-z]) ?(?:la|:|=|-|–) /
const bareLine = /[.;\n]\s*(?=[a-z] (?:la|:|=|-|–) )/
const each = /(?:^|[;,.\n]\s*(?:va |con )?|\s)\(?([a-z]) ?(?:la|:|=|-|–) /g

/** Letters said first: `gọi a là …, b là …. Điểm = …`. */
const leading =
  /^(?:goi |voi |neu goi |trong do:? )?([a-z]) ?(?:la|=|:) ([^;.]+?)[;,.]? (?:va )?([a-z]) ?(?:la|=|:) ([^;.]+?)(?:[;.]|, khi do|, thi) ?(?=\S)/

const saidFirst = (text: string, folded: string): Defined | undefined => {
  const match = leading.exec(folded)
  if (!match) return undefined
  const [whole, one = '', first = '', other = '', second = ''] = match
  const at = folded.indexOf(first)
  const next = folded.indexOf(second, at + first.length)
  if (at < 0 || next < 0 || /\d|\bdiem\b/.test(`${first} ${second}`)) return undefined
  return {
    text: text.slice(whole.length).trim(),
    letters: { [one]: text.slice(at, at + first.length).trim(), [other]: text.slice(next, next + second.length).trim() },
  }
}

/** Takes off what letters stand for; the text without it, and the words of the print by letter. */
export const withoutDefinitions = (text: string): Defined => {
  const folded = foldPrint(text)
  const first = folded.length === text.length ? saidFirst(text, folded) : undefined
  if (first) return first
  const match = folded.length === text.length ? (opening.exec(folded) ?? bracket.exec(folded) ?? bareLine.exec(folded)) : null
  if (!match) return { text, letters: {} }
  const after = /[.;]\s+(?=nếu\s)/iu.exec(text.slice(match.index + match[0].length))
  if (after) {
    const end = match.index + match[0].length + after.index
    const inner = withoutDefinitions(text.slice(0, end))
    return { text: `${inner.text}${text.slice(end)}`, letters: inner.letters }
  }
  const start = match[0].startsWith('(') ? match.index : match.index + (match[0].length - match[0].trimStart().length)
  const said = text.slice(start).replace(/^[\s.;,(]*(?:trong đó|với|trong công thức)?[:,]?\s*/iu, '')
  const words = foldPrint(said)
  if (/\b(?:neu|diem|tru|toi da|truong hop)\b/.test(words) || words.length !== said.length) return { text, letters: {} }
  const marks = [...words.matchAll(each)]
  const letters = marks.flatMap((mark, index) => {
    const from = (mark.index ?? 0) + mark[0].length
    const label = said.slice(from, marks[index + 1]?.index ?? said.length).replace(/[\s;,.)]+$/u, '')
    return label === '' ? [] : [[mark[1] ?? '', label] as const]
  })
  if (letters.length === 0 || letters.length < marks.length) return { text, letters: {} }
  return { text: text.slice(0, start).replace(/[\s;,.(]+$/u, ''), letters: Object.fromEntries(letters) }
}
