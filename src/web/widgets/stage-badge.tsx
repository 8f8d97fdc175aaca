import { Badge } from '@mantine/core'
import type { Stage } from '../../core/vocabulary.ts'
import { labelsVi } from '../../language/labels.vi.ts'

const colors: Readonly<Record<Stage, string>> = {
  preparing: 'gray',
  selfAssessing: 'navy',
  submitted: 'navy',
  firstAppraisal: 'yellow',
  explaining: 'yellow',
  secondAppraisal: 'yellow',
  council: 'yellow',
  approved: 'green',
  published: 'green',
}

/** Where a cycle or a unit in it stands; the word carries the meaning, the colour only helps. */
export const StageBadge = ({ stage }: { readonly stage: Stage }) => (
  <Badge color={colors[stage]} style={{ flexShrink: 0 }}>
    {labelsVi.stages[stage]}
  </Badge>
)
