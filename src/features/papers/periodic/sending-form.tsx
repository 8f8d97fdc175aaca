import { Button, Fieldset, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { parsePlain } from '../../../core/facts/parse-fact.ts'
import { reportTexts } from '../../../language/pages/reports.ts'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import { type OpenReport, ownReportRoutes } from './contract.ts'
import { momentText } from './report-name.ts'

const texts = reportTexts.sending

interface Props {
  readonly report: OpenReport
  readonly isReady: boolean
  readonly mayChange: boolean
}

/** A moment as it travels, empty for none, undefined where it cannot be read. */
const momentOf = (typed: string): string | undefined => {
  if (typed.trim() === '') return ''
  const read = parsePlain('moment', typed, '')
  return read.ok ? read.value : undefined
}

/** When the copies were sent, and the number of the signed one. */
export const SendingForm = ({ report, isReady, mayChange }: Props) => {
  const send = useChange(ownReportRoutes.send)
  const [soft, setSoft] = useState(momentText(report.softCopyAt))
  const [signed, setSigned] = useState(momentText(report.signedCopyAt))
  const [number, setNumber] = useState(report.number ?? '')
  const [softAt, signedAt] = [momentOf(soft), momentOf(signed)]
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (softAt === undefined || signedAt === undefined) return
    const body = { number, ...(softAt !== '' && { softCopyAt: softAt }), ...(signedAt !== '' && { signedCopyAt: signedAt }) }
    await send.run({ params: { unitId: report.unit.id, demandId: report.demand.id }, body, ifMatch: report.version })
  }
  const moment = (label: string, value: string, isRead: boolean, onChange: (value: string) => void) => (
    <TextInput
      label={label}
      description={texts.hint}
      value={value}
      error={isRead ? undefined : texts.wrong}
      autoComplete="off"
      maxLength={16}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
  return (
    <form onSubmit={(event) => void save(event)}>
      <Fieldset legend={texts.title} disabled={!mayChange}>
        <Stack gap="sm">
          <Text size="sm">{texts.rule}</Text>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            {moment(texts.soft, soft, softAt !== undefined, setSoft)}
            {moment(texts.signed, signed, signedAt !== undefined, setSigned)}
            <TextInput label={texts.number} value={number} maxLength={100} onChange={(event) => setNumber(event.currentTarget.value)} />
          </SimpleGrid>
          {send.refused && <ErrorState refused={send.refused} />}
          {mayChange && (
            <Group gap="sm">
              <Button type="submit" variant="default" loading={send.isRunning} disabled={!isReady}>
                {texts.save}
              </Button>
              {!isReady && <Text size="sm">{texts.saveFirst}</Text>}
            </Group>
          )}
        </Stack>
      </Fieldset>
    </form>
  )
}
