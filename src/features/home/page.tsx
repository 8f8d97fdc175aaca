import { List, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { labelsVi } from '../../language/labels.vi.ts'
import { homeTexts } from '../../language/pages/home.ts'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { Moment, Percent } from '../../web/widgets/figures.tsx'
import { LinkButton, PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { holdsAny, type SignedIn, useSignedIn } from '../../web/widgets/session.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { type Change, homeRoutes, type Task } from './contract.ts'
import { TaskCard } from './task-card.tsx'

/** What is due from me, then what became known. */
export const HomePage = () => {
  const home = useCall(homeRoutes.home)
  const { person, grants } = useSignedIn()
  const roles = grants.map(({ role, unit }) => [labelsVi.roles[role], unit?.name].filter(Boolean).join(', '))
  return (
    <>
      <PageTitle under={[person.name, ...roles].join('; ')}>{homeTexts.title}</PageTitle>
      <Loaded call={home}>
        {({ tasks, changes }) => (
          <Stack gap="xl">
            <Due tasks={tasks} />
            <Changes changes={changes} />
          </Stack>
        )}
      </Loaded>
    </>
  )
}

const keyOf = (task: Task): string => {
  if (task.kind === 'officers') return task.kind
  if (task.kind === 'draft') return task.framework.id
  if (task.kind === 'survey') return task.survey.id
  if (task.kind === 'step') return task.step.id
  if (task.kind === 'calibration') return task.calibration.id
  if (task.kind === 'following') return `${task.of}-${task.about?.id ?? ''}-${task.unit.id}`
  return `${task.kind}-${task.cycle.id}-${'unit' in task ? task.unit.id : ''}`
}

const Due = ({ tasks }: { readonly tasks: readonly Task[] }) => (
  <section aria-labelledby="due">
    <Title order={2} id="due" mb="sm">
      {homeTexts.due}
    </Title>
    {tasks.length === 0 ? (
      <NothingDue />
    ) : (
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        {tasks.map((task) => (
          <TaskCard key={keyOf(task)} task={task} />
        ))}
      </SimpleGrid>
    )}
  </section>
)

const hintFor = (session: SignedIn): string => {
  const { nothingDueHint } = homeTexts
  if (holdsAny(session, ['unitOfficer', 'headOfUnit'])) return nothingDueHint.unit
  if (holdsAny(session, ['divisionOfficer'])) return nothingDueHint.division
  if (holdsAny(session, ['appraiser', 'areaLead'])) return nothingDueHint.appraiser
  return holdsAny(session, ['methodOwner']) ? nothingDueHint.methodOwner : nothingDueHint.other
}

const FirstStep = ({ session }: { readonly session: SignedIn }) => {
  if (holdsAny(session, ['methodOwner'])) return <LinkButton to="/bo-tieu-chi">{homeTexts.startFrameworks}</LinkButton>
  return holdsAny(session, ['divisionOfficer']) && <LinkButton to="/tu-danh-gia">{homeTexts.toSheets}</LinkButton>
}

const NothingDue = () => {
  const session = useSignedIn()
  return (
    <EmptyState title={homeTexts.nothingDue} action={<FirstStep session={session} />}>
      {hintFor(session)}
    </EmptyState>
  )
}

const Changes = ({ changes }: { readonly changes: readonly Change[] }) => (
  <section aria-labelledby="changes">
    <Title order={2} id="changes" mb="sm">
      {homeTexts.changes}
    </Title>
    {changes.length === 0 ? (
      <Text c="gray.7">{homeTexts.nothingChanged}</Text>
    ) : (
      <List spacing={6}>
        {changes.map((change) => (
          <List.Item key={change.id}>
            <ChangeLine change={change} />
          </List.Item>
        ))}
      </List>
    )}
  </section>
)

const ChangeLine = ({ change: { id, title, at, isCorrection, own } }: { readonly change: Change }) => (
  <>
    <PageLink to="/ket-qua/cong-bo/$publicationId" params={{ publicationId: id }}>
      {title}
    </PageLink>
    {isCorrection && ` (${homeTexts.correction})`}, <Moment value={at} />
    {own.map(({ unitId, name, rank, percent }) => (
      <div key={unitId}>
        <PageLink to="/ket-qua/cong-bo/$publicationId/$unitId" params={{ publicationId: id, unitId }}>
          {homeTexts.ownResult(name, rank)}
        </PageLink>
        {percent && (
          <>
            , <Percent value={percent} />
          </>
        )}
      </div>
    ))}
  </>
)
