import { Badge } from '@mantine/core'
import type { PartState } from '../../../core/self-assessment/part.ts'
import { partTexts } from '../../../language/pages/parts.ts'

const colors: Readonly<Record<PartState, string>> = { working: 'gray', finished: 'yellow', handedIn: 'navy', merged: 'green' }

/** How far the part of a division is; the word carries the meaning, the colour only helps. */
export const PartBadge = ({ state }: { readonly state: PartState }) => (
  <Badge color={colors[state]} style={{ flexShrink: 0 }}>
    {partTexts.states[state]}
  </Badge>
)
