import { Button, Group, List, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import type { Edit } from '../../core/results/edits.ts'
import { scenarioWords as words } from '../../language/pages/scenario.ts'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { ProblemList } from '../../web/widgets/problem-list.tsx'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { type Scenario, scenarioRoutes } from './scenario-contract.ts'

interface Props {
  readonly cycleId: string
  readonly group: string
  readonly edits: readonly Edit[]
  readonly onOpen: (edits: readonly Edit[]) => void
}

const refreshes = [scenarioRoutes.list]

const Line = ({ scenario, edits, onOpen }: { readonly scenario: Scenario } & Pick<Props, 'edits' | 'onOpen'>) => {
  const change = useChange(scenarioRoutes.change, { refreshes })
  const drop = useChange(scenarioRoutes.drop, { refreshes })
  const at = { params: { scenarioId: scenario.id }, ifMatch: scenario.version }
  const refused = change.refused ?? drop.refused
  return (
    <List.Item>
      <Group gap="xs">
        <Text span>{scenario.name}</Text>
        <Button size="compact-sm" variant="default" aria-label={words.openOf(scenario.name)} onClick={() => onOpen(scenario.edits)}>
          {words.open}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          loading={change.isRunning}
          disabled={edits.length === 0}
          onClick={() => change.run({ ...at, body: { name: scenario.name, edits: [...edits] } })}
        >
          {words.change}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          aria-label={words.dropOf(scenario.name)}
          loading={drop.isRunning}
          onClick={() => drop.run(at)}
        >
          {words.drop}
        </Button>
      </Group>
      {refused && <ProblemList problems={refused.problems} />}
    </List.Item>
  )
}

/** The person's own scenarios of this group: open, write over, throw away; and a name for what is being tried. */
export const SavedScenarios = ({ cycleId, group, edits, onOpen }: Props) => {
  const call = useCall(scenarioRoutes.list, { query: { cycleId } })
  const keep = useChange(scenarioRoutes.keep, { refreshes })
  const [name, setName] = useState('')
  const save = async (): Promise<void> => {
    const outcome = await keep.run({ body: { cycleId, group, name, edits: [...edits] } })
    if (outcome.ok) setName('')
  }
  return (
    <section className="no-print">
      <Title order={2} size="h4">
        {words.saved}
      </Title>
      <Text c="gray.7" size="sm" mb="xs">
        {words.savedHint}
      </Text>
      <Loaded call={call}>
        {({ scenarios }) => {
          const own = scenarios.filter((scenario) => scenario.group === group)
          return own.length === 0 ? (
            <Text c="gray.7">{words.nothingSaved}</Text>
          ) : (
            <List spacing={4}>
              {own.map((scenario) => (
                <Line key={scenario.id} scenario={scenario} edits={edits} onOpen={onOpen} />
              ))}
            </List>
          )
        }}
      </Loaded>
      <Group gap="sm" align="flex-end" mt="sm">
        <TextInput label={words.nameLabel} value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={200} w={280} />
        <Button variant="default" loading={keep.isRunning} disabled={!name.trim() || edits.length === 0} onClick={save}>
          {words.save}
        </Button>
      </Group>
      {keep.refused && <ProblemList problems={keep.refused.problems} />}
    </section>
  )
}
