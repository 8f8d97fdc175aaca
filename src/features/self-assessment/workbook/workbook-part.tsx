import { Button, Group, Modal } from '@mantine/core'
import { useState } from 'react'
import { workbookTexts as texts } from '../../../language/pages/self-assessment-workbook.ts'
import { widgetTexts } from '../../../language/pages/widgets.ts'
import { addressOf } from '../../../web/widgets/client.ts'
import type { Sheet } from '../contract.ts'
import type { LinkDocument } from '../link-document.ts'
import { CarryPart } from '../carry/carry-part.tsx'
import { useSession } from '../grid/use-session.ts'
import { workbookRoutes } from './contract.ts'
import { HandIn } from './hand-in.tsx'

/** Above the grid: the sheet as a workbook to fill in without a network, and the way back for it. */
export const WorkbookPart = ({ sheet, linkDocument }: { readonly sheet: Sheet; readonly linkDocument: LinkDocument }) => {
  const session = useSession()
  const [isOpen, setOpen] = useState(false)
  const params = { cycleId: sheet.cycle.id, unitId: sheet.unit.id }
  // What was typed last is in the workbook too, and is no conflict when it comes back.
  const settle = async (): Promise<void> => {
    session.editor.commit?.()
    await session.sheet.flush()
  }
  const download = async (): Promise<void> => {
    await settle()
    location.assign(addressOf(workbookRoutes.write, { params }))
  }
  const open = async (): Promise<void> => {
    await settle()
    setOpen(true)
  }
  return (
    <Group gap="sm" mb="sm" className="no-print">
      <Button variant="default" size="xs" onClick={() => void download()}>
        {texts.download}
      </Button>
      <Button variant="default" size="xs" onClick={() => void open()}>
        {texts.handIn}
      </Button>
      <CarryPart sheet={sheet} />
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={texts.dialog.title}
        size="xl"
        transitionProps={{ duration: 0 }}
        closeButtonProps={{ 'aria-label': widgetTexts.close }}
      >
        <HandIn params={params} linkDocument={linkDocument} onClose={() => setOpen(false)} />
      </Modal>
    </Group>
  )
}
