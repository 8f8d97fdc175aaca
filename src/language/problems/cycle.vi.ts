import type { CycleProblemFacts } from '../../core/problem-facts/cycle.ts'
import { formatDate } from '../format.ts'
import type { SentencesOf } from '../problem-sentences.ts'

const dayAndHour = (day: string, time?: string): string => (time === undefined ? formatDate(day) : `${time} ngày ${formatDate(day)}`)

export const cycleProblemsVi: SentencesOf<keyof CycleProblemFacts> = {
  stepWithout: ({ step, lacks }) => `Bước “${step}” chưa ghi ${lacks === 'time' ? 'thời gian' : 'đơn vị chịu trách nhiệm'}.`,
  stepsOverlap: ({ step, before, day, time, ends, endsTime }) =>
    `Bước “${step}” (${dayAndHour(day, time)}) chồng lên bước “${before}” mà nó phải chờ (đến ${dayAndHour(ends, endsTime)}).`,
  notOpenYet: ({ opens }) => `Chưa đến thời gian thực hiện; bắt đầu từ ${formatDate(opens)}.`,
  notItsNewVersion: () => 'Bộ tiêu chí này không phải là bản sửa đổi, cùng năm và cùng khối, của bộ tiêu chí mà kỳ đang dùng.',
  trialHasNoEffect: () => 'Đây là kỳ diễn tập: không công bố kết quả và không ban hành văn bản. Hãy thực hiện ở kỳ đánh giá thật.',
  notATrial: () => 'Đây không phải kỳ diễn tập nên không xóa được.',
  nameNotTyped: ({ name }) => `Tên đã gõ không khớp. Hãy gõ đúng tên kỳ: ${name}.`,
  stepCircle: ({ step }) => `Bước “${step}” phải chờ chính nó. Hãy bỏ một bước trong phần “sau bước”.`,
}
