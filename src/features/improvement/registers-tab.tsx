import { Badge, Stack, Text } from '@mantine/core'
import { activityKinds, activityRhythms } from '../../core/improvement/plan-registers.ts'
import { formatDate, formatFigure } from '../../language/format.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import { useState } from 'react'
import { ChooseOne } from './choose-one.tsx'
import type { PlanView } from './contract.ts'
import { listOf, textOf, valuesOf } from './entry-fields.tsx'
import { EntryList } from './entry-list.tsx'
import { findingLines, findingsOf } from './findings.ts'
import { changesOf, divisionNames, type Entry, freshId } from './plan-context.ts'
import { Sections } from './sections.tsx'

const words = improvementWords.registers
const rhythms = activityRhythms.map((value) => ({ value, label: words.rhythms[value] }))
const kindChoices = activityKinds.map((value) => ({ value, label: words.kinds[value] }))

const Unhandled = ({ findings }: Entry<'activities'>) => {
  const open = findings.filter(({ handling }) => handling === undefined).length
  return (
    <>
      {findingLines(findings).join('; ')} {open > 0 && <Badge color="yellow">{words.unhandled(open)}</Badge>}
    </>
  )
}

const Activities = ({ view }: { readonly view: PlanView }) => {
  const [chosen, choose] = useState('')
  return (
    <Stack gap="sm">
      {view.plan.activities.length > 0 && <ChooseOne label={words.kind} choices={kindChoices} value={chosen} onChoose={choose} />}
      <EntryList
        view={view}
        part="activities"
        title={words.activities}
        add={words.addActivity}
        empty={words.empty}
        next={words.activitiesHint}
        isShown={({ kind }) => chosen === '' || kind === chosen}
        mayChange={changesOf(view).lists}
        nameOf={({ title }) => title}
        fresh={() => ({ id: freshId('h', view.plan.activities) })}
        toValues={({ findings, ...activity }) => ({ ...valuesOf(activity), findings: findingLines(findings) })}
        fromValues={(values) => ({ findings: findingsOf(listOf(values, 'findings')) })}
        fields={[
          { key: 'kind', label: words.kind, kind: 'choice', isRequired: true, choices: kindChoices },
          { key: 'title', label: words.title, kind: 'long', isRequired: true },
          { key: 'division', label: words.division, kind: 'text', suggestions: divisionNames(view) },
          { key: 'until', label: words.until, kind: 'date' },
          { key: 'every', label: words.every, kind: 'choice', choices: rhythms, hint: () => words.everyHint },
          { key: 'doneOn', label: words.doneOn, kind: 'date' },
          { key: 'place', label: words.place, kind: 'text', hint: () => words.placeHint },
          { key: 'result', label: words.result, kind: 'long' },
          { key: 'findings', label: words.findings, kind: 'lines', hint: () => words.findingsHint },
        ]}
        columns={[
          { key: 'kind', title: words.kind, width: 105, cell: ({ kind }) => words.kinds[kind] },
          { key: 'title', title: words.title, isRowHeader: true, cell: ({ title }) => title },
          { key: 'division', title: words.division, width: 115, cell: ({ division }) => division ?? '' },
          { key: 'until', title: words.until, width: 110, cell: ({ until }) => (until ? formatDate(until) : '') },
          { key: 'done', title: words.doneOn, width: 110, cell: ({ doneOn }) => (doneOn ? formatDate(doneOn) : words.open) },
          {
            key: 'result',
            title: words.result,
            width: 190,
            cell: ({ place, result }) => (
              <>
                {result ?? ''}
                {place && <Text size="sm">{words.placeLine(place)}</Text>}
              </>
            ),
          },
          { key: 'findings', title: words.findings, width: 210, cell: (activity) => <Unhandled {...activity} /> },
        ]}
      />
    </Stack>
  )
}

/** How many of a kind a division has done, against what is wanted of it; each lead unit by itself where none is named. */
const quotaLines = ({ plan }: PlanView, { kind, division, wanted }: Entry<'quotas'>): readonly string[] => {
  const everyone = [
    ...new Set([...plan.tasks.flatMap(({ leadUnit }) => leadUnit ?? []), ...plan.activities.flatMap((each) => each.division ?? [])]),
  ]
  return (division === undefined ? everyone : [division]).map((unit) =>
    words.quotaLine(unit, wanted, words.kinds[kind], plan.activities.filter((each) => each.kind === kind && each.division === unit).length),
  )
}

