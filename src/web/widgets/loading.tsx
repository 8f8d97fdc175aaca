import { Group, Loader, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { widgetTexts } from '../../language/pages/widgets.ts'

const showAfter = 300
const slowAfter = 5_000

/** Says that something is on its way, only once it takes noticeably long, and again when the network seems slow. */
export const Loading = ({ what = widgetTexts.loading }: { readonly what?: string }) => {
  const [waited, setWaited] = useState(0)
  useEffect(() => {
    const timers = [showAfter, slowAfter].map((delay) => setTimeout(() => setWaited(delay), delay))
    return () => timers.forEach(clearTimeout)
  }, [])
  return (
    <Group role="status" gap="sm" py="md" mih={56}>
      {waited > 0 && <Loader size="sm" aria-hidden="true" />}
      {waited > 0 && <Text c="gray.7">{waited >= slowAfter ? widgetTexts.loadingLong : what}</Text>}
    </Group>
  )
}
