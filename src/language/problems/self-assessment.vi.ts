import type { SelfAssessmentProblemFacts } from '../../core/problem-facts/self-assessment.ts'
import type { SentencesOf } from '../problem-sentences.ts'

const standing = {
  working: 'đang được phòng nhập',
  finished: 'đã được cán bộ của phòng báo xong',
  handedIn: 'đã được lãnh đạo phòng nộp',
  merged: 'đã được tổng hợp vào bản của đơn vị',
}

export const selfAssessmentProblemsVi: SentencesOf<keyof SelfAssessmentProblemFacts> = {
  wrongPartState: ({ state }) =>
    `Phần việc này ${standing[state]} nên không làm được việc vừa chọn. Hãy tải lại trang để xem tình trạng mới nhất.`,
  leafOfOthers: (_, place) => `${place} không thuộc phần việc được giao cho phòng của bạn.`,
  leafHandedIn: (_, place) => `${place} thuộc phần việc đã báo xong hoặc đã nộp. Hãy mở lại hoặc đề nghị đơn vị trả lại để sửa.`,
  partNotMerged: ({ division }) => `Phần việc của ${division} chưa được tổng hợp vào bản tự đánh giá của đơn vị.`,
  headSubmits: () => 'Bản tự đánh giá có phần việc của các phòng do người đứng đầu đơn vị duyệt và nộp.',
  nothingToShareOut: () => 'Chưa có tiêu chí nào được phân công cho phòng của đơn vị. Hãy phân công ở trang Phân công thực hiện tiêu chí.',
}
