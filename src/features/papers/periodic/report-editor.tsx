import { Alert, Button, Fieldset, Group, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { ReportForm } from '../../../core/reporting/report-form.ts'
import { reportTexts } from '../../../language/pages/reports.ts'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { intentionKey } from '../../../web/widgets/intention-key.ts'
import { LinkButton } from '../../../web/widgets/links.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import { Lines } from '../facts-form.tsx'
import { type OpenReport, ownReportRoutes } from './contract.ts'
import { FiguresForm } from './figures-form.tsx'
import { ProjectsForm } from './projects-form.tsx'
import { SendingForm } from './sending-form.tsx'

const texts = reportTexts.form

interface Props {
  readonly report: OpenReport
  readonly mayChange: boolean
}

/** What the report says in words, beside its figures. */
const wordFields = ['promised', 'results', 'difficulties', 'next', 'proposals'] as const

/** The form of a report, and what becomes of it: its paper and the times of sending. */
export const ReportEditor = ({ report, mayChange }: Props) => {
  const fill = useChange(ownReportRoutes.fill)
  const [form, setForm] = useState<ReportForm>(report.form)
  const [isChanged, setChanged] = useState(report.version === 0)
  const set = (part: Partial<ReportForm>): void => {
    setForm({ ...form, ...part })
    setChanged(true)
  }
  const params = { unitId: report.unit.id, demandId: report.demand.id }
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const outcome = await fill.run({ params, body: form, ifMatch: report.version })
    if (!outcome.ok) return
    setForm(outcome.value.form)
    setChanged(false)
  }
  return (
    <Stack gap="lg">
      <form onSubmit={(event) => void save(event)}>
        <Fieldset variant="unstyled" disabled={!mayChange}>
          <Stack gap="md">
            {report.problems.length > 0 && !isChanged && (
              <Alert color="yellow" title={texts.problems}>
                {report.problems.map(({ message, at }) => (
                  <Text key={at}>{message}</Text>
                ))}
              </Alert>
            )}
            {report.demand.kind === 'projects' ? (
              <ProjectsForm projects={form.projects} onChange={(projects) => set({ projects })} />
            ) : (
              <FiguresForm report={report} figures={form.figures} onChange={(figures) => set({ figures })} />
            )}
            <Fieldset legend={texts.words}>
              <Stack gap="sm">
                {wordFields
                  .filter((name) => name !== 'promised' || form.promised.length > 0)
                  .map((name) => (
                    <Lines
                      key={name}
                      label={texts[name]}
                      hint={name === 'promised' ? texts.promisedHint : texts.perLine}
                      lines={form[name]}
                      onChange={(lines) => set({ [name]: [...lines] })}
                    />
                  ))}
              </Stack>
            </Fieldset>
            {fill.refused && <ErrorState refused={fill.refused} />}
            {mayChange && (
              <Group gap="sm">
                <Button type="submit" loading={fill.isRunning} disabled={!isChanged}>
                  {texts.save}
                </Button>
                <Text size="sm" role="status">
                  {isChanged ? texts.unsaved : texts.saved}
                </Text>
              </Group>
            )}
          </Stack>
        </Fieldset>
      </form>
      {mayChange && <PaperOfReport report={report} isReady={!isChanged && report.version > 0} />}
      <SendingForm key={report.version} report={report} isReady={mayChange && !isChanged && report.version > 0} mayChange={mayChange} />
    </Stack>
  )
}

const PaperOfReport = ({ report, isReady }: { readonly report: OpenReport; readonly isReady: boolean }) => {
  const navigate = useNavigate()
  const compose = useChange(ownReportRoutes.paper)
  const [key] = useState(intentionKey)
  const unitId = report.unit.id
  const act = async (): Promise<void> => {
    const params = { unitId, demandId: report.demand.id }
    const outcome = await compose.run({ params, ifMatch: report.version, idempotencyKey: `${key}-${report.version}` })
    if (outcome.ok) await navigate({ to: '/van-ban/$paperId', params: { paperId: outcome.value.paperId }, search: { 'don-vi': unitId } })
  }
  return (
    <Stack gap="xs">
      <Text size="sm">{texts.composeHint}</Text>
      {compose.refused && <ErrorState refused={compose.refused} />}
      <Group gap="sm">
        <Button variant="default" onClick={() => void act()} loading={compose.isRunning} disabled={!isReady}>
          {texts.compose}
        </Button>
        {report.paperId !== undefined && (
          <LinkButton variant="subtle" to="/van-ban/$paperId" params={{ paperId: report.paperId }} search={{ 'don-vi': unitId }}>
            {texts.paper}
          </LinkButton>
        )}
      </Group>
    </Stack>
  )
}
