import { Button, Group, List, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { formatDate } from '../../../language/format.ts'
import { councilTexts } from '../../../language/pages/council.ts'
import type { Council, Councils } from '../council-contract.ts'
import { CouncilForm } from './council-form.tsx'

interface Props {
  readonly kind: Council['kind']
  readonly councils: Councils
  readonly canChange: boolean
}

const termText = ({ from, until }: Council['members'][number]): string =>
  councilTexts.term(from ? formatDate(from) : '', until ? formatDate(until) : '')

/** The council or its team: its decision and who sits on it. */
export const CouncilBody = ({ kind, councils, canChange }: Props) => {
  const [isOpen, setOpen] = useState(false)
  const council = councils.councils.find((each) => each.kind === kind)
  return (
    <section aria-labelledby={`to-chuc-${kind}`}>
      <Group justify="space-between">
        <Title order={2} size="h3" id={`to-chuc-${kind}`}>
          {councilTexts.kinds[kind]}
        </Title>
        {canChange && !isOpen && (
          <Button size="xs" variant="default" onClick={() => setOpen(true)}>
            {council ? councilTexts.change : councilTexts.setUp}
          </Button>
        )}
      </Group>
      {isOpen && <CouncilForm kind={kind} councils={councils} council={council} onClose={() => setOpen(false)} />}
      {!isOpen && !council && <Text c="gray.7">{councilTexts.none[kind]}</Text>}
      {!isOpen && council && (
        <>
          <Text>{councilTexts.decision(council.decisionNumber, formatDate(council.decidedOn))}</Text>
          <List size="sm">
            {council.members.map((member) => (
              <List.Item key={member.person.id}>
                {[`${councilTexts.roles[member.role]}: ${member.person.name}`, termText(member)].filter(Boolean).join(', ')}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </section>
  )
}
