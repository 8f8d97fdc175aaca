import { Button, Group, List, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import type { Fraction } from '../../core/exact/fraction.ts'
import { parsePoints, pointsText, subtractPoints, zeroPoints } from '../../core/exact/points.ts'
import { cheapestTasks, type CheapestTasks as Answer, type TaskChoice } from '../../core/improvement/cheapest-tasks.ts'
import { lossesOf, tasksOf } from '../../core/improvement/plan.ts'
import { formatFigure, roundText } from '../../language/format.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import type { PlanView } from './contract.ts'

const words = improvementWords.targets
const gainText = ({ n, d }: Fraction): string => formatFigure(roundText(String(Number((n * 10_000n) / d) / 10_000), 2))

const Choice = ({ view, choice, title }: { readonly view: PlanView; readonly choice: TaskChoice; readonly title: string }) => {
  const chosen = new Set<string>(choice.tasks)
  return (
    <div>
      <Text fw={600}>{title}</Text>
      <List size="sm">
        {view.plan.tasks
          .filter(({ id }) => chosen.has(id))
          .map(({ id, title: name }) => (
            <List.Item key={id}>{name}</List.Item>
          ))}
      </List>
    </div>
  )
}

const Found = ({ view, answer }: { readonly view: PlanView; readonly answer: Answer }) => {
  if (answer.outcome === 'tooLarge') return <Text>{words.tooLarge}</Text>
  if (answer.outcome === 'outOfReach') return <Text>{words.outOfReach(gainText(answer.most.gain))}</Text>
  const { best, runnerUp } = answer
  return (
    <Stack gap="xs">
      <Choice view={view} choice={best} title={words.best(best.effort, gainText(best.gain))} />
      {runnerUp ? (
        <Choice view={view} choice={runnerUp} title={words.runnerUp(runnerUp.effort, gainText(runnerUp.gain))} />
      ) : (
        <Text>{words.noRunnerUp}</Text>
      )}
      <Text c="gray.7">{words.explained}</Text>
    </Stack>
  )
}

/** The tasks that reach a goal with the least work, and the next best way. */
export const CheapestTasks = ({ view }: { readonly view: PlanView }) => {
  const goal = view.plan.goals.find(({ area, points }) => area === undefined && points !== undefined)?.points
  const [text, setText] = useState(goal === undefined ? '' : formatFigure(goal))
  const [answer, setAnswer] = useState<Answer | 'enough'>()
  const wanted = parsePoints(text)
  const needed = wanted === undefined ? undefined : subtractPoints(wanted, parsePoints(view.plan.result?.points ?? '') ?? zeroPoints)
  const compute = (): void => {
    if (needed === undefined) return
    const lost = new Map(lossesOf(view.plan).map((loss) => [loss.leaf, loss.lost]))
    setAnswer(needed <= 0 ? 'enough' : cheapestTasks(tasksOf(view.plan), lost, needed))
  }
  return (
    <Paper component="section" p="md">
      <Stack gap="sm">
        <Title order={2} size="h3">
          {words.cheapestTitle}
        </Title>
        <Group align="flex-end">
          <TextInput
            label={words.goalField}
            inputMode="decimal"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            w={180}
          />
          <Button variant="default" onClick={compute} disabled={needed === undefined}>
            {words.compute}
          </Button>
        </Group>
        <div aria-live="polite">
          {answer !== undefined && answer !== 'enough' && needed !== undefined && (
            <Text>{words.needed(formatFigure(pointsText(needed)))}</Text>
          )}
          {answer === 'enough' && <Text>{words.enough}</Text>}
          {answer !== undefined && answer !== 'enough' && <Found view={view} answer={answer} />}
        </div>
      </Stack>
    </Paper>
  )
}
