import type { ValueProblemFacts } from '../../core/problem-facts/value.ts'
import type { SentencesOf } from '../problem-sentences.ts'
import { figure, word } from './wording.vi.ts'

export const valueProblemsVi: SentencesOf<keyof ValueProblemFacts> = {
  invalidValue: ({ at, field, value, expected }, place) =>
    at === field
      ? `Giá trị “${value}” của “${word(field)}” không hợp lệ, cần ${word(expected)}.`
      : `${place}: giá trị “${value}” của “${field}” không hợp lệ, cần ${word(expected)}.`,
  missingField: ({ at, field }, place) => (at === field ? `Thiếu “${word(field)}”.` : `${place}: thiếu “${field}”.`),
  invalidPoints: ({ value }, place) => `${place}: “${value}” không phải là điểm. Hãy viết như 0,75, tối đa 4 chữ số thập phân.`,
  abovePoints: ({ points, max }, place) => `${place}: ${figure(points)} điểm vượt quá điểm tối đa ${figure(max)}.`,
  belowPoints: ({ points, min }, place) => `${place}: ${figure(points)} điểm thấp hơn mức tối thiểu ${figure(min)}.`,
  notALeaf: ({ node }) => `Tiêu chí ${node} còn có tiêu chí thành phần nên không chấm trực tiếp. Hãy chấm từng tiêu chí thành phần.`,
  unknownNode: ({ node }) => `Bộ tiêu chí không có tiêu chí “${node}”. Hãy kiểm tra lại mã tiêu chí.`,
  unknownUnit: ({ unit }) => `Không có đơn vị “${unit}” trong danh sách. Hãy kiểm tra lại tên đơn vị.`,
  duplicateLine: ({ unit, node, first }) => `Tiêu chí ${node} của “${unit}” đã có ở dòng ${first}. Hãy chỉ giữ lại một dòng.`,
  nothingApplies: ({ unit }) => `Không tiêu chí nào phát sinh đối với “${unit}” nên không tính được kết quả.`,
  treatmentNotAllowed: ({ treatment }, place) => `${place}: cách tính “${treatment}” chỉ dùng cho tiêu chí không phát sinh.`,
  missingReason: ({ claimed, given }, place) =>
    `${place}: đơn vị tự chấm ${figure(claimed)} điểm, thẩm định cho ${figure(given)} điểm. Hãy ghi lý do chênh lệch.`,
  missingEvidence: (_, place) => `${place} chưa có tài liệu kiểm chứng.`,
  missingBasis: (_, place) => `${place}: hãy ghi căn cứ vì sao tiêu chí không phát sinh tại đơn vị.`,
  unanswered: (_, place) => `${place} chưa chấm điểm.`,
  pointsDifferFromRule: ({ given, rule }, place) =>
    `${place}: ghi ${figure(given)} điểm nhưng số liệu đã nhập cho ${figure(rule)} điểm theo cách tính. Hãy tải lại trang rồi nhập lại số liệu.`,
  factsAsked: (_, place) => `${place}: điểm được tính từ số liệu, không ghi trực tiếp. Hãy nhập số liệu của tiêu chí.`,
  factsNotAsked: (_, place) => `${place} không tính điểm từ số liệu. Hãy ghi điểm.`,
  reasonDue: (_, place) => `${place} chấm trực tiếp nên cần nêu lý do. Hãy ghi vào phần giải trình.`,
  incomplete: ({ missing, of }) => `Còn ${missing} trên ${of} tiêu chí chưa chấm.`,
  bundleDiffers: ({ unit, field, printed, derived }) =>
    `Kết quả của “${unit}”, mục ${field}: gói công bố ghi ${figure(printed)}, tính lại được ${figure(derived)}.`,
  hashDiffers: ({ printed, derived }) =>
    `Mã kiểm tra của gói công bố không khớp: ghi ${printed}, tính lại ${derived}. Nội dung đã bị thay đổi sau khi công bố.`,
}
