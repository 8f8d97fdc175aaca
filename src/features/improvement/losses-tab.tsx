import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { pointsText } from '../../core/exact/points.ts'
import { totalLost } from '../../core/improvement/count-losses.ts'
import { causesOf, lossesOf } from '../../core/improvement/plan.ts'
import { causeSides, lossKinds } from '../../core/vocabulary.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { Points } from '../../web/widgets/figures.tsx'
import type { PlanView } from './contract.ts'
import { Doubts } from './doubts.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { type EntryField, filledIn, type Values, valuesOf } from './entry-fields.tsx'
import { EntryList } from './entry-list.tsx'
import { LossFigures } from './loss-figures.tsx'
import { changesOf, type Entry, freshId, usePlanParts } from './plan-context.ts'

const words = improvementWords.losses
const causeWords = improvementWords.causes
type Loss = Entry<'losses'>

/** Why points were lost: figures, every loss with its kind, facts and causes, and the causes by themselves. */
export const LossesTab = ({ view }: { readonly view: PlanView }) => {
  const losses = lossesOf(view.plan)
  if (losses.length === 0) return <EmptyState title={words.none}>{words.noneHint}</EmptyState>
  return (
    <Stack gap="xl">
      <LossFigures plan={view.plan} losses={losses} causes={causesOf(view.plan)} whole={pointsText(totalLost(losses))} />
      <Doubts view={view} codes={['lossWithoutCause', 'causeCopied', 'causeWithoutLoss']} />
      <Causes view={view} />
      <LossTables view={view} />
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
      { key: 'division', label: causeWords.division, kind: 'text' },
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

/** Badges of a loss: what the result itself says of it. */
const Marks = ({ loss }: { readonly loss: Loss }) => (
  <Group gap={4}>
    {loss.repeatedFrom.length > 0 && <Badge color="yellow">{words.repeated(loss.repeatedFrom.join(', '))}</Badge>}
    {loss.disputed && <Badge color="gray">{words.disputed}</Badge>}
    {loss.missing && <Badge color="gray">{words.missing}</Badge>}
  </Group>
)

const columnsOf = ({ plan }: PlanView): readonly Column<Loss>[] => {
  const causes = new Map(plan.causes.map((cause) => [cause.id, cause]))
  return [
    {
      key: 'name',
      title: words.criterion,
      isRowHeader: true,
      cell: (loss) => (
        <>
          {`${loss.code} ${loss.name}`.trim()}
          <Marks loss={loss} />
        </>
      ),
    },
    {
      key: 'points',
      title: words.points,
      isFigure: true,
      width: 90,
      cell: ({ points, maxPoints }) => (
        <>
          <Points value={points} />/<Points value={maxPoints} />
        </>
      ),
    },
    { key: 'lost', title: words.lost, isFigure: true, width: 80, cell: ({ lost }) => <Points value={lost} /> },
    { key: 'kind', title: words.kind, width: 150, cell: ({ kind }) => (kind ? labelsVi.lossKinds[kind] : words.noKind) },
    { key: 'facts', title: words.facts, cell: ({ facts }) => facts ?? '' },
    {
      key: 'causes',
      title: words.causes,
      cell: (loss) =>
        loss.causes
          .map((id) => `${causes.get(id)?.text ?? id} (${labelsVi.causeSides[causes.get(id)?.side ?? 'subjective'].toLowerCase()})`)
          .join('; '),
    },
    {
      key: 'charge',
      title: words.charge,
      width: 130,
      cell: ({ leaf }) => [...new Set(plan.tasks.flatMap((task) => (task.leaves.includes(leaf) ? (task.leadUnit ?? []) : [])))].join(', '),
    },
  ]
}

const fieldsOf = ({ plan }: PlanView): readonly EntryField[] => [
  { key: 'kind', label: words.kind, kind: 'choice', choices: lossKinds.map((value) => ({ value, label: labelsVi.lossKinds[value] })) },
  { key: 'facts', label: words.facts, kind: 'long', hint: () => words.factsHint },
  { key: 'causes', label: words.causes, kind: 'several', choices: plan.causes.map(({ id, text }) => ({ value: id, label: text })) },
]

const LossTables = ({ view }: { readonly view: PlanView }) => {
  const [open, setOpen] = useState<Loss>()
  const { save, isRunning, refused, forget } = usePlanParts(view)
  const fields = fieldsOf(view)
  const close = (): void => {
    forget()
    setOpen(undefined)
  }
  const keep = async (values: Values): Promise<void> => {
    const { kind: _k, facts: _f, ...rest } = open ?? ({} as Loss)
    const changed = { ...rest, ...filledIn(fields, values) } as Loss
    if (await save({ losses: view.plan.losses.map((loss) => (loss.leaf === open?.leaf ? changed : loss)) })) close()
  }
  const act: Column<Loss> = {
    key: 'act',
    title: improvementWords.acts,
    isScreenOnly: true,
    width: 70,
    cell: (loss) => (
      <Button size="compact-sm" variant="subtle" onClick={() => setOpen(loss)} aria-label={`${improvementWords.edit}: ${loss.name}`}>
        {improvementWords.edit}
      </Button>
    ),
  }
  const columns = changesOf(view).plan ? [...columnsOf(view), act] : columnsOf(view)
  const areas = view.plan.areas.filter(({ id }) => view.plan.losses.some(({ area }) => area === id))
  return (
    <Stack gap="lg">
      {areas.map(({ id, code, name }) => (
        <Stack key={id} gap="xs" component="section">
          <Title order={2} size="h4">
            {`${code} ${name}`.trim()}
          </Title>
          <DataTable
            caption={words.rows(name)}
            isCaptionHidden
            columns={columns}
            rows={view.plan.losses.filter(({ area }) => area === id)}
            keyOf={({ leaf }) => leaf}
          />
        </Stack>
      ))}
      {open && (
        <EntryDialog
          title={words.editTitle}
          fields={fields}
          initial={valuesOf(open)}
          more={() => <Text c="gray.7">{`${open.code} ${open.name}`.trim()}</Text>}
          isRunning={isRunning}
          refused={refused}
          onSave={(values) => void keep(values)}
          onClose={close}
        />
      )}
    </Stack>
  )
}
