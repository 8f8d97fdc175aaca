import type { Problem } from '../problem.ts'
import { questionnaireFault } from './fault.ts'
import type { Text } from './questionnaire-file.ts'
import { type Heading, keyOfWord, rowHeadings, type RowWords, same, type SettingName, type TextHeading, textHeadings } from './row-words.ts'

/** One line of the table: its cells in the first language, and those of words in every further one. */
export interface Line {
  readonly cells: Readonly<Record<Heading, string>>
  readonly others: ReadonlyMap<string, Readonly<Record<TextHeading, string>>>
}

/** The words of a text in the first language, or in a further one alone where it has its own. */
export const wordsFor = (text: Text | undefined, language: string, isFirst: boolean): string => {
  if (typeof text !== 'object') return isFirst ? (text ?? '') : ''
  return text[language] ?? (isFirst ? (Object.values(text)[0] ?? '') : '')
}

/** Lines “code = words”. */
export const pairLines = (pairs: readonly (readonly [string | number, string])[]): string =>
  pairs
    .filter(([, words]) => words !== '')
    .map(([code, words]) => `${code} = ${words}`)
    .join('\n')

/** Reads them; without a code they are numbered from `from`. */
export const pairsOf = (cell: string, from: number): readonly (readonly [string, string])[] =>
  cell
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, index) => {
      const [, code, words] = /^([A-Za-z0-9_]{1,40})\s*=\s*(.+)$/.exec(line) ?? []
      return [code ?? String(from + index), words ?? line] as const
    })

/** Words with those of further languages where there are some. */
const textOf = (first: string, words: string, others: readonly (readonly [string, string])[]): Text => {
  const said = others.filter(([, text]) => text !== '')
  return said.length === 0 ? words : { [first]: words, ...Object.fromEntries(said) }
}

/** The text of one column. */
export const textAt = ({ cells, others }: Line, heading: TextHeading, first: string): Text =>
  textOf(
    first,
    cells[heading].trim(),
    [...others].map(([language, each]) => [language, each[heading].trim()] as const),
  )

/** Codes with their texts of one column. */
export const textsAt = (
  { cells, others }: Line,
  heading: 'choices' | 'rows',
  from: number,
  first: string,
): readonly (readonly [string, Text])[] => {
  const further = [...others].map(([language, each]) => [language, new Map(pairsOf(each[heading], from))] as const)
  return pairsOf(cells[heading], from).map(([code, words]) => [
    code,
    textOf(
      first,
      words,
      further.map(([language, texts]) => [language, texts.get(code) ?? ''] as const),
    ),
  ])
}

/** Settings of a line by their names. */
type Settings = ReadonlyMap<SettingName, string>

/** Reads the column of settings; a line that names none is a problem. */
export const settingsOf = (
  cell: string,
  words: RowWords,
  at: string,
): { readonly settings: Settings; readonly problems: readonly Problem[] } => {
  const settings = new Map<SettingName, string>()
  const problems: Problem[] = []
  for (const line of cell.split(/\r?\n/).filter((each) => each.trim() !== '')) {
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/.exec(line) ?? []
    const key = keyOfWord(words.settings, name)
    if (key) settings.set(key, value.trim())
    else problems.push(questionnaireFault('unreadableOption', at, at, { value: line }))
  }
  return { settings, problems }
}

/** Writes them, those that have a value. */
export const settingLines = (words: RowWords, settings: readonly (readonly [SettingName, string | number | undefined])[]): string =>
  settings
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${words.settings[name]} = ${value}`)
    .join('\n')

export const isYes = (cell: string, words: RowWords): boolean =>
  [words.yes, 'x', '1', 'yes', 'true'].some((each) => same(each) === same(cell))

/** The heading of a column of words in a further language. */
export const furtherHeading = (heading: string, language: string): string => `${heading} [${language}]`

/** Finds the columns of a table by its first row, in any order, those of further languages too. */
export const readHead = (row: readonly string[], words: RowWords) => {
  const head = row.map(same)
  const place = new Map(rowHeadings.map((heading) => [heading, head.indexOf(same(words.headings[heading]))]))
  const languages = [...new Set(head.flatMap((cell) => /\[([a-z]{2,3})\]$/.exec(cell)?.[1] ?? []))]
  const lineOf = (cells: readonly string[]): Line => {
    const at = (index: number): string => cells[index] ?? ''
    const blank = Object.fromEntries(rowHeadings.map((heading) => [heading, at(place.get(heading) ?? -1)])) as Record<Heading, string>
    const further = languages.map((language) => {
      const texts = textHeadings.map(
        (heading) => [heading, at(head.indexOf(same(furtherHeading(words.headings[heading], language))))] as const,
      )
      return [language, Object.fromEntries(texts) as Record<TextHeading, string>] as const
    })
    return { cells: blank, others: new Map(further) }
  }
  return { place, lineOf }
}
