import { improvementWords } from '../../language/pages/improvement.ts'
import { Points } from '../../web/widgets/figures.tsx'
import type { PlanView } from './contract.ts'
import { textOf, valuesOf } from './entry-fields.tsx'
import { EntryList } from './entry-list.tsx'
import { changesOf } from './plan-context.ts'
import { formatFigure } from '../../language/format.ts'

const words = improvementWords.targets

/** What is aimed at: points and place, for the whole and by area. */
export const Goals = ({ view }: { readonly view: PlanView }) => {
  const areas = new Map(view.plan.areas.map(({ id, name }) => [id, name]))
  return (
    <EntryList
      view={view}
      part="goals"
      title={words.goals}
      add={words.addGoal}
      empty={words.noGoals}
      mayChange={changesOf(view).plan}
      nameOf={({ year, area }) => `${area === undefined ? words.whole : (areas.get(area) ?? area)} ${year}`}
      fresh={() => ({ year: view.plan.actionYear })}
      toValues={({ points, ...goal }) => ({ ...valuesOf(goal), ...(points !== undefined && { points: formatFigure(points) }) })}
      fromValues={(values) => {
        const [points, rank] = [textOf(values, 'points').trim().replace(',', '.'), textOf(values, 'rank').trim()]
        return { year: Number(textOf(values, 'year')), ...(points !== '' && { points }), ...(rank !== '' && { rank: Number(rank) }) }
      }}
      fields={[
        { key: 'year', label: words.goalYear, kind: 'text', isRequired: true },
        {
          key: 'area',
          label: words.goalArea,
          kind: 'choice',
          choices: view.plan.areas.map(({ id, name }) => ({ value: id, label: name })),
          hint: () => words.whole,
        },
        { key: 'points', label: words.goalPoints, kind: 'text' },
        { key: 'rank', label: words.goalRank, kind: 'text' },
      ]}
      columns={[
        {
          key: 'area',
          title: words.goalArea,
          isRowHeader: true,
          cell: ({ area }) => (area === undefined ? words.whole : (areas.get(area) ?? area)),
        },
        { key: 'year', title: words.goalYear, width: 80, cell: ({ year }) => year },
        { key: 'points', title: words.goalPoints, isFigure: true, width: 120, cell: ({ points }) => <Points value={points} /> },
        { key: 'rank', title: words.goalRank, isFigure: true, width: 120, cell: ({ rank }) => rank ?? '' },
      ]}
    />
  )
}
