import { Button, Modal, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { cycleTexts } from '../../language/pages/cycle.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { FormActs } from '../../web/widgets/form-acts.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { type CycleDetail, cycleRoutes, type FrameworkChoice } from './contract.ts'
import { type CyclePlan, useCyclePlan, usualPlan } from './cycle-plan.ts'
import { CyclePlanFields } from './cycle-plan-fields.tsx'

const texts = cycleTexts.prepare

/** Gives a cycle in preparation another framework, other units or other rounds. */
export const PrepareCycle = ({ cycle }: { readonly cycle: CycleDetail }) => {
  const [isOpen, setOpen] = useState(false)
  const choices = useCall(cycleRoutes.choices, {}, { when: isOpen })
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {texts.act}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        size="lg"
        title={texts.title}
        closeButtonProps={{ 'aria-label': widgetTexts.close }}
      >
        <Loaded call={choices}>
          {({ frameworks }) => <PlanForm cycle={cycle} frameworks={frameworks} onClose={() => setOpen(false)} />}
        </Loaded>
      </Modal>
    </>
  )
}

/** The plan as the cycle has it now; units are named one by one where not all of a group are in. */
const planOf = (cycle: CycleDetail, frameworks: readonly FrameworkChoice[]): CyclePlan => {
  const groups = Object.keys(usualPlan(frameworks).chosen)
  const own = (group: string): string[] => cycle.units.filter((unit) => unit.group === group).map(({ id }) => id)
  const isPartly = (group: string): boolean => {
    const all = frameworks.find(({ unitGroup }) => unitGroup === group)?.units ?? 0
    return own(group).length > 0 && own(group).length < all
  }
  return {
    chosen: Object.fromEntries(groups.map((group) => [group, cycle.frameworks.find(({ unitGroup }) => unitGroup === group)?.id ?? ''])),
    picked: Object.fromEntries(groups.filter(isPartly).map((group) => [group, own(group)])),
    rounds: cycle.rounds,
    explanationDays: cycle.explanationDays,
  }
}

interface FormProps {
  readonly cycle: CycleDetail
  readonly frameworks: readonly FrameworkChoice[]
  readonly onClose: () => void
}

const PlanForm = ({ cycle, frameworks, onClose }: FormProps) => {
  const { plan, change, body, isReady } = useCyclePlan(() => planOf(cycle, frameworks))
  const save = useChange(cycleRoutes.change)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const outcome = await save.run({ params: { cycleId: cycle.id }, body, ifMatch: cycle.version })
    if (outcome.ok) onClose()
  }
  // The cycle itself is no second one of its year.
  const others = frameworks.map((each) => ({ ...each, takenYears: each.takenYears.filter((year) => year !== cycle.year) }))
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <CyclePlanFields year={cycle.year} frameworks={others} plan={plan} onChange={change} />
        <FormActs act={texts.save} onCancel={onClose} isRunning={save.isRunning} isIncomplete={!isReady} refused={save.refused} />
      </Stack>
    </form>
  )
}
