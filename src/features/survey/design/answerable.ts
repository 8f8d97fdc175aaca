import { type QuestionFile, type QuestionnaireFile, wordsIn } from '../../../core/survey/design.ts'
import { surveyDesignTexts } from '../../../language/pages/survey-design.ts'

/** What can be answered to one question or one row of a matrix, as choices with words. */
export interface Answerable {
  readonly id: string
  readonly label: string
  readonly values: readonly { readonly value: string; readonly label: string }[]
  /** Has levels: can give points. */
  readonly isScaled: boolean
}

const levelsOf = (question: Extract<QuestionFile, { kind: 'scale' | 'matrix' }>) => {
  const from = question.from ?? 1
  return Array.from({ length: Math.max(0, (question.to ?? 5) - from + 1) }, (_, index) => {
    const words = wordsIn(question.labels?.[index])
    return { value: String(from + index), label: words === '' ? String(from + index) : `${from + index} – ${words}` }
  })
}

const answerablesOf = (question: QuestionFile): readonly Answerable[] => {
  const label = `${question.id} · ${wordsIn(question.text) || surveyDesignTexts.noWords}`
  switch (question.kind) {
    case 'scale':
      return [{ id: question.id, label, values: levelsOf(question), isScaled: true }]
    case 'matrix':
      return question.rows.map((row) => ({
        id: `${question.id}.${row.id}`,
        label: `${question.id}.${row.id} · ${wordsIn(row.text) || surveyDesignTexts.noWords}`,
        values: levelsOf(question),
        isScaled: true,
      }))
    case 'yesNo':
      return [
        {
          id: question.id,
          label,
          values: [
            { value: '1', label: surveyDesignTexts.yes },
            { value: '0', label: surveyDesignTexts.no },
          ],
          isScaled: true,
        },
      ]
    case 'single':
    case 'multiple': {
      const values = question.options.map(({ code, text }) => ({ value: String(code), label: wordsIn(text) || String(code) }))
      return [{ id: question.id, label, values, isScaled: false }]
    }
    case 'number':
    case 'text':
      return []
  }
}

/** Every question that has choices, in the order of print; `before` ends at that question. */
export const answerables = (file: QuestionnaireFile, before?: string): readonly Answerable[] => {
  const all = file.sections.flatMap(({ questions }) => questions)
  const end = before === undefined ? all.length : all.findIndex(({ id }) => id === before)
  return all.slice(0, end).flatMap(answerablesOf)
}
