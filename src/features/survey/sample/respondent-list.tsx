import { Button, Checkbox, Group, Paper, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { fold } from '../../../core/fold.ts'
import { formatFigure } from '../../../language/format.ts'
import { surveySampleTexts } from '../../../language/pages/survey-field.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { useCall, useChange } from '../../../web/widgets/use-call.ts'
import type { SurveyDetail } from '../contract.ts'
import { addressOfForm } from '../form-address.ts'
import { groupsOf } from '../respondent-groups.ts'
import { type Invited, respondentPlaces, sampleRoutes } from './contract.ts'
import { pastedCells } from './pasted.ts'

const texts = surveySampleTexts.list
const figure = (count: number): string => formatFigure(String(count))

interface Props {
  readonly survey: SurveyDetail
}

/** The list of those who may be asked: put in, drawn from, invited and reminded. Names are fetched only when somebody asks to see them. */
export const RespondentList = ({ survey }: Props) => {
  const [typed, setTyped] = useState('')
  const [seed, setSeed] = useState('')
  const [isShown, setShown] = useState(false)
  const [done, setDone] = useState<{ readonly listed: number; readonly sample: number; readonly reserve: number }>()
  const put = useChange(sampleRoutes.setRespondents)
  const draw = useChange(sampleRoutes.draw)
  const params = { surveyId: survey.id }
  const groups = groupsOf(survey, '')
  const groupId = (text: string): string => groups.find(({ id, text: name }) => [id, name].includes(text))?.id ?? text
  const placeOf = (text: string) =>
    respondentPlaces.find((place) => place !== 'listed' && fold(texts.places[place]) === fold(text)) ?? ('listed' as const)
  const respondents = pastedCells(typed).map(([unitCode = '', group = '', name = '', contact = '', place = '']) => ({
    unitCode,
    group: groupId(group),
    name,
    contact,
    place: placeOf(place),
  }))
  const isDrawn = respondents.some(({ place }) => place !== 'listed')
  const save = async (): Promise<void> => {
    const outcome = await put.run({
      params,
      ifMatch: survey.version,
      body: { respondents, ...(isDrawn && seed.trim() !== '' && { seed }) },
    })
    if (!outcome.ok) return
    setTyped('')
    setDone(outcome.value)
  }
  const drawNow = async (): Promise<void> => {
    const outcome = await draw.run({ params, body: { seed } })
    if (outcome.ok) setDone(outcome.value)
  }
  return (
    <Paper component="section" p="lg" aria-labelledby="list">
      <Stack gap="md">
        <Title order={2} id="list">
          {texts.title}
        </Title>
        <Textarea
          label={texts.paste}
          description={texts.hint}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autosize
          minRows={3}
          maxRows={10}
        />
        {put.refused && <ErrorState refused={put.refused} />}
        {respondents.length > 0 && (
          <Button w="fit-content" onClick={() => void save()} loading={put.isRunning}>
            {texts.act(figure(respondents.length))}
          </Button>
        )}
        <Group align="flex-end">
          <TextInput
            label={texts.seed}
            description={texts.seedHint}
            value={seed}
            onChange={(event) => setSeed(event.currentTarget.value)}
            maxLength={100}
            flex="1 1 20rem"
            maw={560}
          />
          <Button variant="default" disabled={seed.trim() === ''} loading={draw.isRunning} onClick={() => void drawNow()}>
            {texts.draw}
          </Button>
        </Group>
        {draw.refused && <ErrorState refused={draw.refused} />}
        {done && <Text role="status">{texts.counts(figure(done.listed), figure(done.sample), figure(done.reserve))}</Text>}
        {survey.stage === 'collecting' && <Invitations surveyId={survey.id} />}
        <Button variant="default" w="fit-content" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? texts.hide : texts.show}
        </Button>
        {isShown && <People surveyId={survey.id} groups={new Map(groups.map(({ id, text }) => [id, text]))} />}
      </Stack>
    </Paper>
  )
}

