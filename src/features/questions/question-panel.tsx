import { Button, Stack, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { questionTexts as texts } from '../../language/pages/questions.ts'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { AskForm } from './ask-form.tsx'
import { questionRoutes } from './contract.ts'
import { Thread } from './thread.tsx'

interface Props {
  readonly cycleId: string
  readonly unitId: string
  readonly nodeId: string
  /** Told how many threads wait for an answer whenever that is known anew. */
  readonly onOpen?: (count: number) => void
}

/** What is asked and answered at one criterion, beside its sheet or its appraisal; the server decides who may speak. */
export const QuestionPanel = ({ onOpen, ...params }: Props) => {
  const session = useSignedIn()
  const [isAsking, setAsking] = useState(false)
  const list = useCall(questionRoutes.ofLeaf, { params })
  const open = list.value?.questions.filter(({ state }) => state === 'open').length
  // Only a new count is news; the listener may be another function at every drawing.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => (open === undefined ? undefined : onOpen?.(open)), [open])
  const isOfUnit = session.grants.some(({ unit }) => unit !== undefined)
  const maySpeak = holdsAny(session, ['unitOfficer', 'divisionOfficer', 'headOfUnit', 'appraiser', 'areaLead', 'methodOwner'])
  return (
    <section aria-label={texts.panelTitle}>
      <Title order={3} mt="md">
        {texts.panelTitle}
      </Title>
      <Loaded call={list}>
        {({ questions }) => (
          <Stack gap="xs" my="xs">
            {questions.length === 0 && (
              <Text size="sm" c="gray.7">
                {texts.none}
              </Text>
            )}
            {questions.map((question) => (
              <Thread key={question.id} question={question} params={params} code={params.nodeId} canAnswer={maySpeak} />
            ))}
          </Stack>
        )}
      </Loaded>
      {maySpeak && !isAsking && (
        <Button variant="light" size="xs" className="no-print" onClick={() => setAsking(true)}>
          {texts.ask}
        </Button>
      )}
      {isAsking && <AskForm params={params} isOfUnit={isOfUnit} onClose={() => setAsking(false)} />}
    </section>
  )
}
