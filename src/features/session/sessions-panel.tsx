import { Button, Group, Stack, Title } from '@mantine/core'
import { sessionTexts } from '../../language/pages/session.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { Moment } from '../../web/widgets/figures.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { type OpenSession, sessionRoutes } from './contract.ts'

const texts = sessionTexts.account.sessions

/** “Firefox · Windows” out of what a browser says of itself. */
const browserName = ({ browser }: OpenSession): string => {
  const program = /(Edg|OPR|Firefox|Chrome|Safari)\//.exec(browser)?.[1]
  const system = /Windows|Android|iPhone|iPad|Mac OS|Linux/.exec(browser)?.[0]
  const name = program === 'Edg' ? 'Edge' : program === 'OPR' ? 'Opera' : program
  return [name, system].filter(Boolean).join(' · ') || texts.unknown
}

/** Where the account is signed in, and ending that somewhere else. */
export const SessionsPanel = () => {
  const sessions = useCall(sessionRoutes.sessions)
  const end = useChange(sessionRoutes.endSession, { refreshes: [sessionRoutes.sessions] })
  const endOthers = useChange(sessionRoutes.endOtherSessions, { refreshes: [sessionRoutes.sessions] })
  const refused = end.refused ?? endOthers.refused
  const columns: readonly Column<OpenSession>[] = [
    { key: 'where', title: texts.where, isRowHeader: true, cell: browserName },
    { key: 'address', title: texts.address, cell: ({ address }) => address ?? '' },
    { key: 'seen', title: texts.seen, cell: ({ seenAt }) => <Moment value={seenAt} /> },
    {
      key: 'act',
      title: texts.act,
      isScreenOnly: true,
      cell: (session) =>
        session.isThis ? (
          texts.here
        ) : (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={texts.endOf(browserName(session))}
            onClick={() => void end.run({ params: { sessionId: session.id } })}
          >
            {texts.end}
          </Button>
        ),
    },
  ]
  return (
    <Stack gap="sm">
      <Title order={2}>{texts.title}</Title>
      {refused && <ErrorState refused={refused} />}
      <Loaded call={sessions}>
        {(value) => (
          <>
            <DataTable caption={texts.caption} columns={columns} rows={value.sessions} keyOf={({ id }) => id} />
            {value.sessions.length > 1 && (
              <Group className="no-print">
                <Button variant="default" loading={endOthers.isRunning} onClick={() => void endOthers.run()}>
                  {texts.endOthers}
                </Button>
              </Group>
            )}
          </>
        )}
      </Loaded>
    </Stack>
  )
}
