import type { ProblemFacts } from '../core/problem.ts'
import type { QuestionnaireFault, ResponseFault } from '../core/problem-facts/survey.ts'
import type { Language } from './language.ts'

interface Words {
  readonly subject: string
  readonly value: string
  readonly other: string
}
type Sentence = (facts: Words) => string

const questionnaireVi: Readonly<Record<QuestionnaireFault, Sentence>> = {
  repeatedSection: ({ subject }) => `phần “${subject}” có hai lần. Hãy đặt mã khác cho một phần`,
  repeatedGroup: ({ subject }) => `nhóm đối tượng “${subject}” có hai lần. Hãy đặt mã khác cho một nhóm`,
  repeatedQuestion: ({ subject }) => `câu hỏi “${subject}” có hai lần. Hãy đặt mã khác cho một câu`,
  repeatedRow: ({ subject, other }) => `dòng “${subject}” của câu hỏi “${other}” có hai lần`,
  repeatedOption: ({ subject, value }) => `mã phương án ${value} của câu hỏi “${subject}” có hai lần`,
  repeatedLanguage: ({ subject }) => `ngôn ngữ “${subject}” có hai lần`,
  repeatedLeaf: ({ subject }) => `tiêu chí “${subject}” nhận điểm hai lần. Hãy chỉ giữ lại một`,
  reservedName: ({ subject }) => `“${subject}” là tên cột của tệp phiếu trả lời. Hãy đặt mã khác cho câu hỏi`,
  unknownGroup: ({ subject, other }) => `phần “${other}” hỏi nhóm “${subject}” nhưng không có nhóm này`,
  quotaAbovePopulation: ({ subject, value, other }) => `nhóm “${subject}” cần ${value} phiếu trong khi chỉ có ${other} người`,
  missingLanguage: ({ subject, value }) => `“${subject}” chưa có lời bằng ngôn ngữ thứ nhất (${value})`,
  badRange: ({ subject, value, other }) =>
    `thang của câu hỏi “${subject}” từ ${value} đến ${other}: mức cao nhất cần lớn hơn mức thấp nhất`,
  badTop: ({ subject, value, other }) => `câu hỏi “${subject}” tính ${value} mức là tích cực trong khi thang chỉ có ${other} mức`,
  labelCount: ({ subject, value, other }) => `câu hỏi “${subject}” có lời cho ${value} mức trong khi thang có ${other} mức`,
  badMost: ({ subject, value, other }) => `câu hỏi “${subject}” cho chọn ${value} phương án trong khi chỉ có ${other}`,
  laterQuestion: ({ subject, other }) => `câu hỏi “${other}” phụ thuộc vào “${subject}” đứng sau nó. Hãy hỏi “${subject}” trước`,
  unknownQuestion: ({ subject, other }) => `“${other}” dùng câu hỏi “${subject}” nhưng không có câu này`,
  notConditional: ({ subject, other }) => `câu hỏi “${other}” phụ thuộc vào “${subject}” là câu không có mức hay phương án để chọn`,
  notOffered: ({ subject, value, other }) =>
    `câu hỏi “${other}” chờ câu trả lời ${value} của “${subject}” nhưng câu này không có phương án đó`,
  notMeasurable: ({ subject, other }) => `tiêu chí “${other}” tính từ “${subject}” là câu không có thang mức`,
  countedTwice: ({ subject, other }) => `tiêu chí “${other}” tính câu hỏi “${subject}” hai lần`,
  questionsOrParts: ({ subject }) => `tiêu chí “${subject}” cần hoặc danh sách câu hỏi, hoặc các phần, và chỉ một trong hai`,
  badMaximum: ({ subject }) => `điểm tối đa của tiêu chí “${subject}” cần lớn hơn 0`,
  noWeights: ({ subject }) => `tiêu chí “${subject}” tính theo trọng số nhóm nhưng không nhóm nào có trọng số`,
  missingWeight: ({ subject, other }) =>
    `tiêu chí “${other}” tính theo trọng số nhóm nhưng nhóm “${subject}” chưa có trọng số. Ghi 0 nếu không tính`,
  absentHeading: ({ subject }) => `bảng thiếu cột “${subject}”. Hãy xuất phiếu hỏi ra Excel để có sẵn các cột`,
  unknownKind: ({ subject, value, other }) => `câu hỏi “${subject}” có loại “${value}”. Các loại: ${other}`,
  unreadableOption: ({ subject, value }) => `câu hỏi “${subject}” có dòng “${value}” chưa theo mẫu “mã = lời”`,
  unreadableCondition: ({ subject, value }) => `câu hỏi “${subject}” có điều kiện “${value}” chưa theo mẫu “q2 = 1, 2 & q3 = 1”`,
}

