import type { Problem } from '../problem.ts'
import { accept, refuse, type Result } from '../result.ts'
import { conditionText, parseCondition } from './condition-text.ts'
import { freeName, type QuestionFile, type QuestionKind, type QuestionnaireFile, type SectionFile } from './design.ts'
import { questionnaireFault } from './fault.ts'
import type { Text } from './questionnaire-file.ts'
import { furtherHeading, isYes, type Line, pairLines, readHead, settingLines, settingsOf, textAt, textsAt, wordsFor } from './row-cells.ts'
import { type Heading, keyOfWord, rowHeadings, type RowWords, textHeadings } from './row-words.ts'
import { readSpecialLine, type SpecialLine, specialLines, type SpecialParts } from './special-rows.ts'

type Say = (text: Text | undefined) => string

const choicesOf = (question: QuestionFile, say: Say): string => {
  if (question.kind === 'single' || question.kind === 'multiple')
    return pairLines(question.options.map(({ code, text }) => [code, say(text)]))
  if (question.kind !== 'scale' && question.kind !== 'matrix') return ''
  return pairLines((question.labels ?? []).map((label, index) => [(question.from ?? 1) + index, say(label)]))
}

const scaleText = (question: QuestionFile): string =>
  question.kind === 'scale' || question.kind === 'matrix'
    ? `${question.from ?? 1}–${question.to ?? 5}${question.top === undefined ? '' : ` / ${question.top}`}`
    : question.kind === 'number' && (question.from !== undefined || question.to !== undefined)
      ? `${question.from ?? 0}–${question.to ?? 32_000}`
      : question.kind === 'multiple' && question.most !== undefined
        ? String(question.most)
        : ''

const textCells = ({ title, note }: SectionFile, question: QuestionFile, say: Say) => ({
  section: say(title),
  note: say(note),
  text: say(question.text),
  choices: choicesOf(question, say),
  rows: question.kind === 'matrix' ? pairLines(question.rows.map(({ id, text }) => [id, say(text)])) : '',
  help: say(question.help),
})

const cellsOf = (section: SectionFile, question: QuestionFile, words: RowWords, say: Say): Readonly<Record<Heading, string>> => ({
  ...textCells(section, question, say),
  groups: section.groups?.join(', ') ?? '',
  id: question.id,
  kind: words.kinds[question.kind],
  scale: scaleText(question),
  required: question.required ? words.yes : '',
  dontKnow: question.dontKnow ? words.yes : '',
  showIf: question.showIf ? conditionText(question.showIf) : '',
  settings: settingLines(words, [
    ['longest', question.kind === 'text' ? question.longest : undefined],
    ['unit', question.kind === 'number' ? say(question.unit) : undefined],
  ]),
})

/**
 * The questionnaire as a table, heading first: a line for the questionnaire itself, one for each group, question and leaf that gets points; words of further
 * languages stand in columns of their own. {@link parseQuestionnaireRows} reads all of it back.
 */
export const questionnaireRows = (file: QuestionnaireFile, words: RowWords): readonly (readonly string[])[] => {
  const [first = 'vi', ...further] = file.languages ?? []
  const saying =
    (language: string): Say =>
    (text) =>
      wordsFor(text, language, language === first)
  const special = specialLines(file, words)
  const rowOf = ({ cells, text }: SpecialLine): readonly string[] => [
    ...rowHeadings.map((heading) => (heading === 'text' ? saying(first)(text) : (cells[heading] ?? ''))),
    ...further.flatMap((language) => textHeadings.map((heading) => (heading === 'text' ? saying(language)(text) : ''))),
  ]
  return [
    [
      ...rowHeadings.map((heading) => words.headings[heading]),
      ...further.flatMap((language) => textHeadings.map((heading) => furtherHeading(words.headings[heading], language))),
    ],
    ...special.above.map(rowOf),
    ...file.sections.flatMap((section) =>
      section.questions.map((question) => {
        const cells = cellsOf(section, question, words, saying(first))
        const others = further.map((language) => textCells(section, question, saying(language)))
        return [...rowHeadings.map((heading) => cells[heading]), ...others.flatMap((each) => textHeadings.map((heading) => each[heading]))]
      }),
    ),
    ...special.below.map(rowOf),
  ]
}

const range = (text: string): readonly [number | undefined, number | undefined, number | undefined] => {
  const [, from, to, top] = /^(\d{1,5})\s*[-–]\s*(\d{1,5})(?:\s*\/\s*(\d{1,3}))?$/.exec(text.trim()) ?? []
  const figure = (part: string | undefined) => (part === undefined ? undefined : Number(part))
  return [figure(from), figure(to), figure(top)]
}

