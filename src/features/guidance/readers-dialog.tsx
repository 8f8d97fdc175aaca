import { Button, Group, Modal } from '@mantine/core'
import { useState } from 'react'
import { guidanceTexts as texts } from '../../language/pages/guidance.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { Moment } from '../../web/widgets/figures.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import type { ReplyOf } from '../../contract/route.ts'
import { type Guidance, guidanceRoutes } from './contract.ts'

type Reader = ReplyOf<typeof guidanceRoutes.readers>['readers'][number]

const columns: readonly Column<Reader>[] = [
  { key: 'unit', title: texts.readersColumns.unit, isRowHeader: true, cell: ({ unit }) => unit.name },
  { key: 'at', title: texts.readersColumns.at, cell: ({ readAt }) => (readAt ? <Moment value={readAt} /> : texts.notYet) },
  { key: 'by', title: texts.readersColumns.by, cell: ({ by }) => by?.name },
]

/** Which units a paper is for and which of them have read it; who has not comes first. */
export const ReadersDialog = ({ guidance, onClose }: { readonly guidance: Guidance; readonly onClose: () => void }) => {
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined])
  const after = pages.at(-1)
  const title = texts.readersOf(guidance.title)
  const list = useCall(guidanceRoutes.readers, { params: { guidanceId: guidance.id }, query: { after, limit: 50 } })
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <Loaded call={list}>
        {({ readers, next }) => (
          <>
            <DataTable caption={title} isCaptionHidden columns={columns} rows={readers} keyOf={({ unit }) => unit.id} />
            <Group justify="center" mt="sm">
              {pages.length > 1 && (
                <Button variant="default" onClick={() => setPages(pages.slice(0, -1))}>
                  {texts.before}
                </Button>
              )}
              {next && (
                <Button variant="default" onClick={() => setPages([...pages, next])}>
                  {texts.next}
                </Button>
              )}
            </Group>
          </>
        )}
      </Loaded>
    </Modal>
  )
}