const questionnaireEn: Readonly<Record<QuestionnaireFault, Sentence>> = {
  repeatedSection: ({ subject }) => `the section “${subject}” stands twice. Please rename one`,
  repeatedGroup: ({ subject }) => `the group of respondents “${subject}” stands twice. Please rename one`,
  repeatedQuestion: ({ subject }) => `the question “${subject}” stands twice. Please rename one`,
  repeatedRow: ({ subject, other }) => `the row “${subject}” of the question “${other}” stands twice`,
  repeatedOption: ({ subject, value }) => `the option code ${value} of the question “${subject}” stands twice`,
  repeatedLanguage: ({ subject }) => `the language “${subject}” stands twice`,
  repeatedLeaf: ({ subject }) => `the criterion “${subject}” gets points twice. Please keep one`,
  reservedName: ({ subject }) => `“${subject}” is a column of the responses file. Please give the question another id`,
  unknownGroup: ({ subject, other }) => `the section “${other}” asks the group “${subject}”, but there is none`,
  quotaAbovePopulation: ({ subject, value, other }) => `the group “${subject}” wants ${value} answers of only ${other} people`,
  missingLanguage: ({ subject, value }) => `“${subject}” has no words in the first language (${value})`,
  badRange: ({ subject, value, other }) =>
    `the scale of “${subject}” runs from ${value} to ${other}; the highest level has to be above the lowest`,
  badTop: ({ subject, value, other }) => `“${subject}” takes ${value} levels as positive, but its scale has only ${other}`,
  labelCount: ({ subject, value, other }) => `“${subject}” has words for ${value} levels, but its scale has ${other}`,
  badMost: ({ subject, value, other }) => `“${subject}” lets one choose ${value} options, but has only ${other}`,
  laterQuestion: ({ subject, other }) => `“${other}” depends on “${subject}”, which comes after it. Please ask “${subject}” first`,
  unknownQuestion: ({ subject, other }) => `“${other}” uses the question “${subject}”, but there is none`,
  notConditional: ({ subject, other }) => `“${other}” depends on “${subject}”, which has neither levels nor options`,
  notOffered: ({ subject, value, other }) => `“${other}” waits for the answer ${value} to “${subject}”, which does not offer it`,
  notMeasurable: ({ subject, other }) => `the criterion “${other}” is measured by “${subject}”, which has no scale`,
  countedTwice: ({ subject, other }) => `the criterion “${other}” counts the question “${subject}” twice`,
  questionsOrParts: ({ subject }) => `the criterion “${subject}” needs either questions or parts, and one of them only`,
  badMaximum: ({ subject }) => `the maximum of the criterion “${subject}” has to be above 0`,
  noWeights: ({ subject }) => `the criterion “${subject}” weighs groups, but no group has a weight`,
  missingWeight: ({ subject, other }) => `the criterion “${other}” weighs groups, but “${subject}” has no weight. Write 0 to leave it out`,
  absentHeading: ({ subject }) => `the table lacks the column “${subject}”. Please export the questionnaire to Excel to get all columns`,
  unknownKind: ({ subject, value, other }) => `the question “${subject}” is of the kind “${value}”. The kinds: ${other}`,
  unreadableOption: ({ subject, value }) => `“${subject}” has the line “${value}”, which is not of the form “code = words”`,
  unreadableCondition: ({ subject, value }) => `“${subject}” has the condition “${value}”, which is not of the form “q2 = 1, 2 & q3 = 1”`,
}

const responseVi: Readonly<Record<ResponseFault, Sentence>> = {
  absentColumn: ({ subject }) => `thiếu cột “${subject}”`,
  repeatedColumn: ({ subject }) => `cột “${subject}” có hai lần`,
  unknownColumn: ({ subject }) => `cột “${subject}” không có trong phiếu hỏi nên không được tính`,
  tooManyCells: () => 'dòng có nhiều ô hơn tiêu đề. Lời có dấu phẩy cần đặt trong dấu nháy kép',
  noResponseId: () => 'thiếu mã phiếu (response_id)',
  repeatedResponse: ({ other }) => `mã phiếu đã có ở dòng ${other}. Hãy chỉ giữ lại một phiếu`,
  noUnit: () => 'thiếu đơn vị được đánh giá (unit)',
  unknownGroup: ({ value, other }) => `nhóm đối tượng “${value}” không có trong phiếu hỏi. Các nhóm: ${other || 'để trống'}`,
  notOffered: ({ subject, value, other }) =>
    `câu “${subject}” không có phương án “${value}”${other === '' ? '' : `. Các phương án: ${other}`}`,
  notWhole: ({ subject, value }) => `câu “${subject}” cần số nguyên, hiện là “${value}”. Để trống nếu không trả lời, ghi dk nếu không biết`,
  outOfRange: ({ subject, value, other }) => `câu “${subject}” cần số trong khoảng ${other}, hiện là ${value}`,
  tooManyChoices: ({ subject, value, other }) => `câu “${subject}” cho chọn nhiều nhất ${other} phương án, hiện chọn ${value}`,
  tooLong: ({ subject, value, other }) => `câu “${subject}” có ${value} ký tự, nhiều nhất là ${other}`,
  noDontKnow: ({ subject }) => `câu “${subject}” không có phương án “không biết / không trả lời”`,
  notAsked: ({ subject }) => `câu “${subject}” không hỏi người này nên câu trả lời không được tính`,
  required: ({ subject }) => `câu “${subject}” cần được trả lời`,
  noResponses: () => 'không có phiếu trả lời nào',
}

