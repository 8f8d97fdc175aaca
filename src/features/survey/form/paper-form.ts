import { columnsOf } from '../../../core/survey/columns.ts'
import { conditionText } from '../../../core/survey/condition-text.ts'
import type { Question, Questionnaire } from '../../../core/survey/questionnaire-file.ts'
import { textIn } from '../../../core/survey/texts.ts'
import { surveyFormWords } from '../../../language/pages/survey-form.ts'
import { type Html, html } from '../../../platform/http/html.ts'

export interface Paper {
  readonly questionnaire: Questionnaire
  readonly group: string
  readonly language: string
  readonly authorityName: string
  readonly unitName: string
}

const style = `
@page{size:A4;margin:15mm 15mm 15mm 20mm}*{box-sizing:border-box}body{font:13pt/1.35 "Times New Roman",Tinos,serif;margin:0 auto;max-width:175mm;padding:4mm;color:#000;background:#fff}
h1{font-size:15pt;text-align:center;margin:6mm 0 2mm}h2{font-size:13pt;margin:5mm 0 2mm}p{margin:1mm 0}.h{display:flex;justify-content:space-between;gap:5mm}.q{break-inside:avoid;margin:0 0 3.5mm}
.t{font-weight:bold}.c{color:#444;font-size:10pt;font-weight:normal}.o{display:inline-block;margin-right:8mm}.b{display:inline-block;width:4.2mm;height:4.2mm;border:1px solid #000;margin-right:1.5mm;vertical-align:-.6mm}
table{border-collapse:collapse;width:100%}td,th{border:1px solid #000;padding:1mm 1.5mm;text-align:center;font-weight:normal;vertical-align:middle}td:first-child{text-align:left}th{font-size:11pt}
.w{border-bottom:1px dotted #000;height:8mm}.n{font-style:italic;font-size:11.5pt}@media print{body{padding:0}}`

const box: Html = { html: '<span class="b"></span>' }

/** What whoever enters the paper types for each box stands small beside it. */
const choice = (code: string | number, text: string): Html => html`<span class="o">${box}${text} <span class="c">${code}</span></span>`

type Words = (text: Question['text']) => string

const levelsTable = (question: Extract<Question, { kind: 'matrix' }>, say: Words, dontKnow: string): Html => {
  const [column] = columnsOf({ sections: [{ id: 'one', title: '', questions: [question] }] })
  const levels = column?.values ?? []
  const label = (level: number, index: number): Html => {
    const words = question.labels[index]
    return html`<th>${words === undefined ? '' : say(words)} <span class="c">${level}</span></th>`
  }
  const own = question.dontKnow && html`<th>${dontKnow} <span class="c">dk</span></th>`
  return html`<table><tr><th></th>${levels.map(label)}${own}</tr>${question.rows.map(
    (row) =>
      html`<tr><td>${say(row.text)} <span class="c">${question.id}.${row.id}</span></td>${levels.map(() => html`<td>${box}</td>`)}${question.dontKnow && html`<td>${box}</td>`}</tr>`,
  )}</table>`
}

const lines = (count: number): Html => html`${Array.from({ length: count }, () => html`<div class="w"></div>`)}`

const answerPlace = (question: Question, say: Words, language: string): Html => {
  const words = surveyFormWords(language)
  const more = question.dontKnow && html`<p>${choice('dk', words.dontKnow)}</p>`
  switch (question.kind) {
    case 'matrix':
      return levelsTable(question, say, words.dontKnow)
    case 'scale': {
      const [column] = columnsOf({ sections: [{ id: 'one', title: '', questions: [question] }] })
      const ends = question.labels.length === 0 && html`<p class="n">${words.ends(question.from, question.to)}</p>`
      return html`${ends}<p>${(column?.values ?? []).map((level, index) => choice(level, question.labels[index] ? say(question.labels[index]) : ''))}</p>${more}`
    }
    case 'yesNo':
      return html`<p>${choice(1, words.yes)}${choice(0, words.no)}</p>${more}`
    case 'single':
      return html`${question.options.map(({ code, text }) => html`<p>${choice(code, say(text))}</p>`)}${more}`
    case 'multiple':
      return html`<p class="n">${words.several(question.most)}</p>${question.options.map(({ code, text }) => html`<p>${choice(code, say(text))}</p>`)}${more}`
    case 'number':
      return html`<p class="n">${words.between(question.from, question.to)}</p>${lines(1)}${more}`
    case 'text':
      return html`${lines(3)}${more}`
  }
}

/** The questionnaire as a sheet to print: boxes to tick, the codes to enter beside them, lines for words, and nothing that could name who fills it in. */
export const paperForm = ({ questionnaire, group, language, authorityName, unitName }: Paper): string => {
  const words = surveyFormWords(language)
  const say: Words = (text) => textIn(text, language, questionnaire)
  const asked = questionnaire.sections.filter(({ groups }) => !groups || groups.includes(group))
  let number = 0
  const sections = asked.map(
    (section) =>
      html`<h2>${say(section.title)}</h2>${section.note && html`<p class="n">${say(section.note)}</p>`}${section.questions.map(
        (question) =>
          html`<div class="q"><p class="t">${++number}. ${say(question.text)} <span class="c">${question.id}</span></p>${
            question.help && html`<p class="n">${say(question.help)}</p>`
          }${question.showIf && html`<p class="n">${words.onlyIf} <span class="c">${conditionText(question.showIf)}</span></p>`}${answerPlace(question, say, language)}</div>`,
      )}`,
  )
  const title = say(questionnaire.title)
  const groupText = questionnaire.groups.find(({ id }) => id === group)?.text
  const body = html`<div class="h"><span>${authorityName}</span><span>${words.paperNumber} …………</span></div><h1>${title}</h1>
<p>${unitName === '' ? html`${words.about('…………………………………………………………')}` : words.about(unitName)}</p>${groupText && html`<p>${words.paperGroup}: ${say(groupText)}</p>`}
${questionnaire.introduction && html`<p>${say(questionnaire.introduction)}</p>`}<p>${questionnaire.purpose ? say(questionnaire.purpose) : words.purpose}</p><p class="n">${words.paperAnonymous}</p>${sections}`
  return `<!doctype html>${html`<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${{ html: style }}</style></head><body>${body}</body></html>`.html}`
}
