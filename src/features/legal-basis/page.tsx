import { Button, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { legalDocumentKinds, type LegalDocumentKind } from '../../core/legal-basis/legal-document.ts'
import { legalDocumentKindWords } from '../../language/legal-document-words.ts'
import { legalBasisTexts } from '../../language/pages/legal-basis.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { SearchBox } from '../../web/widgets/search-box.tsx'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { type DocumentLine, legalBasisRoutes } from './contract.ts'
import { documentName, periodText } from './describe.ts'
import { DocumentForm } from './document-form.tsx'
import { DocumentLink } from './document-link.tsx'
import { StandingBadge } from './standing-badge.tsx'
import { useWriting } from './use-writing.ts'

const texts = legalBasisTexts.list
const pageSize = 50
const kindOf = (text: string): LegalDocumentKind | undefined => legalDocumentKinds.find((kind) => kind === text)

/** `/can-cu`: the register of plans and legal documents. */
export const LegalBasisPage = () => {
  const places = useWriting()
  const [isAdding, setAdding] = useState(false)
  const open = places.length > 0 && <Button onClick={() => setAdding(true)}>{legalBasisTexts.add}</Button>
  return (
    <>
      <PageTitle under={legalBasisTexts.under} actions={open}>
        {legalBasisTexts.title}
      </PageTitle>
      <Register onAdd={open} />
      {isAdding && <DocumentForm places={places} onClose={() => setAdding(false)} />}
    </>
  )
}

const Register = ({ onAdd }: { readonly onAdd: React.ReactNode }) => {
  const [search, setSearch] = useAddress('tim')
  const [kind, setKind] = useAddress('loai')
  const [toStudy, setToStudy] = useAddress('nghien-cuu')
  const [limit, setLimit] = useState(pageSize)
  const wanted = kindOf(kind)
  const query = { search, limit, ...(wanted && { kind: wanted }), ...(toStudy && { toStudy: 'true' as const }) }
  const register = useCall(legalBasisRoutes.register, { query })
  const isWhole = !search && !wanted && !toStudy
  return (
    <Stack gap="md">
      <Group gap="sm" align="end" className="no-print">
        <SearchBox value={search} onChange={setSearch} label={texts.search} hint={texts.searchHint} />
        <NativeSelect
          label={texts.kind}
          value={wanted ?? ''}
          onChange={(event) => setKind(event.currentTarget.value)}
          data={[{ value: '', label: texts.all }, ...legalDocumentKinds.map((value) => ({ value, label: legalDocumentKindWords[value] }))]}
        />
        <Checkbox
          label={texts.toStudy}
          checked={toStudy !== ''}
          onChange={(event) => setToStudy(event.currentTarget.checked ? 'co' : '')}
          mb={8}
        />
      </Group>
      <Loaded call={register}>
        {({ documents, next }) =>
          documents.length === 0 && isWhole ? (
            <EmptyState title={texts.empty} action={onAdd}>
              {texts.emptyHint}
            </EmptyState>
          ) : (
            <>
              {documents.length === 0 ? <Text role="status">{texts.none}</Text> : <Documents documents={documents} />}
              {next !== undefined && limit < 200 && (
                <Group justify="center">
                  <Button variant="default" onClick={() => setLimit(Math.min(200, limit + pageSize))}>
                    {texts.more}
                  </Button>
                </Group>
              )}
            </>
          )
        }
      </Loaded>
    </Stack>
  )
}

const Documents = ({ documents }: { readonly documents: readonly DocumentLine[] }) => (
  <DataTable
    caption={texts.caption}
    isCaptionHidden
    rows={documents}
    keyOf={({ id }) => id}
    columns={[
      {
        key: 'document',
        title: texts.document,
        isRowHeader: true,
        cell: (document) => (
          <>
            <DocumentLink document={document} />
            {document.unit && (
              <Text size="sm" c="gray.7">
                {legalBasisTexts.ofUnit(document.unit.name)}
              </Text>
            )}
          </>
        ),
      },
      { key: 'parent', title: texts.parent, cell: ({ parent }) => (parent ? documentName(parent) : '–') },
      { key: 'period', title: texts.inForce, width: 150, cell: (document) => periodText(document) || '–' },
      { key: 'standing', title: texts.standing, width: 160, cell: ({ standing }) => <StandingBadge standing={standing} /> },
    ]}
  />
)
