import { Anchor, Button, Group } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { evidenceTexts } from '../../language/pages/evidence.ts'
import { addressOf } from '../../web/widgets/client.ts'
import { type Evidence, evidenceRoutes } from './contract.ts'
import { evidenceDetails, evidenceTitle, sizeText } from './describe.ts'
import classes from './evidence.module.css'
import { EvidenceViewer } from './evidence-viewer.tsx'

/** Where a document is shown: in its unit's register, or as proof within a cycle, where appraisers may see it. */
export interface EvidencePlace {
  readonly unitId: string
  readonly cycleId?: string
}

/** The address of a document's file, as the place allows it. */
export const fileAddress = ({ unitId, cycleId }: EvidencePlace, evidenceId: string, manner: 'download' | 'view'): string =>
  cycleId
    ? addressOf(evidenceRoutes.fileInCycle, { params: { cycleId, unitId, evidenceId }, query: { manner } })
    : addressOf(evidenceRoutes.file, { params: { unitId, evidenceId }, query: { manner } })

/** See and download; what a browser cannot show is only downloaded. */
export const FileActs = ({ evidence, place }: { readonly evidence: Evidence; readonly place: EvidencePlace }) => {
  const [isShown, setShown] = useState(false)
  if (!evidence.file) return null
  return (
    <>
      {evidence.file.viewable && (
        <Button variant="default" size="compact-sm" onClick={() => setShown(true)}>
          {evidenceTexts.view}
        </Button>
      )}
      <Anchor size="sm" href={fileAddress(place, evidence.id, 'download')} download={evidence.file.name}>
        {evidenceTexts.download}
      </Anchor>
      {isShown && <EvidenceViewer evidence={evidence} address={fileAddress(place, evidence.id, 'view')} onClose={() => setShown(false)} />}
    </>
  )
}

/** One document in a list: what it is called, what it is, its file, and what can be done with it. */
export const EvidenceItem = ({
  evidence,
  place,
  children,
}: {
  readonly evidence: Evidence
  readonly place: EvidencePlace
  readonly children?: ReactNode
}) => (
  <li className={classes.item}>
    <div className={classes.title}>{evidenceTitle(evidence)}</div>
    <div className={classes.details}>{evidenceDetails(evidence)}</div>
    {evidence.file && <div className={classes.details}>{evidenceTexts.fileChosen(evidence.file.name, sizeText(evidence.file.size))}</div>}
    <Group gap="sm" mt={4} className="no-print">
      <FileActs evidence={evidence} place={place} />
      {children}
    </Group>
  </li>
)
