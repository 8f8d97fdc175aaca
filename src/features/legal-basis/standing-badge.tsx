import { Badge } from '@mantine/core'
import type { DocumentStanding } from '../../core/legal-basis/document-standing.ts'
import { standingWords } from '../../language/legal-document-words.ts'

const colors: Readonly<Record<DocumentStanding, string>> = {
  draft: 'yellow',
  notYet: 'blue',
  inForce: 'green',
  ended: 'red',
  replaced: 'red',
}

/** How a document stands, in words. */
export const StandingBadge = ({ standing }: { readonly standing: DocumentStanding }) => (
  <Badge color={colors[standing]} variant="light">
    {standingWords[standing]}
  </Badge>
)
