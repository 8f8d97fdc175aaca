import { parseDate } from '../../dates.ts'
import type { Clause } from './clauses.ts'
import { readLateness } from './read-deadline.ts'
import type { Proposal } from './proposal.ts'

/** What makes a list of answers something else: rates, counts, sums, deductions, formulas. A full date is an answer like any other. */
const traps =
  /%|(?<!\p{L})(?:mỗi|cứ|trừ|tối đa|tối thiểu|cộng thêm|t[ỷỉ] lệ|công thức|trong đó|(?<!(?:nguyên|cá|công|tư) )nhân(?! dân| viên| sự| lực| rộng)|chia(?! sẻ)|tổng|x)(?!\p{L})|[*×÷]|\/(?!\p{L}{2})|(?<!\p{L}{2})\//iu
const withoutDates = (text: string): string =>
  text.replace(
    /\b\d{1,2}\/\d{1,2}(?:\/\d{4})?\b|\b\d{1,2}\/\d{4}\b|năm \d{4}\b|quý [ivx]+\b|đủ \d{1,2}\b|(?<!\p{L})(?:mức|mức độ|cấp độ|loại|bậc|nhóm|giải|giai đoạn|cấp) \d{1,2}\b/giu,
    '',
  )

/** Some of what is asked for, in figures that only say how much of it lacks: `thiếu 01 trong 02 nội dung`. */
const withoutSome = (text: string): string =>
  text.replace(
    /(?<=thiếu |đạt )(?:0?1|một) (?:trong|\/) ?(?:số )?0?\d (?=\p{L})|(?<=^có )0?1 (?=\p{L})(?!\p{L}+ (?:lần|nội dung)|.*(?:trở lên))/iu,
    '',
  )
/** All of it, beside answers without any figure. */
const withoutAll = (words: readonly string[]): readonly string[] =>
  words.length > 2 && words.filter((each) => /\d/u.test(each)).length === 1 ? words.map((each) => each.replace(/100 ?%/u, '')) : words

/** A day that no calendar has, or "after it" where "before it" leaves the day itself out. */
const losesDay = (clauses: readonly Clause[]): boolean =>
  clauses.some(({ folded }) =>
    [...folded.matchAll(/\b(\d{1,2}\/\d{1,2})(\/\d{4})?\b/g)].some(([, day, year]) => !parseDate(`${day}${year ?? '/2024'}`)),
  ) ||
  (clauses.some(({ folded }) => /\btruoc (?:ngay )?\d/.test(folded)) &&
    clauses.some(({ folded }) => /^sau(?: (?:ngay|thoi han|thoi diem) (?:nay|tren|do))?$/.test(folded)))

const oneDay = 86_400_000
const datesIn = (folded: string): readonly number[] =>
  [...folded.matchAll(/\b(\d{1,2}\/\d{1,2})(\/\d{4})?\b/g)].map(([, day, year = '/2025']) => Date.parse(parseDate(`${day}${year}`) ?? ''))
const quartersIn = (folded: string): readonly number[] =>
  [...folded.matchAll(/\bquy (iv|iii|ii|i)\b/g)].map(([, quarter = '']) => ['i', 'ii', 'iii', 'iv'].indexOf(quarter) * oneDay)

/** Dates or quarters of neighbouring answers between which a time lies that no answer is for. */
const leavesGap = (clauses: readonly Clause[]): boolean =>
  [datesIn, quartersIn].some((times) =>
    clauses.some(({ folded }, index) => {
      const [end, start] = [times(clauses[index - 1]?.folded ?? '').at(-1), times(folded)[0]]
      return end !== undefined && start !== undefined && Math.abs(start - end) > oneDay
    }),
  )

/** Answers in words, each with its points; no figures in them but dates, and none twice. */
export const readChoices = (clauses: readonly Clause[], max: string | undefined): Proposal | undefined => {
  const words = withoutAll(clauses.map(({ label }) => withoutSome(withoutDates(label))))
  const [, ...rest] = clauses
  // Bands of days late without a date to count from: whoever enters it knows the date.
  const isLateness = words[0] !== undefined && !/\d/.test(words[0]) && readLateness(rest) !== undefined
  // All of it, or not all: the second answer denies the first, and no share lies between them.
  const [, other] = clauses
  const isAllOrNot =
    clauses.length === 2 &&
    /^[^%\d]*100 ?%[^%\d]*$/u.test(words[0] ?? '') &&
    !/[\d%]/u.test((words[1] ?? '').replace(/100 ?%/u, '')) &&
    /^(?:con|khong|chua|nguoc lai|duoi 100|co(?= [a-z ]*\b(?:qua han|tre|cham|sai|khong)\b)) /.test(
      `${other?.folded.replace(/^neu /, '')} `,
    ) &&
    Number.parseFloat(other?.points ?? '1') === 0
  const isPlain = isAllOrNot || isLateness || words.every((each) => !traps.test(each) && !/\d/.test(each) && each.length < 160)
  if (
    !isPlain ||
    clauses.some(({ folded }) => /\btruoc (?:ngay )?\d{1,2}\/\d{1,2}\b/.test(folded)) ||
    losesDay(clauses) ||
    leavesGap(clauses) ||
    new Set(clauses.map(({ folded }) => folded)).size < clauses.length ||
    clauses.length > 8 ||
    clauses.some(({ label }) => label.split('(').length !== label.split(')').length)
  )
    return undefined
  // Points that stand beside one another may also add up: only what falls, answer by answer, is a choice of one.
  const falls = clauses.every(
    ({ points }, index) => index === 0 || Number.parseFloat(points) < Number.parseFloat(clauses[index - 1]?.points ?? ''),
  )
  // Where one answer alone has all of the points, and others have some, they cannot add up.
  const isOneOf =
    clauses.every(({ points }) => !points.endsWith('%')) &&
    clauses.some(({ points }) => Number(points) === 0) &&
    clauses.filter(({ points }) => max !== undefined && Number(points) === Number(max)).length > 0 &&
    clauses.filter(({ points }) => Number(points) > 0).length > 1
  const isRising = clauses.every(
    ({ points }, index) => index === 0 || Number.parseFloat(points) > Number.parseFloat(clauses[index - 1]?.points ?? ''),
  )
  if (!falls && !isRising && !isOneOf) return undefined
  return { kind: 'choice', options: clauses.map(({ label, points }) => ({ value: label.replace(/^nếu /iu, '').slice(0, 200), points })) }
}
