import type { SelfAssessmentProblemFacts } from '../../core/problem-facts/self-assessment.ts'
import type { SentencesOf } from '../problem-sentences.ts'
import { figure } from './wording.vi.ts'

const standing = {
  working: 'đang được phòng nhập',
  finished: 'đã được cán bộ của phòng báo xong',
  handedIn: 'đã được lãnh đạo phòng nộp',
  merged: 'đã được tổng hợp vào bản của đơn vị',
}

const otherThan = { authority: 'cơ quan chủ trì', cycle: 'kỳ đánh giá', unit: 'đơn vị', framework: 'bộ tiêu chí' }

const wayFor = {
  authority: 'Hãy kiểm tra lại tệp.',
  cycle: 'Hãy mở bản tự đánh giá của kỳ đó để nộp.',
  unit: 'Hãy mở bản tự đánh giá của đơn vị đó để nộp.',
  framework: 'Hãy tải bảng tính mới theo bộ tiêu chí đang áp dụng rồi chép nội dung sang.',
}

export const selfAssessmentProblemsVi: SentencesOf<keyof SelfAssessmentProblemFacts> = {
  wrongPartState: ({ state }) =>
    `Phần việc này ${standing[state]} nên không làm được việc vừa chọn. Hãy tải lại trang để xem tình trạng mới nhất.`,
  leafOfOthers: (_, place) => `${place} không thuộc phần việc được giao cho phòng của bạn.`,
  leafHandedIn: (_, place) => `${place} thuộc phần việc đã báo xong hoặc đã nộp. Hãy mở lại hoặc đề nghị đơn vị trả lại để sửa.`,
  partNotMerged: ({ division }) => `Phần việc của ${division} chưa được tổng hợp vào bản tự đánh giá của đơn vị.`,
  headSubmits: () => 'Bản tự đánh giá có phần việc của các phòng do người đứng đầu đơn vị duyệt và nộp.',
  notAWorkbook: () =>
    'Tệp này không phải bảng tính tải về từ trang tự đánh giá, hoặc đã được lưu ở dạng khác. Hãy tải bảng tính từ trang này, điền rồi lưu lại dạng .xlsx.',
  otherWorkbook: ({ what }) => `Bảng tính này được tải về cho ${otherThan[what]} khác nên không nộp vào đây được. ${wayFor[what]}`,
  workbookRowTwice: ({ first }, place) => `${place} đã có ở dòng ${first} của bảng tính. Hãy chỉ giữ lại một dòng.`,
  workbookRowGone: (_, place) => `${place} không còn dòng nào trong bảng tính nên giữ nguyên như trên hệ thống.`,
  statusNotListed: ({ value }, place) =>
    `${place}: tình trạng “${value}” không có trong danh sách. Hãy chọn một mục trong danh sách của ô.`,
  pointsBesideStatus: (_, place) => `${place}: vừa ghi điểm vừa chọn tình trạng không có điểm. Hãy xóa điểm hoặc chọn lại tình trạng.`,
  explanationTooLong: ({ limit, actual }, place) =>
    `${place}: giải trình dài ${figure(String(actual))} ký tự, tối đa ${figure(String(limit))}. Hãy rút gọn.`,
  noUnitAbove: () => 'Đơn vị không có đơn vị cấp trên để dùng chung số liệu, tài liệu.',
  nothingToShareOut: () => 'Chưa có tiêu chí nào được phân công cho phòng của đơn vị. Hãy phân công ở trang Phân công thực hiện tiêu chí.',
}
