import { Button, Group, Stack, Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import { appraisalTexts } from '../../language/pages/appraisal.ts'
import { calibrationTexts } from '../../language/pages/calibration.ts'
import { jointAcceptanceTexts } from '../../language/pages/joint-acceptance.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { FilterChips } from '../../web/widgets/filter-chips.tsx'
import { LinkButton } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { SearchBox } from '../../web/widgets/search-box.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { StageBadge } from '../../web/widgets/stage-badge.tsx'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { CloseButton } from './close-button.tsx'
import { EndExplanations } from './end-explanations.tsx'
import { appraisalRoutes } from './contract.ts'
import { workFilters, type WorkList } from './shapes.ts'
import { workColumns } from './work-columns.tsx'

const pageSize = 100
const filterNames = ['all', ...workFilters] as const

/** The work list of a cycle: filters as sentences in the address bar, keyboard down the list. */
export const WorkListPage = () => {
  const { cycleId } = useParams({ from: '/tham-dinh/$cycleId' })
  const [named, name] = useAddress('loc', 'all')
  const [search, setSearch] = useAddress('tim')
  const [limit, setLimit] = useState(pageSize)
  const filter = workFilters.find((each) => each === named)
  const list = useCall(appraisalRoutes.workList, { params: { cycleId }, query: { search, limit, ...(filter && { filter }) } })
  return (
    <Loaded call={list}>
      {(value) => (
        <Stack gap="md">
          <Heading value={value} />
          <FilterChips
            label={appraisalTexts.filterLabel}
            names={filterNames}
            labels={appraisalTexts.filters}
            counts={value.counts}
            chosen={filter ?? 'all'}
            onChoose={name}
          />
          <SearchBox value={search} onChange={setSearch} label={appraisalTexts.search} />
          <Text size="sm" c="gray.7" className="no-print">
            {appraisalTexts.keysOfList}
          </Text>
          <div onKeyDown={moveAlong}>
            <DataTable
              caption={appraisalTexts.workCaption}
              isCaptionHidden
              columns={workColumns(cycleId)}
              rows={value.units}
              keyOf={({ unit }) => unit.id}
              empty={appraisalTexts.noneInFilter}
            />
          </div>
          {value.next && (
            <Group justify="center">
              <Button variant="default" onClick={() => setLimit(limit + pageSize)} disabled={limit >= 500}>
                {appraisalTexts.more}
              </Button>
            </Group>
          )}
        </Stack>
      )}
    </Loaded>
  )
}

const Heading = ({ value: { cycle, lateToExplain } }: { readonly value: WorkList }) => {
  const canAppraise = holdsAny(useSignedIn(), ['appraiser', 'areaLead'])
  const canEnd = holdsAny(useSignedIn(), ['methodOwner', 'areaLead'])
  const isOwner = holdsAny(useSignedIn(), ['methodOwner'])
  const isOpen = cycle.stage !== 'approved' && cycle.stage !== 'published'
  return (
    <PageTitle
      under={<StageBadge stage={cycle.stage} />}
      actions={
        <>
          {canAppraise && isOpen && (
            <LinkButton variant="default" to="/chap-nhan-nhieu-don-vi/$cycleId" params={{ cycleId: cycle.id }}>
              {jointAcceptanceTexts.open}
            </LinkButton>
          )}
          <LinkButton variant="default" to="/hoi-dong/$cycleId" params={{ cycleId: cycle.id }}>
            {appraisalTexts.councils}
          </LinkButton>
          <LinkButton variant="default" to="/cham-thu/$cycleId" params={{ cycleId: cycle.id }}>
            {calibrationTexts.open}
          </LinkButton>
          <LinkButton variant="default" to="/kiem-tra/$cycleId" params={{ cycleId: cycle.id }}>
            {appraisalTexts.inspections}
          </LinkButton>
          <LinkButton variant="default" to="/xem-lai-tham-dinh/$cycleId" params={{ cycleId: cycle.id }}>
            {appraisalTexts.secondLooks}
          </LinkButton>
          <LinkButton variant="default" to="/ly-do-mau">
            {appraisalTexts.phrases}
          </LinkButton>
          {cycle.rounds.includes('council') && (
            <LinkButton variant="default" to="/hop-hoi-dong/$cycleId" params={{ cycleId: cycle.id }}>
              {appraisalTexts.council}
            </LinkButton>
          )}
          {canEnd && isOpen && lateToExplain > 0 && <EndExplanations cycleId={cycle.id} units={lateToExplain} />}
          {isOwner && isOpen && <CloseButton cycleId={cycle.id} />}
        </>
      }
    >
      {appraisalTexts.workTitle(cycle.title)}
    </PageTitle>
  )
}

/** Arrow keys go from unit to unit; Enter opens, as on every link. */
const moveAlong = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-work-item]')]
  const at = links.indexOf(document.activeElement as HTMLElement)
  const next = links[at + (event.key === 'ArrowDown' ? 1 : -1)] ?? (at < 0 ? links[0] : undefined)
  if (!next) return
  event.preventDefault()
  next.focus()
}
