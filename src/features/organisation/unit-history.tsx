import { List, Modal, Stack, Text, Title } from '@mantine/core'
import { formatDate } from '../../language/format.ts'
import { organisationTexts } from '../../language/pages/organisation.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import { organisationRoutes } from './contract.ts'
import type { UnitDialog } from './unit-dialog.ts'

const texts = organisationTexts.history

interface Step {
  readonly unit: { readonly id: string; readonly name: string }
  readonly since: string
  readonly decision?: string | undefined
}

/** What a unit came from, and answers for, and what it went into. */
export const UnitHistory = ({ unit, onClose }: UnitDialog) => {
  const history = useCall(organisationRoutes.unitHistory, { params: { unitId: unit.id } })
  return (
    <Modal opened onClose={() => onClose()} title={texts.title(unit.name)} closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <Loaded call={history}>
        {({ predecessors, successors }) => (
          <Stack gap="md">
            <Steps
              title={texts.predecessors}
              steps={predecessors}
              sentence={(step) => texts.answersFor(step.unit.name, formatDate(step.since), step.since.slice(0, 4))}
            />
            <Steps
              title={texts.successors}
              steps={successors}
              sentence={(step) => texts.wentInto(step.unit.name, formatDate(step.since))}
            />
          </Stack>
        )}
      </Loaded>
    </Modal>
  )
}

interface StepsProps {
  readonly title: string
  readonly steps: readonly Step[]
  readonly sentence: (step: Step) => string
}

const Steps = ({ title, steps, sentence }: StepsProps) => (
  <section>
    <Title order={3} mb="xs">
      {title}
    </Title>
    {steps.length === 0 ? (
      <Text>{texts.none}</Text>
    ) : (
      <List>
        {steps.map((step) => (
          <List.Item key={step.unit.id + step.since}>
            {sentence(step)} {step.decision && texts.decision(step.decision)}
          </List.Item>
        ))}
      </List>
    )}
  </section>
)
