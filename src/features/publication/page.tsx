import { Anchor, Badge, Button, Code, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { formatDate, formatMoment } from '../../language/format.ts'
import { conferenceTexts } from '../../language/pages/conference.ts'
import { publicationWords as words } from '../../language/pages/publication.ts'
import { addressOf } from '../../web/widgets/client.ts'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { LinkButton } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { holdsAny, useSignedIn, useTimeZone } from '../../web/widgets/session.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { type Publication, publicationRoutes, type ReadyCycle } from './contract.ts'
import type { Role } from '../../core/vocabulary.ts'
import { ResultCopies } from './copies/result-copies.tsx'
import { DifferencesTable } from './differences-table.tsx'
import { PublicityDialog } from './publicity-dialog.tsx'
import { type CycleToPublish, PublishDialog } from './publish-dialog.tsx'

/** Who reads all results reads what they were signed with. */
const readers: readonly Role[] = ['methodOwner', 'leader', 'inspector', 'councilChair', 'councilSecretary', 'councilMember']

const PublicationCard = ({
  publication,
  mayPublish,
  onCorrect,
}: {
  readonly publication: Publication
  readonly mayPublish: boolean
  readonly onCorrect: () => void
}) => {
  const { id, title, number, publishedAt, publishedBy, decision, isPublic, groups, hashes, corrects, correctedBy } = publication
  const timeZone = useTimeZone()
  const [isAsking, setAsking] = useState(false)
  const readsCopies = holdsAny(useSignedIn(), readers) && !correctedBy
  return (
    <Paper p="md" bg="white" component="article">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h4">
            {title}
          </Title>
          <Text c="gray.7" size="sm">
            {words.number(number)}, {formatMoment(publishedAt, timeZone)}
            {publishedBy && `, ${publishedBy.name}`}
          </Text>
          {decision && <Text size="sm">{words.decision(decision.number, formatDate(decision.date))}</Text>}
          {corrects && (
            <Text size="sm">
              {words.corrects(corrects.number)}: {corrects.reason}
            </Text>
          )}
          {correctedBy && <Text size="sm">{words.correctedBy(correctedBy.number)}</Text>}
        </div>
        <Badge color={isPublic ? 'green' : 'gray'} variant="light" tt="none">
          {isPublic ? words.publicAs(publication.parts) : words.isInternal}
        </Badge>
      </Group>
      <Group mt="sm" gap="xs">
        <LinkButton to="/ket-qua/cong-bo/$publicationId" params={{ publicationId: id }} size="xs">
          {words.ranking}
        </LinkButton>
        <LinkButton to="/cong-bo/hoi-nghi/$publicationId" params={{ publicationId: id }} size="xs" variant="default">
          {conferenceTexts.toConference}
        </LinkButton>
        {isPublic && (
          <Button component="a" href={`/cong-khai/${id}`} size="xs" variant="default">
            {words.publicPage}
          </Button>
        )}
        {mayPublish && (
          <Button size="xs" variant="default" onClick={() => setAsking(true)}>
            {words.publicity}
          </Button>
        )}
        {mayPublish && !correctedBy && (
          <Button size="xs" variant="default" onClick={onCorrect}>
            {words.correct}
          </Button>
        )}
      </Group>
      {isAsking && <PublicityDialog publication={publication} onClose={() => setAsking(false)} />}
      {publication.petitionsClose && (
        <Text size="sm" mt="xs">
          {words.petitionsUntil(formatMoment(new Date(Date.parse(publication.petitionsClose) - 60_000), timeZone))}
        </Text>
      )}
      {readsCopies && <ResultCopies cycleId={publication.cycleId} mayAdd={false} />}
      {corrects && <DifferencesTable publicationId={id} />}
      {groups.map((group, index) => (
        <Text key={group} size="xs" c="gray.7" mt={index === 0 ? 'sm' : 0}>
          {words.bundle}:{' '}
          <Anchor size="xs" href={addressOf(publicationRoutes.bundle, { params: { publicationId: id }, query: { group } })}>
            {group}
          </Anchor>
          . {words.hash}: <Code style={{ overflowWrap: 'anywhere' }}>{hashes[index]}</Code>
        </Text>
      ))}
    </Paper>
  )
}

const ReadyCard = ({ cycle, onPublish }: { readonly cycle: ReadyCycle; readonly onPublish: () => void }) => (
  <Paper p="md" bg="white" withBorder>
    <Group justify="space-between">
      <div>
        <Text fw={600}>{words.ready(cycle.title)}</Text>
        <Text c="gray.7">{words.submittedOf(cycle.submitted, cycle.units)}</Text>
      </div>
      <Group gap="xs">
        <LinkButton to="/ket-qua/$cycleId" params={{ cycleId: cycle.id }} variant="default">
          {words.provisional}
        </LinkButton>
        <Button onClick={onPublish}>{words.publish}</Button>
      </Group>
    </Group>
  </Paper>
)

/** `/cong-bo`: what waits to be published, and what was. */
export const PublicationPage = () => {
  const call = useCall(publicationRoutes.publications)
  const signedIn = useSignedIn()
  const [asked, setAsked] = useState<{ readonly cycle: CycleToPublish; readonly corrects?: Publication }>()
  const mayPublish = holdsAny(signedIn, ['councilChair'])
  return (
    <>
      <PageTitle under={words.lead}>{words.title}</PageTitle>
      <Loaded call={call}>
        {({ publications, ready }) => (
          <Stack gap="md">
            {mayPublish &&
              ready.map((cycle) => (
                <div key={cycle.id}>
                  <ReadyCard cycle={cycle} onPublish={() => setAsked({ cycle })} />
                  <ResultCopies cycleId={cycle.id} mayAdd />
                </div>
              ))}
            {publications.length === 0 && <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>}
            {publications.map((publication) => (
              <PublicationCard
                key={publication.id}
                publication={publication}
                mayPublish={mayPublish}
                onCorrect={() =>
                  setAsked({ cycle: { id: publication.cycleId, year: publication.year, title: publication.title }, corrects: publication })
                }
              />
            ))}
          </Stack>
        )}
      </Loaded>
      {asked && <PublishDialog {...asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}
