import { Alert, Button, Group, List, Stack, Text, Title } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { isNoLongerInForce } from '../../core/legal-basis/document-standing.ts'
import { groundSubjectWords } from '../../language/legal-document-words.ts'
import { legalBasisTexts } from '../../language/pages/legal-basis.ts'
import { Confirm } from '../../web/widgets/confirm.tsx'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { ProblemList } from '../../web/widgets/problem-list.tsx'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { type DocumentUse, type LegalDocumentShape, legalBasisRoutes } from './contract.ts'
import { documentName, periodText } from './describe.ts'
import { DocumentFile } from './document-file.tsx'
import { DocumentForm } from './document-form.tsx'
import { DocumentTree } from './document-tree.tsx'
import { DocumentLink } from './document-link.tsx'
import { StandingBadge } from './standing-badge.tsx'
import { placeOf, useWriting, type WritingPlace } from './use-writing.ts'

const texts = legalBasisTexts.page

/** `/can-cu/$documentId`: a document, what stands above and below it, and what rests on it. */
export const LegalDocumentPage = () => {
  const { documentId } = useParams({ from: '/can-cu/$documentId' })
  const document = useCall(legalBasisRoutes.document, { params: { documentId } })
  return (
    <>
      <Text size="sm" className="no-print">
        <PageLink to="/can-cu">{legalBasisTexts.back}</PageLink>
      </Text>
      <Loaded call={document}>{(value) => <Whole key={value.id} document={value} />}</Loaded>
    </>
  )
}

const Whole = ({ document }: { readonly document: LegalDocumentShape }) => {
  const place = placeOf(useWriting(), document.unit?.id)
  return (
    <>
      <PageTitle under={<Under document={document} />} actions={place && <Acts document={document} place={place} />}>
        {documentName(document)}
      </PageTitle>
      <Stack gap="lg" maw={900}>
        <Text>{document.title}</Text>
        {isNoLongerInForce(document.standing) && <Alert color="red">{texts.notInForce}</Alert>}
        {document.problems.length > 0 && <ProblemList problems={document.problems} />}
        {document.toStudy && <Text>{texts.toStudy}</Text>}
        <DocumentFile document={document} place={place} />
        <DocumentTree document={document} />
        <Replacing document={document} />
        {document.fields.length > 0 && <FieldsInCharge fields={document.fields} />}
        <Uses uses={document.uses} />
      </Stack>
    </>
  )
}

const Under = ({ document }: { readonly document: LegalDocumentShape }) => (
  <Group gap="sm">
    <StandingBadge standing={document.standing} />
    <span>
      {[document.issuer, periodText(document), document.unit && legalBasisTexts.ofUnit(document.unit.name)].filter(Boolean).join(' · ')}
    </span>
  </Group>
)

const Acts = ({ document, place }: { readonly document: LegalDocumentShape; readonly place: WritingPlace }) => {
  const [opened, setOpened] = useState<'change' | 'remove'>()
  const remove = useChange(place.routes.remove, { refreshes: [legalBasisRoutes.register] })
  const navigate = useNavigate()
  const act = async (): Promise<void> => {
    const outcome = await remove.run({ params: { ...place.params, documentId: document.id }, ifMatch: document.version })
    if (outcome.ok) await navigate({ to: '/can-cu' })
  }
  return (
    <Group gap="sm" className="no-print">
      <Button onClick={() => setOpened('change')}>{texts.change}</Button>
      <Button variant="default" onClick={() => setOpened('remove')}>
        {texts.remove}
      </Button>
      {opened === 'change' && <DocumentForm places={[place]} document={document} onClose={() => setOpened(undefined)} />}
      <Confirm
        isOpen={opened === 'remove'}
        title={texts.removeTitle}
        act={texts.remove}
        onAct={() => void act()}
        onClose={() => setOpened(undefined)}
        isRunning={remove.isRunning}
        refused={remove.refused}
        isFinal
      >
        {texts.removeHint}
      </Confirm>
    </Group>
  )
}

const Replacing = ({ document: { replaces, replacedBy } }: { readonly document: LegalDocumentShape }) =>
  replaces.length > 0 || replacedBy ? (
    <Stack gap="xs" component="section">
      {[
        ...(replacedBy ? [{ title: texts.replacedBy, documents: [replacedBy] }] : []),
        ...(replaces.length ? [{ title: texts.replaces, documents: replaces }] : []),
      ].map(({ title, documents }) => (
        <div key={title}>
          <Title order={2} size="h3">
            {title}
          </Title>
          <List>
            {documents.map((each) => (
              <List.Item key={each.id}>
                <DocumentLink document={each} />
              </List.Item>
            ))}
          </List>
        </div>
      ))}
    </Stack>
  ) : null

const FieldsInCharge = ({ fields }: { readonly fields: LegalDocumentShape['fields'] }) => (
  <section>
    <DataTable
      caption={texts.fields}
      rows={fields}
      keyOf={({ field, unit }) => `${field} ${unit.id}`}
      isTableOnPhone
      columns={[
        { key: 'field', title: texts.field, isRowHeader: true, cell: ({ field }) => field },
        { key: 'unit', title: texts.unit, cell: ({ unit }) => unit.name },
      ]}
    />
  </section>
)

const whereOf = ({ cycle, framework, unit, paper }: DocumentUse) => {
  if (paper)
    return (
      <PageLink to="/van-ban/$paperId" params={{ paperId: paper.id }}>
        {paper.summary || texts.paperDraft}
      </PageLink>
    )
  if (framework)
    return (
      <PageLink to="/bo-tieu-chi/$frameworkId" params={{ frameworkId: framework.id }}>
        {framework.title}
      </PageLink>
    )
  return [cycle?.title, unit?.name].filter(Boolean).join(', ')
}

const Uses = ({ uses }: { readonly uses: readonly DocumentUse[] }) => (
  <section>
    <DataTable
      caption={texts.uses}
      rows={uses}
      keyOf={({ of, cycle, framework, unit, paper }) => [of, cycle?.id, framework?.id, unit?.id, paper?.id].join(' ')}
      isTableOnPhone
      empty={texts.usesEmpty}
      columns={[
        { key: 'of', title: texts.useOf, isRowHeader: true, cell: ({ of }) => (of === 'paper' ? texts.paper : groundSubjectWords[of]) },
        { key: 'where', title: texts.useWhere, cell: whereOf },
      ]}
    />
  </section>
)
