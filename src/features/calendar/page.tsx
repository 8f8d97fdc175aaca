import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { calendarTexts as texts } from '../../language/pages/calendar.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { LinkButton } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { ProblemList } from '../../web/widgets/problem-list.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { CalendarForm } from './calendar-form.tsx'
import { type Calendar, calendarRoutes } from './contract.ts'
import { StepTable } from './step-table.tsx'
import { Timeline } from './timeline.tsx'

/** The steps of a cycle as a picture and as a table; the method owner writes them here. */
export const CalendarPage = () => {
  const { cycleId } = useParams({ strict: false }) as { readonly cycleId: string }
  const calendar = useCall(calendarRoutes.show, { params: { cycleId } })
  return <Loaded call={calendar}>{(value) => <Page key={value.version} calendar={value} />}</Loaded>
}

const Page = ({ calendar }: { readonly calendar: Calendar }) => {
  const mayChange = holdsAny(useSignedIn(), ['methodOwner'])
  const [isEditing, setEditing] = useState(false)
  const { cycle, steps, cutOff, problems } = calendar
  const hasSteps = steps.length > 0
  return (
    <Stack gap="md">
      <PageTitle
        under={cycle.title}
        actions={!isEditing && <Acts calendar={calendar} mayChange={mayChange} onEdit={() => setEditing(true)} />}
      >
        {texts.title}
      </PageTitle>
      {isEditing ? (
        <CalendarForm calendar={calendar} onClose={() => setEditing(false)} />
      ) : hasSteps ? (
        <>
          {cutOff && <Text>{texts.cutOff(cutOff)}</Text>}
          <Timeline calendar={calendar} />
          <StepTable steps={steps} />
          {mayChange && problems.length > 0 && (
            <Alert color="yellow" title={texts.doubts} className="no-print">
              <ProblemList problems={problems} plain />
            </Alert>
          )}
          <OwnFile cycleId={cycle.id} />
        </>
      ) : (
        <EmptyState title={texts.empty} action={mayChange && <Button onClick={() => setEditing(true)}>{texts.begin}</Button>}>
          {texts.emptyHint}
        </EmptyState>
      )}
    </Stack>
  )
}

interface ActsProps {
  readonly calendar: Calendar
  readonly mayChange: boolean
  readonly onEdit: () => void
}

const Acts = ({ calendar: { cycle, steps }, mayChange, onEdit }: ActsProps) => (
  <Group gap="sm">
    {mayChange && (
      <LinkButton variant="default" to="/ky-danh-gia/$cycleId/don-doc" params={{ cycleId: cycle.id }}>
        {texts.toBoard}
      </LinkButton>
    )}
    <LinkButton variant="default" to="/ngay-nghi">
      {texts.toHolidays}
    </LinkButton>
    {steps.length > 0 && (
      <Button variant="default" onClick={() => print()}>
        {texts.print}
      </Button>
    )}
    {mayChange && steps.length > 0 && <Button onClick={onEdit}>{texts.edit}</Button>}
  </Group>
)

const OwnFile = ({ cycleId }: { readonly cycleId: string }) => {
  const link = useCall(calendarRoutes.link, { params: { cycleId } })
  const renew = useChange(calendarRoutes.renewLink, { refreshes: [calendarRoutes.link] })
  const [isRenewed, setRenewed] = useState(false)
  const act = async (): Promise<void> => setRenewed((await renew.run({ params: { cycleId }, body: {} })).ok)
  return link.value ? (
    <Stack gap={4} className="no-print">
      <Text size="sm" c="gray.7">
        <Anchor href={link.value.path}>{texts.file}</Anchor>. {texts.fileHint}
      </Text>
      <Group gap="sm">
        <Button size="compact-sm" variant="default" loading={renew.isRunning} onClick={() => void act()}>
          {texts.renewFile}
        </Button>
        <Text size="sm" c="gray.7" role="status">
          {isRenewed ? texts.renewed : texts.renewHint}
        </Text>
      </Group>
      {renew.refused && <ErrorState refused={renew.refused} />}
    </Stack>
  ) : null
}
