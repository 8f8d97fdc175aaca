import { roundInWork } from '../../core/appraisal/round-in-work.ts'
import { type Fraction, fraction, fractionOfPoints, multiplyFractions } from '../../core/exact/fraction.ts'
import { decimalText } from '../../core/exact/decimal.ts'
import { parsePoints, pointsText } from '../../core/exact/points.ts'
import { roundFraction } from '../../core/exact/round.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { LeafPoints } from '../../core/survey/convert.ts'
import type { Round, Stage } from '../../core/vocabulary.ts'
import { formatFigure } from '../../language/format.ts'
import { surveyNotMeasuredReason, surveyReason } from '../../language/survey-words.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { type FrameworkInForce, loadFrameworkInForce } from '../scores/framework-in-force.ts'
import { leavesMovedSince } from '../scores/moved-leaves.ts'
import { loadScores } from '../scores/load-scores.ts'
import { saveScores } from '../scores/save-scores.ts'
import { loadScoredUnit } from '../scores/scored-unit.ts'
import type { ScoreChange, StoredScore } from '../scores/scores.ts'
import type { CarriedPoints } from './contract.ts'
import { loadSurvey } from './load-survey.ts'
import { tabulateSurvey } from './tabulate-survey.ts'

const percent = (share: Fraction): string => `${formatFigure(roundFraction(multiplyFractions(share, fraction(100n)), 2))}%`

/** The points as a score keeps them: four decimals, rounded once; how they came about stands beside them as the reason. */
export const changeOf = (survey: string, { measure, outcome, answers }: LeafPoints, version: number): ScoreChange => {
  const nodeId = measure.leaf
  if (outcome.status === 'notMeasured')
    return { nodeId, version, status: 'notMeasured', reason: surveyNotMeasuredReason(survey, outcome.why) }
  const points = parsePoints(roundFraction(outcome.points, 4))
  if (points === undefined) throw new Error(`points of ${nodeId} are none`)
  const reason = surveyReason({
    survey,
    conversion: measure.conversion,
    share: percent(outcome.share),
    max: formatFigure(decimalText(fractionOfPoints(measure.maxPoints))),
    answers: formatFigure(String(answers)),
    isWeighted: measure.weighted,
  })
  return { nodeId, version, status: 'scored', points, reason }
}

const shown = (score: Pick<StoredScore, 'status' | 'points'> | undefined): string =>
  score?.status === 'scored' && score.points !== undefined ? pointsText(score.points) : (score?.status ?? 'missing')

const isSurveyLeaf = ({ leaves }: FrameworkInForce, { measure }: LeafPoints, moved: ReadonlySet<string>): boolean => {
  if (moved.has(measure.leaf)) return false
  const leaf = leaves.get(measure.leaf)
  return leaf?.source === 'survey' && leaf.maxPoints === measure.maxPoints
}

interface Carrying {
  readonly surveyTitle: string
  /** From then on its questionnaire names leaves; one that has become another since gets nothing from it. */
  readonly askedSince: Date
  readonly cycleId: string
  readonly rounds: readonly Round[]
  readonly isPreview: boolean
}

/** One unit: its row in the cycle is locked, so that an appraiser of the same moment waits or is told. */
const carryUnit = async (
  context: ActContext,
  { surveyTitle, askedSince, cycleId, rounds, isPreview }: Carrying,
  { unitId, unitName }: { readonly unitId: string; readonly unitName: string },
  leaves: readonly LeafPoints[],
): Promise<Result<CarriedPoints>> => {
  const nothing = (why: 'notInCycle' | 'stage') => accept<CarriedPoints>({ changed: [], same: 0, leftOut: [{ unitName, why }] })
  const unit = await loadScoredUnit(context.transaction, cycleId, unitId, 'forChange')
  if (!unit.ok) return nothing('notInCycle')
  const stage = unit.value.stage as Stage
  const round = stage === 'approved' || stage === 'published' ? undefined : roundInWork(rounds, stage)
  if (!round) return nothing('stage')
  const framework = await loadFrameworkInForce(context, unit.value.frameworkId)
  if (!framework.ok) return framework
  const stands = new Map((await loadScores(context.transaction, cycleId, unitId, [round])).map((score) => [score.nodeId, score]))
  const moved = await leavesMovedSince(context, { cycleId, unitGroup: unit.value.unitGroup, since: askedSince })
  const measured = leaves.filter((leaf) => isSurveyLeaf(framework.value, leaf, moved))
  const changes = measured
    .map((leaf) => changeOf(surveyTitle, leaf, stands.get(leaf.measure.leaf)?.version ?? 0))
    .filter(
      (change) => shown(change as StoredScore) !== shown(stands.get(change.nodeId)) || change.reason !== stands.get(change.nodeId)?.reason,
    )
  const saved = isPreview || changes.length === 0 ? accept([]) : await saveScores(context, unit.value, framework.value, round, changes)
  if (!saved.ok) return saved
  return accept({
    changed: changes.map((change) => ({
      unitName,
      nodeId: change.nodeId,
      before: shown(stands.get(change.nodeId)),
      after: shown(change as StoredScore),
    })),
    same: measured.length - changes.length,
    leftOut: leaves
      .filter((leaf) => !measured.includes(leaf))
      .map(({ measure }) => ({ unitName, nodeId: measure.leaf, why: 'leaf' as const })),
  })
}

/**
 * Carries the points of a closed survey into its cycle, in the round that each unit's appraisal is in. Only leaves that a survey measures and whose maximum
 * is the same get them; carried again, nothing changes. What is approved or published stays, and who has not submitted yet gets them later.
 */
export const carryPoints = async (context: ActContext, surveyId: string, isPreview: boolean): Promise<Result<CarriedPoints>> => {
  const { transaction } = context
  const survey = await loadSurvey(transaction, surveyId)
  if (!survey.ok) return survey
  const { stage, cycle_id: cycleId, title } = survey.value
  if (stage !== 'closed') return refuse(errorAt('surveyStage', surveyId, { stage }))
  if (cycleId === null) return refuse(errorAt('notFound', surveyId, { what: 'cycle' }))
  const { rounds } = await transaction.selectFrom('cycle').select('rounds').where('id', '=', cycleId).executeTakeFirstOrThrow()
  const { units } = await tabulateSurvey(transaction, survey.value, 'id')
  const names = await transaction
    .selectFrom('unit')
    .select(['id', 'name'])
    .where(
      'id',
      'in',
      units.map(({ unit }) => unit),
    )
    .execute()
  const nameOf = new Map(names.map(({ id, name }) => [id, name]))
  const carrying: Carrying = { surveyTitle: title, askedSince: survey.value.created_at, cycleId, rounds: rounds as Round[], isPreview }
  const carried: CarriedPoints[] = []
  for (const { unit: unitId, leaves } of units) {
    const one = await carryUnit(context, carrying, { unitId, unitName: nameOf.get(unitId) ?? unitId }, leaves)
    if (!one.ok) return one
    carried.push(one.value)
  }
  const changed = carried.flatMap((one) => one.changed)
  if (!isPreview && changed.length > 0)
    await recordActions(context, [{ kind: 'surveyPointsCarried', cycleId, facts: { surveyId, changed: changed.length } }])
  return accept({
    changed,
    same: carried.reduce((sum, { same }) => sum + same, 0),
    leftOut: carried.flatMap(({ leftOut }) => leftOut),
  })
}
