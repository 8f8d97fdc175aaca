import { Button, Group, Modal, Paper } from '@mantine/core'
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { selfAssessmentTexts } from '../../../language/pages/self-assessment.ts'
import { widgetTexts } from '../../../language/pages/widgets.ts'
import type { Sheet } from '../contract.ts'
import { LeafPanel } from './leaf-panel.tsx'
import { move } from './move.ts'
import classes from './panel.module.css'
import type { SheetRow } from './sheet-rows.ts'
import { usePicked, useSession } from './use-session.ts'

const texts = selfAssessmentTexts.panel

interface Props {
  readonly sheet: Sheet
  readonly evidenceOf: (nodeId: string) => ReactNode
  /** Where there is no room beside the table: whether the criterion was opened over it. */
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The selected criterion: beside the table, or over it on a narrow screen, where one goes from criterion to criterion. */
export const SheetPanel = ({ sheet, evidenceOf, isOpen, onClose }: Props) => {
  const session = useSession()
  const isNarrow = useMediaQuery('(max-width: 1100px)') ?? false
  const nodeId = usePicked(session.selection, (selection) => selection?.nodeId)
  // Documents are asked for where the officer rests, not at every row passed.
  const [restingAt] = useDebouncedValue(nodeId, 250)
  const row = nodeId === undefined ? undefined : session.rows.byId.get(nodeId)
  if (!row) return null
  const panel = (
    <LeafPanel row={row} year={sheet.previous?.year} hasPoints={isNarrow} evidence={restingAt === row.id && evidenceOf(row.id)} />
  )
  if (!isNarrow)
    return (
      <Paper component="aside" p="md" className={`${classes.beside} no-print`} aria-label={texts.label(row.node.code)}>
        {panel}
      </Paper>
    )
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      fullScreen
      title={texts.label(row.node.code)}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': widgetTexts.close }}
    >
      <div className={classes.over}>
        {panel}
        <Steps row={row} onClose={onClose} />
      </div>
    </Modal>
  )
}

const Steps = ({ row, onClose }: { readonly row: SheetRow; readonly onClose: () => void }) => {
  const session = useSession()
  const go = (step: number): boolean => move(session, { nodeId: row.id, column: 'points', takesFocus: false }, step, 0)
  return (
    <Group justify="space-between" gap="xs" mt="md" wrap="nowrap" className={classes.steps}>
      <Button variant="default" px={8} fz={13} onClick={() => go(-1)}>
        {texts.before}
      </Button>
      <Button variant="default" px={8} fz={13} onClick={onClose}>
        {texts.close}
      </Button>
      <Button px={8} fz={13} onClick={() => go(1)}>
        {texts.after}
      </Button>
    </Group>
  )
}
