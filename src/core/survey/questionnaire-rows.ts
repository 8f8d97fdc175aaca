import type { Problem } from '../problem.ts'
import { accept, refuse, type Result } from '../result.ts'
import { conditionText, parseCondition } from './condition-text.ts'
import { freeName, type QuestionFile, type QuestionKind, type QuestionnaireFile, type SectionFile, wordsIn } from './design.ts'
import { questionnaireFault } from './fault.ts'

/** The headings of the table and the words for kinds and yes, in the language of whoever fills it in. */
export interface RowWords {
  readonly headings: Readonly<Record<Heading, string>>
  readonly kinds: Readonly<Record<QuestionKind, string>>
  readonly yes: string
}

export const rowHeadings = ['section', 'id', 'kind', 'text', 'choices', 'rows', 'scale', 'required', 'dontKnow', 'showIf', 'help'] as const
export type Heading = (typeof rowHeadings)[number]

const lines = (pairs: readonly (readonly [string | number, string])[]): string =>
  pairs.map(([code, text]) => `${code} = ${text}`).join('\n')

const choicesOf = (question: QuestionFile): string => {
  if (question.kind === 'single' || question.kind === 'multiple')
    return lines(question.options.map(({ code, text }) => [code, wordsIn(text)]))
  if (question.kind !== 'scale' && question.kind !== 'matrix') return ''
  return lines((question.labels ?? []).map((label, index) => [(question.from ?? 1) + index, wordsIn(label)]))
}

const scaleText = (question: QuestionFile): string =>
  question.kind === 'scale' || question.kind === 'matrix'
    ? `${question.from ?? 1}–${question.to ?? 5}${question.top === undefined ? '' : ` / ${question.top}`}`
    : question.kind === 'number' && (question.from !== undefined || question.to !== undefined)
      ? `${question.from ?? 0}–${question.to ?? 32_000}`
      : question.kind === 'multiple' && question.most !== undefined
        ? String(question.most)
        : ''

const cellsOf = (section: string, question: QuestionFile, words: RowWords): Readonly<Record<Heading, string>> => ({
  section,
  id: question.id,
  kind: words.kinds[question.kind],
  text: wordsIn(question.text),
  choices: choicesOf(question),
  rows: question.kind === 'matrix' ? lines(question.rows.map(({ id, text }) => [id, wordsIn(text)])) : '',
  scale: scaleText(question),
  required: question.required ? words.yes : '',
  dontKnow: question.dontKnow ? words.yes : '',
  showIf: question.showIf ? conditionText(question.showIf) : '',
  help: wordsIn(question.help),
})

/** The questions as a table, heading first, one line each, in the first language. Groups, other languages and points are not in it. */
export const questionnaireRows = (file: QuestionnaireFile, words: RowWords): readonly (readonly string[])[] => [
  rowHeadings.map((heading) => words.headings[heading]),
  ...file.sections.flatMap(({ title, questions }) =>
    questions.map((question) => {
      const cells = cellsOf(wordsIn(title), question, words)
      return rowHeadings.map((heading) => cells[heading])
    }),
  ),
]

const same = (text: string): string => text.normalize('NFC').trim().toLowerCase()

type Cells = Readonly<Record<Heading, string>>

/** Lines “code = words”; without a code they are numbered from `from`. */
const pairsOf = (cell: string, from: number): readonly (readonly [string, string])[] =>
  cell
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, index) => {
      const [, code, text] = /^([A-Za-z0-9_]{1,40})\s*=\s*(.+)$/.exec(line) ?? []
      return [code ?? String(from + index), text ?? line] as const
    })

const range = (text: string): readonly [number | undefined, number | undefined, number | undefined] => {
  const [, from, to, top] = /^(\d{1,5})\s*[-–]\s*(\d{1,5})(?:\s*\/\s*(\d{1,3}))?$/.exec(text.trim()) ?? []
  const figure = (part: string | undefined) => (part === undefined ? undefined : Number(part))
  return [figure(from), figure(to), figure(top)]
}

