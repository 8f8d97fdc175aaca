import { Alert, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useMemo } from 'react'
import { formatDate, formatMoment } from '../../language/format.ts'
import { seenWords } from '../../language/pages/seen-results.ts'
import { resultsWords as words } from '../../language/pages/results.ts'
import { fold } from '../../core/fold.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { SearchBox } from '../../web/widgets/search-box.tsx'
import { PageLink } from '../../web/widgets/links.tsx'
import { holdsAny, useSignedIn, useTimeZone } from '../../web/widgets/session.ts'
import { useAddress } from '../../web/widgets/use-address.ts'
import type { RankedUnit, RankingReply } from './shapes.ts'
import { CriteriaView } from './criteria-view.tsx'
import { DistributionChart } from './distribution-chart.tsx'
import { FirmnessView, LiveFirmnessView } from './firmness-view.tsx'
import { HeatLegend } from './heat-legend.tsx'
import { OverviewView } from './overview-view.tsx'
import { ViewButtons } from './view-buttons.tsx'
import { areaColumns, narrowColumns, totalColumns, type UnitLink } from './ranking-columns.tsx'

/** What these figures are: frozen, or as they stand now. */
const BasisNote = ({ basis }: Pick<RankingReply, 'basis'>) => {
  const timeZone = useTimeZone()
  return basis.kind === 'published' ? (
    <Text c="gray.7">
      {words.publishedNote(basis.number, formatMoment(basis.publishedAt, timeZone))}
      {basis.decision && ` ${words.decision(basis.decision.number, formatDate(basis.decision.date))}`}
    </Text>
  ) : (
    <Alert color="yellow" variant="light" className="no-print">
      {words.liveNote(formatMoment(basis.asOf, timeZone))} {basis.round === 'claimed' && words.claimedNote}
    </Alert>
  )
}

/** Who may read every score, and so try changes on all. */
const readsAll = ['methodOwner', 'leader', 'inspector', 'councilChair', 'councilSecretary', 'councilMember'] as const

/** A whole ranking: group, search, totals or areas, distribution. */
export const RankingView = ({ reply, link }: { readonly reply: RankingReply; readonly link: UnitLink }) => {
  const [group, setGroup] = useAddress('nhom', reply.groups[0] ?? '')
  const [view, setView] = useAddress('xem')
  const [search, setSearch] = useAddress('tim')
  const units = useMemo(() => {
    const wanted = fold(search)
    return reply.units.filter(({ unit }) => fold(`${unit.code} ${unit.name}`).includes(wanted))
  }, [reply, search])
  const isByArea = view === 'linh-vuc'
  const isTable = view === '' || isByArea
  return (
    <Stack gap="md">
      <BasisNote basis={reply.basis} />
      <Group gap="sm" align="flex-end" className="no-print">
        {reply.groups.length > 1 && (
          <SegmentedControl aria-label={words.group} data={[...reply.groups]} value={group} onChange={setGroup} />
        )}
        <ViewButtons views={views} value={view} onChange={setView} />
        {isTable && <SearchBox label={words.search} value={search} onChange={setSearch} />}
      </Group>
      <ViewLinks reply={reply} />
      {view === 'toan-canh' && <OverviewView reply={reply} link={link} />}
      {view === 'tieu-chi' && <CriteriaView basis={reply.basis} cycleId={reply.cycle.id} group={reply.group} />}
      {view === 'do-vung' && reply.basis.kind === 'published' && (
        <FirmnessView reply={reply} publicationId={reply.basis.publicationId} link={link} />
      )}
      {view === 'do-vung' && reply.basis.kind === 'live' && <LiveFirmnessView reply={reply} link={link} />}
      {isTable && <UnitTable reply={reply} units={units} isByArea={isByArea} link={link} />}
    </Stack>
  )
}

const views = [
  { value: '', label: seenWords.view.totals },
  { value: 'linh-vuc', label: seenWords.view.areas },
  { value: 'toan-canh', label: seenWords.view.overview },
  { value: 'tieu-chi', label: seenWords.view.criteria },
  { value: 'do-vung', label: seenWords.view.firmness },
]

/** Where else to go from these results. */
const ViewLinks = ({ reply: { basis, cycle, group } }: { readonly reply: RankingReply }) => {
  const signedIn = useSignedIn()
  return (
    <Group gap="md" className="no-print">
      {basis.kind === 'published' && (
        <>
          <PageLink to="/ket-qua/cac-nam" search={{ nhom: group } as never}>
            {seenWords.toSeries}
          </PageLink>
          <PageLink to="/ket-qua/so-sanh" search={{ nhom: group } as never}>
            {seenWords.toComparison}
          </PageLink>
        </>
      )}
      {holdsAny(signedIn, readsAll) && (
        <PageLink to="/ket-qua/thu/$cycleId" params={{ cycleId: cycle.id }} search={{ nhom: group } as never}>
          {seenWords.toScenario}
        </PageLink>
      )}
    </Group>
  )
}

interface TableProps {
  readonly reply: RankingReply
  readonly units: readonly RankedUnit[]
  readonly isByArea: boolean
  readonly link: UnitLink
}

const UnitTable = ({ reply, units, isByArea, link }: TableProps) => {
  const isNarrow = useMediaQuery('(max-width: 40em)', false, { getInitialValueInEffect: false })
  const totals = isNarrow ? narrowColumns : totalColumns
  const columns = isByArea ? areaColumns(reply, link) : totals(reply, link)
  return (
    <Stack gap="md">
      <DataTable
        caption={`${words.ranking}: ${reply.group}`}
        columns={columns}
        rows={units}
        keyOf={({ unit }) => unit.id}
        isLong={units.length > 200}
        isTableOnPhone={isNarrow || isByArea}
      />
      {isByArea && <HeatLegend areas={reply.areas} />}
      <Text size="sm" c="gray.7">
        {words.rounding}
      </Text>
      <DistributionChart units={reply.units} />
    </Stack>
  )
}
