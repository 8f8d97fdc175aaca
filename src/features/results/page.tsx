import { List, Paper, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { formatMoment } from '../../language/format.ts'
import { resultsWords as words } from '../../language/pages/results.ts'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { useTimeZone } from '../../web/widgets/session.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { type Overview, resultsRoutes } from './contract.ts'

const Part = ({ title, hint, children }: { readonly title: string; readonly hint?: string; readonly children: ReactNode }) => (
  <Paper p="md" bg="white">
    <Title order={2} size="h4" mb="xs">
      {title}
    </Title>
    {hint && (
      <Text c="gray.7" mb="xs">
        {hint}
      </Text>
    )}
    <List spacing="xs" listStyleType="none">
      {children}
    </List>
  </Paper>
)

const Parts = ({ overview }: { readonly overview: Overview }) => {
  const timeZone = useTimeZone()
  return (
    <Stack gap="md">
      {overview.own.length > 0 && (
        <Part title={words.own}>
          {overview.own.map(({ cycle, unit }) => (
            <List.Item key={`${cycle.id} ${unit.id}`}>
              <PageLink to="/ket-qua/$cycleId/$unitId" params={{ cycleId: cycle.id, unitId: unit.id }}>
                {cycle.year}: {unit.name}
              </PageLink>
            </List.Item>
          ))}
        </Part>
      )}
      {overview.live.length > 0 && (
        <Part title={words.live} hint={words.liveHint}>
          {overview.live.map(({ id, title }) => (
            <List.Item key={id}>
              <PageLink to="/ket-qua/$cycleId" params={{ cycleId: id }}>
                {title}
              </PageLink>
            </List.Item>
          ))}
        </Part>
      )}
      {overview.published.length > 0 && (
        <Part title={words.published}>
          {overview.published.map(({ id, title, number, publishedAt, corrected }) => (
            <List.Item key={id} {...(corrected && { c: 'gray.7' })}>
              <PageLink to="/ket-qua/cong-bo/$publicationId" params={{ publicationId: id }}>
                {title}
              </PageLink>{' '}
              <Text span size="sm" c="gray.7">
                {words.publishedNote(number, formatMoment(publishedAt, timeZone))}
              </Text>
            </List.Item>
          ))}
        </Part>
      )}
    </Stack>
  )
}

/** `/ket-qua`: what there is to see. */
export const ResultsPage = () => {
  const call = useCall(resultsRoutes.overview)
  return (
    <>
      <PageTitle under={words.lead}>{words.title}</PageTitle>
      <Loaded call={call}>
        {(overview) =>
          overview.own.length + overview.live.length + overview.published.length === 0 ? (
            <EmptyState title={words.nothing}>{words.nothingHint}</EmptyState>
          ) : (
            <Parts overview={overview} />
          )
        }
      </Loaded>
    </>
  )
}
