import { Alert, Button, Stack, Text } from '@mantine/core'
import { widgetTexts } from '../../language/pages/widgets.ts'
import type { Refused } from './client.ts'
import { ProblemList } from './problem-list.tsx'

/** Why something was not done or not loaded, with a way on. The request id stands there only when the server itself failed. */
export const ErrorState = ({ refused, onAgain }: { readonly refused: Refused; readonly onAgain?: () => void }) => (
  <Alert color="red" bg="red.0" role="alert" title={widgetTexts.refusedTitle}>
    <Stack gap="xs" align="flex-start">
      <ProblemList problems={refused.problems} plain />
      {refused.status >= 500 && refused.requestId && (
        <Text size="sm" c="gray.8">
          {widgetTexts.requestId(refused.requestId)}
        </Text>
      )}
      {onAgain && (
        <Button variant="default" onClick={onAgain}>
          {widgetTexts.retry}
        </Button>
      )}
    </Stack>
  </Alert>
)
