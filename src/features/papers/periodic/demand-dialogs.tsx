import { Modal, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import {
  periodsOfKind,
  proposedDueDay,
  type ReportingPeriod,
  reportKinds,
  type ReportKind,
} from '../../../core/reporting/report-periods.ts'
import { periodLabel, reportKindLabels, reportTexts } from '../../../language/pages/reports.ts'
import { widgetTexts } from '../../../language/pages/widgets.ts'
import type { Refused } from '../../../web/widgets/client.ts'
import { DateField } from '../../../web/widgets/date-field.tsx'
import { FormActs } from '../../../web/widgets/form-acts.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import { type Demand, reportRoutes } from './contract.ts'

const texts = reportTexts.demands

interface DialogProps {
  readonly title: string
  readonly act: string
  readonly isRunning: boolean
  readonly refused: Refused | undefined
  readonly onAct: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

const Dialog = ({ title, act, isRunning, refused, onAct, onClose, children }: DialogProps) => {
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onAct()
  }
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          {children}
          <FormActs act={act} onCancel={onClose} isRunning={isRunning} refused={refused} />
        </Stack>
      </form>
    </Modal>
  )
}

const proposed = (kind: ReportKind | 'adHoc', year: number): Readonly<Record<string, string>> =>
  kind === 'adHoc' ? { adHoc: '' } : Object.fromEntries(periodsOfKind(kind).map((period) => [period, proposedDueDay(period, year) ?? '']))

/** The periods of a kind for a year, each with its day; a day that is emptied asks for nothing. Or one occasion. */
export const AddDemands = ({ year, onClose }: { readonly year: number; readonly onClose: () => void }) => {
  const add = useChange(reportRoutes.add, { refreshes: [reportRoutes.demands] })
  const [kind, setKind] = useState<ReportKind | 'adHoc'>('reform')
  const [days, setDays] = useState(proposed('reform', year))
  const [title, setTitle] = useState('')
  const [demandedBy, setDemandedBy] = useState('')
  const save = async (): Promise<void> => {
    const shared = { kind: kind === 'adHoc' ? ('reform' as const) : kind, demandedBy, ...(kind === 'adHoc' && { title }) }
    const demands = Object.entries(days).flatMap(([period, dueOn]) =>
      dueOn === '' ? [] : [{ ...shared, period: period as ReportingPeriod, dueOn }],
    )
    const outcome = await add.run({ body: { year, demands } })
    if (outcome.ok) onClose()
  }
  return (
    <Dialog
      title={texts.openTitle(year)}
      act={texts.act}
      isRunning={add.isRunning}
      refused={add.refused}
      onAct={() => void save()}
      onClose={onClose}
    >
      <NativeSelect
        label={texts.kind}
        value={kind}
        onChange={(event) => {
          const chosen = event.currentTarget.value as ReportKind | 'adHoc'
          setKind(chosen)
          setDays(proposed(chosen, year))
        }}
        data={[...reportKinds.map((value) => ({ value, label: reportKindLabels[value] })), { value: 'adHoc', label: texts.adHoc }]}
      />
      {kind === 'adHoc' && (
        <TextInput
          label={texts.occasion}
          required
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          maxLength={500}
        />
      )}
      <TextInput
        label={texts.demandedBy}
        value={demandedBy}
        onChange={(event) => setDemandedBy(event.currentTarget.value)}
        maxLength={500}
      />
      {kind !== 'adHoc' && <Text size="sm">{texts.dueHint}</Text>}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {Object.entries(days).map(([period, day]) => (
          <DateField
            key={`${kind} ${period}`}
            label={texts.dueOf(periodLabel(period as ReportingPeriod))}
            value={day}
            required={kind === 'adHoc'}
            onChange={(value) => setDays({ ...days, [period]: value })}
          />
        ))}
      </SimpleGrid>
    </Dialog>
  )
}

/** Moves the day of a report, corrects its name. */
export const ChangeDemand = ({ demand, onClose }: { readonly demand: Demand; readonly onClose: () => void }) => {
  const change = useChange(reportRoutes.change, { refreshes: [reportRoutes.demands] })
  const [dueOn, setDueOn] = useState(demand.dueOn)
  const [title, setTitle] = useState(demand.title ?? '')
  const [demandedBy, setDemandedBy] = useState(demand.demandedBy)
  const save = async (): Promise<void> => {
    const body = { dueOn, demandedBy, ...(demand.period === 'adHoc' && { title }) }
    const outcome = await change.run({ params: { demandId: demand.id }, body, ifMatch: demand.version })
    if (outcome.ok) onClose()
  }
  return (
    <Dialog
      title={texts.changeTitle}
      act={texts.save}
      isRunning={change.isRunning}
      refused={change.refused}
      onAct={() => void save()}
      onClose={onClose}
    >
      {demand.period === 'adHoc' && (
        <TextInput
          label={texts.occasion}
          required
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          maxLength={500}
        />
      )}
      <DateField label={texts.dueOf(periodLabel(demand.period))} value={dueOn} onChange={setDueOn} required w={220} />
      <TextInput
        label={texts.demandedBy}
        value={demandedBy}
        onChange={(event) => setDemandedBy(event.currentTarget.value)}
        maxLength={500}
      />
    </Dialog>
  )
}
