import { Button, Group } from '@mantine/core'
import { seenWords as words } from '../../language/pages/seen-results.ts'

interface Props {
  readonly views: readonly { readonly value: string; readonly label: string }[]
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Ways of seeing the same results; they wrap on a phone. */
export const ViewButtons = ({ views, value, onChange }: Props) => (
  <Group gap={6} role="group" aria-label={words.views}>
    {views.map((view) => (
      <Button
        key={view.value}
        size="xs"
        variant={view.value === value ? 'filled' : 'default'}
        aria-pressed={view.value === value}
        onClick={() => onChange(view.value)}
      >
        {view.label}
      </Button>
    ))}
  </Group>
)
