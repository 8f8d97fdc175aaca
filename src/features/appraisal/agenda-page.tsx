import { Stack, Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import { councilTexts } from '../../language/pages/council.ts'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { FilterChips } from '../../web/widgets/filter-chips.tsx'
import { LinkButton } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { type Agenda, councilRoutes } from './council-contract.ts'
import classes from './council/council.module.css'
import { AgendaList, itemId } from './council/agenda-list.tsx'
import { DecisionPanel } from './council/decision-panel.tsx'
import { FinishMeeting } from './council/finish-meeting.tsx'
import { MeetingsView } from './meetings/meetings-view.tsx'
import { MinuteFigures } from './council/minute-figures.tsx'
import { appraisalTexts } from '../../language/pages/appraisal.ts'

const filters = ['open', 'decided', 'all'] as const
type Filter = (typeof filters)[number]

/** The council's meeting: what is still disputed, decided one by one without leaving the page. */
export const AgendaPage = () => {
  const { cycleId } = useParams({ from: '/hop-hoi-dong/$cycleId' })
  const agenda = useCall(councilRoutes.agenda, { params: { cycleId } })
  return <Loaded call={agenda}>{(value) => <Meeting agenda={value} />}</Loaded>
}

const Meeting = ({ agenda }: { readonly agenda: Agenda }) => {
  const { cycle, items, members } = agenda
  const [named, choose] = useAddress('loc', 'all')
  const [at, go] = useAddress('noi-dung')
  const filter = filters.find((each) => each === named) ?? 'all'
  const decided = items.filter(({ decision }) => decision).length
  const counts: Record<Filter, number> = { open: items.length - decided, decided, all: items.length }
  const shown = items.filter(({ decision }) => filter === 'all' || (filter === 'decided') === (decision !== undefined))
  const chosen = shown.find((item) => itemId(item) === at) ?? shown.find(({ decision }) => !decision) ?? shown[0]
  const step = (by: 1 | -1): void => {
    const next = shown[shown.findIndex((item) => item === chosen) + by]
    if (next) go(itemId(next))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches('textarea, input')
    if (isTyping || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
    event.preventDefault()
    step(event.key === 'ArrowDown' ? 1 : -1)
  }
  return (
    <Stack gap="md" onKeyDown={onKeyDown}>
      <PageTitle
        under={`${councilTexts.progress(decided, items.length)} · ${councilTexts.membersToday(members)}`}
        actions={
          <>
            <LinkButton variant="default" to="/tham-dinh/$cycleId" params={{ cycleId: cycle.id }}>
              {appraisalTexts.backToList}
            </LinkButton>
            {agenda.canFinish && items.length > 0 && <FinishMeeting cycleId={cycle.id} left={counts.open} />}
          </>
        }
      >
        {councilTexts.meeting(cycle.title)}
      </PageTitle>
      <MeetingsView agenda={agenda} />
      {items.length === 0 ? (
        <EmptyState title={councilTexts.empty}>{councilTexts.emptyHint}</EmptyState>
      ) : (
        <>
          <FilterChips
            label={councilTexts.filterLabel}
            names={filters}
            labels={councilTexts.filters}
            counts={counts}
            chosen={filter}
            onChoose={choose}
          />
          <Keys />
          <div className={classes.meeting}>
            <AgendaList items={shown} chosen={chosen} onChoose={(item) => go(itemId(item))} />
            <div className={`${classes.panel} no-print`}>
              {chosen && (
                <DecisionPanel key={`${itemId(chosen)} ${chosen.version}`} cycleId={cycle.id} item={chosen} onDone={() => step(1)} />
              )}
            </div>
          </div>
          <MinuteFigures items={items} />
        </>
      )}
    </Stack>
  )
}

const Keys = () => (
  <Text component="ul" className={`${classes.keys} no-print`} aria-label={councilTexts.keysLabel}>
    {councilTexts.keys.map(({ keys, does }) => (
      <li key={keys}>
        <b>{keys}</b> {does}
      </li>
    ))}
  </Text>
)
