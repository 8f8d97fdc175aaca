import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { FrameworkEdit, RowDirection } from '../../core/framework/draft/edit.ts'
import { frameworkTexts } from '../../language/pages/framework.ts'
import { Confirm } from '../../web/widgets/confirm.tsx'
import type { FrameworkRow } from './framework-shapes.ts'
import { useDraft } from './use-draft.ts'

const words = frameworkTexts.row

/** What can be done with a row as a whole: rows beside and below it, its place, its end. */
export const RowActs = ({ row, onDone }: { readonly row: FrameworkRow; readonly onDone: () => void }) => {
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