const ofKind = (kind: QuestionKind, cells: Cells): { readonly extra: object; readonly broken?: string } => {
  const [from, to, top] = range(cells.scale)
  const ends = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  if (kind === 'number') return { extra: ends }
  const pairs = pairsOf(cells.choices, from ?? 1)
  if (kind === 'scale' || kind === 'matrix') {
    const labels = pairs.map(([, text]) => text)
    const rows = pairsOf(cells.rows, 1).map(([id, text]) => ({ id: /^\d/.test(id) ? `d${id}` : id, text }))
    return {
      extra: { ...ends, ...(top !== undefined && { top }), ...(labels.length > 0 && { labels }), ...(kind === 'matrix' && { rows }) },
    }
  }
  if (kind !== 'single' && kind !== 'multiple') return { extra: {} }
  const broken = pairs.find(([code]) => !/^\d{1,3}$/.test(code))
  const options = pairs.map(([code, text]) => ({ code: Number(code), text }))
  const most = /^\d{1,3}$/.test(cells.scale.trim()) ? { most: Number(cells.scale) } : {}
  return { extra: { options, ...(kind === 'multiple' && most) }, ...(broken && { broken: broken.join(' = ') }) }
}

const readQuestion = (
  cells: Cells,
  id: string,
  words: RowWords,
): { readonly question?: QuestionFile; readonly problems: readonly Problem[] } => {
  const kinds = Object.entries(words.kinds) as [QuestionKind, string][]
  const kind = kinds.find(([name, word]) => same(word) === same(cells.kind) || same(name) === same(cells.kind))?.[0]
  if (!kind)
    return { problems: [questionnaireFault('unknownKind', id, id, { value: cells.kind, other: kinds.map(([, word]) => word).join(', ') })] }
  const { extra, broken } = ofKind(kind, cells)
  const showIf = cells.showIf.trim() === '' ? undefined : parseCondition(cells.showIf)
  const isYes = (cell: string): boolean => [words.yes, 'x', '1', 'yes', 'true'].some((each) => same(each) === same(cell))
  const question = {
    kind,
    id,
    text: cells.text.trim(),
    ...(cells.help.trim() !== '' && { help: cells.help.trim() }),
    ...(isYes(cells.required) && { required: true }),
    ...(isYes(cells.dontKnow) && { dontKnow: true }),
    ...(showIf && { showIf }),
    ...extra,
  } as QuestionFile
  return {
    question,
    problems: [
      ...(broken === undefined ? [] : [questionnaireFault('unreadableOption', id, id, { value: broken })]),
      ...(cells.showIf.trim() !== '' && !showIf ? [questionnaireFault('unreadableCondition', id, id, { value: cells.showIf })] : []),
    ],
  }
}

/**
 * Reads such a table back into sections: the heading may stand in any order and lack what has a default; a line without section belongs to the one above,
 * a question without name gets a free one. Refuses with every problem of the table at once; what the questionnaire as a whole lacks is told by its own check.
 */
export const parseQuestionnaireRows = (rows: readonly (readonly string[])[], words: RowWords): Result<readonly SectionFile[]> => {
  const head = (rows[0] ?? []).map(same)
  const place = new Map(rowHeadings.map((heading) => [heading, head.indexOf(same(words.headings[heading]))]))
  const absent = (['kind', 'text'] as const).filter((heading) => place.get(heading) === -1)
  if (absent.length > 0) return refuse(...absent.map((heading) => questionnaireFault('absentHeading', '', words.headings[heading])))
  const sections: { id: string; title: string; questions: QuestionFile[] }[] = []
  const problems: Problem[] = []
  const names = rows.map((row) => (row[place.get('id') ?? -1] ?? '').trim()).filter((name) => name !== '')
  for (const row of rows.slice(1)) {
    if (row.every((cell) => cell.trim() === '')) continue
    const cells = Object.fromEntries(rowHeadings.map((heading) => [heading, row[place.get(heading) ?? -1] ?? ''])) as Record<
      Heading,
      string
    >
    const title = cells.section.trim()
    const last = sections.at(-1)
    const isNew = !last || (title !== '' && title !== last.title)
    const section = isNew
      ? { id: `s${sections.length + 1}`, title: title || words.headings.section, questions: [] as QuestionFile[] }
      : last
    if (isNew) sections.push(section)
    const name = cells.id.trim() || freeName('q', names)
    names.push(name)
    const read = readQuestion(cells, name, words)
    problems.push(...read.problems)
    if (read.question) section.questions.push(read.question)
  }
  return problems.length > 0 ? refuse(...problems) : accept(sections)
}
