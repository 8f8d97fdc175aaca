import { Checkbox, Fieldset, Group, NumberInput, Select, Stack, Text } from '@mantine/core'
import { checkRounds } from '../../core/cycle/rounds.ts'
import { formatDate, formatFigure } from '../../language/format.ts'
import { cycleTexts } from '../../language/pages/cycle.ts'
import type { FrameworkChoice } from './contract.ts'
import { type CyclePlan, toggleRound } from './cycle-plan.ts'
import { UnitPicker } from './unit-picker.tsx'

const texts = cycleTexts.add

interface Props {
  readonly year: number
  readonly frameworks: readonly FrameworkChoice[]
  readonly plan: CyclePlan
  readonly onChange: (part: Partial<CyclePlan>) => void
}

/** Which framework for which units, and through which rounds. */
export const CyclePlanFields = ({ year, frameworks, plan, onChange }: Props) => (
  <>
    <Fieldset legend={texts.frameworks}>
      <Stack gap="sm">
        {Object.keys(plan.chosen).map((group) => (
          <GroupFields key={group} group={group} year={year} frameworks={frameworks} plan={plan} onChange={onChange} />
        ))}
      </Stack>
    </Fieldset>
    <Fieldset legend={texts.rounds}>
      <Stack gap="xs">
        <Text size="sm" c="gray.7">
          {texts.roundsNote}
        </Text>
        {(['explanation', 'secondAppraisal', 'council'] as const).map((round) => (
          <Checkbox
            key={round}
            label={texts.roundChoices[round]}
            checked={plan.rounds.includes(round)}
            onChange={() => onChange({ rounds: toggleRound(plan.rounds, round) })}
          />
        ))}
        {checkRounds(plan.rounds).length > 0 && <Text c="red.8">{texts.roundsWrong}</Text>}
        {plan.rounds.includes('explanation') && (
          <NumberInput
            label={texts.explanationDays}
            w={260}
            min={1}
            max={90}
            allowDecimal={false}
            value={plan.explanationDays}
            onChange={(value) => onChange({ explanationDays: Number(value) || 1 })}
          />
        )}
      </Stack>
    </Fieldset>
  </>
)

const labelOf = ({ title, year, leaves, decisionNumber, decidedOn }: FrameworkChoice): string =>
  texts.decided(title, year, decisionNumber ? texts.decision(decisionNumber, decidedOn ? formatDate(decidedOn) : '') : '', String(leaves))

const GroupFields = ({ group, year, frameworks, plan, onChange }: Props & { readonly group: string }) => {
  const own = frameworks.filter(({ unitGroup }) => unitGroup === group)
  const all = own[0]?.units ?? 0
  const isChosen = (plan.chosen[group] ?? '') !== ''
  const picked = plan.picked[group]
  const pick = (ids: readonly string[] | undefined): void => {
    const { [group]: _, ...rest } = plan.picked
    onChange({ picked: ids ? { ...rest, [group]: ids } : rest })
  }
  return (
    <Stack gap={6}>
      <Select
        label={texts.frameworkFor(group, formatFigure(String(all)))}
        allowDeselect={false}
        data={[...own.map((choice) => ({ value: choice.id, label: labelOf(choice) })), { value: '', label: texts.none }]}
        value={plan.chosen[group] ?? ''}
        onChange={(value) => onChange({ chosen: { ...plan.chosen, [group]: value ?? '' } })}
      />
      {isChosen && own[0]?.takenYears.includes(year) && (
        <Text size="sm" c="red.8" role="status">
          {texts.taken(group, year)}
        </Text>
      )}
      {isChosen && (
        <Group gap="sm">
          <Checkbox size="sm" label={texts.pick} checked={picked !== undefined} onChange={() => pick(picked ? undefined : [])} />
          {picked && <Text size="sm">{texts.picked(picked.length, all)}</Text>}
        </Group>
      )}
      {isChosen && picked && <UnitPicker group={group} picked={picked} onChange={pick} />}
    </Stack>
  )
}
