import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { type KeyboardEvent, useMemo, useState } from 'react'
import type { Framework } from '../../../core/framework/framework.ts'
import { appraisalTexts } from '../../../language/pages/appraisal.ts'
import { LastMoment } from '../../../web/widgets/figures.tsx'
import { FilterChips } from '../../../web/widgets/filter-chips.tsx'
import { LinkButton } from '../../../web/widgets/links.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { SaveState } from '../../../web/widgets/save-state.tsx'
import { StageBadge } from '../../../web/widgets/stage-badge.tsx'
import { useCall } from '../../../web/widgets/use-call.ts'
import { appraisalRoutes } from '../contract.ts'
import { phraseRoutes } from '../phrases/contract.ts'
import type { UnitAppraisal } from '../shapes.ts'
import type { RenderCopies, RenderEvidence } from '../render-evidence.ts'
import { AcceptDialog } from './accept-dialog.tsx'
import { LeafPanel } from './leaf-panel.tsx'
import { NotMeasured } from './not-measured.tsx'
import classes from './sheet.module.css'
import type { OfferedReason } from './reason-field.tsx'
import { rowFilters } from './sheet-rows.ts'
import { SheetTable } from './sheet-table.tsx'
import { FinishButton, ReopenButton } from './stage-acts.tsx'
import { TotalsStrip } from './totals-strip.tsx'
import { useRowActs } from './use-row-acts.ts'
import { useRowFilter } from './use-row-filter.ts'
import { useSheet } from './use-sheet.ts'

interface Props {
  readonly appraisal: UnitAppraisal
  readonly framework: Framework
  readonly renderEvidence: RenderEvidence
  readonly renderCopies: RenderCopies
}

