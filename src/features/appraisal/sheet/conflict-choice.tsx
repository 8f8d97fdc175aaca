import { Alert, Button, Group, Text } from '@mantine/core'
import { labelsVi } from '../../../language/labels.vi.ts'
import { appraisalTexts } from '../../../language/pages/appraisal.ts'
import type { Entry } from '../../../web/widgets/autosave/autosave-state.ts'
import { Moment } from '../../../web/widgets/figures.tsx'
import type { Draft } from './draft.ts'

const valueText = ({ status, typed, reason }: Draft): string =>
  [status === 'scored' ? typed : labelsVi.scoreStatuses[status], reason].filter(Boolean).join(' – ')

/** Two people decided the same leaf: both stand side by side until one is chosen. */
export const ConflictChoice = ({
  entry,
  onSettle,
}: {
  readonly entry: Entry<Draft>
  readonly onSettle: (keep: 'mine' | 'theirs') => void
}) => {
  const { conflict, value } = entry
  if (!conflict) return null
  return (
    <Alert color="red" title={appraisalTexts.conflictTitle(conflict.by ?? appraisalTexts.somebody)} role="alert">
      <Text size="sm">
        {appraisalTexts.theirs(valueText(conflict.value))} {conflict.moment && <Moment value={conflict.moment} />}
      </Text>
      <Text size="sm">{appraisalTexts.mine(valueText(value))}</Text>
      <Group gap="xs" mt="xs">
        <Button size="xs" variant="default" onClick={() => onSettle('theirs')}>
          {appraisalTexts.keepTheirs}
        </Button>
        <Button size="xs" onClick={() => onSettle('mine')}>
          {appraisalTexts.keepMine}
        </Button>
      </Group>
    </Alert>
  )
}
