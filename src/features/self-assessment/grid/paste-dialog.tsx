import { Button, Group, List, Modal, Stack, Text } from '@mantine/core'
import type { PastePlan } from '../../../core/self-assessment/lay-paste.ts'
import { selfAssessmentTexts } from '../../../language/pages/self-assessment.ts'
import { widgetTexts } from '../../../language/pages/widgets.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { pasteMessage } from './lay-block.ts'

const texts = selfAssessmentTexts.paste

interface Props {
  readonly plan: PastePlan
  readonly onTake: () => void
  readonly onClose: () => void
}

/** Shows what of a block does not fit before anything is changed. */
export const PasteDialog = ({ plan, onTake, onClose }: Props) => {
  const unfit = plan.cells.filter(({ problems }) => problems.length > 0)
  const fitting = plan.cells.length - unfit.length
  return (
    <Modal opened onClose={onClose} title={texts.title} size="lg" closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <Stack gap="md">
        <Text>
          {texts.fits(fitting)}. {plan.by === 'code' ? texts.byCode : texts.byPlace}
        </Text>
        {unfit.length > 0 && (
          <>
            <DataTable
              caption={texts.caption}
              rows={unfit}
              keyOf={({ nodeId, column }) => `${nodeId} ${column}`}
              columns={[
                { key: 'code', title: texts.code, isRowHeader: true, cell: ({ nodeId }) => nodeId },
                { key: 'text', title: texts.text, cell: ({ text }) => text },
                { key: 'why', title: texts.why, cell: pasteMessage },
              ]}
            />
            <Text size="sm">{texts.keepRefused}</Text>
          </>
        )}
        {plan.left.length > 0 && (
          <List size="sm">
            {plan.left.map(({ line, text }) => (
              <List.Item key={line}>{texts.left(line, text)}</List.Item>
            ))}
          </List>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {widgetTexts.cancel}
          </Button>
          <Button
            data-autofocus
            disabled={plan.cells.length === 0}
            onClick={() => {
              onTake()
              onClose()
            }}
          >
            {texts.act(fitting)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
