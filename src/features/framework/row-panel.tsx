import { Button, Checkbox, Drawer, Select, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type CellField, cellFields, type FrameworkEdit } from '../../core/framework/draft/edit.ts'
import { labelsOf } from '../../language/labels.ts'
import { frameworkTexts } from '../../language/pages/framework.ts'
import { ruleEditorTexts } from '../../language/pages/rule-editor.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { LinkButton } from '../../web/widgets/links.tsx'
import type { FrameworkRow } from './framework-shapes.ts'
import { RowActs } from './row-acts.tsx'
import { typedText } from './sheet/cells.ts'
import { FixedFact } from './typed-field.tsx'
import { useDraft } from './use-draft.ts'

const words = frameworkTexts.row
const labels = labelsOf('vi')
const texts = ['code', 'name', 'maxPoints', 'leadUnits', 'coordinatingUnits', 'note', 'calculation', 'evidence'] as const
const choices = {
  source: labels.sources,
  counting: labels.countings,
  notApplicable: { '': words.inherits, ...labels.treatments },
} as const

const choiceFields = ['source', 'counting', 'notApplicable'] as const

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
  const isFixed = !view.canChange || row.isOfFrame
  const editableTexts = isFixed ? [] : texts
  const editableChoices = isFixed ? [] : choiceFields
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
        {row.isLeaf && <RuleOfRow row={row} />}
        {row.isOfFrame && <Text c="gray.7">{words.ofFrame}</Text>}
        {isFixed && <FixedRow row={row} typed={typed} />}
        {editableTexts.map((field) => (
          <Textarea
            key={field}
            label={words.fields[field]}
            value={typed[field]}
            rows={Math.min(8, Math.max(1, typed[field].split('\n').length, Math.ceil(typed[field].length / 60)))}
            onChange={(event) => set(field, event.currentTarget.value)}
          />
        ))}
        {!isFixed && (
          <Checkbox
            label={words.fields.ifAny}
            checked={typed.ifAny === 'true'}
            onChange={(event) => set('ifAny', String(event.currentTarget.checked))}
          />
        )}
        {editableChoices.map((field) => (
          <Select
            key={field}
            label={words.fields[field]}
            description={!row.isLeaf && field !== 'notApplicable' ? words.holdsBelow : undefined}
            data={Object.entries(choices[field]).map(([value, label]) => ({ value, label }))}
            value={typed[field]}
            allowDeselect={false}
            onChange={(value) => set(field, value ?? '')}
          />
        ))}
        {message && (
          <Text c="red.7" role="alert">
            {message}
          </Text>
        )}
        {!isFixed && (
          <Button onClick={() => void save()} disabled={edits.length === 0}>
            {words.save}
          </Button>
        )}
      </Stack>
    </Drawer>
  )
}

/** What a row says, where nobody may change it. */
const FixedRow = ({ row, typed }: { readonly row: FrameworkRow; readonly typed: Typed }) => (
  <>
    {texts
      .filter((field) => typed[field] !== '')
      .map((field) => (
        <FixedFact key={field} label={words.fixed[field]} text={typed[field]} />
      ))}
    {row.ifAny && <Text>{words.fields.ifAny}</Text>}
    {choiceFields.map((field) => (
      <FixedFact
        key={field}
        label={words.fields[field]}
        text={(choices[field] as Readonly<Record<string, string>>)[typed[field]] ?? typed[field]}
      />
    ))}
  </>
)

/** How the row's points are given, and the way to change it. */
const RuleOfRow = ({ row }: { readonly row: FrameworkRow }) => {
  const { view } = useDraft()
  return (
    <div>
      <Text fw={600} size="sm">
        {ruleEditorTexts.title}
      </Text>
      <Text mb={6}>{row.ruleSentence ?? row.proposal?.sentence ?? ruleEditorTexts.byHand}</Text>
      <LinkButton
        variant="default"
        size="compact-md"
        to="/bo-tieu-chi/$frameworkId/cach-tinh"
        params={{ frameworkId: view.id }}
        search={{ dong: row.id }}
      >
        {view.canChange && !row.isOfFrame ? ruleEditorTexts.acts.make : ruleEditorTexts.acts.view}
      </LinkButton>
    </div>
  )
}
