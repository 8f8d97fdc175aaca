import { decimalText, parseDecimal } from '../../core/exact/decimal.ts'
import { addFractions, divideFractions, fraction, multiplyFractions, subtractFractions, zeroFraction } from '../../core/exact/fraction.ts'
import { pointsText } from '../../core/exact/points.ts'
import { roundFraction } from '../../core/exact/round.ts'
import type { PlanInPeriod } from '../../core/reporting/plan-in-period.ts'
import { periodicReportWords as said } from '../../language/reports/periodic-report-words.ts'
import type { PaperProject, ReportedFigure } from './periodic-facts.ts'

/** `20` of `25` → `80`, two decimals at most; undefined where there is no whole to divide by. */
export const shareOf = (part: string | undefined, whole: string | undefined): string | undefined => {
  const [less, more] = [parseDecimal(part ?? ''), parseDecimal(whole ?? '')]
  return less === undefined || more === undefined || more.n === 0n
    ? undefined
    : decimalText(parseDecimal(roundFraction(multiplyFractions(divideFractions(less, more), fraction(100n)), 2)) ?? zeroFraction)
}

const changeOf = ({ now, before }: ReportedFigure): string | undefined => {
  const [later, earlier] = [parseDecimal(now), parseDecimal(before ?? '')]
  return later === undefined || earlier === undefined ? undefined : decimalText(subtractFractions(later, earlier))
}

/** A sentence for each group of figures, in their order. */
export const figureSentences = (figures: readonly ReportedFigure[]): readonly string[] =>
  [...Map.groupBy(figures, ({ group }) => group)].map(([group, own]) =>
    said.figures(
      group,
      own.map((each) => ({
        label: each.label,
        now: each.now,
        unit: each.unit,
        share: shareOf(each.now, each.whole),
        change: changeOf(each),
      })),
    ),
  )

/** How the tasks of the plan stand on a day. A plan without tasks says nothing. */
export const planSentences = (plan: PlanInPeriod | undefined, on: string): readonly string[] => {
  if (plan === undefined || plan.tasks - plan.counts.cancelled === 0) return []
  const tasks = plan.tasks - plan.counts.cancelled
  const { doneLate, late } = plan.counts
  const share = shareOf(String(plan.done.length), String(tasks)) ?? '0'
  return [said.plan({ tasks, done: plan.done.length, share, doneLate, late, on })]
}

/** What was lost and is worked back. */
export const wonBackSentences = (plan: PlanInPeriod | undefined): readonly string[] =>
  plan === undefined || plan.wonBack.length === 0
    ? []
    : [
        said.wonBack(plan.wonBack.length, pointsText(plan.wonBackPoints), pointsText(plan.lostPoints)),
        ...plan.wonBack.map(({ code, leaf, name, lost }) => said.wonBackRow(code || leaf, name, pointsText(lost))),
      ]

export const lateSentences = (plan: PlanInPeriod | undefined): readonly string[] =>
  (plan?.late ?? []).map(({ title, leadUnit, deadline }) => said.lateRow(title, leadUnit, deadline))

/** Sum of a column of projects, exact; an empty cell adds nothing. */
export const sumOfProjects = (projects: readonly PaperProject[], column: (project: PaperProject) => string | undefined): string =>
  decimalText(projects.reduce((sum, project) => addFractions(sum, parseDecimal(column(project) ?? '') ?? zeroFraction), zeroFraction))

/** Below this share of its year's money a project is named. */
const slowBelow = 50

/** All projects together, and those that have spent less than half of their plan with why. */
export const projectSentences = (projects: readonly PaperProject[]): readonly string[] => {
  if (projects.length === 0) return []
  const [planned, disbursed] = [sumOfProjects(projects, (each) => each.planned), sumOfProjects(projects, (each) => each.disbursed)]
  const slow = projects.flatMap(({ name, difficulty = '', ...each }) => {
    const share = shareOf(each.disbursed ?? '0', each.planned)
    return share !== undefined && Number(share) < slowBelow ? [said.slowProject(name, share, difficulty.replace(/\.$/, ''))] : []
  })
  return [said.projects(projects.length, planned, disbursed, shareOf(disbursed, planned)), ...slow]
}

/** What each project asks for. */
export const projectProposals = (projects: readonly PaperProject[]): readonly string[] =>
  projects.flatMap(({ name, proposal }) => (proposal === undefined ? [] : [said.projectProposal(name, proposal.replace(/\.$/, ''))]))
