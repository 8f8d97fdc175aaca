import { decimalText } from '../../../core/exact/decimal.ts'
import { fraction, multiplyFractions } from '../../../core/exact/fraction.ts'
import { accept, type Result } from '../../../core/result.ts'
import { satisfactionIndex } from '../../../core/survey/satisfaction-index.ts'
import { withheldIn } from '../../../core/survey/withheld.ts'
import { formatFigure, roundText } from '../../../language/format.ts'
import { surveyUnitResult } from '../../../language/survey-words.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { SurveyRow } from '../load-survey.ts'
import { tabulateSurvey } from '../tabulate-survey.ts'

const ofUnit = async (context: ActContext, survey: SurveyRow, unitId: string): Promise<readonly string[]> => {
  const tabulation = await tabulateSurvey(context.transaction, survey, 'id')
  const asked = tabulation.units.find(({ unit }) => unit === unitId)
  if (!asked) return []
  const index = satisfactionIndex(tabulation, withheldIn(tabulation), unitId)
  const percent = index && formatFigure(roundText(decimalText(multiplyFractions(index, fraction(100n))), 2))
  return [surveyUnitResult({ survey: survey.title, responses: formatFigure(String(asked.responses)), percent })]
}

/**
 * What closed surveys of a cycle, or of none in its year, say of one unit, a sentence each, the newest first: its satisfaction index from how many answers,
 * or that it is withheld. Nothing where the unit was not asked about.
 */
export const loadUnitSatisfaction = async (
  context: ActContext,
  { unitId, cycleId }: { readonly unitId: string; readonly cycleId: string },
): Promise<Result<readonly string[]>> => {
  const surveys = await context.transaction
    .selectFrom('survey as s')
    .innerJoin('cycle as c', (join) => join.on('c.id', '=', cycleId))
    .selectAll('s')
    .where('s.stage', '=', 'closed')
    .where(({ or, and, eb, fn }) =>
      or([
        eb('s.cycle_id', '=', cycleId),
        and([eb('s.cycle_id', 'is', null), eb(fn<number>('date_part', [eb.val('year'), 's.closed_at']), '=', eb.ref('c.year'))]),
      ]),
    )
    .orderBy('s.closed_at', 'desc')
    .limit(10)
    .execute()
  const said: string[] = []
  for (const survey of surveys) said.push(...(await ofUnit(context, survey, unitId)))
  return accept(said)
}
