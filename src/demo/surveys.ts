import { createHash } from 'node:crypto'
import { canonicalJson } from '../core/canonical-json.ts'
import { type Answer, dontKnow, encodeAnswers } from '../core/survey/answers.ts'
import { askerOf } from '../core/survey/asked.ts'
import { type Column, columnsOf } from '../core/survey/columns.ts'
import { parseQuestionnaire } from '../core/survey/parse-questionnaire.ts'
import type { Questionnaire } from '../core/survey/questionnaire-file.ts'
import { tabulate, tallyResponses } from '../core/survey/tabulate.ts'
import { changeOf } from '../features/survey/carry-points.ts'
import type { SurveyedScores } from './scores.ts'
import { countResponse, emptyTally, planTally } from '../core/survey/tally.ts'
import type { Building } from './building.ts'
import { type DemoUnit, departmentsGroup } from './province.ts'
import { demoQuestionnaire } from './questionnaire.ts'
import { type Random, seededRandom, seededUuid } from './random.ts'

const seed = 20_261_122

const readDemoQuestionnaire = (): Questionnaire => {
  const read = parseQuestionnaire(demoQuestionnaire)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

/** Most are content, some less; every unit a little otherwise than the next. */
const answerTo = (random: Random, column: Column, mood: number): Answer | undefined => {
  const luck = random()
  if (luck < 0.04 || column.measure === 'words') return undefined
  if (luck < 0.09 && column.question.dontKnow) return dontKnow
  if (column.measure === 'figure') return 1 + Math.floor(random() * 30)
  if (column.measure === 'several') return column.values.filter(() => random() < 0.4)
  if (column.question.kind === 'yesNo') return random() < 0.25 ? 1 : 0
  if (column.measure === 'options') return column.values[Math.floor(random() * column.values.length)]
  return Math.max(1, Math.min(5, Math.round(mood + (random() + random() + random() - 1.5) * 2)))
}

const responseOf = (random: Random, questionnaire: Questionnaire, columns: readonly Column[], group: string, mood: number): number[] => {
  const answers = new Map<string, Answer>()
  for (const column of columns) {
    const answer = answerTo(random, column, mood)
    if (answer !== undefined) answers.set(column.id, answer)
  }
  return encodeAnswers(columns, askerOf(questionnaire, columns)(group, answers), answers)
}

/** The cycle that a survey gives its points to; the rest of it stands in `cycles.ts`, which asks for these points. */
interface DemoCycle {
  readonly id: string
  readonly year: number
}

interface DemoSurvey {
  readonly seed: number
  readonly title: string
  readonly cycle: DemoCycle | undefined
  readonly stage: 'collecting' | 'closed'
  /** Days on which it was answered. */
  readonly days: readonly string[]
  readonly answers: (unit: number, group: string) => number
}

const addStrata = async ({ transaction, actor }: Building, surveyId: string, units: readonly DemoUnit[]): Promise<void> => {
  const rows = units.flatMap(({ id }) =>
    ['dan', 'canbo'].map((group) => ({
      authority_id: actor.authorityId,
      survey_id: surveyId,
      unit_id: id,
      respondent_group: group,
      population: group === 'dan' ? 2000 : 80,
      wanted: group === 'dan' ? 30 : 15,
    })),
  )
  await transaction.insertInto('survey_stratum').values(rows).execute()
}

interface DemoStratum {
  readonly unit: DemoUnit
  readonly group: string
  readonly answers: readonly (readonly number[])[]
}

/** Every answer of a survey, out of a seed of its own, so that the scores made before it and the rows written after it are of the same answers. */
const answersOf = (survey: DemoSurvey, units: readonly DemoUnit[]): readonly DemoStratum[] => {
  const questionnaire = readDemoQuestionnaire()
  const columns = columnsOf(questionnaire)
  const random = seededRandom(survey.seed)
  return units.flatMap((unit, index) =>
    ['dan', 'canbo'].map((group) => ({
      unit,
      group,
      answers: Array.from({ length: survey.answers(index, group) }, () =>
        responseOf(random, questionnaire, columns, group, 3.3 + ((index * 7) % 10) / 10),
      ),
    })),
  )
}

const addAnswers = async (building: Building, random: Random, surveyId: string, survey: DemoSurvey, units: readonly DemoUnit[]) => {
  const { transaction, actor } = building
  const plan = planTally(columnsOf(readDemoQuestionnaire()))
  for (const { unit, group, answers: all } of answersOf(survey, units)) {
    if (all.length === 0) continue
    const tally = emptyTally(plan)
    const place = { authority_id: actor.authorityId, survey_id: surveyId, unit_id: unit.id, respondent_group: group }
    const rows = all.map((answers) => {
      countResponse(plan, tally, answers)
      const cameOn = survey.days[Math.floor(random() * survey.days.length)] ?? ''
      return {
        id: seededUuid(random),
        ...place,
        channel: random() < 0.7 ? 'link' : 'kiosk',
        came_on: cameOn,
        too_fast: random() < 0.03,
        answers: [...answers],
      }
    })
    await transaction.insertInto('survey_response').values(rows).execute()
    await transaction
      .insertInto('survey_tally')
      .values({ ...place, responses: tally.responses, counters: tally.counters })
      .execute()
  }
}

const addSurvey = async (building: Building, random: Random, survey: DemoSurvey, units: readonly DemoUnit[]): Promise<void> => {
  const { transaction, actor, now } = building
  const id = seededUuid(random)
  const isClosed = survey.stage === 'closed'
  await transaction
    .insertInto('survey')
    .values({
      id,
      authority_id: actor.authorityId,
      title: survey.title,
      stage: survey.stage,
      cycle_id: survey.cycle?.id ?? null,
      questionnaire: JSON.stringify(demoQuestionnaire),
      questionnaire_hash: createHash('sha256').update(canonicalJson(demoQuestionnaire)).digest('hex'),
      opens_on: survey.days[0] ?? null,
      closes_on: isClosed ? (survey.days.at(-1) ?? null) : null,
      ...(isClosed && { closed_at: now, identities_erased: 0 }),
    })
    .execute()
  await addStrata(building, id, units)
  await addAnswers(building, random, id, survey, units)
}

const days = (year: number): readonly string[] => ['10', '12', '15', '18', '21'].map((day) => `${year}-11-${day}`)

/** The year whose survey is over, and gave its points to the published index. */
const closedYear = 2025
const closedSurvey = {
  seed: seed + 1,
  title: `Khảo sát mức độ hài lòng năm ${closedYear}`,
  stage: 'closed' as const,
  days: days(closedYear),
  answers: (_: number, group: string) => (group === 'dan' ? 30 : 15),
}
const runningSurvey = {
  seed: seed + 2,
  title: 'Khảo sát mức độ hài lòng năm 2026',
  stage: 'collecting' as const,
  days: days(2026),
  answers: (unit: number, group: string) => (group === 'dan' ? 6 + ((unit * 5) % 24) : (unit * 3) % 15),
}

const departmentsOf = (units: readonly DemoUnit[]): readonly DemoUnit[] => units.filter(({ group }) => group === departmentsGroup)

/** Points and their reasons by unit and leaf, as carrying them out of the closed survey gives them; none for another year. */
export const surveyedScores = (units: readonly DemoUnit[], year: number): SurveyedScores => {
  if (year !== closedYear) return new Map()
  const questionnaire = readDemoQuestionnaire()
  const responses = answersOf({ ...closedSurvey, cycle: undefined }, departmentsOf(units)).flatMap(({ unit, group, answers }) =>
    answers.map((encoded) => ({ unit: unit.id, group, encoded })),
  )
  const { units: counted } = tabulate(questionnaire, tallyResponses(planTally(columnsOf(questionnaire)), responses))
  return new Map(
    counted.flatMap(({ unit, leaves }) =>
      leaves.map((leaf) => [`${unit} ${leaf.measure.leaf}`, changeOf(closedSurvey.title, leaf, 0)] as const),
    ),
  )
}

/** Two surveys of the departments: one of last year, over, and one of this year, half answered. Their numbers come from seeds of their own. */
export const addSurveys = async (building: Building, units: readonly DemoUnit[], cycles: readonly DemoCycle[]): Promise<void> => {
  const random = seededRandom(seed)
  const departments = departmentsOf(units)
  const cycleOf = (year: number) => cycles.find((cycle) => cycle.year === year)
  await addSurvey(building, random, { ...closedSurvey, cycle: cycleOf(closedYear) }, departments)
  await addSurvey(building, random, { ...runningSurvey, cycle: cycleOf(2026) }, departments)
}
