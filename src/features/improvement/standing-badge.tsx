import { Badge } from '@mantine/core'
import type { TaskStanding } from '../../core/improvement/follow.ts'
import { improvementWords } from '../../language/pages/improvement.ts'

const colors: Readonly<Record<TaskStanding, string>> = {
  open: 'navy',
  endangered: 'yellow',
  late: 'red',
  done: 'green',
  doneLate: 'yellow',
  cancelled: 'gray',
}

/** How a task stands; the word carries the meaning. */
export const StandingBadge = ({ standing }: { readonly standing: TaskStanding }) => (
  <Badge color={colors[standing]}>{improvementWords.follow.standings[standing]}</Badge>
)
