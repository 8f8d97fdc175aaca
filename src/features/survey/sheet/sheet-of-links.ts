import { linkSheetWords as words } from '../../../language/reports/link-sheet-words.ts'
import type { Transaction } from '../../../platform/database/transaction.ts'
import type { NewLinks } from '../link-shapes.ts'
import { addressOfForm } from '../form-address.ts'
import { groupsOf } from '../respondent-groups.ts'
import { makeSheet } from './make-sheet.ts'

/**
 * Links as a PDF of cards to cut apart. It is made while their tokens are at hand and goes out with them: no file, job or log ever holds it.
 * `undefined` where no such unit and group is asked.
 */
export const sheetOfLinks = async (
  transaction: Transaction,
  surveyId: string,
  { unitId, group, most, sheet, origin = '' }: NewLinks,
  tokens: readonly string[],
): Promise<Uint8Array | undefined> => {
  const asked = await transaction
    .selectFrom('survey')
    .innerJoin('survey_stratum', 'survey_stratum.survey_id', 'survey.id')
    .innerJoin('unit', 'unit.id', 'survey_stratum.unit_id')
    .select(['survey.title', 'survey.questionnaire', 'unit.name'])
    .where('survey.id', '=', surveyId)
    .where('survey.stage', '=', 'collecting')
    .where('unit.id', '=', unitId)
    .where('survey_stratum.respondent_group', '=', group)
    .executeTakeFirst()
  if (!asked) return undefined
  const named = groupsOf({ questionnaire: asked.questionnaire as Record<string, unknown> }, '').find(({ id }) => id === group)?.text
  return makeSheet({
    title: words.title(asked.title),
    heading: asked.title,
    lines: [asked.name, ...(named ? [words.group(named)] : []), ...(sheet ? [sheet] : [])],
    use: most === 1 ? words.once : words.shared,
    addresses: tokens.map((token) => addressOfForm(origin, token)),
  })
}