/** Links for the sample, and new ones for whoever has not answered; shown this once. */
const Invitations = ({ surveyId }: { readonly surveyId: string }) => {
  const invite = useChange(sampleRoutes.invite)
  const [made, setMade] = useState<readonly Invited[]>()
  const [isCopied, setCopied] = useState(false)
  const run = async (again: boolean): Promise<void> => {
    setCopied(false)
    const outcome = await invite.run({ params: { surveyId }, body: { again } })
    if (outcome.ok) setMade(outcome.value.invitations)
  }
  const copy = async (people: readonly Invited[]): Promise<void> => {
    await navigator.clipboard.writeText(
      people
        .map(({ name, contact, unitName, token }) => [name, contact, unitName, addressOfForm(location.origin, token)].join('\t'))
        .join('\n'),
    )
    setCopied(true)
  }
  return (
    <Stack gap="xs">
      <Group>
        <Button onClick={() => void run(false)} loading={invite.isRunning}>
          {texts.invite}
        </Button>
        <Button variant="default" onClick={() => void run(true)} loading={invite.isRunning}>
          {texts.remind}
        </Button>
      </Group>
      <Text c="gray.7">{texts.remindNote}</Text>
      {invite.refused && <ErrorState refused={invite.refused} />}
      {made && (
        <Group>
          <Text role="status" fw={600}>
            {texts.made(figure(made.length))}
          </Text>
          {made.length > 0 && (
            <Button size="compact-sm" variant="default" onClick={() => void copy(made)}>
              {isCopied ? texts.copied : texts.copy}
            </Button>
          )}
        </Group>
      )}
      {made && made.length > 0 && (
        <DataTable
          caption={texts.link}
          isCaptionHidden
          isLong={made.length > 100}
          rows={made}
          keyOf={({ number }) => String(number)}
          columns={[
            { key: 'name', title: texts.name, isRowHeader: true, cell: ({ name }) => name },
            { key: 'contact', title: texts.contact, cell: ({ contact }) => contact },
            { key: 'link', title: texts.link, cell: ({ token }) => <code>{addressOfForm(location.origin, token)}</code> },
          ]}
        />
      )}
    </Stack>
  )
}

const People = ({ surveyId, groups }: { readonly surveyId: string; readonly groups: ReadonlyMap<string, string> }) => {
  const [isOpen, setOpen] = useState(false)
  const [after, setAfter] = useState(0)
  const list = useCall(sampleRoutes.respondents, {
    params: { surveyId },
    query: { show: isOpen ? 'unanswered' : 'all', after, limit: 200 },
  })
  return (
    <Stack gap="xs">
      <Checkbox
        label={texts.unanswered}
        checked={isOpen}
        onChange={(event) => {
          setOpen(event.currentTarget.checked)
          setAfter(0)
        }}
      />
      <Loaded call={list}>
        {({ respondents, next, counts }) => (
          <>
            <Text>
              {texts.counts(figure(counts.listed), figure(counts.sample), figure(counts.reserve))}{' '}
              {counts.seed && texts.seedIs(counts.seed)}
            </Text>
            <DataTable
              caption={texts.caption}
              isCaptionHidden
              isLong={respondents.length > 100}
              rows={respondents}
              keyOf={({ number }) => String(number)}
              columns={[
                { key: 'number', title: texts.number, isFigure: true, cell: ({ number }) => figure(number) },
                { key: 'name', title: texts.name, isRowHeader: true, cell: ({ name }) => name },
                { key: 'contact', title: texts.contact, cell: ({ contact }) => contact },
                { key: 'unit', title: surveySampleTexts.unit, cell: ({ unitName }) => unitName },
                { key: 'group', title: surveySampleTexts.group, cell: ({ group }) => groups.get(group) ?? group },
                { key: 'place', title: texts.place, cell: ({ place }) => texts.places[place] },
                {
                  key: 'state',
                  title: texts.state,
                  cell: ({ invited, answered }) => (answered ? texts.answered : invited ? texts.notAnswered : texts.notInvited),
                },
              ]}
            />
            {next !== undefined && (
              <Button variant="default" w="fit-content" onClick={() => setAfter(next)}>
                {texts.more}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Stack>
  )
}
