import { basisWords } from './basis-words.ts'
import { formatDate } from './format.ts'
import { traceFigures, type TraceFacts, type TraceSentences } from './rule-trace-speech.ts'
import { choiceWord, questionLabel, whyWord } from './rule-words.ts'

const { figure, percent, percentOfShare, bandWords } = traceFigures('en')
const named = ({ name = '', label = name }: TraceFacts): string => questionLabel({ name, label }, 'en')
const points = (result: string): string => `${figure(result)} ${result === '1' ? 'point' : 'points'}`
const day = (date: string | undefined): string => formatDate(date ?? '')
const days = (count: string | undefined): string => `${figure(count)} ${count === '1' ? 'day' : 'days'}`

/** What each step of a trace did, in English. */
export const englishTraceSentences: TraceSentences = {
  scored: (result, { max }) =>
    max === '0' ? `Counts ${points(result)}, outside the maximum.` : `${figure(result)} of ${points(max ?? '')} by the scoring rule.`,
  input: (result, facts) => `${named(facts)}: ${figure(result)}.`,
  choice: (result, { choice = '' }) => `Answer “${choiceWord(choice, 'en')}”: ${points(result)}.`,
  onTime: (result, { done, last }) => `Done on ${day(done)}, last day ${day(last)}, on time: ${points(result)}.`,
  late: (result, { done, days: late }) => `Done on ${day(done)}, ${days(late)} late: ${points(result)}.`,
  afterwards: (result, { done, days: late }) => `Done on ${day(done)}, ${days(late)} late, later than any band: ${points(result)}.`,
  notDone: (result) => `Not done: ${points(result)}.`,
  listed: (result, { inTime, of }) => `${figure(inTime)} of ${figure(of)} done in time: ${points(result)}.`,
  band: (result, facts) => `The value ${figure(facts['value'])} lies in the band ${bandWords(facts)}: ${points(result)}.`,
  otherwise: (result, { value }) => `The value ${figure(value)} lies in no band: ${points(result)}.`,
  belowFloor: (result, { value, floor }) => `The value ${figure(value)} is below the floor ${figure(floor)}: ${points(result)}.`,
  capped: (result, { value }) => `The value ${figure(value)} counts as ${figure(result)}.`,
  proportion: (result, { value, from, to, low, high }) =>
    `${figure(value)} between ${figure(from)} and ${figure(to)}, which give ${figure(low)} to ${points(high ?? '')}: ${points(result)}.`,
  ratio: (result, { numerator, denominator, percent: share, max, complement }) => {
    const above = complement ? `(${figure(denominator)} − ${figure(numerator)})` : figure(numerator)
    return `${above} / ${figure(denominator)} = ${percent(share)}, times ${points(max ?? '')}: ${points(result)}.`
  },
  zeroDenominator: (result) => `Nothing arose (0/0): ${points(result)}.`,
  perItem: (result, { count, per, each, cap }) =>
    `Items: ${figure(count)}, ${points(each ?? '')} for each ${per === '1' ? 'one' : figure(per)}, ${points(cap ?? '')} at most: ${points(result)}.`,
  condition: (result, { label }) => `${label}: ${result === '' ? 'unknown' : result === 'true' ? 'yes' : 'no'}.`,
  conditions: (result, { met, of, needed }) => `${met} of ${of} conditions met, ${needed} needed: ${points(result)}.`,
  sum: (result) => `Sum of the parts: ${points(result)}.`,
  part: (result, { label }) => `Part ${label}: ${points(result)}.`,
  best: (result, { label }) => `The highest counts (${label}): ${points(result)}.`,
  worst: (result, { label }) => `The lowest counts (${label}): ${points(result)}.`,
  branch: (result, { if: condition, holds }) =>
    `The condition “${condition}” ${holds === 'true' ? 'holds' : 'does not hold'}: ${points(result)}.`,
  fixed: (result) => `Counts ${points(result)}.`,
  base: (result) => `Before deductions: ${points(result)}.`,
  deduction: (result, { label, count, each }) =>
    count === undefined ? `Less ${points(result)}: ${label}.` : `Less ${points(result)}: ${label}, ${figure(count)} × ${figure(each)}.`,
  forbidden: (result, { label }) => `There is “${label}”: ${points(result)}.`,
  formula: (result, { formula }) => `${formula} = ${points(result)}.`,
  peers: (result, { own, best, count, bestNames }) =>
    `The value ${figure(own)} against the best, ${figure(best)}${bestNames ? ` (${bestNames})` : ''}, of ${figure(count)} other units: ${points(result)}.`,
  rank: (result, { own, count }) => `The value ${figure(own)} is number ${figure(result)} among ${figure(count)} other units.`,
  percentile: (result, { own, count }) => `The value ${figure(own)} is no worse than ${percent(result)} of ${figure(count)} other units.`,
  responses: (result, { least }) => `Valid answers: ${figure(result)}, at least ${figure(least)}.`,
  statistic: (result, { share, max }) => `${percentOfShare(share)} of ${points(max ?? '')}: ${points(result)}.`,
  share: (result, { label, weight }) => `${label}: ${percentOfShare(result)}, weight ${figure(weight)}.`,
  index: (result, { index, value, from, to, max, year }) => {
    const scale = `${figure(value)} on the scale ${figure(from)}–${figure(to)}`
    return `${index}${year === undefined ? '' : ` of ${year}`}: ${scale}, times ${points(max ?? '')}: ${points(result)}.`
  },
  marks: (result, { mean, kept, scale, max }) =>
    `The mean of ${figure(kept)} marks is ${figure(mean)} out of ${figure(scale)}, times ${points(max ?? '')}: ${points(result)}.`,
  mark: (result, { label }) => `${label}: ${figure(result)}.`,
  entered: (result, { reason }) => `Entered ${points(result)}${reason === undefined ? '' : `. Reason: ${reason}`}.`,
  block: (result, { counting, size, max }) =>
    `${counting === 'bonus' ? 'Bonus' : 'Penalty'} ${figure(size)}, at most ${figure(max)}; into the total goes ${points(result)}.`,
  rescaled: (result, { points: before, left, max }) => `${figure(before)} / ${figure(left)} × ${figure(max)} = ${points(result)}.`,
  carried: (result, { label, percent: share, max }) =>
    `${label}: the share of the cycle before, ${percent(share)} of ${points(max ?? '')}: ${points(result)}.`,
  zeroBlock: (_result, { label, max }) => `${label} has no result: counts 0 of ${points(max ?? '')}.`,
  removed: (result, { label = '', block }) =>
    `${points(result)} leave the maximum: ${block ?? questionLabel({ name: label, label }, 'en')}.`,
  step: (result, { from }) => `${figure(from)} is set to its step: ${points(result)}.`,
  rounded: (result, { from }) => `${figure(from)} is rounded to ${points(result)}.`,
  heldAbove: (result, { from }) => `${figure(from)} is above the maximum, counts ${points(result)}.`,
  heldBelow: (result, { from }) => `${figure(from)} is below the minimum, counts ${points(result)}.`,
  notApplicable: (_result, { basis }) => `Does not arise${basis === '' ? '' : `: ${basisWords(basis ?? '', 'en')}`}.`,
  notMeasured: (_result, { why = '' }) => `Not measured: ${whyWord(why, 'en')}.`,
}
