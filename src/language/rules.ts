import { decimalText } from '../core/exact/decimal.ts'
import type { Fraction } from '../core/exact/fraction.ts'
import type { Band } from '../core/rules/bands.ts'
import type { NestedRule } from '../core/rules/common.ts'
import type { Due } from '../core/rules/due.ts'
import type { Formula } from '../core/rules/formula/formula.ts'
import { maxOfRule } from '../core/rules/parse-rule.ts'
import type { Amount } from '../core/rules/parameters.ts'
import { asRule, type Rule, type RuleOf } from '../core/rules/registry.ts'
import { formulaWords } from './formula-words.ts'
import { formatDate, formatFigure } from './format.ts'
import type { Language } from './language.ts'
import { rangeWords } from './range-words.ts'
import { capital, edges, fullAmount, labelled, nestedWords, type Sentences, small, type Speech } from './rule-speech.ts'
import { choiceWord, questionLabel } from './rule-words.ts'
import { englishSentences } from './rules.en.ts'

const figure = (value: Fraction): string => formatFigure(decimalText(value))

const pointsOf = (amount: Amount, { max }: Speech): string => {
  if ('points' in amount) return `${figure(amount.points)} điểm`
  if (max) return `${figure({ n: amount.share.n * max.n, d: amount.share.d * max.d })} điểm`
  return `${figure({ n: amount.share.n * 100n, d: amount.share.d })}% điểm tối đa`
}

const nameOf = (name: string, { labels }: Speech): string => labels.get(name) ?? questionLabel({ name, label: name })
const inWords = ({ text, tree }: Formula, speech: Speech): string =>
  tree.node === 'name' ? nameOf(tree.name, speech) : formulaWords(text, speech.labels)
const bandWords = (bands: readonly Band[], unit: string, speech: Speech): readonly string[] =>
  bands.map((band) => {
    const points = band.points ? pointsOf(band.points, speech) : band.formula ? `tính theo công thức ${inWords(band.formula, speech)}` : ''
    return `${band.label ?? rangeWords(edges(band), unit)}: ${points}`
  })

const dueWords = ({ before, until, within }: Due, speech: Speech): string => {
  if (before !== undefined) return `trước ngày ${formatDate(before)}`
  if (until !== undefined) return `đến hết ngày ${formatDate(until)}`
  const length = within?.days === undefined ? `${within?.months ?? 0} tháng` : `${within.days} ngày`
  return `trong ${length} kể từ ${small(nameOf(within?.of ?? '', speech))}`
}

const whenItems = (rule: RuleOf<'deadline'>, speech: Speech): string => {
  const items = (rule.items ?? []).map(({ name, label, ...due }) => `${label ?? nameOf(name, speech)} ${dueWords(due, speech)}`).join('; ')
  if (rule.each === 'share') return `Điểm theo tỷ lệ việc đúng hạn, tối đa ${pointsOf(rule.onTime, speech)} (${items}).`
  if (rule.each === 'deduct' && rule.deduct)
    return `${capital(pointsOf(rule.onTime, speech))}, mỗi việc chậm hoặc không thực hiện trừ ${pointsOf(rule.deduct, speech)} (${items}).`
  return `Tất cả đúng hạn: ${pointsOf(rule.onTime, speech)}; ${lateWords(rule, speech)} (${items}).`
}

const lateWords = (rule: RuleOf<'deadline'>, speech: Speech): string => {
  const bands = rule.late.map(({ days, until, points }) =>
    days === undefined
      ? `chậm nhưng đến hết ngày ${formatDate(until ?? '')}: ${pointsOf(points, speech)}`
      : `chậm đến ${days} ngày: ${pointsOf(points, speech)}`,
  )
  const after = rule.perLateDay
    ? `mỗi ngày chậm trừ ${pointsOf(rule.perLateDay, speech)}`
    : `${bands.length > 0 ? 'chậm hơn nữa' : 'chậm'}: ${pointsOf(rule.afterwards, speech)}`
  return [...bands, after, `không thực hiện: ${pointsOf(rule.none, speech)}`].join('; ')
}

const linearWords = ({ value, from, to, low, high, floor, floorPoints, cap, unit = '' }: RuleOf<'linear'>, speech: Speech): string => {
  const own = inWords(value, speech)
  const isShare = from.n === 0n && pointsOf(low, speech) === '0 điểm'
  const line = isShare
    ? `Điểm = ${small(own)} / ${figure(to)}${unit} × ${pointsOf(high, speech)}`
    : `${capital(own)} từ ${figure(from)}${unit} đến ${figure(to)}${unit} ứng với ${pointsOf(low, speech)} đến ${pointsOf(high, speech)}`
  const under = floor ? `; dưới ${figure(floor)}${unit}: ${pointsOf(floorPoints, speech)}` : ''
  return `${line}${under}${cap ? `; trên ${figure(cap)}${unit} tính bằng ${figure(cap)}${unit}` : ''}.`
}

