import { dontKnow, noAnswer, notAsked, slotsOf } from './answers.ts'
import type { Column } from './columns.ts'
import type { Questionnaire } from './questionnaire-file.ts'
import { textIn } from './texts.ts'

/** One variable of a file for statistics programs: a slot of a stored response. */
export interface Variable {
  readonly name: string
  readonly label: string
  readonly values: readonly (readonly [number, string])[]
}

const rowText = ({ question, row }: Column, questionnaire: Questionnaire, language: string): string => {
  const text = textIn(question.text, language, questionnaire)
  const own = question.kind === 'matrix' ? question.rows.find(({ id }) => id === row)?.text : undefined
  return own === undefined ? text : `${text} – ${textIn(own, language, questionnaire)}`
}

interface BookWords {
  readonly yes: string
  readonly no: string
  readonly dontKnow: string
  readonly notAsked: string
  readonly noAnswer: string
}

const valuesOf = ({ question, values }: Column, questionnaire: Questionnaire, language: string, words: BookWords): Variable['values'] => {
  if (question.kind === 'yesNo')
    return [
      [0, words.no],
      [1, words.yes],
    ]
  if (question.kind === 'single') return question.options.map(({ code, text }) => [code, textIn(text, language, questionnaire)] as const)
  if (question.kind !== 'scale' && question.kind !== 'matrix') return []
  return values.flatMap((value, index) => {
    const label = question.labels[index]
    return label === undefined ? [] : [[value, textIn(label, language, questionnaire)] as const]
  })
}

const missingOf = (words: BookWords): Variable['values'] => [
  [dontKnow, words.dontKnow],
  [notAsked, words.notAsked],
  [noAnswer, words.noAnswer],
]

/** The variables of the responses in the order of their slots: one per column, and per option where several may be chosen. Words are kept apart and are not here. */
export const variablesOf = (
  columns: readonly Column[],
  questionnaire: Questionnaire,
  language: string,
  words: BookWords,
): readonly (Variable | undefined)[] =>
  columns.flatMap((column): (Variable | undefined)[] => {
    if (column.measure === 'words') return Array.from({ length: slotsOf(column) }, () => undefined)
    const label = rowText(column, questionnaire, language)
    const { question } = column
    if (column.measure === 'several' && question.kind === 'multiple')
      return question.options.map(({ code, text }) => ({
        name: `${column.id}_${code}`,
        label: `${label}: ${textIn(text, language, questionnaire)}`,
        values: [[0, words.no], [1, words.yes], ...missingOf(words)],
      }))
    return [
      {
        name: column.id.replace('.', '_'),
        label,
        values: [...valuesOf(column, questionnaire, language, words), ...missingOf(words)],
      },
    ]
  })

/** SPSS doubles a quote within quotes, ends lines of commands with a full stop, and cuts labels after 256 and 120 bytes. */
const quoted = (text: string, longest: number): string =>
  `"${text
    .replaceAll(/[\r\n]+/g, ' ')
    .slice(0, longest)
    .replaceAll('"', '""')}"`

/** The code book as commands that SPSS and PSPP run: they read the file and name everything in it. */
export const codeBook = (variables: readonly Variable[], fileName: string, title: string): string => {
  const names = variables.map(({ name }) => `  ${name} F5.0`)
  return [
    `* ${title.replaceAll(/[\r\n.]+/g, ' ')}`,
    '* Encoding: UTF-8.',
    `GET DATA /TYPE=TXT /FILE="${fileName}" /ENCODING="UTF8" /ARRANGEMENT=DELIMITED /DELIMITERS="," /FIRSTCASE=2 /VARIABLES=`,
    '  response_id F10.0',
    '  unit A60',
    '  group A40',
    ...names,
    '  .',
    ...variables.map(({ name, label }) => `VARIABLE LABELS ${name} ${quoted(label, 120)}.`),
    ...variables.map(
      ({ name, values }) => `VALUE LABELS ${name} ${values.map(([value, label]) => `${value} ${quoted(label, 60)}`).join(' ')}.`,
    ),
    ...variables.map(({ name }) => `MISSING VALUES ${name} (LOWEST THRU -1).`),
    'EXECUTE.',
    '',
  ].join('\r\n')
}
