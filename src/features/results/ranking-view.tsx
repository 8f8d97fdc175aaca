import { Alert, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useMemo } from 'react'
import { formatMoment } from '../../language/format.ts'
import { resultsWords as words } from '../../language/pages/results.ts'
import { fold } from '../../core/fold.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { SearchBox } from '../../web/widgets/search-box.tsx'
import { useTimeZone } from '../../web/widgets/session.ts'
import { useAddress } from '../../web/widgets/use-address.ts'
import type { RankingReply } from './contract.ts'
import { DistributionChart } from './distribution-chart.tsx'
import { HeatLegend } from './heat-legend.tsx'
import { areaColumns, narrowColumns, totalColumns, type UnitLink } from './ranking-columns.tsx'

/** What these figures are: frozen, or as they stand now. */
const BasisNote = ({ basis }: Pick<RankingReply, 'basis'>) => {
  const timeZone = useTimeZone()
  return basis.kind === 'published' ? (
    <Text c="gray.7">{words.publishedNote(basis.number, formatMoment(basis.publishedAt, timeZone))}</Text>
  ) : (
    <Alert color="yellow" variant="light" className="no-print">
      {words.liveNote(formatMoment(basis.asOf, timeZone))} {basis.round === 'claimed' && words.claimedNote}
    </Alert>
  )
}

/** A whole ranking: group, search, totals or areas, distribution. */
export const RankingView = ({ reply, link }: { readonly reply: RankingReply; readonly link: UnitLink }) => {
  const [group, setGroup] = useAddress('nhom', reply.groups[0] ?? '')
  const [view, setView] = useAddress('xem')
  const [search, setSearch] = useAddress('tim')
  const units = useMemo(() => {
    const wanted = fold(search)
    return reply.units.filter(({ unit }) => fold(`${unit.code} ${unit.name}`).includes(wanted))
  }, [reply, search])
  const isNarrow = useMediaQuery('(max-width: 40em)', false, { getInitialValueInEffect: false })
  const totals = isNarrow ? narrowColumns : totalColumns
  const isByArea = view === 'linh-vuc'
  const columns = isByArea ? areaColumns(reply, link) : totals(reply, link)
  return (
    <Stack gap="md">
      <BasisNote basis={reply.basis} />
      <Group gap="sm" align="flex-end" className="no-print">
        {reply.groups.length > 1 && (
          <SegmentedControl aria-label={words.group} data={[...reply.groups]} value={group} onChange={setGroup} />
        )}
        <SegmentedControl
          aria-label={words.byArea}
          data={[
            { value: '', label: words.byTotal },
            { value: 'linh-vuc', label: words.byArea },
          ]}
          value={view}
          onChange={setView}
        />
        <SearchBox label={words.search} value={search} onChange={setSearch} />
      </Group>
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
