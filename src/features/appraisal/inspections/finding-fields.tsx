import { Button, Fieldset, Group, Select, Stack, Textarea } from '@mantine/core'
import { findingOutcomes } from '../../../core/appraisal/check-inspection.ts'
import { inspectionTexts as texts } from '../../../language/pages/inspection.ts'
import type { InspectionBody } from './contract.ts'
import classes from './inspections.module.css'

type Finding = InspectionBody['findings'][number]

interface Props {
  readonly findings: readonly Finding[]
  readonly leaves: readonly { readonly nodeId: string; readonly code: string; readonly name: string }[]
  readonly onChange: (findings: Finding[]) => void
}

const outcomes = findingOutcomes.map((value) => ({ value, label: texts.outcomes[value] }))

/** What was found, leaf by leaf. */
export const FindingFields = ({ findings, leaves, onChange }: Props) => {
  const choices = leaves.map(({ nodeId, code, name }) => ({ value: nodeId, label: `${code} ${name}` }))
  const set = (index: number, part: Partial<Finding>): void =>
    onChange(findings.map((each, place) => (place === index ? { ...each, ...part } : each)))
  return (
    <Fieldset legend={texts.findings}>
      <Stack gap="sm">
        {findings.map(({ nodeId, outcome, words }, index) => (
          <div className={classes.finding} key={index}>
            <Select
              label={texts.leafOf(index + 1)}
              searchable
              data={choices}
              value={nodeId || null}
              onChange={(value) => set(index, { nodeId: value ?? '' })}
            />
            <Select
              label={texts.outcomeOf(index + 1)}
              data={outcomes}
              allowDeselect={false}
              value={outcome}
              onChange={(value) => set(index, { outcome: findingOutcomes.find((each) => each === value) ?? outcome })}
            />
            <Textarea
              label={texts.wordsOf(index + 1)}
              autosize
              minRows={1}
              maxLength={4000}
              value={words}
              onChange={(event) => set(index, { words: event.currentTarget.value })}
            />
            <Button
              variant="default"
              aria-label={texts.removeOf(index + 1)}
              onClick={() => onChange(findings.filter((_, place) => place !== index))}
            >
              {texts.remove}
            </Button>
          </div>
        ))}
        <Group>
          <Button variant="default" onClick={() => onChange([...findings, { nodeId: '', outcome: 'confirmed', words: '' }])}>
            {texts.addFinding}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  )
}
