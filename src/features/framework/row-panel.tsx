import { Button, Checkbox, Drawer, Select, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type CellField, cellFields, type FrameworkEdit } from '../../core/framework/draft/edit.ts'
import { labelsOf } from '../../language/labels.ts'
import { frameworkTexts } from '../../language/pages/framework.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import type { FrameworkRow } from './framework-shapes.ts'
import { RowActs } from './row-acts.tsx'
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
