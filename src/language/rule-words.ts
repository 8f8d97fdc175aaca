import type { Question } from '../core/rules/inputs.ts'
import type { RuleKindName } from '../core/rules/registry.ts'
import type { Language } from './language.ts'

interface RuleWords {
  readonly titles: Readonly<Record<RuleKindName, string>>
  /** Words for inputs that kinds name by default; other names say themselves what they are. */
  readonly inputs: Readonly<Record<string, string>>
  readonly why: Readonly<Record<string, string>>
  /** Words for answers that have a code and no label. */
  readonly choices: Readonly<Record<string, string>>
}

const vi: RuleWords = {
  titles: {
    choice: 'Chọn một mức',
    deadline: 'Theo thời hạn',
    steps: 'Theo khoảng giá trị',
    linear: 'Tỷ lệ thuận với giá trị',
    ratio: 'Tỷ lệ a/b',
    perItem: 'Theo số lượng',
    conditions: 'Theo điều kiện',
    sum: 'Cộng các phần',
    best: 'Lấy mức cao nhất hoặc thấp nhất',
    conditional: 'Tùy trường hợp',
    deduct: 'Trừ điểm',
    formula: 'Công thức',
    peerRelative: 'So với đơn vị khác',
    survey: 'Điều tra xã hội học',
    externalIndex: 'Theo chỉ số bên ngoài',
    panel: 'Lãnh đạo chấm điểm',
    manual: 'Chấm trực tiếp có lý do',
    bonusPenalty: 'Khối điểm cộng, điểm trừ',
    groupAdjustment: 'Điều chỉnh điểm tối đa của khối',
  },
  inputs: {
    choice: 'Mức đạt được',
    doneOn: 'Ngày thực hiện',
    value: 'Giá trị đạt được',
    numerator: 'Số đạt (tử số)',
    denominator: 'Tổng số (mẫu số)',
    count: 'Số lượng',
    rank: 'Thứ hạng',
    arises: 'Có phát sinh',
    peers: 'Giá trị của các đơn vị trong nhóm',
    survey: 'Số phiếu theo mức trả lời',
    percent: 'Tỷ lệ phần trăm',
    responses: 'Số phiếu hợp lệ',
    marks: 'Điểm của từng người chấm',
    points: 'Điểm',
    reason: 'Lý do',
    blocks: 'Điểm của từng khối',
    removedMax: 'Điểm tối đa được rút ra',
    total: 'Tổng điểm trước khi cộng, trừ',
    deduction: 'Số điểm trừ',
    notApplicable: 'Căn cứ không phát sinh',
    maxPoints: 'Điểm tối đa',
  },
  why: {
    tooFewResponses: 'chưa đủ số phiếu trả lời tối thiểu',
    groupWithoutAnswers: 'có nhóm đối tượng không có phiếu trả lời',
    tooFewMarks: 'chưa đủ số người chấm',
  },
  choices: { yes: 'Có', no: 'Không', onTime: 'Đúng hạn', late: 'Chậm', none: 'Không thực hiện', doesNotArise: 'Không phát sinh' },
}

const en: RuleWords = {
  titles: {
    choice: 'One of several answers',
    deadline: 'By a deadline',
    steps: 'Bands of a value',
    linear: 'In proportion to a value',
    ratio: 'Ratio a/b',
    perItem: 'By the number of items',
    conditions: 'By conditions',
    sum: 'Sum of parts',
    best: 'Highest or lowest of several',
    conditional: 'Depending on the case',
    deduct: 'Deductions',
    formula: 'Formula',
    peerRelative: 'Relative to other units',
    survey: 'Sociological survey',
    externalIndex: 'By an external index',
    panel: 'Marks of a panel',
    manual: 'Entered with a reason',
    bonusPenalty: 'Block of bonus or penalty',
    groupAdjustment: 'Adjusted maximum of blocks',
  },
  inputs: {
    choice: 'Answer',
    doneOn: 'Date of doing',
    value: 'Value reached',
    numerator: 'Number reached (numerator)',
    denominator: 'Whole number (denominator)',
    count: 'Number of items',
    rank: 'Rank',
    arises: 'Arises',
    peers: 'Values of the units of the group',
    survey: 'Answers by level',
    percent: 'Percent',
    responses: 'Number of valid answers',
    marks: 'Mark of each member',
    points: 'Points',
    reason: 'Reason',
    blocks: 'Points of each block',
    removedMax: 'Maximum taken out',
    total: 'Total before bonus and penalty',
    deduction: 'Points taken away',
    notApplicable: 'Basis on which it does not apply',
    maxPoints: 'Maximum points',
  },
  why: {
    tooFewResponses: 'fewer answers than the minimum',
    groupWithoutAnswers: 'a group of respondents has no answers',
    tooFewMarks: 'too few marks',
  },
  choices: { yes: 'Yes', no: 'No', onTime: 'On time', late: 'Late', none: 'Not done', doesNotArise: 'Does not arise' },
}

const ruleWords: Readonly<Record<Language, RuleWords>> = { vi, en }

/** What a kind of rule is called. */
export const ruleTitle = (kind: RuleKindName, language: Language = 'vi'): string => ruleWords[language].titles[kind]

/** What an input is called: the rule's own label, the word for a usual name, else the name. */
export const questionLabel = ({ name, label }: Pick<Question, 'name' | 'label'>, language: Language = 'vi'): string =>
  label === name ? (ruleWords[language].inputs[name] ?? name) : label

/** Why nothing was measured. */
export const whyWord = (why: string, language: Language = 'vi'): string => ruleWords[language].why[why] ?? why

/** What an answer without a label is called: the word for a usual code, else the code. */
export const choiceWord = (value: string, language: Language = 'vi'): string => ruleWords[language].choices[value] ?? value
