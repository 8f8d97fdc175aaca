import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { inspectionTexts as texts } from '../../../language/pages/inspection.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import type { Inspection } from './contract.ts'

interface Props {
  readonly inspection: Inspection
  readonly action?: ReactNode
}

/** One visit: when, by whom, what the record says and what was found on which leaf. */
export const InspectionCard = ({ inspection, action }: Props) => {
  const { unit, isAnnounced, decision, plannedOn, heldOn, record, result, team, findings } = inspection
  return (
    <Paper p="md" bg="white" component="article">
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start">
          <div>
            <Title order={2} size="h4">
              {unit.name}
            </Title>
            <Text size="sm" c="gray.7">
              {[heldOn ? texts.held(heldOn) : texts.planned(plannedOn), decision].filter(Boolean).join(' · ')}
            </Text>
          </div>
          <Group gap="xs">
            <Badge color="gray" variant="light" c="gray.8" tt="none">
              {isAnnounced ? texts.announced : texts.unannounced}
            </Badge>
            {action}
          </Group>
        </Group>
        <Text size="sm">
          {texts.team}: {team.map(({ person, duty }) => `${person.name} (${texts.duties[duty].toLowerCase()})`).join(', ')}
        </Text>
        {record && <Words title={texts.record} words={record} />}
        {result && <Words title={texts.result} words={result} />}
        {findings.length > 0 && (
          <DataTable
            caption={texts.findings}
            isCaptionHidden
            rows={findings}
            keyOf={({ nodeId }) => nodeId}
            columns={[
              { key: 'leaf', title: texts.columns.leaf, isRowHeader: true, cell: ({ code, name }) => `${code} ${name}` },
              { key: 'outcome', title: texts.columns.outcome, width: 220, cell: ({ outcome }) => texts.outcomes[outcome] },
              { key: 'words', title: texts.columns.words, cell: ({ words }) => words },
            ]}
          />
        )}
      </Stack>
    </Paper>
  )
}

const Words = ({ title, words }: { readonly title: string; readonly words: string }) => (
  <div>
    <Text fw={600}>{title}</Text>
    <Text style={{ whiteSpace: 'pre-line' }}>{words}</Text>
  </div>
)
