import type { RuleProblemFacts } from '../../core/problem-facts/rule.ts'
import { labelsVi } from '../labels.vi.ts'
import { problemWords } from '../problem-words.ts'
import type { SentencesOf } from '../problem-sentences.ts'
import { figure, rangeOf, word } from './wording.vi.ts'

export const ruleProblemsVi: SentencesOf<keyof RuleProblemFacts> = {
  unknownField: ({ field }, place) => `${place}: không có mục “${field}” ở đây. Hãy kiểm tra lại tên mục.`,
  formulaUnreadable: ({ reason, position, near }, place) =>
    `${place}: công thức ${problemWords.vi.formula[reason]}, ở ký tự thứ ${position + 1}${near === '' ? '' : ` (“${near}”)`}.`,
  divisionByZero: ({ formula }, place) => `${place}: không chia được cho 0 trong “${formula}”. Hãy kiểm tra số liệu ở mẫu số.`,
  noSuchEntry: ({ table, key }, place) => `${place}: bảng “${table}” không có dòng “${key}”.`,
  calculationTooLarge: ({ formula }, place) => `${place}: số trong “${formula}” quá lớn để tính. Hãy kiểm tra lại số liệu.`,
  outOfRange: ({ field, value, from, to }, place) =>
    `${place}: “${word(field)}” là ${figure(value)}, cần ${rangeOf(from, to)}. Hãy kiểm tra lại số liệu.`,
  notWhole: ({ field, value }, place) => `${place}: “${word(field)}” là ${figure(value)}, cần số nguyên.`,
  offStep: ({ field, value, step }, place) => `${place}: “${word(field)}” là ${figure(value)}, cần chia hết cho bước ${figure(step)}.`,
  bandOverlap: ({ first, second }, place) => `${place}: mức “${first}” và mức “${second}” trùng nhau. Hãy sửa lại cận của một mức.`,
  bandGap: ({ below, above }, place) => `${place}: có khoảng trống giữa mức “${below}” và mức “${above}”. Hãy sửa lại cận của một mức.`,
  emptyBand: ({ band }, place) => `${place}: mức “${band}” không chứa giá trị nào. Hãy sửa lại cận dưới hoặc cận trên.`,
  exactlyOneOf: ({ fields }, place) => `${place}: cần đúng một trong các mục ${fields.map((each) => `“${each}”`).join(', ')}.`,
  ruleMaxDiffers: ({ rule, leaf }, place) =>
    `${place}: cách tính điểm có mức tối đa ${figure(rule)}, tiêu chí có điểm chuẩn ${figure(leaf)}. Hãy sửa cho khớp.`,
  ruleSourceDiffers: ({ source }, place) =>
    `${place}: cách tính điểm không hợp với nguồn điểm “${labelsVi.sources[source]}” của tiêu chí. Hãy xem lại một trong hai.`,
  ruleCountingDiffers: ({ counting }, place) =>
    `${place}: cách tính điểm không hợp với cách cộng “${labelsVi.countings[counting]}” của tiêu chí. Hãy xem lại một trong hai.`,
  applicabilityNotOffered: (_, place) => `${place}: tiêu chí này áp dụng cho mọi đơn vị nên không ghi được “không phát sinh”.`,
}
