import { Button, Group, List, Modal, Radio, Stack, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { pointsText } from '../../../core/exact/points.ts'
import type { LeftText, PastedCell, PastePlan, PasteWay } from '../../../core/self-assessment/lay-paste.ts'
import { formatFigure } from '../../../language/format.ts'
import { selfAssessmentTexts } from '../../../language/pages/self-assessment.ts'
import { widgetTexts } from '../../../language/pages/widgets.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { cellText } from './edits.ts'
import { type Pasted, pasteMessage, planPaste } from './lay-block.ts'
import classes from './panel.module.css'
import { useSession } from './use-session.ts'

const texts = selfAssessmentTexts.paste

interface Props {
  readonly pasted: Pasted
  readonly onTake: (plan: PastePlan) => void
  readonly onClose: () => void
}

/** Where each cell of a block goes, what stood there and what comes, before anything is changed. */
export const PasteDialog = ({ pasted, onTake, onClose }: Props) => {
  const session = useSession()
  const [way, setWay] = useState<PasteWay>()
  const plan = useMemo(() => planPaste(session, pasted, way), [session, pasted, way])
  const unfit = plan.cells.filter(({ problems }) => problems.length > 0).length
  const fitting = plan.cells.length - unfit
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.title}
      size="xl"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': widgetTexts.close }}
    >
      <Stack gap="md">
        <Text>
          {texts.fits(fitting)}. {plan.others.length === 0 && texts.ways[plan.by]}
        </Text>
        {plan.others.length > 0 && <Ways by={plan.by} onWay={setWay} />}
        <div className={classes.problems}>
          <Cells cells={plan.cells} />
        </div>
        {unfit > 0 && <Text size="sm">{texts.keepRefused}</Text>}
        {plan.left.length > 0 && <Left left={plan.left} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {widgetTexts.cancel}
          </Button>
          <Button
            data-autofocus
            disabled={plan.cells.length === 0}
            onClick={() => {
              onTake(plan)
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

/** The same block can be meant in two ways where rows of groups lie between. */
const Ways = ({ by, onWay }: { readonly by: PasteWay; readonly onWay: (way: PasteWay) => void }) => (
  <Radio.Group label={texts.way} value={by} onChange={(value) => onWay(value as PasteWay)}>
    <Stack gap={6} mt={6}>
      <Radio value="rows" label={texts.ways.rows} />
      <Radio value="leaves" label={texts.ways.leaves} />
    </Stack>
  </Radio.Group>
)

const Cells = ({ cells }: { readonly cells: readonly PastedCell[] }) => {
  const session = useSession()
  const before = ({ nodeId, column }: PastedCell): string => {
    const entry = session.sheet.view().entries.get(nodeId)
    return entry ? cellText(entry, column) : ''
  }
  return (
    <DataTable
      caption={texts.caption}
      rows={cells}
      keyOf={({ nodeId, column }) => `${nodeId} ${column}`}
      columns={[
        { key: 'code', title: texts.code, isRowHeader: true, cell: ({ nodeId }) => session.rows.byId.get(nodeId)?.node.code ?? nodeId },
        { key: 'name', title: texts.name, cell: ({ nodeId }) => session.rows.byId.get(nodeId)?.node.name ?? '' },
        { key: 'before', title: texts.before, cell: before },
        { key: 'text', title: texts.text, cell: ({ text, points }) => (points === undefined ? text : formatFigure(pointsText(points))) },
        { key: 'why', title: texts.why, cell: (cell) => cell.problems.length > 0 && <Text c="red.8">{pasteMessage(cell)}</Text> },
      ]}
    />
  )
}

const Left = ({ left }: { readonly left: readonly LeftText[] }) => {
  const session = useSession()
  const codeOf = ({ nodeId }: LeftText): string => (nodeId === undefined ? '' : (session.rows.byId.get(nodeId)?.node.code ?? nodeId))
  return (
    <section>
      <Text fw={600}>{texts.leftTitle(left.length)}</Text>
      <List size="sm" className={classes.problems}>
        {left.map((each) => (
          <List.Item key={`${each.line} ${each.text}`}>{texts.left[each.why](each.line, each.text, codeOf(each))}</List.Item>
        ))}
      </List>
    </section>
  )
}
