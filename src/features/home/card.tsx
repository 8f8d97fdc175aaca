import { Group, Paper, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Stage } from '../../core/vocabulary.ts'
import { deadlineWords } from '../../language/deadline-words.ts'
import { homeTexts } from '../../language/pages/home.ts'
import { DaysLeft } from '../../web/widgets/figures.tsx'
import { StageBadge } from '../../web/widgets/stage-badge.tsx'
import type { TaskOf } from './contract.ts'

interface CardProps {
  readonly title: string
  readonly under?: string
  readonly stage?: Stage
  readonly children: ReactNode
  readonly action: ReactNode
}

/** What every task looks like: its name, what stands below it, and the way there. */
export const Card = ({ title, under, stage, children, action }: CardProps) => (
  <Paper component="article" p="md">
    <Stack gap="sm" h="100%">
      <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
        <div>
          <Title order={3}>{title}</Title>
          {under && <Text c="gray.7">{under}</Text>}
        </div>
        {stage && <StageBadge stage={stage} />}
      </Group>
      {children}
      <Group mt="auto">{action}</Group>
    </Stack>
  </Paper>
)

/** Until when, and how long that is. */
export const Deadline = ({ deadline }: { readonly deadline: TaskOf<'cycle'>['deadline'] }) =>
  deadline ? (
    <Text size="sm">
      {homeTexts.deadline(deadlineWords(deadline.lastMinute))}, <DaysLeft closes={deadline.closes} />
    </Text>
  ) : (
    <Text size="sm" c="gray.7">
      {homeTexts.noDeadline}
    </Text>
  )
