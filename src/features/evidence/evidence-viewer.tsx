import { Anchor, Group, Modal } from '@mantine/core'
import { evidenceTexts } from '../../language/pages/evidence.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import type { Evidence } from './contract.ts'
import { evidenceTitle } from './describe.ts'
import classes from './evidence.module.css'

/** Shows a PDF or a picture over the page, so that the reader stays at the criterion. */
export const EvidenceViewer = ({
  evidence,
  address,
  onClose,
}: {
  readonly evidence: Evidence
  readonly address: string
  readonly onClose: () => void
}) => {
  const title = evidenceTitle(evidence)
  return (
    <Modal opened onClose={onClose} title={title} size="90%" closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      {evidence.file?.mediaType === 'application/pdf' ? (
        <iframe className={classes.viewer} src={address} title={title} />
      ) : (
        <img className={classes.picture} src={address} alt={title} />
      )}
      <Group justify="flex-end" mt="sm">
        <Anchor size="sm" href={address} target="_blank" rel="noreferrer">
          {evidenceTexts.openApart}
        </Anchor>
      </Group>
    </Modal>
  )
}
