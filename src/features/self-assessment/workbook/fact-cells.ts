import { errorAt } from '../../../core/problem.ts'
import { fold } from '../../../core/fold.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import type { AskedQuestion, InputValue } from '../../../core/rules/inputs.ts'
import { type RuledLeaf, scoreLeaf } from '../../../core/rules/leaf-outcome.ts'
import type { Inputs } from '../../../core/rules/inputs.ts'
import type { Rule } from '../../../core/rules/registry.ts'
import { parseDate } from '../../../core/dates.ts'
import { formatDate } from '../../../language/format.ts'
import { workbookTexts } from '../../../language/pages/self-assessment-workbook.ts'
import { choiceWord } from '../../../language/rule-words.ts'

const words = workbookTexts.facts
/** Lists and records have no single cell; they are entered on the page. */
const inCells: ReadonlySet<AskedQuestion['type']> = new Set(['figure', 'count', 'date', 'flag', 'choice', 'text'])

/** What a rule asks in cells: with what is known so far, and with nothing, so that a new beginning has its questions too. */
export const questionsInCells = (leaf: RuledLeaf, rule: Rule, inputs: Inputs): readonly AskedQuestion[] => {
  const asked = [...scoreLeaf(leaf, rule, inputs).questions, ...scoreLeaf(leaf, rule, {}).questions]
  return [...new Map(asked.map((question) => [question.path.join('.'), question])).values()].filter(({ type }) => inCells.has(type))
}

const choicesOf = ({ choices = [], choiceLabels }: AskedQuestion): readonly (readonly [value: string, word: string])[] =>
  choices.map((value, at) => [value, choiceWord(choiceLabels?.[at] ?? value)])

/** An answer as its cell shows it. */
export const cellOfAnswer = (question: AskedQuestion, value: InputValue | undefined): string => {
  if (value === undefined) return ''
  if (value === null) return words.none
  if (typeof value === 'boolean') return value ? words.yes : words.no
  // A hidden cell that somebody changed may hold anything.
  if (typeof value === 'object') return ''
  if (question.type === 'date') return formatDate(String(value))
  if (question.type === 'choice') return choicesOf(question).find(([each]) => each === value)?.[1] ?? String(value)
  return question.type === 'text' ? String(value) : String(value).replace('.', ',')
}

/** What a cell asks for, in words. */
export const hintOfQuestion = (question: AskedQuestion): string => {
  if (question.type === 'choice')
    return choicesOf(question)
      .map(([, word]) => word)
      .join(' / ')
  const hint = words.hints[question.type as keyof typeof words.hints] ?? ''
  return [hint, question.unit, question.orNone && words.orNone].filter(Boolean).join(', ')
}

/** The answer of a cell; nothing where it was emptied, `invalidValue` where it cannot be read. */
export const answerOfCell = (question: AskedQuestion, text: string): Result<InputValue | undefined> => {
  const typed = text.trim().normalize('NFC')
  const wrong = (): Result<never> =>
    refuse(errorAt('invalidValue', question.name, { field: question.label, value: typed.slice(0, 80), expected: question.type }))
  const is = (word: string): boolean => fold(word) === fold(typed)
  if (typed === '') return accept(undefined)
  if (question.orNone && is(words.none)) return accept(null)
  if (question.type === 'flag') return is(words.yes) ? accept(true) : is(words.no) ? accept(false) : wrong()
  if (question.type === 'choice') {
    const found = choicesOf(question).find(([value, word]) => is(word) || is(value))
    return found ? accept(found[0]) : wrong()
  }
  if (question.type === 'date') {
    const day = parseDate(typed)
    return day ? accept(day) : wrong()
  }
  return accept(question.type === 'text' ? typed : typed.replace(/[\s ]/g, '').replace(',', '.'))
}
