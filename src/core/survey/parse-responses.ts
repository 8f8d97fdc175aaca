import { errorAt, hasErrors, type Problem } from '../problem.ts'
import { accept, refuse, type Result } from '../result.ts'
import { type Answer, type Answers, dontKnow, encodeAnswers } from './answers.ts'
import { type Asker, askerOf } from './asked.ts'
import { checkAnswers } from './check-answers.ts'
import { type Column, columnsOf } from './columns.ts'
import { responseDoubt, responseFault } from './fault.ts'
import type { Questionnaire } from './questionnaire-file.ts'

/** One response of a file: which unit it is about, which group answered, and the answers as they are kept. */
export interface Response {
  readonly unit: string
  readonly group: string
  readonly encoded: readonly number[]
  readonly words: readonly { readonly question: string; readonly text: string }[]
}

/** What stands in a cell for “không biết / không trả lời”. */
export const dontKnowWord = 'dk'
/** Parts codes where several options may be chosen: `1|4`. */
const separator = '|'

const fixed = ['response_id', 'unit', 'group'] as const
/** Names of columns that files of other systems bring along; they are left alone. */
const leftAlone = new Set(['day', 'channel'])

const cellText = (text: string | undefined): string =>
  (text ?? '')
    .replace(/^\uFEFF/, '')
    .trim()
    .normalize('NFC')

const readNumber = (text: string): number => (/^\d{1,9}([.,]0+)?$/.test(text) ? Math.trunc(Number(text.replace(',', '.'))) : Number.NaN)

const readCell = ({ measure }: Column, text: string): Answer | undefined => {
  if (text === '') return undefined
  if (measure === 'words') return text
  if (text.toLowerCase() === dontKnowWord) return dontKnow
  return measure === 'several' ? text.split(separator).map((part) => readNumber(part.trim())) : readNumber(text)
}

/** A cell that is no whole number is told with what stands in it. */
const unreadable = (column: Column, text: string, answer: Answer | undefined, place: { line: number; response: string }) => {
  const numbers = typeof answer === 'number' ? [answer] : typeof answer === 'object' ? answer : []
  return numbers.some(Number.isNaN) ? [responseFault('notWhole', column.id, { ...place, value: text.slice(0, 80) })] : []
}

interface Reader {
  readonly questionnaire: Questionnaire
  readonly columns: readonly Column[]
  readonly ask: Asker
  readonly positions: ReadonlyMap<string, number>
  readonly seen: Map<string, number>
}

const headProblems = (header: readonly string[], columns: readonly Column[]): readonly Problem[] => {
  const known = new Set([...fixed, ...columns.map(({ id }) => id)])
  return [
    ...fixed.filter((name) => !header.includes(name)).map((name) => responseFault('absentColumn', name, { line: 1 })),
    ...columns.filter(({ id }) => !header.includes(id)).map(({ id }) => responseFault('absentColumn', id, { line: 1 })),
    ...header
      .filter((name, index) => name !== '' && header.indexOf(name) !== index)
      .map((name) => responseFault('repeatedColumn', name, { line: 1 })),
    ...header
      .filter((name) => name !== '' && !known.has(name) && !leftAlone.has(name))
      .map((name) => responseDoubt('unknownColumn', name, { line: 1 })),
  ]
}

const placeProblems = (
  { questionnaire, seen }: Reader,
  response: string,
  unit: string,
  group: string,
  line: number,
): readonly Problem[] => {
  const first = seen.get(response)
  if (response !== '' && first === undefined) seen.set(response, line)
  const { groups } = questionnaire
  const isKnownGroup = groups.length === 0 ? group === '' : groups.some(({ id }) => id === group)
  return [
    ...(response === '' ? [responseFault('noResponseId', 'response_id', { line })] : []),
    ...(response !== '' && first !== undefined
      ? [responseFault('repeatedResponse', 'response_id', { line, response, other: String(first) })]
      : []),
    ...(unit === '' ? [responseFault('noUnit', 'unit', { line, response })] : []),
    ...(isKnownGroup
      ? []
      : [responseFault('unknownGroup', 'group', { line, response, value: group, other: groups.map(({ id }) => id).join(', ') })]),
  ]
}

const readLine = (reader: Reader, cells: readonly string[], line: number): { response?: Response; problems: readonly Problem[] } => {
  const { columns, positions, ask } = reader
  const at = (name: string): string => cellText(cells[positions.get(name) ?? -1])
  const [response, unit, group] = [at('response_id'), at('unit'), at('group')]
  const answers = new Map<string, Answer>()
  const problems: Problem[] = [...placeProblems(reader, response, unit, group, line)]
  if (cells.slice(positions.size).some((cell) => cell.trim() !== '')) problems.push(responseFault('tooManyCells', '', { line, response }))
  for (const column of columns) {
    const text = at(column.id)
    const answer = readCell(column, text)
    const broken = unreadable(column, text, answer, { line, response })
    problems.push(...broken)
    if (answer !== undefined && broken.length === 0) answers.set(column.id, answer)
  }
  const asked = ask(group, answers)
  problems.push(...checkAnswers(columns, asked, answers, { line, response }))
  return hasErrors(problems)
    ? { problems }
    : { problems, response: { unit, group, encoded: encodeAnswers(columns, asked, answers), words: wordsOf(columns, asked, answers) } }
}

const wordsOf = (columns: readonly Column[], asked: ReadonlySet<string>, answers: Answers): Response['words'] =>
  columns.flatMap(({ id }) => {
    const answer = answers.get(id)
    return typeof answer === 'string' && asked.has(id) ? [{ question: id, text: answer }] : []
  })

/** Problems of one file that are told; a file with more is of another questionnaire. */
const mostProblems = 10_000

/**
 * Reads the rows of a responses file, header first: `response_id,unit,group`, then every column of the questionnaire (`q1`, rows of a matrix
 * as `q7.r2`), in any order. Empty is no answer, `dk` is “không biết / không trả lời”, several codes are parted by `|`. Refuses with every problem at
 * once, each with its line; doubts come along with the responses.
 */
export const parseResponses = (
  rows: readonly (readonly string[])[],
  questionnaire: Questionnaire,
): Result<{ readonly responses: readonly Response[]; readonly doubts: readonly Problem[] }> => {
  const columns = columnsOf(questionnaire)
  const header = (rows[0] ?? []).map(cellText)
  const problems: Problem[] = [...headProblems(header, columns)]
  if (hasErrors(problems)) return refuse(...problems)
  const positions = new Map(header.map((name, index) => [name === '' ? `\u0000${index}` : name, index]))
  const reader: Reader = { questionnaire, columns, ask: askerOf(questionnaire, columns), positions, seen: new Map() }
  const responses: Response[] = []
  for (const [index, cells] of rows.entries()) {
    if (index === 0 || cells.every((cell) => cell.trim() === '')) continue
    const read = readLine(reader, cells, index + 1)
    problems.push(...read.problems)
    if (read.response) responses.push(read.response)
    if (problems.length > mostProblems)
      return refuse(
        ...problems.filter(({ severity }) => severity === 'error'),
        errorAt('tooLarge', '', { what: 'rows', limit: String(mostProblems), actual: `> ${mostProblems}` }),
      )
  }
  if (responses.length === 0 && !hasErrors(problems)) problems.push(responseFault('noResponses', ''))
  return hasErrors(problems) ? refuse(...problems) : accept({ responses, doubts: problems })
}
