import { textIn } from '../../../core/survey/texts.ts'
import { surveyFormWords } from '../../../language/pages/survey-form.ts'
import { html } from '../../../platform/http/html.ts'
import type { Invitation } from './asked-survey.ts'
import { formAddress } from './form-page.ts'
import { formPage } from './layout.ts'

/** After a sending: the same words whether it came now or before. */
export const thanksPage = (invitation: Invitation, token: string, language: string): string => {
  const words = surveyFormWords(language)
  const { questionnaire } = invitation.survey
  const own = questionnaire.thanks && textIn(questionnaire.thanks, language, questionnaire)
  const isShared = invitation.channel === 'kiosk' || invitation.channel === 'interview'
  const body = html`<p>${own ?? words.thanks}</p>${isShared && html`<p><a href="${formAddress(token, language)}">${words.again}</a></p>`}`
  return formPage({ title: words.thanksTitle, language, authority: invitation.authorityName, body, hasScript: true })
}

/** After keeping a draft; where several answer by one link, with the address of one's own. */
export const keptPage = (invitation: Invitation, token: string, receipt: string, language: string): string => {
  const words = surveyFormWords(language)
  const address = formAddress(token, language, invitation.most > 1 ? receipt : undefined)
  const own = invitation.most > 1 && html`<p class="i">${words.keptOwnLink}<br><code>${address}</code></p>`
  const body = html`<p>${words.kept}</p>${own}<p><a href="${address}">${words.goOn}</a></p>`
  return formPage({ title: words.keptTitle, language, authority: invitation.authorityName, body })
}

/** Nothing to answer here: used up, over, or never was. */
export const nothingPage = (why: 'used' | 'closed', language: string): string => {
  const words = surveyFormWords(language)
  const title = why === 'used' ? words.usedTitle : words.closedTitle
  return formPage({ title, language, body: html`<p>${why === 'used' ? words.used : words.closed}</p>` })
}
