import { selfAssessmentTexts as texts } from '../../../language/pages/self-assessment.ts'
import classes from './grid.module.css'

/** The head of the sheet, as the decision's table has it; `year` is that of the values beside. */
export const GridHead = ({ year }: { readonly year: number | undefined }) => {
  const { columns } = texts
  return (
    <>
      <colgroup>
        {(['code', 'name', 'max', 'points', 'explanation', 'previous', 'note'] as const).map((column) => (
          <col key={column} className={classes[`${column}Column`]} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{columns.code}</th>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.max}</th>
          <th scope="col">{columns.points}</th>
          <th scope="col">{columns.explanation}</th>
          <th scope="col">{columns.previous(year)}</th>
          <th scope="col">{columns.note}</th>
        </tr>
      </thead>
    </>
  )
}
