import { Badge, Button, Group, MultiSelect, Paper, Radio, Stack, Text, Textarea, Title } from '@mantine/core'
import { useState } from 'react'
import { formatMoment } from '../../language/format.ts'
import { petitionWords as words } from '../../language/pages/petition.ts'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { intentionKey } from '../../web/widgets/intention-key.ts'
import { PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { ProblemList } from '../../web/widgets/problem-list.tsx'
import { holdsAny, useSignedIn, useTimeZone } from '../../web/widgets/session.ts'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { type OpenWindow, type Petition, petitionOutcomes, type PetitionOutcome, petitionRoutes } from './petition-contract.ts'

const Answer = ({ petition }: { readonly petition: Petition }) => {
  const answering = useChange(petitionRoutes.answer, { refreshes: [petitionRoutes.list] })
  const [outcome, setOutcome] = useState<PetitionOutcome>('accepted')
  const [text, setText] = useState('')
  return (
    <Stack gap="xs" mt="sm" className="no-print">
      <Radio.Group label={words.outcome} value={outcome} onChange={(value) => setOutcome(value as PetitionOutcome)}>
        <Group gap="md" mt={4}>
          {petitionOutcomes.map((each) => (
            <Radio key={each} value={each} label={words.outcomes[each]} />
          ))}
        </Group>
      </Radio.Group>
      <Textarea
        label={words.answerText}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={2}
        required
      />
      {answering.refused && <ProblemList problems={answering.refused.problems} />}
      <Group>
        <Button
          loading={answering.isRunning}
          disabled={!text.trim()}
          onClick={() => answering.run({ params: { petitionId: petition.id }, body: { outcome, text }, ifMatch: petition.version })}
        >
          {words.send}
        </Button>
      </Group>
    </Stack>
  )
}

const PetitionCard = ({ petition, mayAnswer }: { readonly petition: Petition; readonly mayAnswer: boolean }) => {
  const { publication, unit, number, nodeIds, request, filedAt, filedBy, answer, correctedBy } = petition
  const timeZone = useTimeZone()
  return (
    <Paper p="md" bg="white" component="article">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h4">
            {unit.name}
          </Title>
          <Text c="gray.7" size="sm">
            {words.receipt(number, formatMoment(filedAt, timeZone), filedBy.name)}
          </Text>
          <Text size="sm">
            {words.about(publication.title)}. {nodeIds.length > 0 ? words.nodes(nodeIds) : words.whole}
          </Text>
        </div>
        <Badge color="gray" variant="light" tt="none">
          {answer ? words.outcomes[answer.outcome] : words.waiting}
        </Badge>
      </Group>
      <Text mt="xs" style={{ whiteSpace: 'pre-wrap' }}>
        {request}
      </Text>
      {answer && (
        <Paper p="sm" mt="sm" withBorder>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{answer.text}</Text>
          <Text size="sm" c="gray.7">
            {words.answered(answer.answeredBy.name, formatMoment(answer.answeredAt, timeZone))}
          </Text>
        </Paper>
      )}
      {correctedBy && (
        <Text mt="xs">
          <PageLink to="/ket-qua/cong-bo/$publicationId" params={{ publicationId: correctedBy.id }}>
            {words.corrected(correctedBy.number)}
          </PageLink>
        </Text>
      )}
      {!answer && mayAnswer && <Answer petition={petition} />}
    </Paper>
  )
}

const FileForm = ({ unitId, window }: { readonly unitId: string; readonly window: OpenWindow }) => {
  const filing = useChange(petitionRoutes.file, { refreshes: [petitionRoutes.own] })
  const [key, setKey] = useState(intentionKey)
  const [nodeIds, setNodeIds] = useState<string[]>([])
  const [request, setRequest] = useState('')
  const file = async (): Promise<void> => {
    const body = { publicationId: window.publication.id, nodeIds, request }
    const outcome = await filing.run({ params: { unitId }, body, idempotencyKey: key })
    if (!outcome.ok) return
    setRequest('')
    setNodeIds([])
    setKey(intentionKey())
  }
  // The window is open until that moment; the last day is the one before it.
  const lastDay = new Date(Date.parse(window.closes) - 60_000).toISOString()
  return (
    <Paper p="md" bg="white" withBorder>
      <Stack gap="sm">
        <div>
          <Text fw={600}>{words.about(window.publication.title)}</Text>
          <Text c="gray.7">{words.until(lastDay)}</Text>
        </div>
        <MultiSelect
          label={words.criteria}
          description={words.criteriaHint}
          data={window.criteria.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}`.trim() }))}
          value={nodeIds}
          onChange={setNodeIds}
          searchable
          limit={150}
        />
        <Textarea
          label={words.request}
          value={request}
          onChange={(event) => setRequest(event.currentTarget.value)}
          autosize
          minRows={3}
          required
        />
        {filing.refused && <ProblemList problems={filing.refused.problems} />}
        <Group>
          <Button loading={filing.isRunning} disabled={!request.trim()} onClick={file}>
            {words.file}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}

const OwnPetitions = ({ unit }: { readonly unit: { readonly id: string; readonly name: string } }) => {
  const call = useCall(petitionRoutes.own, { params: { unitId: unit.id } })
  return (
    <Stack gap="md">
      <Title order={2} size="h3">
        {words.ownTitle(unit.name)}
      </Title>
      <Loaded call={call}>
        {({ petitions, open }) => (
          <Stack gap="md">
            {open.length === 0 && <Text c="gray.7">{words.closed}</Text>}
            {open.map((window) => (
              <FileForm key={window.publication.id} unitId={unit.id} window={window} />
            ))}
            {petitions.length === 0 && <Text c="gray.7">{words.ownEmpty}</Text>}
            {petitions.map((petition) => (
              <PetitionCard key={petition.id} petition={petition} mayAnswer={false} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Stack>
  )
}

const AllPetitions = ({ mayAnswer }: { readonly mayAnswer: boolean }) => {
  const [after, setAfter] = useState<string>()
  const call = useCall(petitionRoutes.list, { query: { ...(after && { after }) } })
  return (
    <Loaded call={call}>
      {({ petitions, next }) => (
        <Stack gap="md">
          {petitions.length === 0 && <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>}
          {petitions.map((petition) => (
            <PetitionCard key={petition.id} petition={petition} mayAnswer={mayAnswer} />
          ))}
          {next && (
            <Button variant="default" onClick={() => setAfter(next)}>
              {words.more}
            </Button>
          )}
        </Stack>
      )}
    </Loaded>
  )
}

/** `/kien-nghi`: a unit's own petitions, and for the council all of them with their answers. */
export const PetitionsPage = () => {
  const signedIn = useSignedIn()
  const units = signedIn.grants.flatMap(({ role, unit }) => (unit && (role === 'unitOfficer' || role === 'headOfUnit') ? [unit] : []))
  const own = [...new Map(units.map((unit) => [unit.id, unit])).values()]
  const readsAll = holdsAny(signedIn, ['methodOwner', 'leader', 'inspector', 'councilChair', 'councilSecretary', 'councilMember'])
  return (
    <>
      <PageTitle under={words.lead}>{words.title}</PageTitle>
      <Stack gap="xl">
        {own.map((unit) => (
          <OwnPetitions key={unit.id} unit={unit} />
        ))}
        {readsAll && <AllPetitions mayAnswer={holdsAny(signedIn, ['councilChair', 'councilSecretary'])} />}
      </Stack>
    </>
  )
}
