import { Text } from '@mantine/core'
import { formatFigure } from '../../language/format.ts'
import { homeTexts } from '../../language/pages/home.ts'
import { LinkButton } from '../../web/widgets/links.tsx'
import { Card, Deadline } from './card.tsx'
import type { TaskOf } from './contract.ts'

const figure = (count: number): string => formatFigure(String(count))

export const Explanation = ({ cycle, unit, differs, disputed, deadline }: TaskOf<'explanation'>) => (
  <Card
    title={homeTexts.explanation.title(cycle.title)}
    under={unit.name}
    stage="explaining"
    action={
      <LinkButton to="/giai-trinh/$cycleId/$unitId" params={{ cycleId: cycle.id, unitId: unit.id }}>
        {homeTexts.explanation.open}
      </LinkButton>
    }
  >
    <Text>{homeTexts.explanation.text(figure(differs), figure(disputed))}</Text>
    <Deadline deadline={deadline} />
  </Card>
)

export const Council = ({ cycle, units, deadline }: TaskOf<'council'>) => (
  <Card
    title={homeTexts.council.title(cycle.title)}
    action={
      <LinkButton to="/hop-hoi-dong/$cycleId" params={{ cycleId: cycle.id }}>
        {homeTexts.council.open}
      </LinkButton>
    }
  >
    <Text>{homeTexts.council.text(figure(units))}</Text>
    {deadline && <Deadline deadline={deadline} />}
  </Card>
)

export const Petitions = ({ cycle, waiting }: TaskOf<'petitions'>) => (
  <Card title={homeTexts.petitions.title(cycle.title)} action={<LinkButton to="/kien-nghi">{homeTexts.petitions.open}</LinkButton>}>
    <Text>{homeTexts.petitions.text(figure(waiting))}</Text>
  </Card>
)
