import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { unitRoles } from '../../core/organisation/role-place.ts'
import type { Role } from '../../core/vocabulary.ts'
import { formatFigure } from '../../language/format.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { organisationTexts } from '../../language/pages/organisation.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { FileDrop } from '../../web/widgets/file-drop.tsx'
import { ProblemList } from '../../web/widgets/problem-list.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { listEndings, maxListBytes } from './contract.ts'
import type { AccountImport } from './account-import.ts'
import { peopleRoutes } from './people-contract.ts'

const texts = organisationTexts.importAccounts
const manyRows = 50

type Account = AccountImport['accounts'][number]

const placeOf = (role: Role, unit: string | undefined): string =>
  unit ?? (unitRoles.includes(role) ? texts.noUnit : organisationTexts.wholeAuthority)

const columns: readonly Column<Account>[] = [
  { key: 'line', title: texts.line, isFigure: true, width: 60, cell: ({ line }) => String(line) },
  { key: 'name', title: organisationTexts.person, isRowHeader: true, cell: ({ name }) => name },
  { key: 'signInName', title: organisationTexts.signInName, cell: ({ signInName }) => signInName },
  {
    key: 'role',
    title: organisationTexts.roles,
    cell: ({ role, unit }) => `${labelsVi.roles[role]}, ${placeOf(role, unit?.name)}`,
  },
  { key: 'state', title: organisationTexts.state, cell: ({ isKnown }) => (isKnown ? texts.known : texts.fresh) },
]

/** Accounts of hundreds of communes as a file: first what was understood, then adding just that. */
export const ImportAccounts = ({ onClose }: { readonly onClose: (message?: string) => void }) => {
  const [seen, setSeen] = useState<{ readonly file: File; readonly preview: AccountImport }>()
  const send = useChange(peopleRoutes.importAccounts, { refreshes: [peopleRoutes.people] })
  const look = async (file: File): Promise<void> => {
    const outcome = await send.run({ upload: { file, fields: { preview: 'true' } } })
    if (outcome.ok) setSeen({ file, preview: outcome.value })
  }
  const count = formatFigure(String(seen?.preview.accounts.length ?? 0))
  const apply = async (): Promise<void> => {
    if (!seen) return
    const outcome = await send.run({ upload: { file: seen.file, fields: { preview: 'false', seen: seen.preview.seen } } })
    if (outcome.ok) onClose(texts.done(count))
  }
  const mayApply = seen && seen.preview.accounts.length > 0 && seen.preview.problems.every(({ severity }) => severity !== 'error')
  return (
    <Modal opened onClose={() => onClose()} title={texts.title} size="xl" closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <Stack gap="sm">
        {seen ? (
          <>
            <ProblemList problems={seen.preview.problems} />
            <DataTable
              caption={texts.caption(count)}
              columns={columns}
              rows={seen.preview.accounts}
              keyOf={({ line }) => String(line)}
              isLong={seen.preview.accounts.length > manyRows}
            />
          </>
        ) : (
          <>
            <Text>{texts.text}</Text>
            <FileDrop label={texts.file} accept={listEndings} maxBytes={maxListBytes} onFile={(file) => void look(file)} />
          </>
        )}
        {send.refused && <ErrorState refused={send.refused} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => (seen ? setSeen(undefined) : onClose())}>
            {seen ? organisationTexts.importUnits.other : widgetTexts.cancel}
          </Button>
          {seen && (
            <Button onClick={() => void apply()} loading={send.isRunning} disabled={!mayApply}>
              {texts.act(count)}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}
