import { Select, Stack, Text, Title } from '@mantine/core'
import { assignmentTexts } from '../../language/pages/assignment.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import type { AssignmentPlan } from './contract.ts'

const texts = assignmentTexts.names

interface Props {
  readonly plan: AssignmentPlan
  readonly isRunning: boolean
  readonly onSettle: (name: string, toUnitId: string | undefined) => void
}

/** Printed names that no division has: each is settled once, for every row that names it. */
export const OpenNames = ({ plan, isRunning, onSettle }: Props) => (
  <Stack gap="xs" component="section">
    <Title order={2}>{texts.title}</Title>
    <Text size="sm">{texts.text}</Text>
    <DataTable
      caption={texts.title}
      isCaptionHidden
      rows={plan.names}
      keyOf={({ name }) => name}
      columns={[
        { key: 'name', title: texts.name, isRowHeader: true, cell: ({ name }) => name },
        { key: 'leaves', title: texts.leaves, isFigure: true, width: 110, cell: ({ leaves }) => leaves },
        {
          key: 'unit',
          title: texts.unit,
          width: 320,
          cell: ({ name, toUnitId }) => (
            <Select
              aria-label={texts.unitFor(name)}
              placeholder={texts.undecided}
              clearable
              clearButtonProps={{ 'aria-label': texts.undecided }}
              disabled={isRunning}
              data={plan.units.map((unit) => ({ value: unit.id, label: unit.name }))}
              value={toUnitId ?? null}
              onChange={(value) => onSettle(name, value ?? undefined)}
            />
          ),
        },
      ]}
    />
  </Stack>
)
