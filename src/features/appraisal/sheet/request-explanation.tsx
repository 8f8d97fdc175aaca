import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { appraisalTexts } from '../../../language/pages/appraisal.ts'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import { appraisalRoutes } from '../contract.ts'
import { explanationRoutes } from '../explanation-contract.ts'
import type { AppraisalLeaf } from '../shapes.ts'
import type { SheetPlace } from '../sheet-place.ts'

interface Props {
  readonly place: SheetPlace
  readonly leaf: AppraisalLeaf
}

/** Asks the unit to explain the leaf once it sees its points; the request can be taken back until then. */
export const RequestExplanation = ({ place, leaf: { nodeId, explained } }: Props) => {
  const standing = explained && !explained.isWithdrawn ? (explained.request ?? '') : ''
  const [text, setText] = useState(standing)
  const request = useChange(explanationRoutes.request, { refreshes: [appraisalRoutes.unit] })
  const send = async (wanted: string): Promise<void> => {
    await request.run({ params: place, body: { nodeId, version: explained?.version ?? 0, text: wanted } })
    setText(wanted)
  }
  return (
    <Stack gap="xs" className="no-print">
      <Textarea
        label={standing ? appraisalTexts.requested : appraisalTexts.request}
        placeholder={appraisalTexts.requestHint}
        autosize
        minRows={2}
        maxLength={8000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {request.refused && <ErrorState refused={request.refused} />}
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          loading={request.isRunning}
          disabled={!text.trim() || text === standing}
          onClick={() => void send(text.trim())}
        >
          {appraisalTexts.requestAct}
        </Button>
        {standing && (
          <Button size="xs" variant="subtle" onClick={() => void send('')}>
            {appraisalTexts.requestBack}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
