import { accept, type Result } from '../../../core/result.ts'
import { askerOf } from '../../../core/survey/asked.ts'
import { columnsOf } from '../../../core/survey/columns.ts'
import { languageAsked } from '../../../core/survey/texts.ts'
import { parseQuestionnaire } from '../../../core/survey/parse-questionnaire.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { surveyForm } from '../form/form-page.ts'
import { paperForm } from '../form/paper-form.ts'

interface Wanted {
  readonly questionnaire: Readonly<Record<string, unknown>>
  readonly group: string
  readonly as: 'screen' | 'paper'
  readonly unitName: string
  readonly language?: string | undefined
}

/** The very page that is answered, or the sheet that is printed, of a questionnaire that need not be kept yet. */
export const previewForm = async ({ transaction, actor }: ActContext, wanted: Wanted): Promise<Result<{ html: string }>> => {
  const read = parseQuestionnaire(wanted.questionnaire)
  if (!read.ok) return read
  const questionnaire = read.value
  const language = languageAsked(wanted.language, questionnaire)
  const { name } = await transaction.selectFrom('authority').select('name').where('id', '=', actor.authorityId).executeTakeFirstOrThrow()
  if (wanted.as === 'paper')
    return accept({ html: paperForm({ questionnaire, group: wanted.group, language, authorityName: name, unitName: wanted.unitName }) })
  const columns = columnsOf(questionnaire)
  const html = surveyForm({
    invitation: {
      authorityId: actor.authorityId,
      surveyId: '',
      group: wanted.group,
      channel: 'link',
      unitName: wanted.unitName,
      authorityName: name,
      most: 1,
      isUsedUp: false,
      isOpenToday: true,
      tooFastSeconds: 0,
      survey: { questionnaire, columns, ask: askerOf(questionnaire, columns) },
    },
    token: '',
    receipt: '',
    language,
    begun: 0,
    typed: new Map(),
    hasConsent: false,
    problems: new Map(),
    general: [],
    isPreview: true,
  })
  return accept({ html })
}
