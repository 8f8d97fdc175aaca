import { clauseOf, foldPrint, partsOf } from './clauses.ts'
import { inFigures } from './read-deadline.ts'

const due =
  /^(?:(?:thoi )?han |thoi gian |[a-z, ]{2,60}?)(?:[a-z ]{0,30}:? ?)?\b(truoc|cham nhat|den het|la|khong qua|:)?(?: (?:la|vao|het|den))*:? ?(?:ngay )?(\d{1,2}\/\d{1,2}(?:\/\d{4})?)$/
const isDue = /\b(?:han|cham nhat|truoc|thoi gian)\b/
const inTime = /^(?:[a-z]+ ){0,3}dung (?:thoi )?(?:han|gian|tien do)(?: [a-z ]{2,30})?$/

/** A due date said first, "in time" after it: the same with the date in the first answer; nothing where that is not how the text begins. */
export const dueInFirst = (text: string, year: number | undefined): string | undefined => {
  const [head = '', first = '', ...rest] = partsOf(text)
  const [, word, day] = due.exec(inFigures(foldPrint(head), year)) ?? []
  const clause = clauseOf(first)
  if (day === undefined || !isDue.test(foldPrint(head)) || !clause || !inTime.test(clause.folded) || clauseOf(head) || rest.length === 0)
    return undefined
  const points = clause.points.endsWith('%') ? 'diem toi da' : `${clause.points} diem`
  return [`${word === 'truoc' ? 'truoc' : 'cham nhat'} ngay ${day}: ${points}`, ...rest].join('; ')
}
