import { NumberInput, Select, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { improvementWords } from '../../language/pages/improvement.ts'
import { Confirm } from '../../web/widgets/confirm.tsx'
import { intentionKey } from '../../web/widgets/intention-key.ts'
import { useChange } from '../../web/widgets/use-call.ts'
import { type ImprovementHome, improvementRoutes, type PlanStart } from './contract.ts'

const words = improvementWords.start

interface Source {
  readonly label: string
  readonly year: number
  readonly from: PlanStart['from']
}

const sourcesOf = ({ results, past, plans }: ImprovementHome): ReadonlyMap<string, Source> =>
  new Map<string, Source>([
    ...results.map(({ publicationId, year, title }): [string, Source] => [
      publicationId,
      { label: words.published(year, title), year, from: { kind: 'publication', publicationId } },
    ]),
    ...past.map(({ year }): [string, Source] => [`past ${year}`, { label: words.past(year), year, from: { kind: 'past', year } }]),
    ...plans.map(({ id, title, actionYear }): [string, Source] => [
      id,
      { label: words.plan(title), year: actionYear, from: { kind: 'plan', planId: id } },
    ]),
  ])

/** Begin a plan: from which result, for which year, under which name. */
export const StartPlan = ({ home, onClose }: { readonly home: ImprovementHome; readonly onClose: () => void }) => {
  const sources = sourcesOf(home)
  const first = [...sources.keys()][0] ?? ''
  const [chosen, setChosen] = useState(first)
  const [year, setYear] = useState((sources.get(first)?.year ?? new Date().getFullYear()) + 1)
  const [title, setTitle] = useState<string>()
  const [key] = useState(intentionKey)
  const start = useChange(improvementRoutes.start)
  const navigate = useNavigate()
  const name = title ?? words.usualName(year)
  const run = async (): Promise<void> => {
    const source = sources.get(chosen)
    if (!source) return
    const body = { title: name, actionYear: year, from: source.from }
    const done = await start.run({ params: { unitId: home.unit.id }, body, idempotencyKey: key })
    if (done.ok) await navigate({ to: '/cai-thien/$unitId/$planId', params: { unitId: home.unit.id, planId: done.value.id } })
  }
  const choose = (id: string | null): void => {
    setChosen(id ?? '')
    setYear((sources.get(id ?? '')?.year ?? year - 1) + 1)
  }
  return (
    <Confirm
      isOpen
      title={words.title}
      act={words.act}
      onAct={() => void run()}
      onClose={onClose}
      isRunning={start.isRunning}
      refused={start.refused}
    >
      <Select
        label={words.from}
        data={[...sources].map(([value, { label }]) => ({ value, label }))}
        value={chosen}
        onChange={choose}
        allowDeselect={false}
      />
      <NumberInput label={words.actionYear} value={year} min={2000} max={2100} onChange={(value) => setYear(Number(value) || year)} />
      <TextInput label={words.name} value={name} onChange={(event) => setTitle(event.currentTarget.value)} required />
    </Confirm>
  )
}
