import { Anchor, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { postingTexts as texts } from '../../../language/pages/papers.ts'
import { Confirm } from '../../../web/widgets/confirm.tsx'
import { Moment } from '../../../web/widgets/figures.tsx'
import { useCall, useChange } from '../../../web/widgets/use-call.ts'
import type { Paper } from '../contract.ts'
import { postedPaperPath, postingRoutes } from './contract.ts'

/** Whether everybody may read an issued paper, and the way to let them. */
export const PostingPart = ({ paper, mayWrite }: { readonly paper: Paper; readonly mayWrite: boolean }) => {
  const params = { paperId: paper.id }
  const posting = useCall(postingRoutes.show, { params })
  const set = useChange(postingRoutes.set, { refreshes: [postingRoutes.show] })
  const [isAsking, setAsking] = useState(false)
  if (!posting.value) return null
  const { postedAt } = posting.value
  const change = async (): Promise<void> => {
    const outcome = await set.run({ params, body: { isPosted: postedAt === undefined }, ifMatch: paper.version })
    if (outcome.ok) setAsking(false)
  }
  const act = postedAt === undefined ? texts.post : texts.takeDown
  return (
    <Group gap="sm" mb="md" className="no-print">
      {postedAt === undefined ? (
        <Text size="sm">{texts.notPosted}</Text>
      ) : (
        <Text size="sm">
          {texts.postedSince} <Moment value={postedAt} />.{' '}
          <Anchor href={postedPaperPath(paper.id)} target="_blank">
            {texts.see}
          </Anchor>
        </Text>
      )}
      {mayWrite && (
        <Button variant="default" size="xs" onClick={() => setAsking(true)}>
          {act}
        </Button>
      )}
      <Confirm
        isOpen={isAsking}
        title={act}
        act={act}
        onAct={() => void change()}
        onClose={() => setAsking(false)}
        isRunning={set.isRunning}
        refused={set.refused}
      >
        {postedAt === undefined ? texts.postHint : texts.takeDownHint}
      </Confirm>
    </Group>
  )
}
