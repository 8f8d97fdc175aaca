import { Button, Group, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { isAllowedAt } from '../../core/cycle/stages.ts'
import { cycleTexts } from '../../language/pages/cycle.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { FilterChips } from '../../web/widgets/filter-chips.tsx'
import { lastMoment, Moment, Points } from '../../web/widgets/figures.tsx'
import { PageLink } from '../../web/widgets/links.tsx'
import { SearchBox } from '../../web/widgets/search-box.tsx'
import { holdsAny, useSignedIn, useTimeZone } from '../../web/widgets/session.ts'
import { StageBadge } from '../../web/widgets/stage-badge.tsx'
import { useAddress } from '../../web/widgets/use-address.ts'
import type { CycleDetail, UnitProgress } from './contract.ts'
import { ExtendDialog } from './extend-dialog.tsx'
import { extendedAt } from './extended-at.ts'
import { ReturnDialog } from './return-dialog.tsx'
import { filterNamed, type ProgressFilter, progressFilters, searchUnits, unitsThat } from './progress-filters.ts'

const { filters, units: texts } = cycleTexts
const sentences = {
  'tat-ca': filters.all,
  'chua-bat-dau': filters.notStarted,
  'chua-nop': filters.notSubmitted,
  'qua-han': filters.late,
  'da-nop': filters.submitted,
} as const

const countsOf = (units: readonly UnitProgress[]) =>
  Object.fromEntries(progressFilters.map((each) => [each, unitsThat(units, each).length])) as Readonly<Record<ProgressFilter, number>>

/** A unit has a deadline of its own to assess itself and to explain; rounds of appraisal lock only where the calendar says so. */
const canExtend = ({ lockedRounds }: CycleDetail, { stage }: UnitProgress): boolean => {
  const subject = extendedAt[stage]
  return subject === 'selfAssessment' || subject === 'explanation' || (subject !== undefined && lockedRounds.includes(subject))
}

/** Who has entered what, who is late; the filters stand in the address bar. */
export const WorkList = ({ cycle }: { readonly cycle: CycleDetail }) => {
  const [word, setWord] = useAddress('loc', 'tat-ca')
  const [group, setGroup] = useAddress('khoi')
  const [typed, setTyped] = useAddress('tim')
  const found = searchUnits(cycle.units, group, typed)
  const filter = filterNamed(word)
  const counts = countsOf(found)
  return (
    <Stack gap="sm">
      <Group align="flex-end" gap="sm">
        <SearchBox label={filters.search} value={typed} onChange={setTyped} />
        {cycle.frameworks.length > 1 && (
          <Select
            label={filters.group}
            allowDeselect={false}
            data={[
              { value: '', label: filters.allGroups },
              ...cycle.frameworks.map(({ unitGroup }) => ({ value: unitGroup, label: unitGroup })),
            ]}
            value={group}
            onChange={(value) => setGroup(value ?? '')}
          />
        )}
      </Group>
      <FilterChips label={filters.label} names={progressFilters} labels={sentences} counts={counts} chosen={filter} onChoose={setWord} />
      <Units cycle={cycle} units={unitsThat(found, filter)} />
    </Stack>
  )
}

const Units = ({ cycle, units }: { readonly cycle: CycleDetail; readonly units: readonly UnitProgress[] }) => {
  const canReturn = holdsAny(useSignedIn(), ['methodOwner'])
  const [returning, setReturning] = useState<UnitProgress>()
  const [extending, setExtending] = useState<UnitProgress>()
  return (
    <>
      <DataTable
        caption={texts.caption}
        isCaptionHidden
        isLong
        rows={units}
        keyOf={({ id }) => id}
        empty={texts.none}
        columns={[
          { key: 'code', title: texts.code, width: 80, cell: ({ code }) => code },
          { key: 'name', title: texts.name, isRowHeader: true, cell: (unit) => <UnitName cycleId={cycle.id} unit={unit} /> },
          { key: 'stage', title: texts.stage, width: 172, cell: ({ stage }) => <StageBadge stage={stage} /> },
          { key: 'progress', title: texts.progress, isFigure: true, width: 90, cell: ({ answered, leaves }) => `${answered}/${leaves}` },
          { key: 'points', title: texts.points, isFigure: true, width: 110, cell: ({ points }) => <Points value={points} decimals={2} /> },
          { key: 'submittedAt', title: texts.submittedAt, width: 190, cell: (unit) => <Submitted unit={unit} /> },
          ...(canReturn
            ? [
                {
                  key: 'acts',
                  title: texts.acts,
                  width: 100,
                  cell: (unit: UnitProgress) =>
                    canExtend(cycle, unit) ? (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={cycleTexts.extend.actFor(unit.name)}
                        onClick={() => setExtending(unit)}
                      >
                        {cycleTexts.extend.act}
                      </Button>
                    ) : (
                      isAllowedAt(unit.stage, 'returnSelfAssessment') && (
                        <Button
                          size="compact-sm"
                          variant="default"
                          aria-label={cycleTexts.giveBack.actFor(unit.name)}
                          onClick={() => setReturning(unit)}
                        >
                          {cycleTexts.giveBack.act}
                        </Button>
                      )
                    ),
                },
              ]
            : []),
        ]}
      />
      {extending && <ExtendDialog cycleId={cycle.id} unit={extending} onClose={() => setExtending(undefined)} />}
      {returning && <ReturnDialog cycleId={cycle.id} unit={returning} onClose={() => setReturning(undefined)} />}
    </>
  )
}

/** A sheet that was submitted can be read; before that it is the unit's own. */
const UnitName = ({ cycleId, unit }: { readonly cycleId: string; readonly unit: UnitProgress }) =>
  unit.stage === 'preparing' || unit.stage === 'selfAssessing' ? (
    unit.name
  ) : (
    <PageLink to="/tu-danh-gia/$cycleId/$unitId" params={{ cycleId, unitId: unit.id }}>
      {unit.name}
    </PageLink>
  )

const Submitted = ({ unit }: { readonly unit: UnitProgress }) => {
  const timeZone = useTimeZone()
  if (unit.submittedAt) return <Moment value={unit.submittedAt} />
  if (unit.late) return <strong>{texts.late}</strong>
  return unit.ownDeadline ? texts.ownDeadline(lastMoment(unit.ownDeadline.closes, timeZone)) : null
}
