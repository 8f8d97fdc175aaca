import type { ValueProblemFacts } from '../../core/problem-facts/value.ts'
import type { SentencesOf } from '../problem-sentences.ts'
import { figure, word } from './wording.en.ts'

export const valueProblemsEn: SentencesOf<keyof ValueProblemFacts> = {
  invalidValue: ({ field, value, expected }, place) => `${place}: “${value}” does not fit “${field}”; it takes ${word(expected)}.`,
  missingField: ({ at, field }, place) => (at === field ? `“${word(field)}” is missing.` : `${place}: “${field}” is missing.`),
  invalidPoints: ({ value }, place) =>
    `${place}: “${value}” is not a number of points. Please write it like 0.75, with at most 4 decimals.`,
  abovePoints: ({ points, max }, place) => `${place}: ${figure(points)} points are above the maximum of ${figure(max)}.`,
  belowPoints: ({ points, min }, place) => `${place}: ${figure(points)} points are below the minimum of ${figure(min)}.`,
  notALeaf: ({ node }) => `Criterion ${node} has sub-criteria and is not scored itself. Please score its sub-criteria.`,
  unknownNode: ({ node }) => `The framework has no criterion “${node}”. Please check the code.`,
  unknownUnit: ({ unit }) => `There is no unit “${unit}”. Please check its name.`,
  duplicateLine: ({ unit, node, first }) => `Criterion ${node} of “${unit}” already stands in line ${first}. Please keep one line only.`,
  nothingApplies: ({ unit }) => `No criterion applies to “${unit}”, so there is no result to compute.`,
  treatmentNotAllowed: ({ treatment }, place) => `${place}: the treatment “${treatment}” is only for a criterion that does not apply.`,
  missingReason: ({ claimed, given }, place) =>
    `${place}: the unit claims ${figure(claimed)} points and the appraisal gives ${figure(given)}. Please give the reason for the difference.`,
  missingEvidence: (_, place) => `${place} has no evidence.`,
  missingBasis: (_, place) => `${place}: please state why the criterion does not arise for the unit.`,
  unanswered: (_, place) => `${place} has no points yet.`,
  pointsDifferFromRule: ({ given, rule }, place) =>
    `${place}: ${figure(given)} points were stated, but the facts give ${figure(rule)} by the rule. Please reload and enter the facts again.`,
  factsAsked: (_, place) => `${place}: points come from facts here and cannot be stated. Please enter the facts of the criterion.`,
  factsNotAsked: (_, place) => `${place} does not get its points from facts. Please state points.`,
  reasonDue: (_, place) => `${place} is scored directly, so a reason is due. Please state it in the explanation.`,
  incomplete: ({ missing, of }) => `${missing} of ${of} criteria are not scored yet.`,
  bundleDiffers: ({ unit, field, printed, derived }) =>
    `Result of “${unit}”, ${field}: the bundle says ${figure(printed)}, computed again it is ${figure(derived)}.`,
  hashDiffers: ({ printed, derived }) =>
    `The hash of the bundle does not hold: ${printed} is printed, ${derived} was computed. Its content was changed after publication.`,
}
