import { decimalText } from '../core/exact/decimal.ts'
import type { Fraction } from '../core/exact/fraction.ts'
import type { Band } from '../core/rules/bands.ts'
import type { Due } from '../core/rules/due.ts'
import type { Formula } from '../core/rules/formula/formula.ts'
import type { Amount } from '../core/rules/parameters.ts'
import type { RuleOf } from '../core/rules/registry.ts'
import { formulaWords } from './formula-words.ts'
import { formatDate, formatFigure } from './format.ts'
import { rangeWords } from './range-words.ts'
import { capital, edges, fullAmount, labelled, nestedWords, type Sentences, small, type Speech } from './rule-speech.ts'
import { choiceWord, questionLabel } from './rule-words.ts'

const figure = (value: Fraction): string => formatFigure(decimalText(value), 'en')
const points = (value: string): string => `${value} ${value === '1' ? 'point' : 'points'}`

const pointsOf = (amount: Amount, { max }: Speech): string => {
  if ('points' in amount) return points(figure(amount.points))
  if (max) return points(figure({ n: amount.share.n * max.n, d: amount.share.d * max.d }))
  return `${figure({ n: amount.share.n * 100n, d: amount.share.d })}% of the maximum`
}

const nameOf = (name: string, { labels }: Speech): string => labels.get(name) ?? questionLabel({ name, label: name }, 'en')
const inWords = ({ text, tree }: Formula, speech: Speech): string =>
  tree.node === 'name' ? nameOf(tree.name, speech) : formulaWords(text, speech.labels, 'en')
const countOf = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

const bandWords = (bands: readonly Band[], unit: string, speech: Speech): readonly string[] =>
  bands.map((band) => {
    const given = band.points ? pointsOf(band.points, speech) : band.formula ? `by the formula ${inWords(band.formula, speech)}` : ''
    return `${band.label ?? rangeWords(edges(band), unit, 'en')}: ${given}`
  })

const dueWords = ({ before, until, within }: Due, speech: Speech): string => {
  if (before !== undefined) return `before ${formatDate(before)}`
  if (until !== undefined) return `by the end of ${formatDate(until)}`
  const length = within?.days === undefined ? countOf(within?.months ?? 0, 'month') : countOf(within.days, 'day')
  return `within ${length} of ${small(nameOf(within?.of ?? '', speech))}`
}

const whenItems = (rule: RuleOf<'deadline'>, speech: Speech): string => {
  const items = (rule.items ?? []).map(({ name, label, ...due }) => `${label ?? nameOf(name, speech)} ${dueWords(due, speech)}`).join('; ')
  if (rule.each === 'share') return `Points by the share done in time, ${pointsOf(rule.onTime, speech)} at most (${items}).`
  if (rule.each === 'deduct' && rule.deduct)
    return `${capital(pointsOf(rule.onTime, speech))}, less ${pointsOf(rule.deduct, speech)} for each that is late or not done (${items}).`
  return `All in time: ${pointsOf(rule.onTime, speech)}; ${lateWords(rule, speech)} (${items}).`
}

const lateWords = (rule: RuleOf<'deadline'>, speech: Speech): string => {
  const bands = rule.late.map(({ days, until, points: given }) =>
    days === undefined
      ? `late, but by the end of ${formatDate(until ?? '')}: ${pointsOf(given, speech)}`
      : `up to ${countOf(days, 'day')} late: ${pointsOf(given, speech)}`,
  )
  const after = rule.perLateDay
    ? `less ${pointsOf(rule.perLateDay, speech)} for each day late`
    : `${bands.length > 0 ? 'later than that' : 'late'}: ${pointsOf(rule.afterwards, speech)}`
  return [...bands, after, `not done: ${pointsOf(rule.none, speech)}`].join('; ')
}

const linearWords = ({ value, from, to, low, high, floor, floorPoints, cap, unit = '' }: RuleOf<'linear'>, speech: Speech): string => {
  const own = inWords(value, speech)
  const isShare = from.n === 0n && pointsOf(low, speech) === points('0')
  const line = isShare
    ? `Points = ${small(own)} / ${figure(to)}${unit} × ${pointsOf(high, speech)}`
    : `${capital(own)} from ${figure(from)}${unit} to ${figure(to)}${unit} gives ${pointsOf(low, speech)} to ${pointsOf(high, speech)}`
  const under = floor ? `; below ${figure(floor)}${unit}: ${pointsOf(floorPoints, speech)}` : ''
  return `${line}${under}${cap ? `; above ${figure(cap)}${unit} counts as ${figure(cap)}${unit}` : ''}.`
}

