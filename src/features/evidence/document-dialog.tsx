import { Button, Divider, Group, Modal, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { labelsVi } from '../../language/labels.vi.ts'
import { evidenceTexts } from '../../language/pages/evidence.ts'
import { documentTexts } from '../../language/pages/evidence-files.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { DateText, Moment } from '../../web/widgets/figures.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import { AddVersionDialog } from './add-version-dialog.tsx'
import { type EvidenceUse, evidenceRoutes } from './contract.ts'
import type { Evidence, EvidenceFile } from './shapes.ts'
import { evidenceDetails, evidenceTitle, findingsText, sizeText } from './describe.ts'
import { DocumentActs } from './document-acts.tsx'
import classes from './evidence.module.css'
import { FileActs } from './evidence-item.tsx'

/** Everything about one document: times of its copies, retention, every version of its file, where it is used, whether it is public. */
export const DocumentDialog = ({
  unitId,
  evidence,
  onClose,
}: {
  readonly unitId: string
  readonly evidence: Evidence
  readonly onClose: () => void
}) => (
  <Modal
    opened
    onClose={onClose}
    title={evidenceTitle(evidence)}
    size="lg"
    closeButtonProps={{ 'aria-label': widgetTexts.close }}
    aria-label={documentTexts.detailsOf(evidenceTitle(evidence))}
  >
    <Stack gap="md">
      <div>
        <Text>{evidenceDetails(evidence)}</Text>
        <Text size="sm">
          {documentTexts.softCopyAt}: {evidence.softCopyAt ? <Moment value={evidence.softCopyAt} /> : documentTexts.noTime}.{' '}
          {documentTexts.signedCopyAt}: {evidence.signedCopyAt ? <Moment value={evidence.signedCopyAt} /> : documentTexts.noTime}.
        </Text>
        <Text size="sm">
          {documentTexts.retainUntil} <DateText value={evidence.retainUntil} />.
        </Text>
      </div>
      {evidence.secrecy === 'open' && <Versions unitId={unitId} evidence={evidence} />}
      <Divider />
      <Uses unitId={unitId} evidenceId={evidence.id} />
      <Divider />
      <DocumentActs unitId={unitId} evidence={evidence} onRemoved={onClose} />
    </Stack>
  </Modal>
)

const Versions = ({ unitId, evidence }: { readonly unitId: string; readonly evidence: Evidence }) => {
  const [isAdding, setAdding] = useState(false)
  return (
    <section aria-label={documentTexts.versions}>
      <Title order={3}>{documentTexts.versions}</Title>
      {evidence.files.length === 0 && <Text size="sm">{documentTexts.noVersions}</Text>}
      <ul className={classes.versions}>
        {evidence.files.map((file) => (
          <Version key={file.number} unitId={unitId} evidence={evidence} file={file} />
        ))}
      </ul>
      <Button variant="light" size="xs" mt="xs" onClick={() => setAdding(true)}>
        {documentTexts.addVersion}
      </Button>
      {isAdding && <AddVersionDialog unitId={unitId} evidence={evidence} onClose={() => setAdding(false)} />}
    </section>
  )
}

interface VersionProps {
  readonly unitId: string
  readonly evidence: Evidence
  readonly file: EvidenceFile
}

const Version = ({ unitId, evidence, file }: VersionProps) => {
  const findings = findingsText(file)
  return (
    <li className={classes.item}>
      <div className={classes.title}>{documentTexts.version(file.number, labelsVi.documentCopies[file.kind])}</div>
      <div className={classes.details}>
        {evidenceTexts.fileChosen(file.name, sizeText(file.size))}, <Moment value={file.addedAt} />
        {file.addedBy && `, ${documentTexts.addedBy(file.addedBy.name)}`}
      </div>
      {findings && <div className={classes.details}>{documentTexts.personalData(findings)}</div>}
      {!file.findings && <div className={classes.details}>{documentTexts.notChecked}</div>}
      <Group gap="sm" mt={4}>
        <FileActs evidence={evidence} file={file} place={{ unitId }} />
      </Group>
    </li>
  )
}

const placeText = ({ kind, cycle, node, plan }: EvidenceUse): string => {
  if (kind === 'task') return documentTexts.useTask(plan ?? '')
  const [title, code, name] = [cycle?.title ?? '', node?.code ?? '', node?.name ?? '']
  return kind === 'claim' ? documentTexts.useClaim(title, code, name) : documentTexts.useExplanation(title, code, name)
}

const Uses = ({ unitId, evidenceId }: { readonly unitId: string; readonly evidenceId: string }) => {
  const list = useCall(evidenceRoutes.uses, { params: { unitId, evidenceId } })
  return (
    <section aria-label={documentTexts.uses}>
      <Title order={3}>{documentTexts.uses}</Title>
      <Loaded call={list}>
        {({ uses }) =>
          uses.length === 0 ? (
            <Text size="sm">{documentTexts.noUses}</Text>
          ) : (
            <ul>
              {uses.map((use) => (
                <li key={placeText(use)}>{placeText(use)}</li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}
