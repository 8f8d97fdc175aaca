import { Badge, Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { questionTexts } from '../../language/pages/questions.ts'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { type ListedQuestion, questionRoutes } from './contract.ts'
import { Thread } from './thread.tsx'

const texts = questionTexts.list
const states = ['open', 'answered'] as const

/** Everything that is asked at criteria of the units one works for or appraises; what waits for an answer first. */
export const QuestionsPage = () => {
  const [word, setWord] = useAddress('loc', 'open')
  const [after, setAfter] = useAddress('sau')
  const state = word === 'answered' ? 'answered' : 'open'
  const list = useCall(questionRoutes.list, { query: { state, ...(after !== '' && { after }) } })
  return (
    <Stack gap="md">
      <PageTitle>{questionTexts.title}</PageTitle>
      <Group>
        <SegmentedControl
          aria-label={texts.filter}
          data={states.map((value) => ({ value, label: questionTexts.states[value] }))}
          value={state}
          onChange={(chosen) => {
            setAfter('')
            setWord(chosen)
          }}
        />
      </Group>
      <Loaded call={list}>
        {({ questions, next }) =>
          questions.length === 0 ? (
            <EmptyState title={texts.empty[state]}>{texts.emptyHint}</EmptyState>
          ) : (
            <>
              {questions.map((question) => (
                <Line key={question.id} question={question} />
              ))}
              {next && (
                <Group>
                  <Button variant="default" onClick={() => setAfter(next)}>
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

const Line = ({ question }: { readonly question: ListedQuestion }) => {
  const session = useSignedIn()
  const { cycle, unit, leaf, isMine, state } = question
  const maySpeak = holdsAny(session, ['unitOfficer', 'divisionOfficer', 'headOfUnit', 'appraiser', 'areaLead', 'methodOwner'])
  return (
    <section>
      <Group gap="xs">
        <Title order={2} size="h4">
          {texts.leaf(leaf.code, leaf.name)}
        </Title>
        {isMine && state === 'open' && <Badge color="red">{texts.mine}</Badge>}
      </Group>
      <Text size="sm" c="gray.7" mb="xs">
        {unit.name}, {cycle.title}
      </Text>
      <Thread question={question} params={{ cycleId: cycle.id, unitId: unit.id }} code={leaf.code} canAnswer={maySpeak} />
    </section>
  )
}
