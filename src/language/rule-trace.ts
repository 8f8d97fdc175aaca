import { type RuleStep, ruleSteps } from '../core/rules/trace.ts'
import { basisWords } from './basis-words.ts'
import { formatDate } from './format.ts'
import type { Language } from './language.ts'
import { englishTraceSentences } from './rule-trace.en.ts'
import { traceFigures, type TraceFacts, type TraceSentences } from './rule-trace-speech.ts'
import { choiceWord, questionLabel, whyWord } from './rule-words.ts'

const { figure, percent, percentOfShare, bandWords } = traceFigures('vi')
const named = ({ name = '', label = name }: TraceFacts): string => questionLabel({ name, label })
const points = (result: string): string => `${figure(result)} điểm`

const sentences: TraceSentences = {
  scored: (result, { max }) =>
    max === '0' ? `Tính ${points(result)}, ngoài điểm chuẩn.` : `Được ${figure(result)} trên ${figure(max)} điểm theo cách tính điểm.`,
  input: (result, facts) => `${named(facts)}: ${figure(result)}.`,
  choice: (result, { choice = '' }) => `Chọn “${choiceWord(choice)}”: ${points(result)}.`,
  onTime: (result, { done, last }) =>
    `Thực hiện ngày ${formatDate(done ?? '')}, hạn cuối ${formatDate(last ?? '')}, đúng hạn: ${points(result)}.`,
  late: (result, { done, days }) => `Thực hiện ngày ${formatDate(done ?? '')}, chậm ${figure(days)} ngày: ${points(result)}.`,
  afterwards: (result, { done, days }) =>
    `Thực hiện ngày ${formatDate(done ?? '')}, chậm ${figure(days)} ngày, quá các mức được tính: ${points(result)}.`,
  notDone: (result) => `Không thực hiện: ${points(result)}.`,
  listed: (result, { inTime, of }) => `${figure(inTime)} trên ${figure(of)} việc đúng hạn: ${points(result)}.`,
  band: (result, facts) => `Giá trị ${figure(facts['value'])} thuộc mức ${bandWords(facts)}: ${points(result)}.`,
  otherwise: (result, { value }) => `Giá trị ${figure(value)} nằm ngoài các mức: ${points(result)}.`,
  belowFloor: (result, { value, floor }) => `Giá trị ${figure(value)} dưới ngưỡng ${figure(floor)}: ${points(result)}.`,
  capped: (result, { value }) => `Giá trị ${figure(value)} tính bằng ${figure(result)}.`,
  proportion: (result, { value, from, to, low, high }) =>
    `${figure(value)} trong khoảng ${figure(from)}–${figure(to)}, ứng với ${figure(low)}–${figure(high)} điểm: ${points(result)}.`,
  ratio: (result, { numerator, denominator, percent: share, max, complement }) =>
    complement
      ? `(${figure(denominator)} − ${figure(numerator)}) / ${figure(denominator)} = ${percent(share)}, nhân ${figure(max)} điểm: ${points(result)}.`
      : `${figure(numerator)} / ${figure(denominator)} = ${percent(share)}, nhân ${figure(max)} điểm: ${points(result)}.`,
  zeroDenominator: (result) => `Không phát sinh (0/0): ${points(result)}.`,
  perItem: (result, { count, per, each, cap }) =>
    `${figure(count)} việc, mỗi ${per === '1' ? '' : `${figure(per)} `}việc ${points(each ?? '')}, tối đa ${points(cap ?? '')}: ${points(result)}.`,
  condition: (result, { label }) => `${label}: ${result === '' ? 'chưa rõ' : result === 'true' ? 'có' : 'không'}.`,
  conditions: (result, { met, of, needed }) => `Đạt ${met} trên ${of} điều kiện, cần ${needed}: ${points(result)}.`,
  sum: (result) => `Cộng các phần: ${points(result)}.`,
  part: (result, { label }) => `Phần ${label}: ${points(result)}.`,
  best: (result, { label }) => `Lấy mức cao nhất (${label}): ${points(result)}.`,
  worst: (result, { label }) => `Lấy mức thấp nhất (${label}): ${points(result)}.`,
  branch: (result, { if: condition, holds }) => `Điều kiện “${condition}” ${holds === 'true' ? 'đúng' : 'không đúng'}: ${points(result)}.`,
  fixed: (result) => `Tính ${points(result)}.`,
  base: (result) => `Trước khi trừ: ${points(result)}.`,
  deduction: (result, { label, count, each }) =>
    count === undefined ? `Trừ ${points(result)}: ${label}.` : `Trừ ${points(result)}: ${label}, ${figure(count)} × ${figure(each)}.`,
  forbidden: (result, { label }) => `Có “${label}”: ${points(result)}.`,
  formula: (result, { formula }) => `${formula} = ${points(result)}.`,
  peers: (result, { own, best, count, bestNames }) =>
    `Giá trị ${figure(own)} so với mức tốt nhất ${figure(best)}${bestNames ? ` (${bestNames})` : ''}, khi so với ${figure(count)} đơn vị khác: ${points(result)}.`,
  rank: (result, { own, count }) => `Giá trị ${figure(own)} đứng thứ ${figure(result)} khi so với ${figure(count)} đơn vị khác.`,
  percentile: (result, { own, count }) => `Giá trị ${figure(own)} không kém ${percent(result)} trong ${figure(count)} đơn vị khác.`,
  responses: (result, { least }) => `${figure(result)} phiếu hợp lệ, tối thiểu ${figure(least)}.`,
  statistic: (result, { share, max }) => `${percentOfShare(share)} của ${figure(max)} điểm: ${points(result)}.`,
  share: (result, { label, weight }) => `${label}: ${percentOfShare(result)}, trọng số ${figure(weight)}.`,
  index: (result, { index, value, from, to, max, year }) =>
    `${index}${year === undefined ? '' : ` năm ${year}`}: ${figure(value)} trên thang ${figure(from)}–${figure(to)}, nhân ${figure(max)} điểm: ${points(result)}.`,
  marks: (result, { mean, kept, scale, max }) =>
    `Trung bình ${figure(mean)} trên ${figure(scale)} của ${figure(kept)} người chấm, nhân ${figure(max)} điểm: ${points(result)}.`,
  mark: (result, { label }) => `${label}: ${figure(result)}.`,
  entered: (result, { reason }) => `Chấm ${points(result)}${reason === undefined ? '' : `. Lý do: ${reason}`}.`,
  block: (result, { counting, size, max }) =>
    `${counting === 'bonus' ? 'Điểm cộng' : 'Điểm trừ'} ${figure(size)}, tối đa ${figure(max)}; đưa vào tổng ${points(result)}.`,
  rescaled: (result, { points: before, left, max }) => `${figure(before)} / ${figure(left)} × ${figure(max)} = ${points(result)}.`,
  carried: (result, { label, percent: share, max }) =>
    `${label}: lấy tỷ lệ kỳ trước ${percent(share)} của ${figure(max)} điểm: ${points(result)}.`,
  zeroBlock: (_result, { label, max }) => `${label} không có kết quả: tính 0 trên ${figure(max)} điểm.`,
  removed: (result, { label = '', block }) => `Rút ${points(result)} khỏi điểm tối đa: ${block ?? questionLabel({ name: label, label })}.`,
  step: (result, { from }) => `Đưa ${figure(from)} về bước điểm: ${points(result)}.`,
  rounded: (result, { from }) => `Làm tròn ${figure(from)} thành ${points(result)}.`,
  heldAbove: (result, { from }) => `${figure(from)} vượt mức tối đa, tính ${points(result)}.`,
  heldBelow: (result, { from }) => `${figure(from)} dưới mức tối thiểu, tính ${points(result)}.`,
  notApplicable: (_result, { basis }) => `Không phát sinh${basis === '' ? '' : `: ${basisWords(basis ?? '')}`}.`,
  notMeasured: (_result, { why = '' }) => `Không đo được: ${whyWord(why)}.`,
}

const isRuleStep = (did: string | undefined): did is RuleStep => ruleSteps.some((each) => each === did)

const ofLanguage: Readonly<Record<Language, TraceSentences>> = { vi: sentences, en: englishTraceSentences }

/** One step of a rule's trace as a sentence; `facts.did` says which step it is. */
export const ruleTraceSentence = (result: string, facts: TraceFacts, language: Language = 'vi'): string => {
  const { did } = facts
  return isRuleStep(did) ? ofLanguage[language][did](result, facts) : result
}
