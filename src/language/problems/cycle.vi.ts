import type { CycleProblemFacts } from '../../core/problem-facts/cycle.ts'
import { formatDate } from '../format.ts'
import type { SentencesOf } from '../problem-sentences.ts'

export const cycleProblemsVi: SentencesOf<keyof CycleProblemFacts> = {
  stepWithout: ({ step, lacks }) => `Bước “${step}” chưa ghi ${lacks === 'time' ? 'thời gian' : 'đơn vị chịu trách nhiệm'}.`,
  stepsOverlap: ({ step, before, day, ends }) =>
    `Bước “${step}” (${formatDate(day)}) chồng lên bước “${before}” mà nó phải chờ (đến ${formatDate(ends)}).`,
  notOpenYet: ({ opens }) => `Chưa đến thời gian thực hiện; bắt đầu từ ${formatDate(opens)}.`,
  stepCircle: ({ step }) => `Bước “${step}” phải chờ chính nó. Hãy bỏ một bước trong phần “sau bước”.`,
}
