import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { formatFigure } from '../../../language/format.ts'
import { frameworkTexts } from '../../../language/pages/framework.ts'
import { useDraft } from '../use-draft.ts'

interface Props {
  readonly at: string
  readonly printed: string
  readonly derived: string
  readonly settled: 'printed' | 'derived' | undefined
}

const words = frameworkTexts.problems

/** Print or sum: two buttons with the figures on them; once chosen, what was chosen and a way to choose again. */
export const TotalChoice = ({ at, printed, derived, settled }: Props) => {
  const { view, edit } = useDraft()
  const [isOpen, setOpen] = useState(false)
  const [print, sum] = [formatFigure(printed), formatFigure(derived)]
  const choose = (choice: 'printed' | 'derived') => async (): Promise<void> => {
    await edit({ kind: 'settleTotal', at, choice })
    setOpen(false)
  }
  if (settled && !isOpen) {
    return (
      <Group gap="xs">
        <span>{settled === 'printed' ? words.chosePrinted(print, sum) : words.choseDerived(print, sum)}</span>
        {view.canChange && (
          <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
            {words.change}
          </Button>
        )}
      </Group>
    )
  }
  if (!view.canChange) return null
  return (
    <Group gap="xs">
      <Button variant="default" size="compact-sm" onClick={choose('printed')}>
        {words.usePrinted(print)}
      </Button>
      {derived !== printed && (
        <Button variant="default" size="compact-sm" onClick={choose('derived')}>
          {words.useDerived(sum)}
        </Button>
      )}
    </Group>
  )
}
