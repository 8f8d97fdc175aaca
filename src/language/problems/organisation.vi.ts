import type { OrganisationProblemFacts } from '../../core/problem-facts/organisation.ts'
import { formatDate } from '../format.ts'
import { problemWords } from '../problem-words.ts'
import type { SentencesOf } from '../problem-sentences.ts'

export const organisationProblemsVi: SentencesOf<keyof OrganisationProblemFacts> = {
  jobEnded: () => 'Việc này đã kết thúc hoặc đã được dừng.',
  wrongSecondFactor: () => 'Mã xác thực chưa đúng hoặc đã dùng rồi. Hãy nhập mã mới nhất trong ứng dụng, hoặc một mã dự phòng chưa dùng.',
  secondFactorState: ({ isOn }) => (isOn ? 'Xác thực hai bước đang bật.' : 'Xác thực hai bước chưa bật.'),
  singleSignOn: ({ reason, detail }) => `${problemWords.vi.singleSignOn[reason]}${detail === undefined ? '' : ` (${detail})`}.`,
  oneFileOnly: () => 'Mỗi lần chỉ nhận một tệp. Hãy gửi lần lượt từng tệp.',
  badFileName: () => 'Tên tệp có ký tự xuống dòng nên không nhận được. Hãy đổi tên tệp rồi gửi lại.',
  unitBelowItself: ({ unit }) => `“${unit}” không thể trực thuộc chính mình hoặc đơn vị cấp dưới của mình.`,
  unitInUse: ({ unit, by }) => `Chưa kết thúc được “${unit}”: ${problemWords.vi.unitUses[by]}.`,
  endBeforeBegin: ({ begin, end }) => `Ngày kết thúc ${formatDate(end)} sớm hơn ngày bắt đầu ${formatDate(begin)}.`,
  aliasTaken: ({ alias, unit }) => `Tên gọi “${alias}” đang dùng cho “${unit}”. Một tên gọi chỉ dùng cho một đơn vị.`,
  successorCircle: ({ unit }) => `“${unit}” không thể kế thừa chính mình, kể cả qua đơn vị khác.`,
  repeatedLine: ({ value, first }, place) => `${place}: “${value}” đã có ở dòng ${first}. Hãy chỉ giữ lại một dòng.`,
  handOverToSelf: () => 'Không bàn giao được cho chính người đang giữ vai trò. Hãy chọn người khác.',
  twoHeads: ({ first, second }) => `${first} và ${second} cùng đứng đầu trong một thời gian. Hãy ghi ngày thôi của một người.`,
  documentCircle: ({ by }) =>
    by === 'parent'
      ? 'Một văn bản không thể là cấp trên của chính mình, kể cả qua văn bản khác.'
      : 'Một văn bản không thể thay thế chính mình, kể cả qua văn bản khác.',
  beyondParentPlan: ({ parent }) =>
    `Thời gian thực hiện vượt ra ngoài thời gian của văn bản cấp trên${parent && ` số ${parent}`}. Hãy xem lại ngày.`,
  documentInUse: ({ uses }) => `Chưa xóa được vì còn ${uses} nơi căn cứ vào văn bản này. Hãy gỡ ở các nơi đó trước.`,
  logBroken: ({ reason, number }) => `Nhật ký, dòng niêm số ${number}: ${problemWords.vi.logFaults[reason]}.`,
  logKeyUnknown: ({ keyId, lines }) =>
    `${lines} dòng nhật ký được niêm bằng khóa ${keyId} mà hệ thống hiện không có nên chưa đối chiếu được. Hãy đặt lại SESSION_SECRET đã dùng khi đó rồi kiểm tra lại.`,
  backupFault: ({ reason, subject }) => problemWords.vi.backup[reason](subject),
}
