import { Group, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { shellTexts } from '../../language/pages/shell.ts'

let isFirst = true

/** The one heading of a page: names the window and takes the focus when the page was reached from another, so that readers hear it. */
export const PageTitle = ({
  children,
  under,
  actions,
}: {
  readonly children: string
  /** One line under the title: year, unit, stage. */
  readonly under?: ReactNode
  readonly actions?: ReactNode
}) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${children} – ${shellTexts.productShort}`
  }, [children])
  useEffect(() => {
    if (!isFirst) heading.current?.focus({ preventScroll: true })
    isFirst = false
  }, [])
  return (
    <Group component="header" justify="space-between" align="flex-start" mb="md" gap="sm">
      <div>
        <Title order={1} ref={heading} tabIndex={-1}>
          {children}
        </Title>
        {under && (
          <Text component="div" c="gray.7" mt={2}>
            {under}
          </Text>
        )}
      </div>
      {actions && (
        <Group gap="xs" className="no-print">
          {actions}
        </Group>
      )}
    </Group>
  )
}
