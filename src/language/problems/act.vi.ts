import type { ActProblemFacts } from '../../core/problem-facts/act.ts'
import { deadlineWords } from '../deadline-words.ts'
import { formatDate, formatMoment, vietnamTime } from '../format.ts'
import { labelsVi } from '../labels.vi.ts'
import { problemWords } from '../problem-words.ts'
import type { SentencesOf } from '../problem-sentences.ts'
import { figure, word } from './wording.vi.ts'

/** The day alone where the whole of it counted. */
const pastDeadline = (deadline: string): string => (/T(?!23:59)\d\d:\d\d$/.test(deadline) ? deadlineWords(deadline) : formatDate(deadline))

export const actProblemsVi: SentencesOf<keyof ActProblemFacts> = {
  wrongUsage: ({ reason, word: subject, expected }) => problemWords.vi.usage[reason](subject, expected),
  signInRefused: () => 'Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy thử lại.',
  signInLocked: ({ until }) => `Tài khoản tạm khóa đến ${formatMoment(until, vietnamTime)} vì đăng nhập sai nhiều lần.`,
  signedOut: () => 'Phiên làm việc đã hết. Hãy đăng nhập lại; nội dung đã lưu vẫn còn.',
  notAllowed: () => 'Tài khoản của bạn không có quyền làm việc này. Hãy liên hệ quản trị hệ thống nếu bạn được giao nhiệm vụ.',
  notFound: ({ what }) => `Không tìm thấy ${word(what)}.`,
  changedMeanwhile: ({ by, moment, theirs }, place) =>
    `${place} vừa được thay đổi${by === undefined ? '' : ` bởi ${by}`}${moment === undefined ? '' : ` lúc ${formatMoment(moment, vietnamTime)}`}${theirs === undefined ? '' : ` thành “${figure(theirs)}”`}. Hãy xem lại rồi lưu.`,
  wrongStage: () => 'Việc này không làm được ở giai đoạn hiện tại của kỳ đánh giá.',
  deadlinePassed: ({ deadline }) => `Đã quá hạn ${pastDeadline(deadline)}. Hãy đề nghị cơ quan chủ trì gia hạn.`,
  notInForce: () => 'Bộ tiêu chí này còn là bản nháp. Hãy ban hành trước khi dùng cho kỳ đánh giá.',
  noUnits: ({ group }) => `Khối “${group}” chưa có đơn vị nào còn hiệu lực. Hãy bổ sung đơn vị ở mục Quản trị.`,
  notSelfScored: ({ source }, place) => `${place} lấy điểm từ nguồn “${labelsVi.sources[source]}”, đơn vị không tự chấm.`,
  alreadyExists: ({ what, value }) => `Đã có ${word(what)} “${value}”.`,
  idempotencyKeyReused: () => 'Yêu cầu này trùng khóa với một yêu cầu khác đã gửi. Hãy tải lại trang rồi thử lại.',
  moreProblems: ({ count }) => `Và ${figure(String(count))} lỗi khác. Hãy sửa các lỗi đã nêu rồi tải lên lại.`,
  tooManyRequests: ({ seconds }) => `Có quá nhiều yêu cầu. Hãy thử lại sau ${seconds} giây.`,
  correctionDue: ({ number }) =>
    `Kỳ này đã công bố lần thứ ${number}. Muốn công bố lại, hãy lập bản đính chính cho lần công bố đó và nêu lý do.`,
  samePassword: () => 'Mật khẩu mới cần khác mật khẩu đang dùng.',
  weakPassword: ({ minLength }) => `Mật khẩu cần ít nhất ${minLength} ký tự.`,
  mustChangePassword: () => 'Hãy đổi mật khẩu được cấp trước khi tiếp tục.',
  roleNeedsUnit: ({ role }) => `Vai trò “${labelsVi.roles[role]}” thuộc về một đơn vị. Hãy chọn đơn vị.`,
  roleIsOfAuthority: ({ role }) => `Vai trò “${labelsVi.roles[role]}” làm việc cho toàn tỉnh nên không gắn với một đơn vị.`,
  lastAdministrator: () => 'Đây là tài khoản quản trị hệ thống cuối cùng còn dùng được. Hãy giao vai trò quản trị cho người khác trước.',
  unstorableText: ({ field }) => `“${word(field)}” có ký tự hỏng không lưu được. Hãy xóa phần đó và gõ lại.`,
  unreadableRequest: ({ detail }) => `Máy chủ chưa hiểu yêu cầu này (${detail}).`,
  unexpected: ({ requestId }) => `Hệ thống gặp lỗi ngoài dự kiến. Hãy thử lại; nếu vẫn lỗi, báo quản trị hệ thống mã ${requestId}.`,
  fileNotStored: ({ reason }) => `Chưa lưu được tệp: ${problemWords.vi.notStored[reason]}.`,
  rowOfFrame: () => 'Dòng này thuộc bộ tiêu chí khung nên giữ nguyên. Có thể thêm tiêu chí của địa phương bên cạnh.',
  paperIssued: () => 'Văn bản đã ban hành nên giữ nguyên. Hãy soạn văn bản mới nếu cần thay đổi.',
  reportBegun: () => 'Đã có đơn vị nhập báo cáo này nên không bỏ được. Hãy sửa hạn gửi nếu cần.',
  frameworkInForce: () => 'Bộ tiêu chí đã đưa vào áp dụng nên giữ nguyên. Hãy lập một bản dự thảo mới nếu cần thay đổi.',
  nothingToUndo: () => 'Không còn thay đổi nào để hoàn tác.',
  cannotMoveRow: ({ direction }, place) => `${place} không chuyển ${problemWords.vi.directions[direction]} được nữa.`,
}
