import type { Problem } from '../core/problem.ts'
import { formatFigure } from './format.ts'
import { problemSentence } from './problem-sentence.ts'
import { rangeWords } from './range-words.ts'

const expectedWords: Readonly<Record<string, string>> = {
  figure: 'Hãy ghi một số, ví dụ 80 hoặc 0,5.',
  amount: 'Hãy ghi số điểm, ví dụ 0,5; hoặc phần trăm điểm tối đa, ví dụ 50%.',
  date: 'Hãy ghi ngày/tháng/năm.',
  number: 'Hãy ghi một số nguyên.',
  int: 'Hãy ghi một số nguyên.',
}

/** `[70; 90)` in the words of decisions. */
const bandWords = (band: string): string => {
  const [, open = '', from = '', to = '', close = ''] = /^([[(])(.+); (.+)([\])])$/.exec(band) ?? []
  const edge = (text: string): string | undefined => (text.includes('∞') ? undefined : text)
  return rangeWords({ from: edge(from), fromInclusive: open === '[', to: edge(to), toInclusive: close === ']' })
}

const withoutPlace = (problem: Problem): string => {
  const text = problemSentence({ ...problem, at: '' }).replace(/^[^:“]{1,20}: /, '')
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

/** What is wrong with one parameter of a rule, for whoever stands before its field: no place, no name of a parameter. */
export const ruleFault = (problem: Problem): string => {
  switch (problem.code) {
    case 'missingField':
      return 'Cần ghi mục này.'
    case 'invalidValue':
      return problem.value === ''
        ? 'Cần ghi mục này.'
        : (expectedWords[problem.expected] ?? `Giá trị “${problem.value}” không dùng được ở đây.`)
    case 'invalidPoints':
      return 'Hãy ghi số điểm, ví dụ 0,75.'
    case 'abovePoints':
      return `${formatFigure(problem.points)} điểm vượt quá điểm tối đa ${formatFigure(problem.max)}.`
    case 'bandOverlap':
      return `Khoảng “${bandWords(problem.first)}” và khoảng “${bandWords(problem.second)}” trùng nhau. Hãy sửa cận của một khoảng.`
    case 'bandGap':
      return `Giữa khoảng “${bandWords(problem.below)}” và khoảng “${bandWords(problem.above)}” còn giá trị chưa được tính. Hãy sửa cận, hoặc ghi điểm cho các giá trị còn lại.`
    case 'emptyBand':
      return 'Khoảng này không chứa giá trị nào. Hãy sửa cận dưới hoặc cận trên.'
    case 'exactlyOneOf':
      return 'Cần ghi đúng một trong các cách ở dòng này.'
    case 'alreadyExists':
      return `Đã có “${problem.value}” ở một dòng khác.`
    default:
      return withoutPlace(problem)
  }
}
