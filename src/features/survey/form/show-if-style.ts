import type { Condition, Questionnaire } from '../../../core/survey/questionnaire-file.ts'

/** Alternatives, each a chain of `:has(…)` that holds together. */
const alternatives = (condition: Condition): readonly string[] => {
  if ('question' in condition) return condition.is.map((value) => `:has(input[name="${condition.question}"][value="${value}"]:checked)`)
  if ('any' in condition) return condition.any.flatMap(alternatives)
  return condition.all.map(alternatives).reduce((chains, next) => chains.flatMap((chain) => next.map((each) => chain + each)), [''])
}

/**
 * Hides what is not asked without a line of script: a question shows once the answers that it waits for are ticked. A browser that does not know
 * `:has` shows every question with the note beside it.
 */
export const showIfStyle = ({ sections }: Questionnaire): string => {
  const rules = sections.flatMap(({ questions }) =>
    questions.flatMap(({ id, showIf }) => {
      if (!showIf) return []
      const shown = alternatives(showIf).map((chain) => `form${chain} #w-${id}`)
      return [`#w-${id}{display:none}${shown.join(',')}{display:block}#w-${id} .if{display:none}`]
    }),
  )
  return rules.length === 0 ? '' : `@supports selector(:has(*)){${rules.join('')}}`
}