const branchWords = ({ rule, points, notApplicable }: RuleOf<'conditional'>['then'], speech: Speech): string => {
  if (notApplicable !== undefined) return `không áp dụng (${notApplicable})`
  return points ? pointsOf(points, speech) : rule ? nestedWords(rule, speech) : ''
}

const deductWords = (rule: RuleOf<'deduct'>, speech: Speech): string => {
  const base = capital(rule.of ? nestedWords(rule.of, speech) : pointsOf(rule.base, speech))
  const events = rule.events.map(({ name, label = nameOf(name, speech), each, max }) => {
    const most = max ? `, tối đa ${pointsOf(max, speech)}` : ''
    return each
      ? `mỗi trường hợp ${small(label)} trừ ${pointsOf(each, speech)}${most}`
      : `trừ theo mức độ ${small(label)}, nêu rõ lý do${most}`
  })
  const forbidding = rule.forbidding.map(
    ({ name, label = nameOf(name, speech) }) => `có ${small(label)}: ${speech.isPenalty ? `trừ ${small(base)}` : '0 điểm'}`,
  )
  if (speech.isPenalty && !rule.of) return `${capital([...events, ...forbidding].join('; '))}; tổng điểm trừ tối đa ${small(base)}.`
  return `${[base, ...events, ...forbidding].join('; ')}.`
}

const surveyWords = (rule: RuleOf<'survey'>, speech: Speech): string => {
  const { top, scale, statistic, conversion, minimumResponses, groups } = rule
  const mean =
    conversion === 'overTop' ? `điểm trung bình chia ${scale.to}` : `(điểm trung bình − ${scale.from}) chia ${scale.to - scale.from}`
  const share = statistic === 'topShare' ? `tỷ lệ trả lời ở ${top} mức cao nhất của thang ${scale.from}–${scale.to}` : mean
  const measure = statistic === 'percent' ? 'tỷ lệ phần trăm khảo sát' : share
  const weights = groups.map(({ name, label = name, weight }) => `${label} ${figure(weight)}`).join(', ')
  const grouped = weights === '' ? '' : `, trọng số: ${weights}`
  const least = minimumResponses > 1 ? `; cần ít nhất ${formatFigure(String(minimumResponses))} phiếu hợp lệ` : ''
  return `${capital(measure)} nhân ${pointsOf(fullAmount, speech)}${grouped}${least}.`
}