/** The table of one unit with everything around it: totals, filters, the chosen leaf, what can be done with the whole. */
export const UnitSheet = ({ appraisal, framework, renderEvidence, renderCopies }: Props) => {
  const { cycle, unit, closedBecause } = appraisal
  const place = { cycleId: cycle.id, unitId: unit.id }
  const canChange = closedBecause === undefined
  const [moved, setMoved] = useState({ stage: appraisal.stage, version: appraisal.version })
  const latest = moved.version > appraisal.version ? moved : appraisal
  const sheet = useSheet(appraisal, framework, setMoved)
  const filter = useRowFilter(sheet)
  const [chosen, choose] = useState<string>()
  const acts = useRowActs(sheet, filter.rows, choose)
  const [isAccepting, setAccepting] = useState(false)
  const reasons = useCall(appraisalRoutes.reasons, { params: { cycleId: cycle.id } }, { when: canChange })
  const phrases = useCall(phraseRoutes.phrases, {}, { when: canChange })
  const used = useUsed(phrases.value, reasons.value)
  const first = filter.rows.find(({ leaf, node }) => leaf && sheet.draftAt(node.id).status === 'missing')
  const row = sheet.rows.find(({ node }) => node.id === chosen) ?? first
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!canChange || event.key !== 'z' || !event.ctrlKey) return
    event.preventDefault()
    sheet.autosave.undo()
  }
  const openAccept = async (): Promise<void> => {
    await sheet.autosave.flush()
    setAccepting(true)
  }
  return (
    <Stack gap="sm" onKeyDown={onKeyDown}>
      <PageTitle
        under={
          <Group gap="xs">
            <span>{cycle.title}</span>
            <StageBadge stage={latest.stage} />
          </Group>
        }
        actions={
          <>
            <LinkButton variant="default" to="/tham-dinh/$cycleId" params={{ cycleId: cycle.id }}>
              {appraisalTexts.backToList}
            </LinkButton>
            {cycle.rounds.includes('explanation') && !['submitted', 'firstAppraisal'].includes(latest.stage) && (
              <LinkButton variant="default" to="/giai-trinh/$cycleId/$unitId" params={place}>
                {appraisalTexts.explanations}
              </LinkButton>
            )}
            <Button variant="default" onClick={() => print()}>
              {appraisalTexts.print}
            </Button>
            {canChange && (
              <Button variant="default" onClick={() => void openAccept()}>
                {appraisalTexts.accept}
              </Button>
            )}
            {canChange && (
              <FinishButton
                {...place}
                version={latest.version}
                totals={sheet.totals}
                left={filter.counts.undecided}
                onShowLeft={() => filter.choose('undecided')}
                flush={sheet.autosave.flush}
                onMoved={setMoved}
              />
            )}
            {appraisal.canReopen && <ReopenButton {...place} version={latest.version} onMoved={setMoved} />}
          </>
        }
      >
        {appraisalTexts.unitTitle(unit.name)}
      </PageTitle>
      {closedBecause && (
        <Alert color="navy">
          {appraisalTexts.readOnly[closedBecause]}
          {closedBecause === 'notOpenYet' && appraisal.opens && ` ${appraisalTexts.opensAt(appraisal.opens)}`}
        </Alert>
      )}
      {canChange && appraisal.deadline && (
        <Text size="sm" c="gray.7">
          {appraisalTexts.locksAt} <LastMoment closes={appraisal.deadline.closes} />
        </Text>
      )}
      {renderCopies(place)}
      <TotalsStrip totals={sheet.totals} left={filter.counts.undecided} of={filter.counts.all}>
        {filter.waiting > 0 && (
          <Text size="sm" c="red.8" role="status">
            {appraisalTexts.waiting(filter.waiting)}
          </Text>
        )}
        {canChange && <SaveState state={sheet.view.saving} />}
      </TotalsStrip>
      <FilterChips
        label={appraisalTexts.filterLabel}
        names={rowFilters
          .filter((name) => name !== 'matters' || filter.counts.matters > 0)
          .filter((name) => name !== 'mine' || filter.counts.mine < filter.counts.all)}
        labels={appraisalTexts.rowFilters}
        counts={filter.counts}
        chosen={filter.chosen}
        onChoose={filter.choose}
      />
      {canChange && <Keys />}
      {canChange && filter.chosen === 'otherSource' && <NotMeasured sheet={sheet} />}
      <div className={classes.layout}>
        {filter.rows.length ? (
          <SheetTable sheet={sheet} rows={filter.rows} chosen={chosen} canChange={canChange} used={used} acts={acts} />
        ) : (
          <Text c="gray.7">{appraisalTexts.noRows}</Text>
        )}
        <aside className={`${classes.panel} no-print`} aria-label={appraisalTexts.panelLabel} tabIndex={0}>
          {row?.leaf ? (
            <LeafPanel
              sheet={sheet}
              row={{ ...row, leaf: row.leaf }}
              canChange={canChange && row.leaf.isMine}
              place={place}
              requests={appraisal.canRequest ? place : undefined}
              evidence={renderEvidence({ ...place, nodeId: row.node.id })}
            />
          ) : (
            <Text c="gray.7">{appraisalTexts.panelEmpty}</Text>
          )}
        </aside>
      </div>
      {isAccepting && (
        <AcceptDialog
          {...place}
          onAccepted={(accepted) => {
            setMoved(accepted)
            setAccepting(false)
          }}
          onClose={() => setAccepting(false)}
        />
      )}
    </Stack>
  )
}

const noReasons: readonly OfferedReason[] = []

interface Phrases {
  readonly phrases: readonly OfferedReason[]
}
interface Used {
  readonly reasons: readonly { readonly reason: string }[]
}

/** Phrases first, then what was written in this cycle; the same list while the answers are the same, so that rows are not drawn anew. */
const useUsed = (phrases: Phrases | undefined, used: Used | undefined): readonly OfferedReason[] =>
  useMemo(() => {
    if (!phrases && !used) return noReasons
    const kept = phrases?.phrases ?? []
    const words = new Set(kept.map((each) => each.words))
    return [...kept, ...(used?.reasons ?? []).flatMap(({ reason }) => (words.has(reason) ? [] : { words: reason }))]
  }, [phrases, used])

const Keys = () => (
  <ul className={`${classes.keys} no-print`} aria-label={appraisalTexts.keysLabel}>
    {appraisalTexts.keys.map(({ keys, does }) => (
      <li key={keys}>
        <b>{keys}</b> {does}
      </li>
    ))}
  </ul>
)