const branchWords = ({ rule, points: given, notApplicable }: RuleOf<'conditional'>['then'], speech: Speech): string => {
  if (notApplicable !== undefined) return `not applicable (${notApplicable})`
  return given ? pointsOf(given, speech) : rule ? nestedWords(rule, speech) : ''
}

const deductWords = (rule: RuleOf<'deduct'>, speech: Speech): string => {
  const base = capital(rule.of ? nestedWords(rule.of, speech) : pointsOf(rule.base, speech))
  const events = rule.events.map(({ name, label = nameOf(name, speech), each, max }) => {
    const most = max ? `, ${pointsOf(max, speech)} at most` : ''
    return each
      ? `less ${pointsOf(each, speech)} for each ${small(label)}${most}`
      : `less by the degree of ${small(label)}, with the reason${most}`
  })
  const forbidding = rule.forbidding.map(
    ({ name, label = nameOf(name, speech) }) => `where there is ${small(label)}: ${speech.isPenalty ? `less ${small(base)}` : '0 points'}`,
  )
  if (speech.isPenalty && !rule.of) return `${capital([...events, ...forbidding].join('; '))}; ${small(base)} taken at most.`
  return `${[base, ...events, ...forbidding].join('; ')}.`
}

const surveyWords = (rule: RuleOf<'survey'>, speech: Speech): string => {
  const { top, scale, statistic, conversion, minimumResponses, groups } = rule
  const mean =
    conversion === 'overTop' ? `the mean answer over ${scale.to}` : `(the mean answer − ${scale.from}) over ${scale.to - scale.from}`
  const share = statistic === 'topShare' ? `the share of answers in the top ${top} of the levels ${scale.from}–${scale.to}` : mean
  const measure = statistic === 'percent' ? 'the percent of the survey' : share
  const weights = groups.map(({ name, label = name, weight }) => `${label} ${figure(weight)}`).join(', ')
  const grouped = weights === '' ? '' : `, weights: ${weights}`
  const least = minimumResponses > 1 ? `; at least ${formatFigure(String(minimumResponses), 'en')} valid answers` : ''
  return `${capital(measure)} times ${pointsOf(fullAmount, speech)}${grouped}${least}.`
}

const conditionsWords = (rule: RuleOf<'conditions'>, speech: Speech): string => {
  const list = rule.conditions.map(({ name, label, test }) => label ?? (test ? test.text : nameOf(name, speech))).join('; ')
  const need = { all: 'All', any: 'Any', atLeast: `At least ${rule.atLeast ?? 1}` }[rule.need]
  const partial = {
    none: `otherwise: ${pointsOf(rule.otherwise, speech)}`,
    share: 'met in part: points by the share',
    each: rule.each ? `met in part: ${pointsOf(rule.each, speech)} for each condition` : '',
    levels: (rule.levels ?? []).map(({ met, points: given }) => `${met} met: ${pointsOf(given, speech)}`).join('; '),
  }[rule.partial]
  return `${need} of ${countOf(rule.conditions.length, 'condition')} (${list}): ${pointsOf(rule.points, speech)}; ${partial}.`
}

const peerWords = ({ value, better, method, bands, otherwise }: RuleOf<'peerRelative'>, speech: Speech): string => {
  const own = small(inWords(value, speech))
  const full = pointsOf(fullAmount, speech)
  if (method === 'best')
    return better === 'high'
      ? `Points = ${own} / the highest value of the group × ${full}.`
      : `Points = the lowest value of the group / ${own} × ${full}.`
  const scale = method === 'rank' ? 'Rank in the group' : 'Share of units that are not better'
  const unit = method === 'rank' ? '' : '%'
  return `${scale} ${bandWords(bands, unit, speech).join('; ')}; otherwise: ${pointsOf(otherwise, speech)}.`
}

const panelWords = ({ members, trim, scale }: RuleOf<'panel'>, speech: Speech): string => {
  const whose = members ? ` of ${members.map(({ name, label = name }) => label).join(', ')}` : ''
  const out = scale ? ` out of ${figure(scale)}` : ''
  const trimmed = trim > 0 ? `, without the ${trim} highest and the ${trim} lowest` : ''
  return `Mean of the marks${whose}${out}${trimmed}, ${pointsOf(fullAmount, speech)} at most.`
}

