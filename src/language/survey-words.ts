import type { Language } from './language.ts'

interface SurveyWords {
  readonly responses: (count: number) => string
  readonly code: string
  readonly question: string
  readonly valid: string
  readonly dontKnow: string
  readonly noAnswer: string
  readonly mean: string
  readonly positive: string
  readonly margin: string
  readonly marginNote: (confidence: string) => string
  readonly withheld: string
  readonly unit: string
  readonly leaf: string
  readonly share: string
  readonly points: string
  readonly maximum: string
  readonly notMeasured: { readonly tooFewResponses: string; readonly groupWithoutAnswers: string }
}

const vi: SurveyWords = {
  responses: (count) => `${count} phiếu trả lời.`,
  code: 'Mã',
  question: 'Câu hỏi',
  valid: 'Hợp lệ',
  dontKnow: 'Không biết',
  noAnswer: 'Bỏ trống',
  mean: 'Trung bình',
  positive: 'Tích cực',
  margin: 'Sai số',
  marginNote: (confidence) => `Sai số của tỷ lệ tích cực ở độ tin cậy ${confidence}%, coi số người được hỏi là rất lớn.`,
  withheld: 'không công bố',
  unit: 'Đơn vị',
  leaf: 'Tiêu chí',
  share: 'Tỷ lệ',
  points: 'Điểm',
  maximum: 'Tối đa',
  notMeasured: { tooFewResponses: 'không đo được: ít phiếu', groupWithoutAnswers: 'không đo được: thiếu nhóm' },
}

const en: SurveyWords = {
  responses: (count) => `${count} responses.`,
  code: 'Id',
  question: 'Question',
  valid: 'Valid',
  dontKnow: 'Do not know',
  noAnswer: 'No answer',
  mean: 'Mean',
  positive: 'Positive',
  margin: 'Margin',
  marginNote: (confidence) => `Margins of the positive share at ${confidence}% confidence, as if very many could be asked.`,
  withheld: 'withheld',
  unit: 'Unit',
  leaf: 'Criterion',
  share: 'Share',
  points: 'Points',
  maximum: 'Maximum',
  notMeasured: { tooFewResponses: 'not measured: too few answers', groupWithoutAnswers: 'not measured: a group is missing' },
}

const shareNames = {
  positiveShare: 'tỷ lệ câu trả lời tích cực',
  meanOverTop: 'điểm trung bình trên mức cao nhất',
  meanFromBottom: 'điểm trung bình tính từ mức thấp nhất',
} as const

/** Why a leaf has the points that a survey gave: by which conversion, which share of its maximum, from how many answers. */
export const surveyReason = (facts: {
  readonly survey: string
  readonly conversion: keyof typeof shareNames
  readonly share: string
  readonly max: string
  readonly answers: string
  readonly isWeighted: boolean
}): string =>
  `Theo “${facts.survey}”: ${shareNames[facts.conversion]}${facts.isWeighted ? ', bình quân theo trọng số nhóm,' : ''} là ${facts.share} của ${facts.max} điểm; câu ít người trả lời nhất có ${facts.answers} câu trả lời hợp lệ.`

/** Why a survey did not measure a leaf. */
export const surveyNotMeasuredReason = (survey: string, why: keyof SurveyWords['notMeasured']): string =>
  `Theo “${survey}”: ${vi.notMeasured[why]}.`

/** Words of a tabulated survey in a terminal. */
export const surveyWords: Readonly<Record<Language, SurveyWords>> = { vi, en }

/** What a questionnaire still wants written, at a question or a section. */
export const surveyUnwritten = {
  words: (at: string) => `Câu “${at}” chưa có lời hỏi.`,
  choices: (at: string) => `Câu “${at}” chưa có đủ phương án.`,
  rows: (at: string) => `Câu “${at}” chưa có dòng nào của bảng.`,
  questions: (at: string) => `Phần “${at}” chưa có câu hỏi nào.`,
  section: (at: string) => `Phần “${at}” chưa có tên.`,
} as const

/** How a survey was taken, for its report: `channels` as “Đường dẫn một lần: 120”. */
export const surveyMethod = (channels: readonly string[], responses: string): string =>
  `Khảo sát ẩn danh, thu ${responses} phiếu${channels.length > 0 ? ` (${channels.join('; ')})` : ''}. Chỉ số là trung bình cộng tỷ lệ trả lời tích cực của mọi câu có thang mức; sai số ở độ tin cậy 95 %, không nhỏ hơn sai số thật. Số liệu của quá ít người trả lời không công bố.`

/** What a survey says of one unit, in the unit's own report; without a percent it is withheld. */
export const surveyUnitResult = (facts: {
  readonly survey: string
  readonly responses: string
  readonly percent: string | undefined
}): string =>
  facts.percent === undefined
    ? `“${facts.survey}”: ${facts.responses} phiếu hợp lệ về đơn vị; chỉ số không công bố vì quá ít người trả lời.`
    : `“${facts.survey}”: chỉ số hài lòng đối với đơn vị là ${facts.percent}%, từ ${facts.responses} phiếu hợp lệ.`
