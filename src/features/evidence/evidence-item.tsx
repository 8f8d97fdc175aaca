import { Alert, Anchor, Button, Group } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { evidenceTexts } from '../../language/pages/evidence.ts'
import { documentTexts } from '../../language/pages/evidence-files.ts'
import { addressOf } from '../../web/widgets/client.ts'
import { evidenceRoutes } from './contract.ts'
import type { Evidence, EvidenceFile } from './shapes.ts'
import { evidenceDetails, evidenceTitle, findingsText, sizeText } from './describe.ts'
import classes from './evidence.module.css'
import { EvidenceViewer } from './evidence-viewer.tsx'

/** Where a document is shown: in its unit's register, or as proof within a cycle, where appraisers may see it. */
export interface EvidencePlace {
  readonly unitId: string
  readonly cycleId?: string
}

/** The address of one version of a document's file, as the place allows it. */
const fileAddress = ({ unitId, cycleId }: EvidencePlace, evidenceId: string, number: number, manner: 'download' | 'view'): string =>
  cycleId
    ? addressOf(evidenceRoutes.fileInCycle, { params: { cycleId, unitId, evidenceId }, query: { number, manner } })
    : addressOf(evidenceRoutes.file, { params: { unitId, evidenceId }, query: { number, manner } })

/** See and download one version; what cannot be shown is only downloaded. */
export const FileActs = ({
  evidence,
  file,
  place,
}: {
  readonly evidence: Evidence
  readonly file: EvidenceFile | undefined
  readonly place: EvidencePlace
}) => {
  const [isShown, setShown] = useState(false)
  if (!file) return null
  const address = (manner: 'download' | 'view') => fileAddress(place, evidence.id, file.number, manner)
  return (
    <>
      {file.shownAs !== 'none' && (
        <Button variant="default" size="compact-sm" onClick={() => setShown(true)}>
          {evidenceTexts.view}
        </Button>
      )}
      <Anchor size="sm" href={address('download')} download={file.name}>
        {evidenceTexts.download}
      </Anchor>
      {isShown && (
        <EvidenceViewer evidence={evidence} file={file} place={place} address={address('view')} onClose={() => setShown(false)} />
      )}
    </>
  )
}

/** What was changed of a document after it was submitted, and what it was called then. */
const SubmittedAs = ({ evidence: { submitted } }: { readonly evidence: Evidence }) => {
  if (!submitted || submitted.changed.length === 0) return null
  const fields = submitted.changed.map((field) => documentTexts.fields[field]).join(', ')
  const then = [submitted.title, evidenceDetails(submitted)].filter(Boolean).join('. ')
  return (
    <Alert color="yellow" p="xs" mt={4}>
      {documentTexts.changedSince(fields)} {documentTexts.asSubmitted(then)}
    </Alert>
  )
}

/** One document in a list: what it is called, what it is, its newest file, and what can be done with it. */
export const EvidenceItem = ({
  evidence,
  place,
  children,
}: {
  readonly evidence: Evidence
  readonly place: EvidencePlace
  readonly children?: ReactNode
}) => {
  const [file] = evidence.files
  const findings = file ? findingsText(file) : ''
  return (
    <li className={classes.item}>
      <div className={classes.title}>{evidenceTitle(evidence)}</div>
      <div className={classes.details}>{evidenceDetails(evidence)}</div>
      {file && <div className={classes.details}>{evidenceTexts.fileChosen(file.name, sizeText(file.size))}</div>}
      {findings && <div className={classes.details}>{documentTexts.personalData(findings)}</div>}
      <SubmittedAs evidence={evidence} />
      <Group gap="sm" mt={4} className="no-print">
        <FileActs evidence={evidence} file={file} place={place} />
        {children}
      </Group>
    </li>
  )
}