const responseEn: Readonly<Record<ResponseFault, Sentence>> = {
  absentColumn: ({ subject }) => `the column “${subject}” is not there`,
  repeatedColumn: ({ subject }) => `the column “${subject}” stands twice`,
  unknownColumn: ({ subject }) => `the column “${subject}” is not in the questionnaire and does not count`,
  tooManyCells: () => 'the line has more cells than the header. Words with a comma need quotes',
  noResponseId: () => 'the response_id is missing',
  repeatedResponse: ({ other }) => `the response_id stands in line ${other} already. Please keep one`,
  noUnit: () => 'the unit is missing',
  unknownGroup: ({ value, other }) => `the questionnaire has no group “${value}”. It has: ${other || 'none, leave it empty'}`,
  notOffered: ({ subject, value, other }) => `“${subject}” does not offer “${value}”${other === '' ? '' : `. It offers: ${other}`}`,
  notWhole: ({ subject, value }) =>
    `“${subject}” needs a whole number; it is “${value}”. Leave it empty for no answer, write dk for “do not know”`,
  outOfRange: ({ subject, value, other }) => `“${subject}” needs a number within ${other}; it is ${value}`,
  tooManyChoices: ({ subject, value, other }) => `“${subject}” lets one choose ${other} options at most; ${value} are chosen`,
  tooLong: ({ subject, value, other }) => `“${subject}” has ${value} characters; ${other} at most`,
  noDontKnow: ({ subject }) => `“${subject}” does not offer “do not know”`,
  notAsked: ({ subject }) => `“${subject}” is not asked of this person, so the answer does not count`,
  required: ({ subject }) => `“${subject}” needs an answer`,
  noResponses: () => 'there are no responses',
}

const wordsOf = ({ subject, value = '', other = '' }: { subject: string; value?: string; other?: string }): Words => ({
  subject,
  value,
  other,
})

/** What is wrong with a questionnaire, in words. */
export const questionnaireFaultSentence = (facts: ProblemFacts['questionnaireFault'], language: Language): string =>
  language === 'vi'
    ? `Phiếu hỏi: ${questionnaireVi[facts.reason](wordsOf(facts))}.`
    : `Questionnaire: ${questionnaireEn[facts.reason](wordsOf(facts))}.`

/** What is wrong with an answer, in words. */
export const responseFaultSentence = (facts: ProblemFacts['responseFault'], language: Language): string => {
  const named = facts.response === undefined || facts.response === '' ? '' : ` ${facts.response}`
  return language === 'vi'
    ? `Phiếu trả lời${named}: ${responseVi[facts.reason](wordsOf(facts))}.`
    : `Response${named}: ${responseEn[facts.reason](wordsOf(facts))}.`
}

const stageVi: Readonly<Record<string, string>> = {
  draft: 'Khảo sát còn là bản thảo. Hãy bắt đầu thu phiếu trước.',
  collecting: 'Khảo sát đang thu phiếu nên không sửa được nữa, và chưa kết thúc nên chưa có tệp phiếu.',
  closed: 'Khảo sát đã kết thúc nên không thay đổi được nữa.',
}
const stageEn: Readonly<Record<string, string>> = {
  draft: 'The survey is still a draft. Please begin to collect first.',
  collecting: 'The survey is being collected: it cannot be changed any more, and its responses are handed out once it is closed.',
  closed: 'The survey is closed and does not change any more.',
}

/** Why an act cannot be done with a survey at its present stage. */
export const surveyStageSentence = (stage: string, language: Language): string => (language === 'vi' ? stageVi : stageEn)[stage] ?? stage
