import { Button, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { formatFigure } from '../../../language/format.ts'
import { calendarTexts } from '../../../language/pages/calendar.ts'
import { widgetTexts } from '../../../language/pages/widgets.ts'
import { call, type Outcome, type ValueOf } from '../../../web/widgets/client.ts'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { intentionKey } from '../../../web/widgets/intention-key.ts'
import { useChange } from '../../../web/widgets/use-call.ts'
import { calendarRoutes } from '../contract.ts'
import type { BoardUnit } from './contract.ts'

const texts = calendarTexts.board
const figure = (count: number): string => formatFigure(String(count))
type Reached = Outcome<ValueOf<typeof calendarRoutes.remind>>
const mostNamed = 8

interface Props {
  readonly cycleId: string
  readonly cycleTitle: string
  readonly units: readonly BoardUnit[]
  readonly onClose: () => void
}

/** Says whom a reminder would reach before it leaves. */
export const RemindDialog = ({ cycleId, cycleTitle, units, onClose }: Props) => {
  const [message, setMessage] = useState(texts.usualMessage(cycleTitle))
  const [reached, setReached] = useState<Reached>()
  const key = useRef(intentionKey())
  const unitIds = units.map(({ id }) => id)
  const remind = useChange(calendarRoutes.remind, { refreshes: [calendarRoutes.board] })
  // As text, so that it is asked again only where the units are others.
  const asked = unitIds.join(' ')
  useEffect(() => {
    const body = { unitIds: asked.split(' '), message: texts.title, preview: true }
    void call(calendarRoutes.remind, { params: { cycleId }, body, idempotencyKey: intentionKey() }).then(setReached)
  }, [cycleId, asked])
  const act = async (): Promise<void> => {
    const outcome = await remind.run({ params: { cycleId }, body: { unitIds, message }, idempotencyKey: key.current })
    if (outcome.ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={texts.dialog} closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <Stack gap="md">
        <Textarea
          label={texts.message}
          rows={4}
          maxLength={2000}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
        {reached?.ok === true && <Preview reached={reached.value} />}
        {reached?.ok === false && <ErrorState refused={reached} />}
        {remind.refused && <ErrorState refused={remind.refused} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {widgetTexts.cancel}
          </Button>
          <Button
            disabled={message.trim() === '' || reached?.ok !== true || reached.value.people === 0}
            loading={remind.isRunning}
            onClick={() => void act()}
          >
            {texts.send}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

const Preview = ({ reached: { people, withMail, unreached } }: { readonly reached: ValueOf<typeof calendarRoutes.remind> }) => (
  <>
    <Text size="sm">{texts.preview(figure(people), figure(withMail))}</Text>
    {unreached.length > 0 && (
      <div>
        <Text size="sm">{texts.unreached(figure(unreached.length))}</Text>
        <List size="sm">
          {unreached.slice(0, mostNamed).map((name) => (
            <List.Item key={name}>{name}</List.Item>
          ))}
          {unreached.length > mostNamed && <List.Item>…</List.Item>}
        </List>
      </div>
    )}
  </>
)