const sentences: Sentences = {
  choice: ({ options }, speech) =>
    `${options.map(({ value, label, points }) => `${label ?? choiceWord(value)}: ${points ? pointsOf(points, speech) : 'không áp dụng'}`).join('; ')}.`,
  deadline: (rule, speech) =>
    rule.due
      ? `${capital(dueWords(rule.due, speech))}: ${pointsOf(rule.onTime, speech)}; ${lateWords(rule, speech)}.`
      : whenItems(rule, speech),
  steps: ({ value, bands, otherwise, unit = '' }, speech) => {
    const words = [...bandWords(bands, unit, speech), ...(otherwise ? [`còn lại: ${pointsOf(otherwise, speech)}`] : [])].join('; ')
    return value.text === 'value' ? `Đạt ${words}.` : `${capital(inWords(value, speech))} ${words}.`
  },
  linear: linearWords,
  ratio: ({ numerator, denominator, complement, floor }, speech) => {
    const [a, b] = [small(inWords(numerator, speech)), small(inWords(denominator, speech))]
    const share = complement ? `(${b} − ${a}) / ${b}` : `${a} / ${b}`
    return `Điểm = ${share} × ${pointsOf(fullAmount, speech)}${floor ? `; dưới ${figure(floor)}%: 0 điểm` : ''}.`
  },
  perItem: ({ each, per, cap, itemName = 'việc' }, speech) =>
    `Mỗi ${per === 1 ? '' : `${per} `}${itemName} ${speech.isPenalty ? 'bị trừ' : 'được'} ${pointsOf(each, speech)}, tối đa ${pointsOf(cap, speech)}.`,
  conditions: (rule, speech) => {
    const list = rule.conditions.map(({ name, label, test }) => label ?? (test ? test.text : nameOf(name, speech))).join('; ')
    const need = { all: 'Đạt tất cả', any: 'Đạt một trong', atLeast: `Đạt ít nhất ${rule.atLeast ?? 1} trong` }[rule.need]
    const partial = {
      none: `không đạt: ${pointsOf(rule.otherwise, speech)}`,
      share: 'đạt một phần: điểm theo tỷ lệ',
      each: rule.each ? `đạt một phần: mỗi điều kiện ${pointsOf(rule.each, speech)}` : '',
      levels: (rule.levels ?? []).map(({ met, points }) => `đạt ${met}: ${pointsOf(points, speech)}`).join('; '),
    }[rule.partial]
    return `${need} ${rule.conditions.length} điều kiện (${list}): ${pointsOf(rule.points, speech)}; ${partial}.`
  },
  sum: ({ parts }, speech) =>
    `Cộng các phần, tối đa ${pointsOf(fullAmount, speech)}: ${parts
      .map(({ label, cap, rule }) => `${labelled(label, nestedWords(rule, speech))}${cap ? `, tối đa ${pointsOf(cap, speech)}` : ''}`)
      .join(' + ')}.`,
  best: ({ pick, of }, speech) =>
    `Lấy mức ${pick === 'highest' ? 'cao' : 'thấp'} nhất trong: ${of.map(({ label, rule }) => labelled(label, nestedWords(rule, speech))).join(' | ')}.`,
  conditional: (rule, speech) =>
    `Nếu ${small(inWords(rule.if, speech))}: ${branchWords(rule.then, speech)}; nếu không: ${branchWords(rule.else, speech)}.`,
  deduct: deductWords,
  formula: ({ formula }, speech) => `Tính theo công thức: ${inWords(formula, speech)}; tối đa ${pointsOf(fullAmount, speech)}.`,
  peerRelative: ({ value, better, method, bands, otherwise }, speech) => {
    const own = small(inWords(value, speech))
    if (method === 'best')
      return better === 'high'
        ? `Điểm = ${own} / giá trị cao nhất trong nhóm × ${pointsOf(fullAmount, speech)}.`
        : `Điểm = giá trị thấp nhất trong nhóm / ${own} × ${pointsOf(fullAmount, speech)}.`
    const scale = method === 'rank' ? 'Thứ hạng trong nhóm' : 'Tỷ lệ đơn vị không hơn'
    return `${scale} ${bandWords(bands, method === 'rank' ? '' : '%', speech).join('; ')}; còn lại: ${pointsOf(otherwise, speech)}.`
  },
  survey: surveyWords,
  externalIndex: ({ index, year, scale: { from, to } }, speech) =>
    `Điểm theo ${index}${year === undefined ? '' : ` năm ${year}`}, thang ${figure(from)}–${figure(to)}, nhân ${pointsOf(fullAmount, speech)}.`,
  panel: ({ members, trim, scale }, speech) =>
    `Trung bình điểm chấm${members ? ` của ${members.map(({ name, label = name }) => label).join(', ')}` : ''}${scale ? ` trên thang ${figure(scale)}` : ''}${trim > 0 ? `, bỏ ${trim} mức cao nhất và ${trim} mức thấp nhất` : ''}, tối đa ${pointsOf(fullAmount, speech)}.`,
  manual: ({ reason }, speech) =>
    `Chấm trực tiếp, tối đa ${pointsOf(fullAmount, speech)}, nêu rõ lý do${reason === 'always' ? '' : ' khi chưa đạt tối đa'}.`,
  bonusPenalty: ({ counting, items, totalCap }, speech) =>
    `${counting === 'bonus' ? 'Điểm cộng' : 'Điểm trừ'}, tối đa ${pointsOf(fullAmount, speech)}: ${items
      .map(({ label, rule }) => labelled(label, nestedWords(rule, speech)))
      .join('; ')}${totalCap ? `; tổng không vượt quá ${figure(totalCap)} điểm` : ''}.`,
  groupAdjustment: ({ blocks, absent, rescale }, speech) => {
    const list = blocks.map(({ name, label = name, max }) => `${label} ${figure(max)}`).join(', ')
    const without = { rescale: 'rút khỏi điểm tối đa', zero: 'tính 0 điểm', carry: 'lấy tỷ lệ kỳ trước' }[absent]
    return `Cộng các khối (${list}); khối không có kết quả ${without}${rescale ? `; quy đổi về ${pointsOf(fullAmount, speech)}` : ''}.`
  },
}

const ofLanguage: Readonly<Record<Language, Sentences>> = { vi: sentences, en: englishSentences }

/**
 * A rule as the sentence that a decision would use, in Vietnamese, and what that says in English; `max` is the maximum of the criterion where the rule does
 * not say one, below zero at the row of a penalty. Labels stay in the language in which the framework has them.
 */
export const ruleSentence = (rule: Rule, max?: Fraction, language: Language = 'vi'): string =>
  sentenceWithin(rule, {
    max: max && max.n < 0n ? { ...max, n: -max.n } : max,
    around: new Map(),
    isPenalty: max !== undefined && max.n < 0n,
    language,
  })

interface Around {
  readonly max: Fraction | undefined
  readonly around: Speech['labels']
  readonly isPenalty: boolean
  readonly language: Language
}

/** A rule inside another one calls inputs as that one does, unless it says otherwise itself. */
const sentenceWithin = (rule: Rule, { max: outer, around, isPenalty, language }: Around): string => {
  const own = (rule.inputs ?? []).flatMap(({ name, label }) => (label === undefined ? [] : [[name, label] as const]))
  const labels = new Map([...around, ...own])
  const max = maxOfRule(rule, outer)
  const within = (nested: NestedRule): string => sentenceWithin(asRule(nested), { max, around: labels, isPenalty, language })
  const say = ofLanguage[language][rule.kind] as (rule: Rule, speech: Speech) => string
  return say(rule, { max, labels, isPenalty, within })
}
