import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { bodyTexts as texts } from '../../../language/pages/bodies.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { EmptyState } from '../../../web/widgets/empty-state.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { holdsAny, useSignedIn } from '../../../web/widgets/session.ts'
import { useCall } from '../../../web/widgets/use-call.ts'
import { DocumentLink } from '../document-link.tsx'
import { BodyForm } from './body-form.tsx'
import { ChargesSection } from './charges-section.tsx'
import { bodyRoutes, type StandingBody } from './contract.ts'
import { termText } from './terms.ts'

/** `/ban-chi-dao`: steering committees and teams, and who in the own unit is in charge of reform work. */
export const BodiesPage = () => {
  const listed = useCall(bodyRoutes.list)
  const mayChange = holdsAny(useSignedIn(), ['methodOwner'])
  const [opened, setOpened] = useState<StandingBody | 'new'>()
  const open = mayChange && <Button onClick={() => setOpened('new')}>{texts.add}</Button>
  return (
    <>
      <PageTitle under={texts.under} actions={open}>
        {texts.title}
      </PageTitle>
      <Loaded call={listed}>
        {({ bodies, people }) => (
          <Stack gap="xl">
            {bodies.length === 0 && (
              <EmptyState title={texts.empty} action={open}>
                {texts.emptyHint}
              </EmptyState>
            )}
            {bodies.map((body) => (
              <OneBody key={body.id} body={body} onChange={mayChange ? () => setOpened(body) : undefined} />
            ))}
            <ChargesSection />
            {opened && (
              <BodyForm {...(opened !== 'new' && { body: opened })} bodies={bodies} people={people} onClose={() => setOpened(undefined)} />
            )}
          </Stack>
        )}
      </Loaded>
    </>
  )
}

const OneBody = ({ body, onChange }: { readonly body: StandingBody; readonly onChange: (() => void) | undefined }) => (
  <Stack gap="xs" component="section">
    <Group justify="space-between" align="flex-start">
      <div style={{ flex: '1 1 300px' }}>
        <Title order={2} size="h3">
          {body.name}
        </Title>
        <Text size="sm" c="gray.7">
          {[
            texts.kinds[body.kind],
            body.unit?.name,
            body.parent && `${texts.parent} ${body.parent.name}`,
            termText(body),
            body.toldOfResults && texts.isTold,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      {onChange && (
        <Button variant="default" aria-label={texts.changeOf(body.name)} onClick={onChange} className="no-print">
          {texts.change}
        </Button>
      )}
    </Group>
    {body.decision && <DocumentLink document={body.decision} />}
    {body.members.length === 0 ? (
      <Text c="gray.7">{texts.noMembers}</Text>
    ) : (
      <DataTable
        caption={texts.membersOf(body.name)}
        isCaptionHidden
        rows={body.members}
        keyOf={({ name, role, from }) => `${name} ${role} ${from ?? ''}`}
        columns={[
          { key: 'name', title: texts.memberName, isRowHeader: true, cell: ({ name }) => name },
          { key: 'office', title: texts.office, cell: ({ office }) => office || '–' },
          { key: 'role', title: texts.role, cell: ({ role }) => texts.roleIn(body.kind, role) },
          { key: 'term', title: texts.term, cell: (member) => termText(member) || '–' },
        ]}
      />
    )}
  </Stack>
)
