import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { factsRuleOf } from '../../../core/rules/leaf-outcome.ts'
import { applicabilityOf } from '../../../core/self-assessment/applicability.ts'
import { formatFigure } from '../../../language/format.ts'
import { selfAssessmentTexts } from '../../../language/pages/self-assessment.ts'
import { BasisDialog } from './basis-dialog.tsx'
import { clearPoints, takePrevious } from './edits.ts'
import type { Entry } from './entry.ts'
import type { SheetRow } from './sheet-rows.ts'
import { useSession } from './use-session.ts'

const texts = selfAssessmentTexts.panel

interface Props {
  readonly row: SheetRow
  readonly entry: Entry
}

/** What last year has to offer here: facts where a rule makes points of them, else points. */
const previousWords = ({ node, previous }: SheetRow): string | undefined => {
  if (factsRuleOf(node)) return previous?.inputs && texts.takeFacts
  return previous?.points === undefined ? undefined : texts.takePrevious(formatFigure(previous.points))
}

/** What can be done with one criterion besides typing. */
export const LeafActs = ({ row, entry }: Props) => {
  const session = useSession()
  const [isAsking, setAsking] = useState(false)
  const before = previousWords(row)
  const applicability = applicabilityOf(row.node)
  const isEmpty = entry.value.status === 'missing' && !entry.value.inputs && !entry.held
  return (
    <Group gap="xs">
      {before !== undefined && (
        <Button variant="default" size="compact-sm" onClick={() => takePrevious(session, row)}>
          {before}
        </Button>
      )}
      {entry.value.status !== 'notApplicable' && applicability !== 'refused' && (
        <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
          {applicability === 'foreseen' ? texts.claimNotApplicable : texts.claimSpecific}
        </Button>
      )}
      {!isEmpty && (
        <Button variant="default" size="compact-sm" onClick={() => clearPoints(session, row.id)}>
          {texts.clear}
        </Button>
      )}
      {isAsking && <BasisDialog nodeId={row.id} onClose={() => setAsking(false)} />}
    </Group>
  )
}
