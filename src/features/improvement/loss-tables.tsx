import { Badge, Button, Group, List, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { lossKinds } from '../../core/vocabulary.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { Points } from '../../web/widgets/figures.tsx'
import { ChooseOne } from './choose-one.tsx'
import type { PlanView } from './contract.ts'
import { EntryDialog } from './entry-dialog.tsx'
import { type EntryField, filledIn, type Values, valuesOf } from './entry-fields.tsx'
import { changesOf, type Entry, usePlanParts } from './plan-context.ts'

const words = improvementWords.losses
type Loss = Entry<'losses'>

/** Badges of a loss: what the result itself says of it. */
const Marks = ({ loss }: { readonly loss: Loss }) => (
  <Group gap={4}>
    {loss.repeatedFrom.length > 0 && <Badge color="yellow">{words.repeated(loss.repeatedFrom.join(', '))}</Badge>}
    {loss.disputed && <Badge color="gray">{words.disputed}</Badge>}
    {loss.missing && <Badge color="gray">{words.missing}</Badge>}
  </Group>
)

const columnsOf = ({ plan, documents }: PlanView): readonly Column<Loss>[] => {
  const titles = new Map(documents.map(({ id, title }) => [id, title]))
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
    {
      key: 'facts',
      title: words.facts,
      cell: ({ facts, documents: cited }) => (
        <>
          {facts ?? ''}
          {cited.length > 0 && (
            <List size="sm">
              {cited.map((id) => (
                <List.Item key={id}>{titles.get(id) ?? words.document}</List.Item>
              ))}
            </List>
          )}
        </>
      ),
    },
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

const fieldsOf = ({ plan, documents }: PlanView): readonly EntryField[] => [
  { key: 'kind', label: words.kind, kind: 'choice', choices: lossKinds.map((value) => ({ value, label: labelsVi.lossKinds[value] })) },
  { key: 'facts', label: words.facts, kind: 'long', hint: () => words.factsHint },
  { key: 'disputed', label: words.disputes, kind: 'yes' },
  { key: 'documents', label: words.documents, kind: 'several', choices: documents.map(({ id, title }) => ({ value: id, label: title })) },
  { key: 'causes', label: words.causes, kind: 'several', choices: plan.causes.map(({ id, text }) => ({ value: id, label: text })) },
]

/** Every loss, area by area, with its kind, facts, documents and causes. */
export const LossTables = ({ view }: { readonly view: PlanView }) => {
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
  const lost = view.plan.areas.filter(({ id }) => view.plan.losses.some(({ area }) => area === id))
  const [chosen, choose] = useState(lost.length > 3 ? (lost[0]?.id ?? '') : '')
  const areas = chosen === '' ? lost : lost.filter(({ id }) => id === chosen)
  return (
    <Stack gap="lg">
      <ChooseOne
        label={words.area}
        choices={lost.map(({ id, code, name }) => ({
          value: id,
          label: words.areaChoice(`${code} ${name}`.trim(), view.plan.losses.filter(({ area }) => area === id).length),
        }))}
        value={chosen}
        onChoose={choose}
      />
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
