import { Anchor, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatDate, formatFigure } from '../../language/format.ts'
import { frameworkTexts } from '../../language/pages/framework.ts'
import { Confirm } from '../../web/widgets/confirm.tsx'
import type { Refused } from '../../web/widgets/client.ts'
import { DateField } from '../../web/widgets/date-field.tsx'
import { isoDateOf } from '../../web/widgets/iso-date.ts'
import { useTimeZone } from '../../web/widgets/session.ts'
import { countsText } from './counts-text.ts'
import { useDraft } from './use-draft.ts'

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onGo: (at: string) => void
  readonly onAct: (inForceFrom: string) => Promise<Refused | undefined>
}

const words = frameworkTexts.force
const shownAtMost = 8

const todayIn = (timeZone: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date())

/** Asks before a framework becomes unchangeable: what it is, what is still open, from when it holds. */
export const PutInForceDialog = ({ isOpen, onClose, onGo, onAct }: Props) => {
  const { view } = useDraft()
  const [date, setDate] = useState(todayIn(useTimeZone()))
  const [refused, setRefused] = useState<Refused>()
  const [isRunning, setRunning] = useState(false)
  const act = async (): Promise<void> => {
    if (!isoDateOf(formatDate(date))) return
    setRunning(true)
    const refusal = await onAct(date)
    setRunning(false)
    setRefused(refusal)
    if (!refusal) onClose()
  }
  return (
    <Confirm
      isOpen={isOpen}
      title={words.title}
      act={words.act}
      onAct={() => void act()}
      onClose={onClose}
      isRunning={isRunning}
      refused={refused}
    >
      <Stack gap="sm">
        <div>
          <Text fw={600}>{view.title}</Text>
          <Text>{[frameworkTexts.ofYear(view.year), frameworkTexts.forGroup(view.unitGroup)].join(' · ')}</Text>
          <Text>{countsText(view)}</Text>
          <Text>
            {words.total(formatFigure(view.settledTotal === 'printed' ? (view.printedTotal ?? view.scaleTotal) : view.derivedTotal))}
          </Text>
        </div>
        <StillOpen onGo={onGo} />
        <DateField label={words.from} value={date} onChange={setDate} w={240} {...(date === '' && { error: words.missingDate })} />
        <Text c="gray.7">{words.final}</Text>
      </Stack>
    </Confirm>
  )
}

const StillOpen = ({ onGo }: { readonly onGo: (at: string) => void }) => {
  const { view } = useDraft()
  const open = view.problems.filter(({ state }) => state === 'open')
  const blocking = open.filter(({ blocks }) => blocks)
  if (open.length === 0) return <Text>{words.clear}</Text>
  if (blocking.length === 0) return <Text>{words.advisory(open.length)}</Text>
  return (
    <div>
      <Text fw={600} c="red.7">
        {words.open(blocking.length)}
      </Text>
      <List size="sm">
        {blocking.slice(0, shownAtMost).map(({ problem, key }) => (
          <List.Item key={problem.at + key}>
            <Anchor component="button" type="button" ta="start" onClick={() => onGo(problem.at)}>
              {problem.message}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </div>
  )
}
