import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { formatFigure } from '../../language/format.ts'
import { indexTexts as texts } from '../../language/pages/indexes.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { type IndexValue, indexRoutes, type NamedIndex } from './contract.ts'
import { indexFacts } from './describe.ts'
import { IndexForm } from './index-form.tsx'
import { ValueForm } from './value-form.tsx'

/** `/chi-so`: indexes kept apart by name, and what each said of the years. */
export const IndexesPage = () => {
  const listed = useCall(indexRoutes.list)
  const mayChange = holdsAny(useSignedIn(), ['methodOwner'])
  const [isAdding, setAdding] = useState(false)
  const open = mayChange && <Button onClick={() => setAdding(true)}>{texts.add}</Button>
  return (
    <>
      <PageTitle under={texts.under} actions={open}>
        {texts.title}
      </PageTitle>
      <Loaded call={listed}>
        {({ indexes }) =>
          indexes.length === 0 ? (
            <EmptyState title={texts.empty} action={open}>
              {texts.emptyHint}
            </EmptyState>
          ) : (
            <Stack gap="xl">
              {indexes.map((index) => (
                <OneIndex key={index.id} index={index} mayChange={mayChange} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      {isAdding && <IndexForm onClose={() => setAdding(false)} />}
    </>
  )
}

const yearsText = ({ sinceYear, untilYear }: NamedIndex): string =>
  [sinceYear !== undefined && texts.since(sinceYear), untilYear !== undefined && texts.until(untilYear)].filter(Boolean).join(' ')

const OneIndex = ({ index, mayChange }: { readonly index: NamedIndex; readonly mayChange: boolean }) => {
  const [opened, setOpened] = useState<'index' | 'value'>()
  const close = (): void => setOpened(undefined)
  return (
    <Stack gap="sm" component="section">
      <Group justify="space-between" align="end">
        <div>
          <Title order={2} size="h3">
            {index.code}
          </Title>
          <Text>{index.name}</Text>
          <Text size="sm" c="gray.7">
            {[indexFacts(index), yearsText(index)].filter(Boolean).join(', ')}
          </Text>
        </div>
        {mayChange && (
          <Group gap="sm" className="no-print">
            <Button variant="default" aria-label={texts.addValueOf(index.code)} onClick={() => setOpened('value')}>
              {texts.addValue}
            </Button>
            <Button variant="default" aria-label={texts.changeOf(index.code)} onClick={() => setOpened('index')}>
              {texts.change}
            </Button>
          </Group>
        )}
      </Group>
      {index.cycles.length > 0 && (
        <Text size="sm">
          {texts.cycles}:{' '}
          {index.cycles.map(({ id, title }, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <PageLink to="/ket-qua/$cycleId" params={{ cycleId: id }}>
                {title}
              </PageLink>
            </span>
          ))}
        </Text>
      )}
      {index.values.length > 0 && <Values index={index} />}
      {index.values.length === 0 && index.cycles.length === 0 && <Text c="gray.7">{texts.noValues}</Text>}
      {opened === 'index' && <IndexForm index={index} onClose={close} />}
      {opened === 'value' && <ValueForm index={index} onClose={close} />}
    </Stack>
  )
}

const rankText = ({ rank, rankedOf }: IndexValue): string => {
  if (rank === undefined) return '–'
  const place = formatFigure(String(rank))
  return rankedOf === undefined ? place : texts.rankOf(place, formatFigure(String(rankedOf)))
}

const Values = ({ index }: { readonly index: NamedIndex }) => {
  const { authority } = useSignedIn()
  return (
    <DataTable
      caption={texts.values(index.code)}
      isCaptionHidden
      rows={index.values}
      keyOf={({ year, unit }) => `${year} ${unit?.id ?? ''}`}
      columns={[
        { key: 'year', title: texts.year, width: 80, isRowHeader: true, cell: ({ year }) => year },
        { key: 'of', title: texts.of, cell: ({ unit }) => unit?.name ?? authority.name },
        {
          key: 'value',
          title: texts.value,
          isFigure: true,
          width: 110,
          cell: ({ value }) => (value === undefined ? '–' : formatFigure(value)),
        },
        { key: 'rank', title: texts.rank, isFigure: true, width: 110, cell: rankText },
        { key: 'source', title: texts.valueSource, cell: ({ source }) => source },
      ]}
    />
  )
}
