import { decimalText, parseDecimal } from '../exact/decimal.ts'
import { fold } from '../fold.ts'
import { errorAt, type Problem } from '../problem.ts'
import { accept, refuse, type Result } from '../result.ts'
import { parseDate } from '../dates.ts'
import { type FactKey, factField } from './fact-catalogue.ts'
import type { ColumnType, FactField } from './fact-field.ts'
import type { FactLine, FactValue } from './fact-value.ts'

const longestText = 2000
const mostLines = 2000

/** Reads one plain value as a person or a file writes it (`"95,5"`, `"15/01/2026"`, `"15/01/2026 16:30"`, `"Có"`); refuses with the figure and what was expected. */
export const parsePlain = (type: ColumnType, text: string, at: string, choices: readonly string[] = []): Result<string> => {
  const value = text.trim().normalize('NFC')
  const read = readers[type](value, choices)
  return read === undefined
    ? refuse(errorAt('invalidValue', at, { field: at, value: value.slice(0, 80), expected: type === 'moment' ? 'date' : type }))
    : accept(read)
}

const yes: ReadonlySet<string> = new Set(['true', 'co', 'x', '1'])
const no: ReadonlySet<string> = new Set(['false', 'khong', '0'])

type Reader = (text: string, choices: readonly string[]) => string | undefined
const readers: Readonly<Record<ColumnType, Reader>> = {
  figure: (text) => {
    const figure = text.length <= 20 ? parseDecimal(text) : undefined
    return figure === undefined || figure.n < 0n ? undefined : decimalText(figure)
  },
  count: (text) => (/^\d{1,12}$/.test(text) ? String(Number(text)) : undefined),
  date: parseDate,
  moment: (text) => {
    const [, day = '', hour = '', minute = ''] = /^(\S+)[ T](\d{1,2})[:h](\d{2})$/.exec(text) ?? []
    const date = parseDate(day)
    return date === undefined || Number(hour) > 23 || Number(minute) > 59 ? undefined : `${date}T${hour.padStart(2, '0')}:${minute}`
  },
  flag: (text) => (yes.has(fold(text)) ? 'true' : no.has(fold(text)) ? 'false' : undefined),
  choice: (text, choices) => (choices.includes(text) ? text : undefined),
  text: (text) => (text.length > 0 && text.length <= longestText ? text : undefined),
}

/** Reads a fact out of text, or out of lines of text for a list, every doubt at once; an empty cell of a line stays out. */
export const parseFact = (key: FactKey, input: string | readonly FactLine[]): Result<FactValue> => {
  const field = factField(key)
  if (field.type === 'list') return typeof input === 'string' ? refuse(notAList(key, input)) : parseLines(key, field, input)
  return typeof input === 'string' ? parsePlain(field.type, input, key, field.choices) : refuse(notAList(key, 'list'))
}

const notAList = (key: FactKey, value: string): Problem =>
  errorAt('invalidValue', key, { field: key, value: value.slice(0, 80), expected: factField(key).type })

const parseLines = (key: FactKey, { columns = {} }: FactField, lines: readonly FactLine[]): Result<FactValue> => {
  if (lines.length > mostLines)
    return refuse(errorAt('tooLarge', key, { what: 'rows', limit: String(mostLines), actual: String(lines.length) }))
  const problems: Problem[] = []
  const read = lines.map((line, index) => {
    const cells = Object.entries(line).flatMap(([column, text]): readonly (readonly [string, string])[] => {
      if (text.trim() === '') return []
      const at = `${key}.${index + 1}.${column}`
      const type = columns[column]
      const cell = type === undefined ? refuse(errorAt('unknownField', at, { field: column })) : parsePlain(type, text, at)
      if (cell.ok) return [[column, cell.value]]
      problems.push(...cell.problems)
      return []
    })
    return Object.fromEntries(cells)
  })
  return problems.length > 0 ? refuse(...problems) : accept(read.filter((line) => Object.keys(line).length > 0))
}
