import { Button, Stack, Text, Title } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate } from '../../../language/format.ts'
import { labelsVi } from '../../../language/labels.vi.ts'
import { conferenceTexts as texts } from '../../../language/pages/conference.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { EmptyState } from '../../../web/widgets/empty-state.tsx'
import { LinkButton } from '../../../web/widgets/links.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { useCall } from '../../../web/widgets/use-call.ts'
import { ConferenceForm } from './conference-form.tsx'
import { type Conference, type ConferenceReply, conferenceRoutes } from './contract.ts'

/** The conference of one publication: its day, its conclusions, and how far the tasks are that followed. */
export const ConferencePage = () => {
  const { publicationId } = useParams({ strict: false }) as { readonly publicationId: string }
  const call = useCall(conferenceRoutes.show, { params: { publicationId } })
  return <Loaded call={call}>{(value) => <Page key={value.version} reply={value} />}</Loaded>
}

const Page = ({ reply }: { readonly reply: ConferenceReply }) => {
  const [isEditing, setEditing] = useState(false)
  const { publication, conference, canChange } = reply
  return (
    <Stack gap="md">
      <PageTitle
        under={publication.title}
        actions={
          <>
            <LinkButton variant="default" to="/cong-bo">
              {texts.back}
            </LinkButton>
            {canChange && conference && !isEditing && <Button onClick={() => setEditing(true)}>{texts.edit}</Button>}
          </>
        }
      >
        {texts.title}
      </PageTitle>
      {isEditing ? (
        <ConferenceForm reply={reply} onClose={() => setEditing(false)} />
      ) : conference ? (
        <Written conference={conference} />
      ) : (
        <EmptyState title={texts.none} action={canChange && <Button onClick={() => setEditing(true)}>{texts.write}</Button>}>
          {texts.noneHint}
        </EmptyState>
      )}
    </Stack>
  )
}

const Written = ({ conference: { heldOn, place, chairedBy, notice, conclusions, tasks } }: { readonly conference: Conference }) => (
  <>
    <Text>{[texts.heldAt(heldOn, place), chairedBy && `${texts.chairedBy}: ${chairedBy}`, notice].filter(Boolean).join(' · ')}</Text>
    <section aria-labelledby="ket-luan">
      <Title order={2} size="h3" id="ket-luan">
        {texts.conclusions}
      </Title>
      <Text style={{ whiteSpace: 'pre-line' }}>{conclusions}</Text>
    </section>
    <section aria-labelledby="nhiem-vu">
      <Title order={2} size="h3" id="nhiem-vu">
        {texts.tasks}
      </Title>
      {tasks.length > 0 && <Text mb="xs">{texts.done(tasks.filter(({ state }) => state === 'done').length, tasks.length)}</Text>}
      <DataTable
        caption={texts.tasks}
        isCaptionHidden
        rows={tasks}
        keyOf={({ task, unitId, responsible }) => `${task} ${unitId ?? responsible}`}
        empty={texts.noTasks}
        columns={[
          { key: 'task', title: texts.columns.task, isRowHeader: true, cell: ({ task }) => task },
          { key: 'who', title: texts.columns.who, cell: ({ unit, responsible }) => [unit?.name, responsible].filter(Boolean).join(', ') },
          {
            key: 'due',
            title: texts.columns.due,
            width: 200,
            cell: ({ dueOn, isLate }) => dueOn && `${formatDate(dueOn)}${isLate ? ` (${texts.late})` : ''}`,
          },
          { key: 'state', title: texts.columns.state, width: 150, cell: ({ state }) => labelsVi.taskStates[state] },
          { key: 'note', title: texts.columns.note, cell: ({ note }) => note },
        ]}
      />
    </section>
  </>
)
