import type { ImprovementProblemFacts } from '../../core/problem-facts/improvement.ts'
import type { SentencesOf } from '../problem-sentences.ts'
import { figure } from './wording.vi.ts'

export const improvementProblemsVi: SentencesOf<keyof ImprovementProblemFacts> = {
  lossWithoutCause: ({ lost }, place) => `${place} mất ${figure(lost)} điểm nhưng chưa ghi nguyên nhân.`,
  causeCopied: ({ cause, area }) =>
    `Nguyên nhân “${cause}” lặp lại nguyên văn của lĩnh vực ${area}. Hãy kiểm tra xem có đúng cho lĩnh vực này không.`,
  causeWithoutLoss: ({ cause }) => `Nguyên nhân “${cause}” chưa gắn với tiêu chí mất điểm nào.`,
  lossWithoutTask: ({ lost }, place) => `${place} mất ${figure(lost)} điểm nhưng chưa có nhiệm vụ khắc phục.`,
  taskWithoutLoss: ({ task }) => `Nhiệm vụ “${task}” không gắn với tiêu chí mất điểm nào.`,
  taskWithout: ({ task, lacks }) =>
    `Nhiệm vụ “${task}” chưa ghi ${{ leadUnit: 'đơn vị chủ trì', product: 'sản phẩm', deadline: 'thời hạn' }[lacks]}.`,
  otherMaxInSet: ({ year, max, inSet }, place) =>
    `${place}: kế hoạch ghi điểm tối đa ${figure(max)}, Bộ tiêu chí năm ${year} quy định ${figure(inSet)}. Hãy đối chiếu lại mục tiêu.`,
  goalAboveParts: ({ column, goal, parts }, place) =>
    `${place}, năm ${column}: chỉ tiêu ${figure(goal)} điểm cao hơn tổng điểm phấn đấu của các tiêu chí là ${figure(parts)} điểm.`,
  markAgainstTasks: ({ who, mark, short, tasks }) =>
    mark === 'low'
      ? `${who} được xếp loại không hoàn thành nhiệm vụ nhưng cả ${tasks} nhiệm vụ đều xong đúng hạn. Hãy xem lại.`
      : `${who} được xếp loại cao nhưng ${short}/${tasks} nhiệm vụ chậm hoặc không làm. Hãy xem lại.`,
  notOwnTask: ({ task }) => `Nhiệm vụ “${task}” không do phòng của bạn chủ trì hoặc phối hợp, cũng không ghi tên bạn.`,
  allowedAboveAmount: ({ allowed, amount }) => `Số được bố trí ${figure(allowed)} đồng cao hơn dự toán ${figure(amount)} đồng.`,
  budgetLacks: ({ item, lacks }) =>
    ({
      allowed: `Khoản “${item}” chưa ghi số tiền được bố trí.`,
      reason: `Khoản “${item}” được bố trí ít hơn dự toán nhưng chưa ghi lý do.`,
      lines: 'Dự toán chưa có khoản nào.',
      financeUnit: 'Chưa chọn đơn vị thẩm định dự toán.',
    })[lacks],
  budgetFrozen: ({ stage }) =>
    ({
      draft: 'Dự toán chưa được gửi thẩm định.',
      submitted: 'Dự toán đang chờ thẩm định nên không sửa được. Hãy rút về để sửa.',
      appraised: 'Dự toán đã được thẩm định nên không sửa được. Hãy rút về để sửa rồi gửi thẩm định lại.',
    })[stage],
  planFrozen: ({ stage }) =>
    ({
      draft: 'Kế hoạch đang là bản dự thảo. Hãy phê duyệt kế hoạch trước khi báo cáo tiến độ.',
      approved: 'Kế hoạch đã được phê duyệt nên phần này không sửa được nữa. Hãy mở lại kế hoạch để sửa rồi phê duyệt lần tiếp theo.',
      closed: 'Kế hoạch đã kết thúc nên không sửa được nữa. Hãy lập kế hoạch cho năm sau từ kế hoạch này.',
    })[stage],
}
