import type { Question, Questionnaire } from './questionnaire-file.ts'

/**
 * One column of the responses: a question, or one row of a matrix (`q7.r2`). Its answers are whole numbers between `from` and `to`
 * (levels of a scale, codes of options, a figure), several codes (`multiple`), or words (`text`).
 */
export interface Column {
  readonly id: string
  readonly question: Question
  readonly row?: string
  readonly measure: 'levels' | 'options' | 'several' | 'figure' | 'words'
  /** What may be answered: levels from the lowest, or codes in the order of print; empty for figures and words. */
  readonly values: readonly number[]
  /** Of levels: how many of the highest are positive. */
  readonly top: number
}

const levels = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)

const columnsOfQuestion = (question: Question): readonly Column[] => {
  const plain = { id: question.id, question, values: [], top: 0 }
  switch (question.kind) {
    case 'scale':
    case 'matrix': {
      const values = levels(question.from, question.to)
      const scaled = { question, measure: 'levels' as const, values, top: question.top ?? Math.floor(values.length / 2) }
      if (question.kind === 'scale') return [{ ...scaled, id: question.id }]
      return question.rows.map((row) => ({ ...scaled, id: `${question.id}.${row.id}`, row: row.id }))
    }
    case 'yesNo':
      return [{ ...plain, measure: 'levels', values: [0, 1], top: 1 }]
    case 'single':
      return [{ ...plain, measure: 'options', values: question.options.map(({ code }) => code) }]
    case 'multiple':
      return [{ ...plain, measure: 'several', values: question.options.map(({ code }) => code) }]
    case 'number':
      return [{ ...plain, measure: 'figure' }]
    case 'text':
      return [{ ...plain, measure: 'words' }]
  }
}

/** Every column of the responses, in the order of print. */
export const columnsOf = ({ sections }: Pick<Questionnaire, 'sections'>): readonly Column[] =>
  sections.flatMap(({ questions }) => questions.flatMap(columnsOfQuestion))