const Quotas = ({ view }: { readonly view: PlanView }) => (
  <EntryList
    view={view}
    part="quotas"
    title={words.quotas}
    add={words.addQuota}
    empty={words.empty}
    mayChange={changesOf(view).plan}
    nameOf={({ kind }) => words.kinds[kind]}
    fresh={() => ({})}
    fromValues={(values) => ({ wanted: Number(textOf(values, 'wanted')) })}
    fields={[
      { key: 'kind', label: words.kind, kind: 'choice', isRequired: true, choices: kindChoices },
      { key: 'division', label: words.division, kind: 'text', hint: () => words.everyDivision, suggestions: divisionNames(view) },
      { key: 'wanted', label: words.wanted, kind: 'text', isRequired: true },
    ]}
    columns={[
      { key: 'kind', title: words.kind, isRowHeader: true, cell: ({ kind }) => words.kinds[kind] },
      { key: 'wanted', title: words.wanted, isFigure: true, width: 120, cell: ({ wanted }) => wanted },
      {
        key: 'lines',
        title: words.division,
        cell: (quota) =>
          quotaLines(view, quota).map((line) => (
            <Text key={line} size="sm">
              {line}
            </Text>
          )),
      },
    ]}
  />
)

const Rewards = ({ view }: { readonly view: PlanView }) => (
  <EntryList
    view={view}
    part="rewards"
    title={words.rewards}
    add={words.addReward}
    empty={words.empty}
    mayChange={changesOf(view).lists}
    nameOf={({ who }) => who}
    fresh={() => ({ id: freshId('d', view.plan.rewards), kind: 'reward' })}
    fields={[
      {
        key: 'kind',
        label: words.kind,
        kind: 'choice',
        isRequired: true,
        choices: [
          { value: 'reward', label: words.reward },
          { value: 'discipline', label: words.discipline },
        ],
      },
      { key: 'who', label: words.who, kind: 'text', isRequired: true },
      { key: 'ground', label: words.ground, kind: 'long', isRequired: true },
      { key: 'form', label: words.form, kind: 'text', isRequired: true },
      { key: 'decidedOn', label: improvementWords.follow.decidedOn, kind: 'date' },
    ]}
    columns={[
      { key: 'kind', title: words.kind, width: 130, cell: ({ kind }) => words[kind] },
      { key: 'who', title: words.who, isRowHeader: true, cell: ({ who }) => who },
      { key: 'ground', title: words.ground, cell: ({ ground }) => ground },
      { key: 'form', title: words.form, cell: ({ form }) => form },
    ]}
  />
)

const sumOf = (amounts: readonly (string | undefined)[]): string =>
  formatFigure(String(amounts.reduce((sum, amount) => sum + BigInt(amount ?? '0'), 0n)))

const Budget = ({ view }: { readonly view: PlanView }) => (
  <Stack gap="xs">
    <EntryList
      view={view}
      part="budget"
      title={words.budget}
      add={words.addLine}
      empty={words.empty}
      mayChange={changesOf(view).lists}
      nameOf={({ item }) => item}
      fresh={() => ({ id: freshId('p', view.plan.budget) })}
      fields={[
        { key: 'item', label: words.item, kind: 'text', isRequired: true },
        { key: 'amount', label: words.amount, kind: 'money', isRequired: true },
        { key: 'allowed', label: words.allowed, kind: 'money' },
        { key: 'opinion', label: words.opinion, kind: 'long' },
      ]}
      columns={[
        { key: 'item', title: words.item, isRowHeader: true, cell: ({ item }) => item },
        { key: 'amount', title: words.amount, isFigure: true, width: 150, cell: ({ amount }) => formatFigure(amount) },
        { key: 'allowed', title: words.allowed, isFigure: true, width: 150, cell: ({ allowed }) => (allowed ? formatFigure(allowed) : '') },
        { key: 'opinion', title: words.opinion, cell: ({ opinion }) => opinion ?? '' },
      ]}
    />
    {view.plan.budget.length > 0 && (
      <Text>{words.sum(sumOf(view.plan.budget.map(({ amount }) => amount)), sumOf(view.plan.budget.map(({ allowed }) => allowed)))}</Text>
    )}
  </Stack>
)

/** Lists kept beside the tasks: inspections, communication, initiatives, rewards, budget. */
export const RegistersTab = ({ view }: { readonly view: PlanView }) => (
  <Sections
    sections={[
      {
        address: 'hoat-dong',
        label: words.activities,
        body: (
          <Stack gap="xl">
            <Activities view={view} />
            <Quotas view={view} />
          </Stack>
        ),
      },
      { address: 'khen-thuong', label: words.rewards, body: <Rewards view={view} /> },
      { address: 'kinh-phi', label: words.budget, body: <Budget view={view} /> },
    ]}
  />
)
