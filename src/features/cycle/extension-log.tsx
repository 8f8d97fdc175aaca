import { Title } from '@mantine/core'
import { cycleTexts } from '../../language/pages/cycle.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { LastMoment, Moment } from '../../web/widgets/figures.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import { cycleRoutes } from './contract.ts'

const { extend: texts } = cycleTexts

/** Later deadlines granted to single units, with reason, by whom, and whether they have run out. */
export const ExtensionLog = ({ cycleId }: { readonly cycleId: string }) => {
  const log = useCall(cycleRoutes.extensions, { params: { cycleId } })
  if (!log.value || log.value.extensions.length === 0) return null
  return (
    <section aria-labelledby="gia-han">
      <Title order={2} size="h3" id="gia-han" mb="xs">
        {texts.log}
      </Title>
      <DataTable
        caption={texts.log}
        isCaptionHidden
        rows={log.value.extensions}
        keyOf={({ unit, grantedAt }) => `${unit.id} ${grantedAt}`}
        columns={[
          { key: 'unit', title: texts.columns.unit, isRowHeader: true, cell: ({ unit }) => unit.name },
          { key: 'subject', title: texts.columns.subject, cell: ({ subject }) => texts.subjects[subject] },
          {
            key: 'until',
            title: texts.columns.until,
            cell: ({ deadline, isOver }) => (
              <>
                <LastMoment closes={deadline.closes} /> {isOver && `(${texts.over})`}
              </>
            ),
          },
          { key: 'reason', title: texts.columns.reason, cell: ({ reason }) => reason },
          { key: 'by', title: texts.columns.by, cell: ({ grantedBy }) => grantedBy },
          { key: 'at', title: texts.columns.at, cell: ({ grantedAt }) => <Moment value={grantedAt} /> },
        ]}
      />
    </section>
  )
}
