import { Progress, Text } from '@mantine/core'
import type { FollowedTask } from '../../core/improvement/follow.ts'
import { improvementWords } from '../../language/pages/improvement.ts'

/** How much of a task is done, as a bar with its figure. */
export const ProgressLine = ({ task }: { readonly task: FollowedTask }) => (
  <>
    <Text size="sm">{`${task.share}%`}</Text>
    <Progress value={task.share} aria-label={`${improvementWords.follow.shareShort}: ${task.title}`} />
  </>
)
