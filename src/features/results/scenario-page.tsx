import { SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Edit } from '../../core/results/edits.ts'
import type { UnitResult } from '../../core/results/results.ts'
import { scenarioWords as words } from '../../language/pages/scenario.ts'
import { speakProblem } from '../../language/problem-sentence.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { Percent } from '../../web/widgets/figures.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { ProblemList } from '../../web/widgets/problem-list.tsx'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { addEdit } from './add-edit.ts'
import { EditForm } from './edit-form.tsx'
import { EditList } from './edit-list.tsx'
import { ExcelButton } from './excel-button.tsx'
import { SavedScenarios } from './saved-scenarios.tsx'
import { scenarioRoutes, type TrialReply } from './scenario-contract.ts'
import { RescoredNote } from './rescored-note.tsx'
import { useFactsTried, withoutRules } from './use-facts-tried.ts'
import { useTrial } from './use-trial.ts'
import { ViewButtons } from './view-buttons.tsx'

interface Line {
  readonly unit: TrialReply['units'][number]['unit']
  readonly before: UnitResult
  readonly after: UnitResult
  /** Places gained. */
  readonly shift: number
}

const linesOf = (units: TrialReply['units'], before: readonly UnitResult[], after: readonly UnitResult[]): readonly Line[] => {
  const then = new Map(after.map((unit) => [unit.unit as string, unit]))
  const now = new Map(before.map((unit) => [unit.unit as string, unit]))
  const lines = units.flatMap(({ unit }): readonly Line[] => {
    const [was, is] = [now.get(unit.id), then.get(unit.id)]
    return was && is ? [{ unit, before: was, after: is, shift: (was.rank ?? 0) - (is.rank ?? 0) }] : []
  })
  return lines.toSorted((a, b) => (a.after.rank ?? Number.POSITIVE_INFINITY) - (b.after.rank ?? Number.POSITIVE_INFINITY))
}

const shiftText = (shift: number): string => (shift === 0 ? '' : shift > 0 ? `+${shift}` : `−${-shift}`)

const columns: readonly Column<Line>[] = [
  { key: 'after', title: words.rankAfter, isFigure: true, width: 90, cell: ({ after }) => after.rank ?? '–' },
  { key: 'unit', title: words.unit, isRowHeader: true, cell: ({ unit }) => unit.name },
  { key: 'before', title: words.rankBefore, isFigure: true, width: 90, cell: ({ before }) => before.rank ?? '–' },
  { key: 'shift', title: words.shift, isFigure: true, width: 90, cell: ({ shift }) => <strong>{shiftText(shift)}</strong> },
  {
    key: 'percentBefore',
    title: words.percentBefore,
    isFigure: true,
    width: 110,
    cell: ({ before }) => <Percent value={before.percent} />,
  },
  { key: 'percentAfter', title: words.percentAfter, isFigure: true, width: 110, cell: ({ after }) => <Percent value={after.percent} /> },
]

const Workbench = ({ reply }: { readonly reply: TrialReply }) => {
  const [edits, setEdits] = useState<readonly Edit[]>([])
  const [show, setShow] = useAddress('xem')
  const facts = useFactsTried(reply, edits)
  const { framework, before, after, edited, problems } = useTrial(reply, facts.isReady ? edits : withoutRules(edits), facts.value)
  const lines = linesOf(reply.units, before, after)
  const moved = lines.filter(({ shift }) => shift !== 0)
  if (!framework) return <ProblemList problems={problems.map((problem) => speakProblem(problem))} />
  return (
    <Stack gap="lg">
      <EditForm framework={framework} units={reply.units} onAdd={(edit) => setEdits(addEdit(edits, edit))} />
      <EditList framework={framework} units={reply.units} edits={edits} onChange={setEdits} />
      {problems.length > 0 && <ProblemList problems={problems.map((problem) => speakProblem(problem))} />}
      {facts.refused && <ProblemList problems={facts.refused.problems} />}
      {facts.isReady ? <RescoredNote trial={edited} edits={edits} /> : <Text role="status">{words.rescoring}</Text>}
      <section>
        <Title order={2} size="h4">
          {words.result}
        </Title>
        <Text role="status" mb="xs">
          {words.moved(moved.length)}
        </Text>
        <Stack gap="xs">
          <ViewButtons
            views={[
              { value: '', label: words.all },
              { value: 'doi-hang', label: words.onlyMoved },
            ]}
            value={show}
            onChange={setShow}
          />
          <DataTable
            caption={`${words.result}: ${reply.group}`}
            columns={columns}
            rows={show === 'doi-hang' ? moved : lines}
            keyOf={({ unit }) => unit.id}
            isLong={lines.length > 200}
          />
          <ExcelButton
            cycleTitle={reply.cycle.title}
            fileName={words.title(String(reply.cycle.year))}
            rows={() => [
              [words.rankAfter, words.unit, words.rankBefore, words.shift, words.percentBefore, words.percentAfter],
              ...lines.map((line) => [
                line.after.rank,
                line.unit.name,
                line.before.rank,
                line.shift,
                line.before.percent,
                line.after.percent,
              ]),
            ]}
          />
        </Stack>
      </section>
      <SavedScenarios cycleId={reply.cycle.id} group={reply.group} edits={edits} onOpen={setEdits} />
    </Stack>
  )
}

/** `/ket-qua/thu/$cycleId`: changes tried on a copy of a whole group, computed in this browser. */
export const ScenarioPage = () => {
  const { cycleId = '' } = useParams({ strict: false })
  const [group, setGroup] = useAddress('nhom')
  const call = useCall(scenarioRoutes.trial, { params: { cycleId }, query: { ...(group && { group }) } })
  return (
    <Loaded call={call}>
      {(reply) => (
        <>
          <PageTitle under={words.lead}>{words.title(reply.cycle.title)}</PageTitle>
          <Stack gap="md">
            {reply.groups.length > 1 && (
              <SegmentedControl
                className="no-print"
                aria-label={words.unit}
                data={reply.groups}
                value={reply.group}
                onChange={setGroup}
                style={{ alignSelf: 'flex-start' }}
              />
            )}
            <Workbench key={reply.group} reply={reply} />
          </Stack>
        </>
      )}
    </Loaded>
  )
}
