import { Button, Group, MultiSelect, Paper, Select, Text } from '@mantine/core'
import { useState } from 'react'
import { formatFigure } from '../../language/format.ts'
import { assignmentTexts } from '../../language/pages/assignment.ts'
import type { AssignmentPlan, PlanChange } from './contract.ts'

const texts = assignmentTexts.bulk
type RowChange = PlanChange['rows'][number]
type GivenParty = NonNullable<RowChange['parties']>[number]

const collectives = [texts.everyUnit, texts.everybody, texts.leaders]
const partyOf = (value: string): GivenParty => {
  if (value.startsWith('unit ')) return { unitId: value.slice(5) }
  return value.startsWith('person ') ? { personId: value.slice(7) } : { words: value }
}

interface Props {
  readonly plan: AssignmentPlan
  readonly chosen: ReadonlySet<string>
  readonly isRunning: boolean
  readonly onAct: (rows: RowChange) => void
  readonly onClear: () => void
}

/** Gives the chosen rows a lead or helpers, all at once, or lets them say again what is printed. */
export const BulkBar = ({ plan, chosen, isRunning, onAct, onClear }: Props) => {
  const [duty, setDuty] = useState<RowChange['duty']>('lead')
  const [parties, setParties] = useState<string[]>([])
  const nodeIds = [...chosen]
  return (
    <Paper p="sm" withBorder role="region" aria-label={texts.chosen(formatFigure(String(chosen.size)))} className="no-print">
      <Group align="flex-end" gap="sm">
        <Text fw={600}>{texts.chosen(formatFigure(String(chosen.size)))}</Text>
        <Select
          label={texts.duty}
          w={140}
          allowDeselect={false}
          data={Object.entries(assignmentTexts.duties).map(([value, label]) => ({ value, label }))}
          value={duty}
          onChange={(value) => setDuty(value === 'coordinating' ? 'coordinating' : 'lead')}
        />
        <MultiSelect
          label={texts.parties}
          placeholder={parties.length === 0 ? texts.placeholder : ''}
          searchable
          w={380}
          maw="100%"
          data={[
            { group: texts.units, items: plan.units.map(({ id, name }) => ({ value: `unit ${id}`, label: name })) },
            { group: texts.collectives, items: collectives.map((name) => ({ value: name, label: name })) },
            { group: texts.people, items: plan.people.map(({ id, name }) => ({ value: `person ${id}`, label: name })) },
          ]}
          value={parties}
          onChange={setParties}
        />
        <Button disabled={parties.length === 0} loading={isRunning} onClick={() => onAct({ nodeIds, duty, parties: parties.map(partyOf) })}>
          {texts.assign}
        </Button>
        <Button variant="default" disabled={isRunning} onClick={() => onAct({ nodeIds, duty })}>
          {texts.reset}
        </Button>
        <Button variant="subtle" onClick={onClear}>
          {texts.clear}
        </Button>
      </Group>
    </Paper>
  )
}
