import { Paper, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'

/** Where there is nothing yet: says so and what to do next. */
export const EmptyState = ({
  title,
  children,
  action,
}: {
  readonly title?: string
  readonly children: ReactNode
  readonly action?: ReactNode
}) => (
  <Paper p="xl" bg="white">
    <Stack align="center" gap="xs" ta="center" maw={560} mx="auto">
      {title && <Text fw={600}>{title}</Text>}
      <Text component="div" c="gray.7">
        {children}
      </Text>
      {action}
    </Stack>
  </Paper>
)
