import { Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { sources } from '../../core/vocabulary.ts'
import { formatFigure, formatMoment, formatPercent, roundText } from '../../language/format.ts'
import { seenWords } from '../../language/pages/seen-results.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { robustnessRoutes } from './robustness-contract.ts'
import { resultsWords as words } from '../../language/pages/results.ts'
import { useTimeZone } from '../../web/widgets/session.ts'
import { useAddress } from '../../web/widgets/use-address.ts'
import type { SheetReply, SheetRow } from './shapes.ts'
import { AreasChart } from './areas-chart.tsx'
import { ChangeCell, ClassCell } from './ranking-cells.tsx'
import { SheetTable } from './sheet-table.tsx'
import { TraceDialog } from './trace-dialog.tsx'
import classes from './sheet-view.module.css'

const isLost = ({ isLeaf, given, maxPoints }: SheetRow): boolean =>
  isLeaf && given?.status !== 'notApplicable' && given?.points !== undefined && Number(given.points ?? 0) < Number(maxPoints)

/** How many of these rows have their maximum, nothing, and something in between; rows without percent are left out. */
const countsOf = (rows: readonly SheetRow[], isWanted: (row: SheetRow) => boolean) => {
  const shares = rows.filter(isWanted).flatMap(({ given }) => (given?.percent ? [Number(given.percent)] : []))
  const full = shares.filter((share) => share >= 100).length
  const zero = shares.filter((share) => share === 0).length
  return { full, zero, between: shares.length - full - zero }
}

/** The figures that matter, large: index, rank, class, and on how many points it rests. */
const Headline = ({ sheet, onTrace }: { readonly sheet: SheetReply; readonly onTrace: () => void }) => {
  const { given, rankedUnits, basis } = sheet
  const timeZone = useTimeZone()
  return (
    <Group gap="xl" align="baseline" className={classes.headline}>
      <button type="button" className={classes.percent} onClick={onTrace} aria-label={words.openTrace(words.whole)}>
        {given?.percent ? formatPercent(given.percent) : '–'}
      </button>
      {given?.rank != null && <Text fw={600}>{words.rankOf(given.rank, rankedUnits)}</Text>}
      <ClassCell name={sheet.class} />
      {sheet.change && (
        <Text component="div">
          {words.columns.change}: <ChangeCell change={sheet.change} />
        </Text>
      )}
      {given && (
        <Text c="gray.7">
          {formatFigure(given.points ?? '0')} {words.denominator(given.appliedMax).toLowerCase()}
        </Text>
      )}
      <Text c="gray.7" size="sm">
        {basis.kind === 'published'
          ? words.publishedNote(basis.number, formatMoment(basis.publishedAt, timeZone))
          : words.liveNote(formatMoment(basis.asOf, timeZone))}
      </Text>
    </Group>
  )
}

/** Points of survey, outside assessment and panel stand apart from those that were appraised; nothing where all were appraised. */
const SourceNote = ({ sheet: { bySource } }: { readonly sheet: SheetReply }) => {
  const measured = sources.filter((source) => Number(bySource?.[source] ?? 0) !== 0)
  if (!bySource || measured.length < 2) return null
  return (
    <Text>
      {words.bySource(measured.map((source) => `${words.sourceNames[source]} ${formatFigure(roundText(bySource[source] ?? '0', 2))}`))}
    </Text>
  )
}

/** Between which places the unit stands while nothing is published yet: nothing of the others. */
const OwnInterval = ({ sheet: { cycle, unit } }: { readonly sheet: SheetReply }) => {
  const own = useCall(robustnessRoutes.own, { params: { cycleId: cycle.id, unitId: unit.id }, query: { noise: 25 } }).value
  return own?.from != null && own.to != null && <Text>{seenWords.ownInterval(own.noise, own.from, own.to, own.units)}</Text>
}

/** A unit's whole sheet: headline, radar of areas, every criterion, and behind any figure its trace. */
export const SheetView = ({ sheet }: { readonly sheet: SheetReply }) => {
  const [show, setShow] = useAddress('xem')
  const [opened, setOpened] = useState<SheetRow | 'whole'>()
  const lost = sheet.rows.filter(isLost)
  return (
    <Stack gap="md">
      <Headline sheet={sheet} onTrace={() => setOpened('whole')} />
      <SourceNote sheet={sheet} />
      {sheet.basis.kind === 'live' && <OwnInterval sheet={sheet} />}
      <AreasChart sheet={sheet} />
      <Group gap="sm" className="no-print">
        <SegmentedControl
          aria-label={words.criterion}
          data={[
            { value: '', label: words.all },
            { value: 'mat-diem', label: words.onlyLost },
          ]}
          value={show}
          onChange={setShow}
        />
        <Text c="gray.7">{words.lostCount(lost.length)}</Text>
        <Text c="gray.7">
          {words.sheetCounts(
            countsOf(sheet.rows, ({ depth }) => depth === 1),
            countsOf(sheet.rows, ({ isLeaf, depth }) => isLeaf && depth > 1),
          )}
        </Text>
      </Group>
      <SheetTable
        caption={words.sheetTitle(sheet.unit.name)}
        rows={show === 'mat-diem' ? lost : sheet.rows}
        hasClaimed={sheet.rows.some(({ claimed }) => claimed !== undefined)}
        onTrace={setOpened}
      />
      {opened !== undefined && (
        <TraceDialog sheet={sheet} row={opened === 'whole' ? undefined : opened} onClose={() => setOpened(undefined)} />
      )}
    </Stack>
  )
}
