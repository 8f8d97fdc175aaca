import { Stack } from '@mantine/core'
import { pointsText } from '../../core/exact/points.ts'
import { totalLost } from '../../core/improvement/count-losses.ts'
import { causesOf, lossesOf } from '../../core/improvement/plan.ts'
import { causeSides } from '../../core/vocabulary.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import type { PlanView } from './contract.ts'
import { Doubts } from './doubts.tsx'
import { EntryList } from './entry-list.tsx'
import { LossFigures } from './loss-figures.tsx'
import { LossTables } from './loss-tables.tsx'
import { changesOf, divisionNames, freshId } from './plan-context.ts'
import { Sections } from './sections.tsx'

const words = improvementWords.losses
const causeWords = improvementWords.causes

/** Why points were lost: figures, every loss with its kind, facts and causes, and the causes by themselves. */
export const LossesTab = ({ view }: { readonly view: PlanView }) => {
  const losses = lossesOf(view.plan)
  if (losses.length === 0) return <EmptyState title={words.none}>{words.noneHint}</EmptyState>
  return (
    <Stack gap="lg">
      <Doubts view={view} codes={['lossWithoutCause', 'causeCopied', 'causeWithoutLoss']} />
      <Sections
        sections={[
          {
            address: 'so-lieu',
            label: words.sections.figures,
            body: <LossFigures plan={view.plan} losses={losses} causes={causesOf(view.plan)} whole={pointsText(totalLost(losses))} />,
          },
          { address: 'nguyen-nhan', label: words.sections.causes, body: <Causes view={view} /> },
          { address: 'tieu-chi', label: words.sections.losses, body: <LossTables view={view} /> },
        ]}
      />
    </Stack>
  )
}

const Causes = ({ view }: { readonly view: PlanView }) => (
  <EntryList
    view={view}
    part="causes"
    title={causeWords.caption}
    add={causeWords.add}
    empty={causeWords.empty}
    mayChange={changesOf(view).plan}
    nameOf={({ text }) => text}
    fresh={() => ({ id: freshId('n', view.plan.causes), side: 'subjective' })}
    without={({ id }) => ({
      losses: view.plan.losses.map((loss) => ({ ...loss, causes: loss.causes.filter((cause) => cause !== id) })),
    })}
    fields={[
      { key: 'text', label: causeWords.text, kind: 'long', isRequired: true },
      {
        key: 'side',
        label: causeWords.side,
        kind: 'choice',
        isRequired: true,
        choices: causeSides.map((value) => ({ value, label: labelsVi.causeSides[value] })),
      },
      { key: 'division', label: causeWords.division, kind: 'text', suggestions: divisionNames(view) },
    ]}
    columns={[
      { key: 'text', title: causeWords.text, isRowHeader: true, cell: ({ text }) => text },
      { key: 'side', title: causeWords.side, width: 130, cell: ({ side }) => labelsVi.causeSides[side] },
      { key: 'division', title: causeWords.division, width: 180, cell: ({ division }) => division ?? '' },
      {
        key: 'count',
        title: causeWords.count,
        width: 100,
        isFigure: true,
        cell: ({ id }) => view.plan.losses.filter(({ causes }) => causes.includes(id)).length,
      },
    ]}
  />
)
