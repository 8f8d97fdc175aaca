import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { improvementWords as words } from '../../language/pages/improvement.ts'
import { Confirm } from '../../web/widgets/confirm.tsx'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import type { PlanView } from './contract.ts'
import { EntryDialog } from './entry-dialog.tsx'
import { type EntryField, filledIn, type Values, valuesOf } from './entry-fields.tsx'
import { usePlanParts } from './plan-context.ts'
import { usePart } from './use-part.tsx'

type ListPart =
  | 'causes'
  | 'tasks'
  | 'goals'
  | 'marks'
  | 'recommendations'
  | 'difficulties'
  | 'reviews'
  | 'activities'
  | 'quotas'
  | 'accounts'
  | 'rewards'
  | 'budget'
type One<Part extends ListPart> = PlanView['plan'][Part][number]

interface Props<Part extends ListPart> {
  readonly view: PlanView
  readonly part: Part
  readonly title: string
  readonly lead?: string
  readonly add: string
  readonly empty: string
  /** What to do where the list is empty. */
  readonly next?: string
  /** Which entries are shown; all where it is left out. */
  readonly isShown?: (entry: One<Part>) => boolean
  readonly columns: readonly Column<One<Part>>[]
  readonly fields: readonly EntryField[]
  readonly mayChange: boolean
  readonly nameOf: (entry: One<Part>) => string
  /** What a new entry begins with, beyond what is asked. */
  readonly fresh: () => object
  /** How an entry comes into the form, where it is not as it stands. */
  readonly toValues?: (entry: One<Part>) => Values
  /** What the form means beyond its fields. */
  readonly fromValues?: (values: Values) => object
  readonly more?: (values: Values, onChange: (values: Values) => void) => ReactNode
  /** What else has to change where an entry goes. */
  readonly without?: (entry: One<Part>) => Partial<PlanView['plan']>
}

/** A list of the plan with its form: entries are added, changed and taken away one by one, each saved at once. */
export const EntryList = <Part extends ListPart>(props: Props<Part>) => {
  const {
    view,
    part,
    title,
    lead,
    add,
    empty,
    next,
    isShown,
    columns,
    fields,
    mayChange,
    nameOf,
    fresh,
    toValues = valuesOf,
    fromValues,
    more,
    without,
  } = props
  const { save, isRunning, refused, forget } = usePlanParts(view)
  const [open, setOpen] = useState<number | 'new'>()
  const [leaving, setLeaving] = useState<number>()
  const entries = view.plan[part] as readonly One<Part>[]
  const { shown, more: showAll } = usePart(isShown ? entries.filter(isShown) : entries)
  const close = (): void => {
    forget()
    setOpen(undefined)
    setLeaving(undefined)
  }
  const keep = async (values: Values): Promise<void> => {
    const before = open === 'new' || open === undefined ? fresh() : withoutFields(entries[open] as object, fields)
    const entry = { ...before, ...filledIn(fields, values), ...fromValues?.(values) } as One<Part>
    const next = open === 'new' ? [...entries, entry] : entries.map((each, at) => (at === open ? entry : each))
    if (await save({ [part]: next })) close()
  }
  const drop = async (at: number): Promise<void> => {
    const gone = entries[at]
    if (gone && (await save({ ...without?.(gone), [part]: entries.filter((_, other) => other !== at) }))) close()
  }
  const acts: Column<One<Part>> = {
    key: 'acts',
    title: words.acts,
    isScreenOnly: true,
    width: 150,
    cell: (entry) => (
      <Group gap={4} wrap="nowrap">
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => setOpen(entries.indexOf(entry))}
          aria-label={`${words.edit}: ${nameOf(entry)}`}
        >
          {words.edit}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          onClick={() => setLeaving(entries.indexOf(entry))}
          aria-label={`${words.remove}: ${nameOf(entry)}`}
        >
          {words.remove}
        </Button>
      </Group>
    ),
  }
  const leavingEntry = leaving === undefined ? undefined : entries[leaving]
  return (
    <Stack gap="sm" component="section">
      <Group justify="space-between">
        <Title order={2} size="h3">
          {title}
        </Title>
        {mayChange && (
          <Button variant="default" onClick={() => setOpen('new')} className="no-print">
            {add}
          </Button>
        )}
      </Group>
      {lead && <Text c="gray.7">{lead}</Text>}
      {entries.length === 0 ? (
        <Text c="gray.7">{next && mayChange ? `${empty} ${next}` : empty}</Text>
      ) : (
        <DataTable
          caption={title}
          isCaptionHidden
          columns={mayChange ? [...columns, acts] : columns}
          rows={shown}
          keyOf={(entry) => String(entries.indexOf(entry))}
        />
      )}
      {showAll}
      {open !== undefined && (
        <EntryDialog
          title={open === 'new' ? add : title}
          fields={fields}
          initial={open === 'new' ? valuesOf(fresh()) : toValues(entries[open] as One<Part>)}
          {...(more && { more })}
          isRunning={isRunning}
          refused={refused}
          onSave={(values) => void keep(values)}
          onClose={close}
        />
      )}
      {leaving !== undefined && leavingEntry && (
        <Confirm
          isOpen
          title={words.remove}
          act={words.remove}
          onAct={() => void drop(leaving)}
          onClose={close}
          isRunning={isRunning}
          refused={refused}
          isFinal
        >
          {words.removeText(nameOf(leavingEntry))}
        </Confirm>
      )}
    </Stack>
  )
}

const withoutFields = (entry: object, fields: readonly EntryField[]): object => {
  const asked = new Set(fields.map(({ key }) => key))
  return Object.fromEntries(Object.entries(entry).filter(([key]) => !asked.has(key)))
}
