import { type Column, columnsOf } from '../../../core/survey/columns.ts'
import type { Question, Questionnaire } from '../../../core/survey/questionnaire-file.ts'
import { textIn } from '../../../core/survey/texts.ts'
import { surveyFormWords } from '../../../language/pages/survey-form.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import { dontKnowField, type Typed } from './typed-answers.ts'

export interface Shown {
  readonly questionnaire: Questionnaire
  readonly language: string
  readonly typed: Typed
  /** Sentences by column, after a sending that was refused. */
  readonly problems: ReadonlyMap<string, string>
}

const field = (kind: 'radio' | 'checkbox', column: string, value: string, label: string, { typed }: Shown): Html => {
  const isChecked = typed.get(column)?.includes(value) ?? false
  return html`<label class="o"><input type="${kind}" name="${column}" value="${value}"${isChecked ? { html: ' checked' } : ''}><span>${label}</span></label>`
}

const levelFields = (column: Column, shown: Shown): Html => {
  const words = surveyFormWords(shown.language)
  const { question, values, id } = column
  if (question.kind === 'yesNo') return html`${field('radio', id, '1', words.yes, shown)}${field('radio', id, '0', words.no, shown)}`
  const labels = question.kind === 'scale' || question.kind === 'matrix' ? question.labels : []
  if (labels.length > 0)
    return html`${values.map((value, index) => field('radio', id, String(value), textIn(labels[index] ?? '', shown.language, shown.questionnaire), shown))}`
  const [first = 0, last = 0] = [values[0], values.at(-1)]
  return html`<div class="l">${values.map((value) => field('radio', id, String(value), String(value), shown))}</div>
<p class="n ends"><span>${first}: ${words.lowest}</span><span>${last}: ${words.highest}</span></p>`
}

const typedFields = (question: Question, shown: Shown): Html => {
  const words = surveyFormWords(shown.language)
  const value = shown.typed.get(question.id)?.find((each) => each !== dontKnowField) ?? ''
  if (question.kind === 'number')
    return html`<p class="n">${words.between(question.from, question.to)}</p><input type="text" inputmode="numeric" autocomplete="off" name="${question.id}" value="${value}" aria-labelledby="t-${question.id}">`
  const longest = question.kind === 'text' ? question.longest : 0
  return html`<textarea name="${question.id}" maxlength="${longest}" aria-labelledby="t-${question.id}">${value}</textarea>`
}

const choiceFields = (question: Question, shown: Shown): Html => {
  if (question.kind !== 'single' && question.kind !== 'multiple') return typedFields(question, shown)
  const kind = question.kind === 'single' ? 'radio' : 'checkbox'
  const options = question.options.map(({ code, text }) =>
    field(kind, question.id, String(code), textIn(text, shown.language, shown.questionnaire), shown),
  )
  const note = question.kind === 'multiple' && html`<p class="n">${surveyFormWords(shown.language).several(question.most)}</p>`
  return html`${note}${options}`
}

const columnFields = (column: Column, shown: Shown): Html => {
  const words = surveyFormWords(shown.language)
  const { question, id } = column
  const kind = column.measure === 'several' || column.measure === 'figure' || column.measure === 'words' ? 'checkbox' : 'radio'
  const problem = shown.problems.get(id)
  return html`${problem && html`<p class="w" id="p-${id}">${problem}</p>`}${
    column.measure === 'levels' ? levelFields(column, shown) : choiceFields(question, shown)
  }${question.dontKnow && field(kind, id, dontKnowField, words.dontKnow, shown)}`
}

const matrixRows = (question: Extract<Question, { kind: 'matrix' }>, columns: readonly Column[], shown: Shown): Html =>
  html`${columns.map((column, index) => {
    const text = textIn(question.rows[index]?.text ?? '', shown.language, shown.questionnaire)
    return html`<fieldset><legend>${text}</legend>${columnFields(column, shown)}</fieldset>`
  })}`

/** One question with its fields: a group of its own for whoever hears the page instead of seeing it. */
export const questionFields = (question: Question, number: number, shown: Shown): Html => {
  const words = surveyFormWords(shown.language)
  const columns = columnsOf({ sections: [{ id: 'one', title: '', questions: [question] }] })
  const [first] = columns
  const inner = question.kind === 'matrix' ? matrixRows(question, columns, shown) : first && columnFields(first, shown)
  return html`<fieldset id="w-${question.id}"${question.required ? { html: ' data-required' } : ''}><legend id="t-${question.id}">${number}. ${textIn(question.text, shown.language, shown.questionnaire)}${
    question.required && html` <span class="r">(${words.required})</span>`
  }</legend>${question.help && html`<p class="n">${textIn(question.help, shown.language, shown.questionnaire)}</p>`}${
    question.showIf && html`<p class="n if">${words.onlyIf}</p>`
  }${inner}</fieldset>`
}
