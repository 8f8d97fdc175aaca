import { templateMarks as marks } from '../../language/reports/template-words.ts'

/** A line of a template that says what to do. */
export interface Command {
  readonly name: string
  readonly of: string
}

const commandNames: readonly string[] = Object.values(marks)

/** `«Khối: Các bước»` alone in its paragraph; a field alone is no command. */
export const commandOf = (words: string): Command | undefined => {
  const found = /^«([^«»:]+?)(?::\s*([^«»]+))?»$/.exec(words)
  const [, name = '', of = ''] = found ?? []
  return found && (commandNames.includes(name.trim()) || (of !== '' && /^(?:Đoạn|Bảng|Nếu|Lặp|Khối|Phần)/.test(name)))
    ? { name: name.trim(), of: of.trim() }
    : undefined
}
