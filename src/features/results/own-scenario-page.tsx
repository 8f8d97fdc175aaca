import { Button, Paper, Stack, Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Edit } from '../../core/results/edits.ts'
import { scenarioWords as words } from '../../language/pages/scenario.ts'
import { speakProblem } from '../../language/problem-sentence.ts'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { ProblemList } from '../../web/widgets/problem-list.tsx'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { addEdit } from './add-edit.ts'
import { EditForm } from './edit-form.tsx'
import { EditList } from './edit-list.tsx'
import { RescoredNote } from './rescored-note.tsx'
import { SavedScenarios } from './saved-scenarios.tsx'
import { scenarioRoutes, type TrialPlace, type TrialReply } from './scenario-contract.ts'
import { useTrial } from './use-trial.ts'

const Place = ({ place }: { readonly place: TrialPlace }) => (
  <div role="status">
    <Text>{words.ownNow(place.before.percent ?? '0', place.before.rank ?? null, place.rankedUnits)}</Text>
    <Text fw={600}>{words.ownThen(place.after.percent ?? '0', place.after.rank ?? null, place.rankedUnits)}</Text>
    {place.overtaken > 0 && <Text>{words.overtaken(place.overtaken)}</Text>}
    {place.overtakenBy > 0 && <Text>{words.overtakenBy(place.overtakenBy)}</Text>}
  </div>
)

const Workbench = ({
  reply,
  publicationId,
  unitId,
}: {
  readonly reply: TrialReply
  readonly publicationId: string
  readonly unitId: string
}) => {
  const [edits, setEdits] = useState<readonly Edit[]>([])
  const facts = useMemo(() => ({ [unitId]: reply.facts ?? {} }), [unitId, reply])
  const { framework, after, edited, problems } = useTrial(reply, edits, facts)
  const asking = useChange(scenarioRoutes.ownPlace, { refreshes: [] })
  const [place, setPlace] = useState<TrialPlace>()
  const edit = (next: readonly Edit[]): void => {
    setEdits(next)
    setPlace(undefined)
  }
  const ask = async (): Promise<void> => {
    const outcome = await asking.run({ params: { unitId, publicationId }, body: { edits: [...edits] } })
    if (outcome.ok) setPlace(outcome.value)
  }
  if (!framework) return <ProblemList problems={problems.map((problem) => speakProblem(problem))} />
  const [own] = after
  return (
    <Stack gap="lg">
      <EditForm framework={framework} units={reply.units} onAdd={(each) => edit(addEdit(edits, each))} />
      <EditList framework={framework} units={reply.units} edits={edits} onChange={edit} />
      {problems.length > 0 && <ProblemList problems={problems.map((problem) => speakProblem(problem))} />}
      {asking.refused && <ProblemList problems={asking.refused.problems} />}
      <Paper p="md" withBorder>
        <Stack gap="xs" align="flex-start">
          <RescoredNote trial={edited} edits={edits} />
          {own?.percent && <Text role="status">{words.ownInBrowser(own.percent)}</Text>}
          {place && <Place place={place} />}
          <Button loading={asking.isRunning} disabled={problems.length > 0} onClick={ask}>
            {words.place}
          </Button>
        </Stack>
      </Paper>
      <SavedScenarios cycleId={reply.cycle.id} group={reply.group} edits={edits} onOpen={edit} />
    </Stack>
  )
}

/** `/ket-qua/thu-don-vi/$publicationId/$unitId`: changes of the own unit; the others' scores stay with the server. */
export const OwnScenarioPage = () => {
  const { publicationId = '', unitId = '' } = useParams({ strict: false })
  const call = useCall(scenarioRoutes.ownTrial, { params: { unitId, publicationId } })
  return (
    <Loaded call={call}>
      {(reply) => (
        <>
          <PageTitle under={words.ownLead}>{words.ownTitle(reply.units[0]?.unit.name ?? '')}</PageTitle>
          <Workbench reply={reply} publicationId={publicationId} unitId={unitId} />
        </>
      )}
    </Loaded>
  )
}
