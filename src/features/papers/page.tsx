import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatDate } from '../../language/format.ts'
import { templateTexts } from '../../language/pages/paper-templates.ts'
import { paperTexts } from '../../language/pages/papers.ts'
import { paperKindWords } from '../../language/reports/paper-kind-words.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { Moment } from '../../web/widgets/figures.tsx'
import { LinkButton, PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { SearchBox } from '../../web/widgets/search-box.tsx'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { BatchList } from './batch-list.tsx'
import type { PaperLine } from './contract.ts'
import { NewPaper } from './new-paper.tsx'
import { type SeenPlace, usePlace } from './use-place.ts'

const texts = paperTexts.list
const pageSize = 50

/** `/van-ban`: drafts and the register of issued papers, of the authority or of the own unit. */
export const PapersPage = () => {
  const place = usePlace()
  const [adding, setAdding] = useAddress('soan')
  if (!place)
    return (
      <>
        <PageTitle>{paperTexts.title}</PageTitle>
        <EmptyState>{paperTexts.noUnit}</EmptyState>
      </>
    )
  const isAdding = place.mayWrite && adding === 'moi'
  const open = () => setAdding('moi')
  return (
    <>
      <PageTitle
        under={place.unit ? paperTexts.underUnit(place.unit.name) : paperTexts.under}
        actions={
          <Group gap="sm">
            {!place.unit && (
              <LinkButton to="/van-ban/mau" variant="default">
                {templateTexts.link}
              </LinkButton>
            )}
            {place.mayWrite && !isAdding && <Button onClick={open}>{paperTexts.add.open}</Button>}
          </Group>
        }
      >
        {paperTexts.title}
      </PageTitle>
      {isAdding && <NewPaper place={place} onClose={() => setAdding('')} />}
      <Register place={place} onAdd={isAdding || !place.mayWrite ? undefined : open} />
      {!place.unit && <BatchList mayWrite={place.mayWrite} />}
    </>
  )
}

const Register = ({ place, onAdd }: { readonly place: SeenPlace; readonly onAdd: (() => void) | undefined }) => {
  const [search, setSearch] = useAddress('tim')
  const [limit, setLimit] = useState(pageSize)
  const register = useCall(place.routes.register, { params: place.params, query: { search, limit } })
  return (
    <Stack gap="md">
      <SearchBox value={search} onChange={setSearch} label={texts.search} hint={texts.searchHint} />
      <Loaded call={register}>
        {({ papers, next }) => {
          if (papers.length === 0 && search) return <Text role="status">{texts.none(search)}</Text>
          if (papers.length === 0)
            return (
              <EmptyState title={texts.empty} action={onAdd && <Button onClick={onAdd}>{paperTexts.add.open}</Button>}>
                {texts.emptyHint}
              </EmptyState>
            )
          return (
            <>
              <PaperTable papers={papers} unitId={place.unit?.id} />
              {next !== undefined && limit < 200 && (
                <Group justify="center">
                  <Button variant="default" onClick={() => setLimit(Math.min(200, limit + pageSize))}>
                    {texts.more}
                  </Button>
                </Group>
              )}
            </>
          )
        }}
      </Loaded>
    </Stack>
  )
}

const stateText = ({ issued }: PaperLine): string => {
  if (!issued) return texts.draft
  const date = formatDate(issued.on)
  if (issued.number === undefined) return texts.issuedWithoutNumber(date)
  return texts.issued(`${String(issued.number).padStart(2, '0')}/${issued.symbol ?? ''}`, date)
}

const PaperTable = ({ papers, unitId }: { readonly papers: readonly PaperLine[]; readonly unitId: string | undefined }) => (
  <DataTable
    caption={texts.caption}
    isCaptionHidden
    rows={papers}
    keyOf={({ id }) => id}
    columns={[
      {
        key: 'name',
        title: texts.name,
        isRowHeader: true,
        cell: ({ id, kind, issued }) => (
          <PageLink to="/van-ban/$paperId" params={{ paperId: id }} search={unitId === undefined ? {} : { 'don-vi': unitId }}>
            {issued?.summary ?? paperKindWords[kind]}
          </PageLink>
        ),
      },
      {
        key: 'about',
        title: texts.about,
        cell: ({ cycle, unit, group }) => [cycle?.title, unit?.name ?? group].filter(Boolean).join(' · ') || '–',
      },
      { key: 'state', title: texts.state, cell: stateText },
      { key: 'changed', title: texts.changed, cell: ({ changedAt }) => <Moment value={changedAt} /> },
    ]}
  />
)