const ofKind = (kind: QuestionKind, line: Line, first: string): { readonly extra: object; readonly broken?: string } => {
  const { cells } = line
  const [from, to, top] = range(cells.scale)
  const ends = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  if (kind === 'number') return { extra: ends }
  const pairs = textsAt(line, 'choices', from ?? 1, first)
  if (kind === 'scale' || kind === 'matrix') {
    const labels = pairs.map(([, text]) => text)
    const rows = textsAt(line, 'rows', 1, first).map(([id, text]) => ({ id: /^\d/.test(id) ? `d${id}` : id, text }))
    return {
      extra: { ...ends, ...(top !== undefined && { top }), ...(labels.length > 0 && { labels }), ...(kind === 'matrix' && { rows }) },
    }
  }
  if (kind !== 'single' && kind !== 'multiple') return { extra: {} }
  const broken = pairs.find(([code]) => !/^\d{1,3}$/.test(code))
  const options = pairs.map(([code, text]) => ({ code: Number(code), text }))
  const most = /^\d{1,3}$/.test(cells.scale.trim()) ? { most: Number(cells.scale) } : {}
  return {
    extra: { options, ...(kind === 'multiple' && most) },
    ...(broken && { broken: `${broken[0]} = ${wordsFor(broken[1], first, true)}` }),
  }
}

const readQuestion = (
  line: Line,
  id: string,
  words: RowWords,
  first: string,
): { readonly question?: QuestionFile; readonly problems: readonly Problem[] } => {
  const { cells } = line
  const kind = keyOfWord(words.kinds, cells.kind)
  const all = [...Object.values(words.kinds), ...Object.values(words.lines)].join(', ')
  if (!kind) return { problems: [questionnaireFault('unknownKind', id, id, { value: cells.kind, other: all })] }
  const { extra, broken } = ofKind(kind, line, first)
  const showIf = cells.showIf.trim() === '' ? undefined : parseCondition(cells.showIf)
  const { settings, problems } = settingsOf(cells.settings, words, id)
  const [longest, unit] = [settings.get('longest'), settings.get('unit')]
  const question = {
    kind,
    id,
    text: textAt(line, 'text', first),
    ...(cells.help.trim() !== '' && { help: textAt(line, 'help', first) }),
    ...(isYes(cells.required, words) && { required: true }),
    ...(isYes(cells.dontKnow, words) && { dontKnow: true }),
    ...(showIf && { showIf }),
    ...(kind === 'text' && longest !== undefined && { longest: Number(longest) }),
    ...(kind === 'number' && unit !== undefined && { unit }),
    ...extra,
  } as QuestionFile
  return {
    question,
    problems: [
      ...problems,
      ...(broken === undefined ? [] : [questionnaireFault('unreadableOption', id, id, { value: broken })]),
      ...(cells.showIf.trim() !== '' && !showIf ? [questionnaireFault('unreadableCondition', id, id, { value: cells.showIf })] : []),
    ],
  }
}

/** What a table says of a questionnaire: its questions, and whatever else it has lines for. */
type QuestionnaireParts = SpecialParts & Pick<QuestionnaireFile, 'sections'>

/**
 * Reads such a table back: the heading may stand in any order and lack what has a default; a line without section belongs to the one above, a question without name
 * gets a free one. Without a line for the questionnaire itself it says nothing of title, groups and points but what has lines. Refuses with every problem of the table
 * at once; what the questionnaire as a whole lacks is told by its own check.
 */
export const parseQuestionnaireRows = (rows: readonly (readonly string[])[], words: RowWords): Result<QuestionnaireParts> => {
  const { place, lineOf } = readHead(rows[0] ?? [], words)
  const absent = (['kind', 'text'] as const).filter((heading) => place.get(heading) === -1)
  if (absent.length > 0) return refuse(...absent.map((heading) => questionnaireFault('absentHeading', '', words.headings[heading])))
  const sections: (SectionFile & { questions: QuestionFile[] })[] = []
  const problems: Problem[] = []
  const names = rows.map((row) => (row[place.get('id') ?? -1] ?? '').trim()).filter((name) => name !== '')
  let [parts, first, lastTitle]: [SpecialParts, string, string] = [{}, 'vi', '']
  for (const row of rows.slice(1)) {
    if (row.every((cell) => cell.trim() === '')) continue
    const line = lineOf(row)
    const special = keyOfWord(words.lines, line.cells.kind)
    if (special) {
      const read = readSpecialLine(parts, special, line, words, first)
      parts = read.parts
      first = parts.languages?.[0] ?? first
      problems.push(...read.problems)
      continue
    }
    const title = line.cells.section.trim()
    if (sections.length === 0 || (title !== '' && title !== lastTitle)) {
      const [note, groups] = [textAt(line, 'note', first), line.cells.groups.split(',').map((each) => each.trim())]
      sections.push({
        id: `s${sections.length + 1}`,
        title: title === '' ? words.headings.section : textAt(line, 'section', first),
        ...(note !== '' && { note }),
        ...(groups.some((each) => each !== '') && { groups }),
        questions: [],
      })
      lastTitle = title
    }
    const name = line.cells.id.trim() || freeName('q', names)
    names.push(name)
    const read = readQuestion(line, name, words, first)
    problems.push(...read.problems)
    if (read.question) sections.at(-1)?.questions.push(read.question)
  }
  return problems.length > 0 ? refuse(...problems) : accept({ ...parts, sections })
}
