import { Alert, Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { isNoLongerInForce } from '../../core/legal-basis/document-standing.ts'
import type { GroundSubject } from '../../core/legal-basis/legal-document.ts'
import { formatDate, formatFigure } from '../../language/format.ts'
import { groundSubjectWords } from '../../language/legal-document-words.ts'
import { legalBasisTexts } from '../../language/pages/legal-basis.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { PageLink } from '../../web/widgets/links.tsx'
import type { Refused } from '../../web/widgets/client.ts'
import type { DocumentRef, Ground } from './contract.ts'
import { documentName } from './describe.ts'
import { DocumentLink } from './document-link.tsx'
import { DocumentSelect } from './document-select.tsx'
import { StandingBadge } from './standing-badge.tsx'

const texts = legalBasisTexts.grounds

/** What grounds can be set and dropped where the panel stands. */
export interface GroundChanges {
  readonly subjects: readonly GroundSubject[]
  readonly set: (subject: GroundSubject, documentId: string) => Promise<boolean>
  readonly drop: (ground: Ground) => void
  readonly mayDrop: (ground: Ground) => boolean
  readonly isRunning: boolean
  readonly refused?: Refused | undefined
}

interface Props {
  readonly title: string
  readonly on: string
  readonly grounds: readonly Ground[]
  readonly changes?: GroundChanges | undefined
}

/** What something rests on, with what is no longer in force pointed out. */
export const GroundsPanel = ({ title, on, grounds, changes }: Props) => {
  const lapsed = grounds.filter(({ document }) => isNoLongerInForce(document.standing)).length
  return (
    <Stack gap="sm" component="section" mt="lg">
      <Title order={2} size="h3">
        {title}
      </Title>
      {lapsed > 0 && <Alert color="red">{texts.lapsed(formatFigure(String(lapsed)))}</Alert>}
      {grounds.length === 0 ? (
        <Text c="gray.7">{texts.empty}</Text>
      ) : (
        <>
          <GroundTable title={title} grounds={grounds} changes={changes} />
          <Text size="sm" c="gray.7">
            {texts.on(formatDate(on))}
          </Text>
        </>
      )}
      {changes && <AddGround changes={changes} />}
      {changes?.refused && <ErrorState refused={changes.refused} />}
      <Text size="sm" className="no-print">
        <PageLink to="/can-cu">{texts.toRegister}</PageLink>
      </Text>
    </Stack>
  )
}

const subjectText = ({ of, framework, unit }: Ground): string =>
  [groundSubjectWords[of], framework?.title ?? unit?.name].filter(Boolean).join(': ')

const GroundTable = ({ title, grounds, changes }: Omit<Props, 'on'>) => (
  <DataTable
    caption={title}
    isCaptionHidden
    rows={grounds}
    keyOf={({ of, document, framework, unit }) => [of, document.id, framework?.id, unit?.id].join(' ')}
    columns={[
      { key: 'document', title: texts.document, isRowHeader: true, cell: ({ document }) => <DocumentLink document={document} /> },
      { key: 'subject', title: texts.subject, cell: subjectText },
      { key: 'standing', title: texts.standing, width: 160, cell: ({ document }) => <StandingBadge standing={document.standing} /> },
      ...(changes
        ? [
            {
              key: 'drop',
              title: '',
              width: 70,
              isScreenOnly: true,
              cell: (ground: Ground) =>
                changes.mayDrop(ground) && (
                  <Button
                    variant="subtle"
                    color="red"
                    size="compact-sm"
                    disabled={changes.isRunning}
                    aria-label={texts.dropOf(documentName(ground.document))}
                    onClick={() => changes.drop(ground)}
                  >
                    {texts.drop}
                  </Button>
                ),
            },
          ]
        : []),
    ]}
  />
)

const AddGround = ({ changes }: { readonly changes: GroundChanges }) => {
  const [subject, setSubject] = useState<GroundSubject>(changes.subjects[0] ?? 'cycle')
  const [document, setDocument] = useState<DocumentRef>()
  const add = async (): Promise<void> => {
    if (document && (await changes.set(subject, document.id))) setDocument(undefined)
  }
  return (
    <Group gap="sm" align="end" className="no-print">
      {changes.subjects.length > 1 && (
        <NativeSelect
          label={texts.addSubject}
          value={subject}
          data={changes.subjects.map((value) => ({ value, label: groundSubjectWords[value] }))}
          onChange={(event) => setSubject(event.currentTarget.value as GroundSubject)}
        />
      )}
      <div style={{ flex: '1 1 260px', maxWidth: 560 }}>
        <DocumentSelect label={texts.addDocument} value={document} onChange={setDocument} />
      </div>
      <Button variant="default" disabled={!document} loading={changes.isRunning} onClick={() => void add()}>
        {texts.add}
      </Button>
    </Group>
  )
}
