import type { AppraisalProblemFacts } from '../../core/problem-facts/appraisal.ts'
import { labelsVi } from '../labels.vi.ts'
import type { SentencesOf } from '../problem-sentences.ts'
import { figure, word } from './wording.vi.ts'

export const appraisalProblemsVi: SentencesOf<keyof AppraisalProblemFacts> = {
  secretFile: ({ secrecy }) =>
    `Tài liệu độ ${labelsVi.secrecyLevels[secrecy]} không được tải lên hệ thống này. Hãy chỉ ghi số, ký hiệu và ngày ban hành; tệp gửi theo đường tài liệu mật.`,
  secretDetails: ({ field }) => `Với tài liệu mật chỉ ghi số, ký hiệu và ngày ban hành. Hãy để trống “${word(field)}”.`,
  notEvidenceFile: () =>
    'Tệp này không dùng làm tài liệu kiểm chứng được. Hãy dùng tệp PDF, ảnh (PNG, JPEG, TIFF), Word, Excel, PowerPoint, văn bản hoặc tệp nén ZIP.',
  refusalWithoutReason: ({ given }, place) =>
    `${place}: đơn vị cho là không phát sinh, thẩm định cho ${figure(given)} điểm. Hãy ghi lý do không chấp nhận.`,
  missingScoreSource: (_, place) => `${place}: điểm này không do đơn vị tự chấm. Hãy ghi nguồn của điểm hoặc vì sao không đo trong kỳ.`,
  notMeasuredNotAllowed: (_, place) =>
    `${place} do đơn vị tự chấm nên không ghi “không đo trong kỳ”. Hãy cho điểm hoặc ghi không phát sinh.`,
  appraisalIncomplete: ({ missing, of }) => `Còn ${missing} trên ${of} tiêu chí chưa thẩm định. Hãy thẩm định hết trước khi hoàn thành.`,
  appraisalUnfinished: ({ unit, left }) =>
    left === 0 ? `“${unit}” đã thẩm định hết nhưng chưa hoàn thành thẩm định.` : `“${unit}” còn ${left} tiêu chí chưa thẩm định.`,
  neverSubmitted: ({ unit }) => `“${unit}” chưa nộp bản tự đánh giá. Nếu kết thúc, các tiêu chí của đơn vị được ghi là chưa có số liệu.`,
  roundsDoNotFit: () =>
    'Các vòng chưa hợp lệ: bắt đầu bằng tự đánh giá và thẩm định lần 1, giữ đúng thứ tự, sau giải trình cần có thẩm định lần 2 hoặc họp Hội đồng.',
  lessThanBefore: ({ before, given }, place) =>
    `${place}: vòng trước cho ${figure(before)} điểm, lần này cho ${figure(given)}. Hãy ghi lý do giảm điểm.`,
  reasonForDispute: (_, place) => `${place}: đơn vị đã giải trình. Hãy ghi lý do của quyết định để trả lời đơn vị.`,
  missingExplanation: (_, place) => `${place}: hãy ghi nội dung giải trình.`,
  nothingToDispute: (_, place) => `${place}: điểm thẩm định không thấp hơn điểm tự đánh giá nên không có gì để đề nghị xem lại.`,
  notDisputed: (_, place) => `${place} không còn trong danh sách cần Hội đồng quyết định.`,
  notYourTask: ({ area }, place) => `${place} thuộc phần việc giao cho người khác${area === '' ? '' : ` (${area})`}.`,
  memberHasInterest: ({ person }) =>
    `${person} có lợi ích liên quan ở đơn vị này nên không tham gia được; Chủ tịch Hội đồng có thể cho phép.`,
  ownDecision: () => 'Bạn là người đã thẩm định tiêu chí này; người khác cần xem lại.',
  notInCalibration: () => 'Bạn không có trong danh sách chấm thử mẫu này.',
  calibrationOver: () => 'Bước này của mẫu chấm thử đã qua. Hãy mở lại trang để xem trạng thái mới.',
  nothingToAccept: () => 'Không có tiêu chí nào đủ điều kiện để chấp nhận.',
  tooManyUnitsAtOnce: ({ units, limit }) =>
    `Có ${units} đơn vị, mỗi lần chấp nhận được nhiều nhất ${limit} đơn vị. Hãy chọn một khối hoặc một lĩnh vực.`,
  nothingDecided: () => 'Chưa có tiêu chí nào được thẩm định để chọn mẫu.',
  ownInterest: () => 'Không ai tự cho phép mình. Hãy để người khác trong Hội đồng quyết định về đơn vị này.',
  noCouncil: () => 'Kỳ này chưa có Hội đồng thẩm định. Hãy ghi quyết định thành lập và các thành viên trước.',
  noVotes: (_, place) => `${place}: chưa có ý kiến đồng ý hoặc không đồng ý nào.`,
  tooManyVotes: ({ votes, voters }, place) =>
    `${place}: có ${votes} ý kiến, trong khi chỉ ${voters} thành viên được biểu quyết về đơn vị này.`,
  voteNotCarried: ({ votesFor, votesAgainst }, place) =>
    `${place}: ${votesAgainst} ý kiến không đồng ý, ${votesFor} đồng ý nên đề xuất không được thông qua. Hãy đưa ra mức điểm khác.`,
  councilUnfinished: ({ left }) => `Còn ${left} nội dung Hội đồng chưa quyết định.`,
  noChair: ({ chairs }) => `Hội đồng cần đúng một Chủ tịch, hiện có ${chairs}.`,
}
