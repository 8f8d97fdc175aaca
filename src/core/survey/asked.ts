import type { Answers } from './answers.ts'
import { type Column, columnsOf } from './columns.ts'
import { groupBy } from './group-by.ts'
import type { Condition, Questionnaire } from './questionnaire-file.ts'

const holds = (condition: Condition, answers: Answers, asked: ReadonlySet<string>): boolean => {
  if ('all' in condition) return condition.all.every((each) => holds(each, answers, asked))
  if ('any' in condition) return condition.any.some((each) => holds(each, answers, asked))
  if (!asked.has(condition.question)) return false
  const answer = answers.get(condition.question)
  return condition.is.some((value) => answer === value || (typeof answer === 'object' && answer.includes(value)))
}

/** Tells which columns a respondent of a group is asked, given the answers so far. */
export type Asker = (group: string, answers: Answers) => ReadonlySet<string>

/**
 * Who is asked what: sections of the respondent's group, and in them questions whose condition holds. A condition on a question that was itself
 * not asked does not hold.
 */
export const askerOf = (questionnaire: Questionnaire, columns: readonly Column[] = columnsOf(questionnaire)): Asker => {
  const byQuestion = groupBy(columns, ({ question }) => question.id)
  return (group, answers) => {
    const asked = new Set<string>()
    for (const section of questionnaire.sections) {
      if (section.groups && !section.groups.includes(group)) continue
      for (const { id, showIf } of section.questions)
        if (!showIf || holds(showIf, answers, asked)) for (const column of byQuestion.get(id) ?? []) asked.add(column.id)
    }
    return asked
  }
}
