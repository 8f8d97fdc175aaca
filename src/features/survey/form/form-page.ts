import { textIn } from '../../../core/survey/texts.ts'
import { ownNameOf } from '../../../language/language-names.ts'
import { surveyFormWords } from '../../../language/pages/survey-form.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import type { Invitation } from './asked-survey.ts'
import { formPage } from './layout.ts'
import { questionFields, type Shown } from './question-fields.ts'
import { showIfStyle } from './show-if-style.ts'
import type { Typed } from './typed-answers.ts'

/** What the form is shown with: fresh, out of a draft, or after a sending that was refused. */
export interface FormState {
  readonly invitation: Invitation
  readonly token: string
  readonly receipt: string
  readonly language: string
  readonly begun: number
  readonly typed: Typed
  readonly hasConsent: boolean
  readonly problems: ReadonlyMap<string, string>
  /** Problems of no question: the consent. */
  readonly general: readonly string[]
  /** Shown to whoever designs it: nothing is sent or kept, so that no script goes along. */
  readonly isPreview?: boolean
}

/** `/khao-sat?k=…`: what stands behind `?` is not in the log. */
export const formAddress = (token: string, language?: string, receipt?: string): string =>
  `/khao-sat?${new URLSearchParams({ k: token, ...(language && { l: language }), ...(receipt && { r: receipt }) })}`

/** Buttons of the form itself, so that what was answered goes along into the other language, with a script or without. */
const languageButtons = ({ invitation, language }: FormState): Html | false => {
  const { languages } = invitation.survey.questionnaire
  return (
    languages.length > 1 &&
    html`<p>${languages
      .filter((each) => each !== language)
      .map(
        (each) => html`<button class="s" name="viec" value="tieng-${each}" lang="${each}" formnovalidate>${ownNameOf(each)}</button> `,
      )}</p>`
  )
}

const problemSummary = (state: FormState): Html | false => {
  const { problems, general, language } = state
  const count = problems.size + general.length
  return (
    count > 0 &&
    html`<div class="w" role="alert"><p>${surveyFormWords(language).look(count)}</p><ul>${general.map((sentence) => html`<li>${sentence}</li>`)}${[
      ...problems,
    ].map(([column, sentence]) => html`<li><a href="#p-${column}">${sentence}</a></li>`)}</ul></div>`
  )
}

const purpose = ({ invitation, language, hasConsent }: FormState): Html => {
  const words = surveyFormWords(language)
  const { questionnaire } = invitation.survey
  const own = questionnaire.purpose && textIn(questionnaire.purpose, language, questionnaire)
  return html`<section class="i"><h2 style="border:0;margin:0;padding:0">${words.purposeTitle}</h2><p>${own ?? words.purpose}</p><p>${words.anonymous}</p>
<label class="o"><input type="checkbox" name="dong_y" value="1"${hasConsent ? { html: ' checked' } : ''}><span>${words.consent}</span></label></section>`
}

/** The whole form: one page, which a phone without script sends as it is. */
export const surveyForm = (state: FormState): string => {
  const { invitation, language } = state
  const words = surveyFormWords(language)
  const { questionnaire } = invitation.survey
  const shown: Shown = { questionnaire, language, typed: state.typed, problems: state.problems }
  const asked = questionnaire.sections.filter(({ groups }) => !groups || groups.includes(invitation.group))
  let number = 0
  const sections = asked.map(
    (section) =>
      html`<h2>${textIn(section.title, language, questionnaire)}</h2>${
        section.note && html`<p class="n">${textIn(section.note, language, questionnaire)}</p>`
      }${section.questions.map((question) => questionFields(question, ++number, shown))}`,
  )
  const title = textIn(questionnaire.title, language, questionnaire)
  const body = html`<p>${words.about(invitation.unitName)}</p>${
    questionnaire.introduction && html`<p>${textIn(questionnaire.introduction, language, questionnaire)}</p>`
  }${problemSummary(state)}<form method="post" action="${formAddress(state.token, language)}" accept-charset="utf-8" data-words="${JSON.stringify(words.script)}" data-channel="${invitation.channel}">
<input type="hidden" name="phieu" value="${state.receipt}"><input type="hidden" name="bat_dau" value="${state.begun}">${languageButtons(state)}${purpose(state)}${sections}
<p id="state" class="n" role="status"></p><button name="viec" value="gui">${words.send}</button><button class="s" name="viec" value="luu">${words.keep}</button></form>`
  return formPage({
    title,
    language,
    authority: invitation.authorityName,
    body,
    style: showIfStyle(questionnaire),
    hasScript: !state.isPreview,
  })
}
