import { Button } from '@mantine/core'
import { formatFigure } from '../../language/format.ts'
import { cycleTexts } from '../../language/pages/cycle.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { LastMoment } from '../../web/widgets/figures.tsx'
import { PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { StageBadge } from '../../web/widgets/stage-badge.tsx'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { type CycleListItem, cycleRoutes } from './contract.ts'
import { NewCycleForm } from './new-cycle-form.tsx'

const texts = cycleTexts.list

/** All cycles; the method owner prepares a new one here. */
export const CyclesPage = () => {
  const cycles = useCall(cycleRoutes.list)
  const canAdd = holdsAny(useSignedIn(), ['methodOwner'])
  const [adding, setAdding] = useAddress('them')
  const isAdding = canAdd && adding === 'moi'
  const add = canAdd && !isAdding && <Button onClick={() => setAdding('moi')}>{cycleTexts.add.open}</Button>
  return (
    <>
      <PageTitle actions={add}>{cycleTexts.title}</PageTitle>
      <Loaded call={cycles}>
        {(value) => (
          <>
            {isAdding && (
              <NewCycleForm lastYear={value.cycles[0]?.year} lastRounds={value.cycles[0]?.rounds} onClose={() => setAdding('')} />
            )}
            {value.cycles.length > 0 ? (
              <Cycles cycles={value.cycles} />
            ) : (
              !isAdding && <EmptyState title={texts.empty}>{texts.emptyHint}</EmptyState>
            )}
          </>
        )}
      </Loaded>
    </>
  )
}

const count = (figure: number): string => formatFigure(String(figure))

const Cycles = ({ cycles }: { readonly cycles: readonly CycleListItem[] }) => (
  <DataTable
    caption={texts.caption}
    isCaptionHidden
    rows={cycles}
    keyOf={({ id }) => id}
    columns={[
      { key: 'year', title: texts.year, width: 70, cell: ({ year }) => year },
      {
        key: 'name',
        title: texts.name,
        isRowHeader: true,
        cell: ({ id, title }) => (
          <PageLink to="/ky-danh-gia/$cycleId" params={{ cycleId: id }}>
            {title}
          </PageLink>
        ),
      },
      { key: 'stage', title: texts.stage, cell: ({ stage }) => <StageBadge stage={stage} /> },
      {
        key: 'deadline',
        title: texts.deadline,
        cell: ({ selfAssessmentDeadline: deadline }) => (deadline ? <LastMoment closes={deadline.closes} /> : texts.noDeadline),
      },
      {
        key: 'submitted',
        title: texts.submitted,
        isFigure: true,
        cell: ({ submitted, units }) => texts.submittedOf(count(submitted), count(units)),
      },
    ]}
  />
)
