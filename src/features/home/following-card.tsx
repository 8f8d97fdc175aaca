import { List, Text } from '@mantine/core'
import { formatDate, formatFigure } from '../../language/format.ts'
import { homeTexts } from '../../language/pages/home.ts'
import { LinkButton } from '../../web/widgets/links.tsx'
import { Card } from './card.tsx'
import type { TaskOf } from './contract.ts'

const texts = homeTexts.following
const figure = (count: number): string => formatFigure(String(count))

const WayThere = ({ of, unit, about }: TaskOf<'following'>) => {
  if (of === 'plan' && about)
    return (
      <LinkButton to="/cai-thien/$unitId/$planId" params={{ unitId: unit.id, planId: about.id }} search={{ muc: 'theo-doi' }}>
        {texts.open.plan}
      </LinkButton>
    )
  if (of === 'conference' && about)
    return (
      <LinkButton to="/cong-bo/hoi-nghi/$publicationId" params={{ publicationId: about.id }}>
        {texts.open.conference}
      </LinkButton>
    )
  return <LinkButton to="/bao-cao">{texts.open.reports}</LinkButton>
}

/** What is late or in danger: how much of it, the first few by name, and the way there. */
export const FollowingCard = (task: TaskOf<'following'>) => {
  const { of, unit, about, late, endangered, first } = task
  return (
    <Card title={about ? texts.title[of](about.title) : texts.reports} under={unit.name} action={<WayThere {...task} />}>
      <Text>
        {late > 0 && (
          <Text span c="red.7" fw={600}>
            {texts.late(figure(late))}
          </Text>
        )}
        {late > 0 && endangered > 0 && ', '}
        {endangered > 0 && texts.endangered[of](figure(endangered))}
      </Text>
      <List size="sm" spacing={4}>
        {first.map(({ title, until, isLate, who }) => (
          <List.Item key={`${title} ${until}`}>
            {title}
            {who && ` (${who})`}, {isLate ? texts.wasDue(formatDate(until)) : texts.due(formatDate(until))}
          </List.Item>
        ))}
      </List>
      {late + endangered > first.length && (
        <Text size="sm" c="gray.7">
          {texts.more(figure(late + endangered - first.length))}
        </Text>
      )}
    </Card>
  )
}
