import { Stack } from '@mantine/core'
import { UnreadGuidance } from '../../features/guidance/unread-guidance.tsx'
import { HomePage } from '../../features/home/page.tsx'

/** The first page with what the own unit still has to read: features that do not know one another. */
export const HomeWithGuidance = () => (
  <Stack gap="xl">
    <div>
      <HomePage />
    </div>
    <UnreadGuidance />
  </Stack>
)
