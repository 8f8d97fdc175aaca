import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core'
import { seenWords as words } from '../../language/pages/seen-results.ts'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { ProblemList } from '../../web/widgets/problem-list.tsx'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import type { RankingReply } from './shapes.ts'
import { FirmnessShown } from './firmness-shown.tsx'
import type { UnitLink } from './ranking-columns.tsx'
import { noises, robustnessRoutes } from './robustness-contract.ts'
import { ViewButtons } from './view-buttons.tsx'

/** How far weights move, as the address has it. */
const useNoise = () => {
  const [chosen, setChosen] = useAddress('dao-dong', '25')
  return [noises.find((each) => String(each) === chosen) ?? 25, setChosen] as const
}

const Lead = ({ noise, onNoise }: { readonly noise: number; readonly onNoise: (noise: string) => void }) => (
  <>
    <Title order={2} size="h3">
      {words.firmness}
    </Title>
    <Text>{words.firmnessLead}</Text>
    <Group gap="sm" className="no-print">
      <Text>{words.noise}</Text>
      <ViewButtons
        views={noises.map((each) => ({ value: String(each), label: words.noiseOf(each) }))}
        value={String(noise)}
        onChange={onNoise}
      />
    </Group>
  </>
)

/** The same while the cycle runs, as the scores stand at this moment. */
export const LiveFirmnessView = ({ reply, link }: { readonly reply: RankingReply; readonly link: UnitLink }) => {
  const [noise, setNoise] = useNoise()
  const round = reply.basis.kind === 'live' ? reply.basis.round : undefined
  const query = { group: reply.group, noise, ...(round && { round }) }
  const call = useCall(robustnessRoutes.live, { params: { cycleId: reply.cycle.id }, query })
  return (
    <Stack gap="md">
      <Lead noise={noise} onNoise={setNoise} />
      <Loaded call={call}>
        {(robustness) =>
          robustness.result && <FirmnessShown reply={reply} robustness={robustness} result={robustness.result} link={link} />
        }
      </Loaded>
    </Stack>
  )
}

/** How firm each place is where weights differ a little, in plain words; computed by the server once, with its progress shown. */
export const FirmnessView = ({
  reply,
  publicationId,
  link,
}: {
  readonly reply: RankingReply
  readonly publicationId: string
  readonly link: UnitLink
}) => {
  const [noise, setNoise] = useNoise()
  const input = { params: { publicationId }, query: { group: reply.group, noise } }
  const starting = useChange(robustnessRoutes.start, { refreshes: [robustnessRoutes.read] })
  const first = useCall(robustnessRoutes.read, input)
  const call = useCall(robustnessRoutes.read, input, first.value?.state === 'running' ? { everySeconds: 1 } : {})
  return (
    <Stack gap="md">
      <Lead noise={noise} onNoise={setNoise} />
      {starting.refused && <ProblemList problems={starting.refused.problems} />}
      <Loaded call={call}>
        {(robustness) =>
          robustness.result ? (
            <FirmnessShown reply={reply} robustness={robustness} result={robustness.result} link={link} />
          ) : robustness.state === 'running' ? (
            <div role="status">
              <Text mb="xs">{words.computing(robustness.done, robustness.of)}</Text>
              <Progress value={(100 * robustness.done) / robustness.of} aria-label={words.firmness} />
            </div>
          ) : (
            <EmptyState
              title={words.notComputed}
              action={
                <Button
                  loading={starting.isRunning}
                  onClick={() => starting.run({ params: { publicationId }, body: { group: reply.group, noise } })}
                >
                  {words.compute}
                </Button>
              }
            >
              {words.notComputedHint}
            </EmptyState>
          )
        }
      </Loaded>
    </Stack>
  )
}
