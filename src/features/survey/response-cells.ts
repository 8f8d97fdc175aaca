import { dontKnow, slotsOf } from '../../core/survey/answers.ts'
import type { Column } from '../../core/survey/columns.ts'
import { dontKnowWord } from '../../core/survey/parse-responses.ts'

/** A kept response as cells of a responses file, one per column; what was not asked and what was left open are both empty. Words are not kept with it. */
export const responseCells = (columns: readonly Column[], answers: readonly number[]): readonly string[] => {
  let slot = 0
  return columns.map((column) => {
    const values = answers.slice(slot, slot + slotsOf(column))
    slot += slotsOf(column)
    const [first = dontKnow] = values
    if (column.measure === 'words') return ''
    if (first === dontKnow) return dontKnowWord
    if (first < 0) return ''
    return column.measure === 'several' ? column.values.filter((_, option) => values[option] === 1).join('|') : String(first)
  })
}
