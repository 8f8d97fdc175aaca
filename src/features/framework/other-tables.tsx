import { Button, Group } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { frameworkTexts } from '../../language/pages/framework.ts'
import { call, type Refused } from '../../web/widgets/client.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { frameworkRoutes } from './contract.ts'
import { useDraft } from './use-draft.ts'

interface OtherTablesProps {
  /** The one that was read, counted from 1. */
  readonly number: number
  readonly tables: readonly string[]
}

/** The tables that the problem tells of, where it is of that kind. */
export const tablesOf = (problem: { readonly code: string; readonly [fact: string]: unknown }): OtherTablesProps | undefined => {
  const { code, number, tables } = problem
  return code === 'severalTables' && typeof number === 'number' && Array.isArray(tables)
    ? { number, tables: tables.map(String) }
    : undefined
}

/** A decision often holds a set for departments and one for communes: each other table of the same file becomes a draft of its own. */
export const OtherTables = ({ number, tables }: OtherTablesProps) => {
  const { view } = useDraft()
  const navigate = useNavigate()
  const [unread, setUnread] = useState<Refused>()
  const upload = useChange(frameworkRoutes.upload, { refreshes: [frameworkRoutes.list] })
  const readTable = async (index: number): Promise<void> => {
    setUnread(undefined)
    const source = await call(frameworkRoutes.source, { params: { frameworkId: view.id } })
    if (!source.ok) return setUnread(source)
    const file = new File([source.value], view.sourceName ?? '')
    const outcome = await upload.run({ upload: { file, fields: { table: String(index + 1) } } })
    if (outcome.ok) await navigate({ to: '/bo-tieu-chi/$frameworkId', params: { frameworkId: outcome.value.id } })
  }
  return (
    <>
      <Group gap="xs" my="xs">
        {tables.map((name, index) =>
          index + 1 === number ? null : (
            <Button key={`${index} ${name}`} variant="default" size="xs" loading={upload.isRunning} onClick={() => void readTable(index)}>
              {frameworkTexts.problems.readTable(index + 1, name)}
            </Button>
          ),
        )}
      </Group>
      {unread && <ErrorState refused={unread} />}
      {upload.refused && <ErrorState refused={upload.refused} />}
    </>
  )
}
