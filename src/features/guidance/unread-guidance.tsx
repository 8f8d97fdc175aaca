import { Stack, Title } from '@mantine/core'
import { guidanceTexts as texts } from '../../language/pages/guidance.ts'
import { PageLink } from '../../web/widgets/links.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import { guidanceRoutes } from './contract.ts'
import { GuidanceItem } from './guidance-item.tsx'

/** Papers that an own unit has not read yet, for the first page; nothing where there are none. */
export const UnreadGuidance = () => {
  const list = useCall(guidanceRoutes.list, { query: { unread: 'true', limit: 5 } })
  const guidance = list.value?.guidance ?? []
  if (guidance.length === 0) return null
  return (
    <section aria-labelledby="guidance">
      <Title order={2} id="guidance" mb="sm">
        {texts.unreadTitle}
      </Title>
      <Stack gap="md">
        {guidance.map((each) => (
          <GuidanceItem key={each.id} guidance={each} />
        ))}
        <PageLink to="/huong-dan">{texts.all}</PageLink>
      </Stack>
    </section>
  )
}

/** Papers about one criterion, beside it; nothing where there are none. */
export const GuidanceOfLeaf = ({ cycleId, nodeId }: { readonly cycleId: string; readonly nodeId: string }) => {
  const list = useCall(guidanceRoutes.list, { query: { cycleId, nodeId, limit: 10 } })
  const guidance = list.value?.guidance ?? []
  if (guidance.length === 0) return null
  return (
    <section aria-label={texts.leafTitle}>
      <Title order={3}>{texts.leafTitle}</Title>
      <Stack gap="sm">
        {guidance.map((each) => (
          <GuidanceItem key={each.id} guidance={each} />
        ))}
      </Stack>
    </section>
  )
}
