import { Button } from '@mantine/core'
import type { FrameworkEdit } from '../../../core/framework/draft/edit.ts'
import { frameworkTexts } from '../../../language/pages/framework.ts'
import type { DraftProblemView, FrameworkRow } from '../framework-shapes.ts'
import { useDraft } from '../use-draft.ts'

const unitColumns = ['leadUnits', 'coordinatingUnits'] as const

/** Edits that write one unit the same way wherever one of its spellings stands. */
const unify = (rows: readonly FrameworkRow[], spellings: readonly string[], name: string): readonly FrameworkEdit[] =>
  rows.flatMap((row) =>
    unitColumns
      .filter((column) => row[column].some((unit) => unit !== name && spellings.includes(unit)))
      .map(
        (field): FrameworkEdit => ({
          kind: 'correctCell',
          at: row.id,
          field,
          value: [...new Set(row[field].map((unit) => (spellings.includes(unit) ? name : unit)))].join('\n'),
        }),
      ),
  )

/** A unit that is written in several ways: one button per spelling writes it so everywhere, as one step. */
export const SpellingChoice = ({ problem }: { readonly problem: DraftProblemView['problem'] }) => {
  const { view, edit } = useDraft()
  const spellings = problem['spellings']
  if (problem.code !== 'unitSpelling' || !Array.isArray(spellings)) return null
  const names = spellings.map(String)
  const proposed = String(problem['proposed'] ?? names[0] ?? '')
  return [...new Set([proposed, ...names])].slice(0, 3).map((name) => (
    <Button key={name} variant="default" size="compact-sm" onClick={() => void edit(...unify(view.rows, names, name))}>
      {frameworkTexts.problems.useSpelling(name)}
    </Button>
  ))
}
