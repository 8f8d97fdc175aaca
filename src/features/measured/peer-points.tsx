import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { formatFigure } from '../../language/format.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { peerTexts as texts } from '../../language/pages/peers.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { Moment } from '../../web/widgets/figures.tsx'
import { ProblemList } from '../../web/widgets/problem-list.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { peerRoutes } from './peer-contract.ts'

/** Criteria of a cycle whose points depend on the other units, and the act that gives them; nothing where there are none. */
export const PeerPoints = ({ cycleId }: { readonly cycleId: string }) => {
  const isOwner = holdsAny(useSignedIn(), ['methodOwner'])
  const params = { cycleId }
  const peers = useCall(peerRoutes.read, { params }, { when: holdsAny(useSignedIn(), ['methodOwner', 'leader', 'inspector']) })
  const compute = useChange(peerRoutes.compute)
  const [done, setDone] = useState('')
  if (!peers.value || peers.value.leaves.length === 0) return null
  const act = async (): Promise<void> => {
    const outcome = await compute.run({ params })
    setDone(outcome.ok ? texts.done(outcome.value.passed.reduce((sum, { changed }) => sum + changed, 0)) : '')
  }
  return (
    <Stack component="section" aria-labelledby="so-voi-don-vi-khac" gap="sm" mt="lg">
      <Title order={2} size="h3" id="so-voi-don-vi-khac">
        {texts.title}
      </Title>
      <Text maw="70ch">{texts.intro}</Text>
      <DataTable
        caption={texts.caption}
        isCaptionHidden
        rows={peers.value.leaves}
        keyOf={({ unitGroup, nodeId, round }) => `${unitGroup} ${nodeId} ${round}`}
        columns={[
          { key: 'leaf', title: texts.columns.leaf, isRowHeader: true, cell: ({ code, name }) => `${code} ${name}` },
          { key: 'round', title: texts.columns.round, cell: ({ round }) => labelsVi.rounds[round] },
          { key: 'units', title: texts.columns.units, isFigure: true, cell: ({ units }) => String(units) },
          {
            key: 'best',
            title: texts.columns.best,
            cell: ({ best }) => (best ? texts.best(formatFigure(best.value), best.units.join(', ')) : texts.nobody),
          },
          { key: 'taken', title: texts.columns.taken, cell: ({ takenAt }) => (takenAt ? <Moment value={takenAt} /> : texts.notYet) },
        ]}
      />
      {compute.refused && <ProblemList problems={compute.refused.problems} />}
      {isOwner && (
        <Group gap="md">
          <Button variant="default" onClick={() => void act()} loading={compute.isRunning}>
            {texts.act}
          </Button>
          <Text role="status">{done}</Text>
        </Group>
      )}
    </Stack>
  )
}
