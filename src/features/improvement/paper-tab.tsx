import { Button, Group, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { improvementWords } from '../../language/pages/improvement.ts'
import { addressOf } from '../../web/widgets/client.ts'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { improvementRoutes, type PlanView } from './contract.ts'
import { planPapers } from './follow-contract.ts'

const words = improvementWords.paperTab

/** The plan as official papers: what their head needs, and the files. */
export const PaperTab = ({ view }: { readonly view: PlanView }) => {
  const [head, setHead] = useState({ place: '', mark: view.unit.code, signerTitle: '', coordinator: '' })
  if (view.plan.tasks.length === 0) return <EmptyState title={improvementWords.tasks.empty}>{words.needsTask}</EmptyState>
  const input = (key: keyof typeof head, usual: string) => (
    <TextInput
      label={words[key]}
      placeholder={usual}
      value={head[key]}
      onChange={(event) => setHead({ ...head, [key]: event.currentTarget.value })}
    />
  )
  const given = Object.fromEntries(Object.entries(head).filter(([, text]) => text.trim() !== ''))
  const hrefOf = (kind: (typeof planPapers)[number], format: 'docx' | 'pdf') =>
    addressOf(improvementRoutes.paper, { params: { unitId: view.unit.id, planId: view.id }, query: { kind, format, ...given } })
  return (
    <Stack gap="lg">
      <Text>{words.lead}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {input('place', improvementWords.paper.place)}
        {input('mark', view.unit.code)}
        {input('signerTitle', improvementWords.paper.signerTitle)}
        {input('coordinator', improvementWords.paper.coordinator)}
      </SimpleGrid>
      {planPapers.map((kind) => (
        <Paper key={kind} p="md" withBorder>
          <Group justify="space-between">
            <Title order={2} size="h4">
              {words.kinds[kind]}
            </Title>
            <Group gap="xs">
              {(['docx', 'pdf'] as const).map((format) => (
                <Button
                  key={format}
                  component="a"
                  variant="default"
                  href={hrefOf(kind, format)}
                  aria-label={`${words.kinds[kind]} (${format.toUpperCase()})`}
                >
                  {format.toUpperCase()}
                </Button>
              ))}
            </Group>
          </Group>
        </Paper>
      ))}
    </Stack>
  )
}
