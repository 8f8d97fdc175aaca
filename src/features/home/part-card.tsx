import { Text } from '@mantine/core'
import { isPartOpen } from '../../core/self-assessment/part.ts'
import { homeTexts } from '../../language/pages/home.ts'
import { partTexts } from '../../language/pages/parts.ts'
import { LinkButton } from '../../web/widgets/links.tsx'
import { ProgressBar } from '../../web/widgets/progress-bar.tsx'
import { Card, Deadline } from './card.tsx'
import type { TaskOf } from './contract.ts'

const texts = homeTexts.part

/** What a division has to fill in of its agency's sheet. */
export const Part = ({ cycle, unit, division, state, reason, answered, leaves, deadline }: TaskOf<'part'>) => {
  const isOpen = isPartOpen(state)
  return (
    <Card
      title={texts.title(cycle.title)}
      under={texts.under(division, unit.name)}
      action={
        <LinkButton
          to="/tu-danh-gia/$cycleId/$unitId"
          params={{ cycleId: cycle.id, unitId: unit.id }}
          variant={isOpen ? 'filled' : 'default'}
        >
          {isOpen ? texts.open : texts.see}
        </LinkButton>
      }
    >
      <ProgressBar done={answered} of={leaves} what={homeTexts.leaves} />
      {isOpen ? reason && <Text c="red.7">{texts.givenBack(reason)}</Text> : <Text>{partTexts.states[state]}</Text>}
      {isOpen && <Deadline deadline={deadline} />}
    </Card>
  )
}
