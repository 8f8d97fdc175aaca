import { Anchor, Group, Modal, Text } from '@mantine/core'
import { evidenceTexts } from '../../language/pages/evidence.ts'
import { documentTexts } from '../../language/pages/evidence-files.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import { evidenceRoutes } from './contract.ts'
import type { Evidence, EvidenceFile } from './shapes.ts'
import { evidenceTitle } from './describe.ts'
import classes from './evidence.module.css'
import { PlainView } from './plain-view.tsx'

interface Props {
  readonly evidence: Evidence
  readonly file: EvidenceFile
  readonly place: { readonly unitId: string; readonly cycleId?: string }
  readonly address: string
  readonly onClose: () => void
}

/** Shows a PDF, a picture, or the text and tables of an office file over the page, so that the reader stays at the criterion. */
export const EvidenceViewer = ({ evidence, file, place, address, onClose }: Props) => {
  const title = evidenceTitle(evidence)
  return (
    <Modal opened onClose={onClose} title={title} size="90%" closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      {file.shownAs === 'pdf' && <iframe className={classes.viewer} src={address} title={title} />}
      {file.shownAs === 'picture' && <img className={classes.picture} src={address} alt={title} />}
      {file.shownAs === 'plain' && <Plain evidenceId={evidence.id} number={file.number} place={place} />}
      {file.shownAs !== 'plain' && (
        <Group justify="flex-end" mt="sm">
          <Anchor size="sm" href={address} target="_blank" rel="noreferrer">
            {evidenceTexts.openApart}
          </Anchor>
        </Group>
      )}
    </Modal>
  )
}

/** The office file as it was read; within a cycle by the address that appraisers may use. */
const Plain = ({
  evidenceId,
  number,
  place: { unitId, cycleId = '' },
}: {
  readonly evidenceId: string
  readonly number: number
  readonly place: Props['place']
}) => {
  const own = useCall(evidenceRoutes.plain, { params: { unitId, evidenceId }, query: { number } }, { when: cycleId === '' })
  const shown = useCall(
    evidenceRoutes.plainInCycle,
    { params: { cycleId, unitId, evidenceId }, query: { number } },
    { when: cycleId !== '' },
  )
  return (
    <>
      <Text size="sm" c="gray.7" mb="sm">
        {documentTexts.plainNote}
      </Text>
      <Loaded call={cycleId === '' ? own : shown}>{(plain) => <PlainView plain={plain} />}</Loaded>
    </>
  )
}