/** What each kind of rule says, in English; the same figures and the same order as `rules.ts` has in Vietnamese. */
export const englishSentences: Sentences = {
  choice: ({ options }, speech) => {
    const said = options.map(
      ({ value, label, points: given }) => `${label ?? choiceWord(value, 'en')}: ${given ? pointsOf(given, speech) : 'not applicable'}`,
    )
    return `${said.join('; ')}.`
  },
  deadline: (rule, speech) =>
    rule.due
      ? `${capital(dueWords(rule.due, speech))}: ${pointsOf(rule.onTime, speech)}; ${lateWords(rule, speech)}.`
      : whenItems(rule, speech),
  steps: ({ value, bands, otherwise, unit = '' }, speech) => {
    const words = [...bandWords(bands, unit, speech), ...(otherwise ? [`otherwise: ${pointsOf(otherwise, speech)}`] : [])].join('; ')
    return value.text === 'value' ? `${capital(words)}.` : `${capital(inWords(value, speech))} ${words}.`
  },
  linear: linearWords,
  ratio: ({ numerator, denominator, complement, floor }, speech) => {
    const [a, b] = [small(inWords(numerator, speech)), small(inWords(denominator, speech))]
    const share = complement ? `(${b} − ${a}) / ${b}` : `${a} / ${b}`
    return `Points = ${share} × ${pointsOf(fullAmount, speech)}${floor ? `; below ${figure(floor)}%: 0 points` : ''}.`
  },
  perItem: ({ each, per, cap, itemName = 'item' }, speech) =>
    `${speech.isPenalty ? 'Less ' : ''}${speech.isPenalty ? pointsOf(each, speech) : capital(pointsOf(each, speech))} for each ${per === 1 ? '' : `${per} `}${itemName}, ${pointsOf(cap, speech)} at most.`,
  conditions: conditionsWords,
  sum: ({ parts }, speech) => {
    const said = parts.map(
      ({ label, cap, rule }) => `${labelled(label, nestedWords(rule, speech))}${cap ? `, ${pointsOf(cap, speech)} at most` : ''}`,
    )
    return `Sum of the parts, ${pointsOf(fullAmount, speech)} at most: ${said.join(' + ')}.`
  },
  best: ({ pick, of }, speech) => `The ${pick} of: ${of.map(({ label, rule }) => labelled(label, nestedWords(rule, speech))).join(' | ')}.`,
  conditional: (rule, speech) =>
    `If ${small(inWords(rule.if, speech))}: ${branchWords(rule.then, speech)}; if not: ${branchWords(rule.else, speech)}.`,
  deduct: deductWords,
  formula: ({ formula }, speech) => `By the formula: ${inWords(formula, speech)}; ${pointsOf(fullAmount, speech)} at most.`,
  peerRelative: peerWords,
  survey: surveyWords,
  externalIndex: ({ index, year, scale: { from, to } }, speech) =>
    `Points by ${index}${year === undefined ? '' : ` of ${year}`} on the scale ${figure(from)}–${figure(to)}, times ${pointsOf(fullAmount, speech)}.`,
  panel: panelWords,
  manual: ({ reason }, speech) =>
    `Entered, ${pointsOf(fullAmount, speech)} at most, with the reason${reason === 'always' ? '' : ' where it is less than the maximum'}.`,
  bonusPenalty: ({ counting, items, totalCap }, speech) => {
    const said = items.map(({ label, rule }) => labelled(label, nestedWords(rule, speech))).join('; ')
    const most = totalCap ? `; the total is ${points(figure(totalCap))} at most` : ''
    return `${counting === 'bonus' ? 'Bonus' : 'Penalty'}, ${pointsOf(fullAmount, speech)} at most: ${said}${most}.`
  },
  groupAdjustment: ({ blocks, absent, rescale }, speech) => {
    const list = blocks.map(({ name, label = name, max }) => `${label} ${figure(max)}`).join(', ')
    const without = { rescale: 'leaves the maximum', zero: 'counts 0 points', carry: 'keeps its share of the cycle before' }[absent]
    const scaled = rescale ? `; the sum is re-scaled to ${pointsOf(fullAmount, speech)}` : ''
    return `Sum of the blocks (${list}); a block without result ${without}${scaled}.`
  },
}
