import { Button, Group, List, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { checkStrengths } from '../../core/improvement/check-strengths.ts'
import { formatDate } from '../../language/format.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import type { PlanView } from './contract.ts'
import { EntryFields, type EntryField, filledIn, valuesOf } from './entry-fields.tsx'
import { EntryList } from './entry-list.tsx'
import { changesOf, usePlanParts } from './plan-context.ts'

const words = improvementWords.review

const narrative: readonly EntryField[] = [
  { key: 'strengths', label: words.strengths, kind: 'lines' },
  { key: 'purposes', label: words.purposes, kind: 'lines' },
  { key: 'requirements', label: words.requirements, kind: 'lines' },
  { key: 'study', label: words.study, kind: 'lines' },
]

/** Strengths held against the scores. */
const StrengthChecks = ({ view }: { readonly view: PlanView }) => {
  const { atMaximum, praisedButLost } = checkStrengths(view.plan)
  return (
    <>
      {atMaximum.length > 0 && <Text c="gray.7">{words.strengthDoubt(atMaximum.join('; '))}</Text>}
      {praisedButLost.length > 0 && <Text c="gray.7">{words.weakDoubt(praisedButLost.join('; '))}</Text>}
    </>
  )
}

const Lines = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) => (
  <div>
    <Text fw={600}>{title}</Text>
    {lines.length === 0 ? (
      <Text c="gray.7">{improvementWords.none}</Text>
    ) : (
      <List>
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    )}
  </div>
)

const Narrative = ({ view }: { readonly view: PlanView }) => {
  const { strengths, purposes, requirements, study } = view.plan
  const [values, setValues] = useState(valuesOf({ strengths, purposes, requirements, study }))
  const { save, isRunning, refused } = usePlanParts(view)
  const mayChange = changesOf(view).plan
  return (
    <Stack gap="md" component="section">
      <Title order={2} size="h3">
        {words.narrative}
      </Title>
      <StrengthChecks view={view} />
      {mayChange ? (
        <>
          <EntryFields fields={narrative} values={values} onChange={setValues} />
          {refused && <ErrorState refused={refused} />}
          <Group>
            <Button onClick={() => void save(filledIn(narrative, values))} loading={isRunning}>
              {words.saveNarrative}
            </Button>
          </Group>
        </>
      ) : (
        narrative.map(({ key, label }) => <Lines key={key} title={label} lines={view.plan[key as 'strengths']} />)
      )}
    </Stack>
  )
}

/** The meetings at which the result was gone through, and what the plan says in sentences. */
export const ReviewTab = ({ view }: { readonly view: PlanView }) => (
  <Stack gap="xl">
    <EntryList
      view={view}
      part="reviews"
      title={words.caption}
      add={words.add}
      empty={words.empty}
      mayChange={changesOf(view).lists}
      nameOf={({ on }) => formatDate(on)}
      fresh={() => ({ on: view.today })}
      fields={[
        { key: 'on', label: words.on, kind: 'date', isRequired: true },
        { key: 'opinions', label: words.opinions, kind: 'lines' },
        { key: 'conclusion', label: words.conclusion, kind: 'long', isRequired: true },
      ]}
      columns={[
        { key: 'on', title: words.on, isRowHeader: true, width: 120, cell: ({ on }) => formatDate(on) },
        { key: 'opinions', title: words.opinions, cell: ({ opinions }) => opinions.join('; ') },
        { key: 'conclusion', title: words.conclusion, cell: ({ conclusion }) => conclusion },
      ]}
    />
    <Narrative view={view} />
  </Stack>
)
