import { Container } from '@mantine/core'
import type { Refused } from '../widgets/client.ts'
import { ErrorState } from '../widgets/error-state.tsx'

/** Instead of the application while the server does not answer. */
export const Unreachable = ({ refused, onAgain }: { readonly refused: Refused; readonly onAgain: () => void }) => (
  <Container size="sm" py="xl">
    <ErrorState refused={refused} onAgain={onAgain} />
  </Container>
)
