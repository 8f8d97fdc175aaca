import { Badge, Button, Group, List, Stack, Text } from '@mantine/core'
import { calendarTexts } from '../../../language/pages/calendar.ts'
import { EmptyState } from '../../../web/widgets/empty-state.tsx'
import { Moment } from '../../../web/widgets/figures.tsx'
import { LinkButton } from '../../../web/widgets/links.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { useAddress } from '../../../web/widgets/use-address.ts'
import { useCall, useChange } from '../../../web/widgets/use-call.ts'
import { calendarRoutes } from '../contract.ts'
import type { Notice } from './contract.ts'

const texts = calendarTexts.notices

/** What I was told, newest first. */
export const NoticesPage = () => {
  const [after, setAfter] = useAddress('sau')
  const list = useCall(calendarRoutes.notices, { query: after === '' ? {} : { after } })
  const read = useChange(calendarRoutes.readNotices, { refreshes: [calendarRoutes.notices] })
  const readAll = (list.value?.unread ?? 0) > 0 && (
    <Button variant="default" loading={read.isRunning} onClick={() => void read.run({ body: {} })}>
      {texts.readAll}
    </Button>
  )
  return (
    <Stack gap="md">
      <PageTitle actions={readAll}>{texts.title}</PageTitle>
      <Loaded call={list}>
        {({ notices, next }) =>
          notices.length === 0 ? (
            <EmptyState title={texts.none}>{texts.noneHint}</EmptyState>
          ) : (
            <>
              <List listStyleType="none" spacing="md">
                {notices.map((notice) => (
                  <List.Item key={notice.id}>
                    <Line notice={notice} onOpen={() => void read.run({ body: { ids: [notice.id] } })} />
                  </List.Item>
                ))}
              </List>
              {next && (
                <Group>
                  <Button variant="default" onClick={() => setAfter(next)}>
                    {texts.more}
                  </Button>
                </Group>
              )}
            </>
          )
        }
      </Loaded>
    </Stack>
  )
}

const Line = ({ notice: { title, body, link, at, isRead }, onOpen }: { readonly notice: Notice; readonly onOpen: () => void }) => (
  <article>
    <Group gap="xs">
      <Text fw={isRead ? 400 : 700}>{title}</Text>
      {!isRead && <Badge>{texts.unread}</Badge>}
    </Group>
    <Text size="sm" c="gray.7">
      <Moment value={at} />
    </Text>
    {body && <Text size="sm">{body}</Text>}
    {link && (
      <LinkButton to={link} size="compact-sm" variant="default" mt={4} onClick={onOpen}>
        {texts.open}
      </LinkButton>
    )}
  </article>
)
