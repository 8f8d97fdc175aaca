import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { evidenceTexts } from '../../language/pages/evidence.ts'
import { documentTexts } from '../../language/pages/evidence-files.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { DateText } from '../../web/widgets/figures.tsx'
import type { Evidence } from './shapes.ts'
import { CorrectEvidence } from './correct-evidence.tsx'
import { evidenceTitle, sizeText } from './describe.ts'
import { DocumentDialog } from './document-dialog.tsx'
import classes from './evidence.module.css'
import { FileActs } from './evidence-item.tsx'

const { columns: titles } = evidenceTexts

/** Documents as a register prints them: what, number, date, issuer, file, for how many criteria. */
export const RegisterTable = ({ unitId, evidence }: { readonly unitId: string; readonly evidence: readonly Evidence[] }) => {
  const [corrected, setCorrected] = useState<Evidence>()
  const [openId, setOpenId] = useState<string>()
  const opened = evidence.find(({ id }) => id === openId)
  const columns: readonly Column<Evidence>[] = [
    {
      key: 'title',
      title: titles.document,
      isRowHeader: true,
      cell: (row) => <span className={classes.rowTitle}>{evidenceTitle(row)}</span>,
    },
    { key: 'number', title: titles.number, cell: (row) => row.documentNumber },
    { key: 'date', title: titles.date, width: 100, cell: (row) => row.issuedOn && <DateText value={row.issuedOn} /> },
    { key: 'issuer', title: titles.issuer, cell: (row) => row.issuer },
    {
      key: 'file',
      title: titles.file,
      cell: (row) =>
        row.files[0] ? (
          <span className={classes.rowTitle}>{`${row.files[0].name} (${sizeText(row.files[0].size)})`}</span>
        ) : (
          <Text size="sm" c="gray.7">
            {evidenceTexts.noFile}
          </Text>
        ),
    },
    { key: 'uses', title: titles.uses, width: 130, cell: (row) => evidenceTexts.uses(row.uses) },
    {
      key: 'acts',
      title: titles.acts,
      width: 220,
      cell: (row) => (
        <Group gap="xs" className="no-print">
          <FileActs evidence={row} file={row.files[0]} place={{ unitId }} />
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={documentTexts.detailsOf(evidenceTitle(row))}
            onClick={() => setOpenId(row.id)}
          >
            {documentTexts.details}
          </Button>
          <Button variant="subtle" size="compact-sm" onClick={() => setCorrected(row)}>
            {evidenceTexts.correct}
          </Button>
        </Group>
      ),
    },
  ]
  return (
    <>
      <DataTable caption={evidenceTexts.registerTitle} isCaptionHidden columns={columns} rows={evidence} keyOf={({ id }) => id} />
      {opened && <DocumentDialog unitId={unitId} evidence={opened} onClose={() => setOpenId(undefined)} />}
      {corrected && <CorrectEvidence unitId={unitId} evidence={corrected} onClose={() => setCorrected(undefined)} />}
    </>
  )
}
