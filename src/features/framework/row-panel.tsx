import { Button, Checkbox, Drawer, Group, Select, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type CellField, cellFields, type FrameworkEdit, type RowDirection } from '../../core/framework/draft/edit.ts'
import { labelsOf } from '../../language/labels.ts'
import { frameworkTexts } from '../../language/pages/framework.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { Confirm } from '../../web/widgets/confirm.tsx'
import type { FrameworkRow } from './contract.ts'
import { typedText } from './sheet/cells.ts'
import { useDraft } from './use-draft.ts'

const words = frameworkTexts.row
const labels = labelsOf('vi')
const texts = ['code', 'name', 'maxPoints', 'leadUnits', 'coordinatingUnits', 'note', 'calculation', 'evidence'] as const
const choices = {
  source: labels.sources,
  counting: labels.countings,
  notApplicable: { '': words.inherits, ...labels.treatments },
} as const

type Typed = Readonly<Record<CellField, string>>
const typedOf = (row: FrameworkRow): Typed => Object.fromEntries(cellFields.map((field) => [field, typedText(row, field)])) as Typed

const changesOf = (row: FrameworkRow, typed: Typed): readonly FrameworkEdit[] => {
  const stood = typedOf(row)
  // The code last: it may give the row another id.
  const fields = [...cellFields.filter((field) => field !== 'code'), 'code' as const]
  return fields
    .filter((field) => typed[field].trim() !== stood[field].trim())
    .map((field) => ({ kind: 'correctCell', at: row.id, field, value: typed[field] }))
}

/** Everything about one row beside the table: what the table has no room for, and what can be done with the row. */
export const RowPanel = ({ row, onClose }: { readonly row: FrameworkRow; readonly onClose: () => void }) => {
  const { view, edit } = useDraft()
  const [typed, setTyped] = useState(() => typedOf(row))
  const [message, setMessage] = useState<string>()
  const set = (field: CellField, value: string): void => setTyped({ ...typed, [field]: value })
  const edits = changesOf(row, typed)
  const save = async (): Promise<void> => {
    const refused = await edit(...edits)
    if (refused) setMessage(refused.problems.map((each) => each.message).join(' '))
    else onClose()
  }
  const isFixed = !view.canChange
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={words.title(row.code)}
      closeButtonProps={{ 'aria-label': widgetTexts.close }}
    >
      <Stack gap="sm">
        {view.canChange && <RowActs row={row} onDone={onClose} />}
        {texts.map((field) => (
          <Textarea
            key={field}
            label={words.fields[field]}
            value={typed[field]}
            readOnly={isFixed}
            rows={Math.min(8, Math.max(1, typed[field].split('\n').length, Math.ceil(typed[field].length / 60)))}
            onChange={(event) => set(field, event.currentTarget.value)}
          />
        ))}
        <Checkbox
          label={words.fields.ifAny}
          checked={typed.ifAny === 'true'}
          disabled={isFixed}
          onChange={(event) => set('ifAny', String(event.currentTarget.checked))}
        />
        {(['source', 'counting', 'notApplicable'] as const).map((field) => (
          <Select
            key={field}
            label={words.fields[field]}
            description={!row.isLeaf && field !== 'notApplicable' ? words.holdsBelow : undefined}
            data={Object.entries(choices[field]).map(([value, label]) => ({ value, label }))}
            value={typed[field]}
            allowDeselect={false}
            readOnly={isFixed}
            onChange={(value) => set(field, value ?? '')}
          />
        ))}
        {message && (
          <Text c="red.7" role="alert">
            {message}
          </Text>
        )}
        {view.canChange && (
          <Button onClick={() => void save()} disabled={edits.length === 0}>
            {words.save}
          </Button>
        )}
      </Stack>
    </Drawer>
  )
}

const RowActs = ({ row, onDone }: { readonly row: FrameworkRow; readonly onDone: () => void }) => {
  const { view, edit } = useDraft()
  const [isRemoving, setRemoving] = useState(false)
  const [message, setMessage] = useState<string>()
  const act = async (change: FrameworkEdit): Promise<void> => {
    const refused = await edit(change)
    if (refused) setMessage(refused.problems[0]?.message)
    else onDone()
  }
  const add = (place: 'after' | 'under') => act({ kind: 'addRow', place, at: row.id, code: '', name: words.newName, maxPoints: '' })
  const move = (direction: RowDirection) => act({ kind: 'moveRow', at: row.id, direction })
  const below = countBelow(view.rows, row.id)
  return (
    <Stack gap={6}>
      <Group gap={6}>
        <Act label={words.acts.after} onAct={() => add('after')} />
        <Act label={words.acts.under} onAct={() => add('under')} />
        {(['up', 'down', 'in', 'out'] as const).map((direction) => (
          <Act key={direction} label={words.acts[direction]} onAct={() => move(direction)} />
        ))}
        <Act label={words.acts.remove} onAct={() => setRemoving(true)} />
      </Group>
      {message && (
        <Text c="red.7" role="alert">
          {message}
        </Text>
      )}
      <Confirm
        isOpen={isRemoving}
        title={words.removeTitle(row.code)}
        act={words.acts.remove}
        onAct={() => void act({ kind: 'removeRow', at: row.id })}
        onClose={() => setRemoving(false)}
      >
        {words.removeText(below)}
      </Confirm>
    </Stack>
  )
}

const Act = ({ label, onAct }: { readonly label: string; readonly onAct: () => unknown }) => (
  <Button variant="default" size="compact-sm" onClick={() => void onAct()}>
    {label}
  </Button>
)

const countBelow = (rows: readonly FrameworkRow[], id: string): number => {
  const children = rows.filter(({ parentId }) => parentId === id)
  return children.reduce((count, child) => count + 1 + countBelow(rows, child.id), 0)
}
