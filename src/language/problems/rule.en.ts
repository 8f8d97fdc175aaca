import type { RuleProblemFacts } from '../../core/problem-facts/rule.ts'
import { labelsEn } from '../labels.en.ts'
import { problemWords } from '../problem-words.ts'
import type { SentencesOf } from '../problem-sentences.ts'
import { figure, rangeOf, word } from './wording.en.ts'

export const ruleProblemsEn: SentencesOf<keyof RuleProblemFacts> = {
  unknownField: ({ field }, place) => `${place}: there is no field “${field}” here. Please check its name.`,
  formulaUnreadable: ({ reason, position, near }, place) =>
    `${place}: the formula ${problemWords.en.formula[reason]}, at character ${position + 1}${near === '' ? '' : ` (“${near}”)`}.`,
  divisionByZero: ({ formula }, place) => `${place}: “${formula}” divides by zero. Please check the figure below the line.`,
  noSuchEntry: ({ table, key }, place) => `${place}: the table “${table}” has no entry “${key}”.`,
  calculationTooLarge: ({ formula }, place) => `${place}: the figures in “${formula}” are too large. Please check them.`,
  outOfRange: ({ field, value, from, to }, place) =>
    `${place}: “${word(field)}” is ${figure(value)} and has to be ${rangeOf(from, to)}. Please check the figure.`,
  notWhole: ({ field, value }, place) => `${place}: “${word(field)}” is ${figure(value)} and has to be a whole number.`,
  offStep: ({ field, value, step }, place) => `${place}: “${word(field)}” is ${figure(value)} and has to be a multiple of ${figure(step)}.`,
  bandOverlap: ({ first, second }, place) => `${place}: the bands “${first}” and “${second}” overlap. Please change an edge.`,
  bandGap: ({ below, above }, place) => `${place}: there is a gap between the bands “${below}” and “${above}”. Please change an edge.`,
  emptyBand: ({ band }, place) => `${place}: the band “${band}” holds no value. Please change one of its edges.`,
  exactlyOneOf: ({ fields }, place) => `${place}: exactly one of ${fields.map((each) => `“${each}”`).join(', ')} is needed.`,
  ruleMaxDiffers: ({ rule, leaf }, place) =>
    `${place}: the rule gives at most ${figure(rule)} points, the criterion has ${figure(leaf)}. Please bring them together.`,
  ruleSourceDiffers: ({ source }, place) =>
    `${place}: the rule does not fit a criterion whose points come from “${labelsEn.sources[source]}”. Please change one of them.`,
  ruleCountingDiffers: ({ counting }, place) =>
    `${place}: the rule does not fit a criterion that counts as “${labelsEn.countings[counting]}”. Please change one of them.`,
  applicabilityNotOffered: (_, place) => `${place}: this criterion applies to every unit, so “not applicable” is not taken.`,
}
