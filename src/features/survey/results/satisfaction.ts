import { accept, type Result } from '../../../core/result.ts'
import { decimalText } from '../../../core/exact/decimal.ts'
import { satisfactionIndex } from '../../../core/survey/satisfaction-index.ts'
import { withheldIn } from '../../../core/survey/withheld.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { tabulateSurvey } from '../tabulate-survey.ts'
import type { SurveyYear } from './contract.ts'

/** The newest so many surveys are laid beside one another. */
const mostYears = 20

/** Closed surveys with their satisfaction index, the oldest first; the year is that of the cycle, else of the last day. */
export const satisfactionYears = async ({ transaction }: ActContext): Promise<Result<{ years: SurveyYear[] }>> => {
  const surveys = await transaction
    .selectFrom('survey as s')
    .leftJoin('cycle as c', 'c.id', 's.cycle_id')
    .selectAll('s')
    .select('c.year')
    .where('s.stage', '=', 'closed')
    .orderBy('s.closed_at', 'desc')
    .limit(mostYears)
    .execute()
  const units = await transaction.selectFrom('unit').select(['id', 'code', 'name']).execute()
  const unitOf = new Map(units.map((unit) => [unit.id, unit]))
  const years: SurveyYear[] = []
  for (const survey of surveys) {
    const tabulation = await tabulateSurvey(transaction, survey, 'id')
    const withheld = withheldIn(tabulation)
    const whole = satisfactionIndex(tabulation, withheld)
    years.push({
      surveyId: survey.id,
      title: survey.title,
      year: survey.year ?? Number((survey.closes_on ?? survey.closed_at?.toISOString() ?? '0').slice(0, 4)),
      responses: tabulation.responses,
      ...(whole && { index: decimalText(whole) }),
      units: tabulation.units.map(({ unit }) => {
        const index = satisfactionIndex(tabulation, withheld, unit)
        return { code: unitOf.get(unit)?.code ?? unit, name: unitOf.get(unit)?.name ?? unit, ...(index && { index: decimalText(index) }) }
      }),
    })
  }
  return accept({ years: years.sort((a, b) => a.year - b.year) })
}
