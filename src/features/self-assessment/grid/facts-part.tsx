import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useLayoutEffect, useRef } from 'react'
import type { Inputs } from '../../../core/rules/inputs.ts'
import type { Rule } from '../../../core/rules/registry.ts'
import { ruleInputsTexts } from '../../../language/pages/rule-inputs.ts'
import { selfAssessmentTexts } from '../../../language/pages/self-assessment.ts'
import { enterFirstField } from '../../../web/widgets/rule-inputs/field-focus.ts'
import { RuleInputs } from '../../../web/widgets/rule-inputs/rule-inputs.tsx'
import { enterFacts, factsOf } from './edits.ts'
import type { Entry } from './entry.ts'
import { move, select } from './move.ts'
import { type FromRegister, fromRegister, takeFromRegister } from './register-facts.ts'
import type { SheetRow } from './sheet-rows.ts'
import { useSession } from './use-session.ts'

const texts = selfAssessmentTexts.panel

interface Props {
  readonly row: SheetRow
  readonly entry: Entry
  readonly rule: Rule
  readonly year: number | undefined
}

/** The facts of one criterion: the fields of its rule, what they give, last year's beside them. */
export const FactsPart = ({ row, entry, rule, year }: Props) => {
  const session = useSession()
  const form = useRef<HTMLFieldSetElement>(null)
  useLayoutEffect(() => {
    const enter = (key?: string): boolean => enterFirstField(form.current, key)
    session.facts.enter = enter
    return () => {
      if (session.facts.enter === enter) session.facts.enter = undefined
    }
  }, [session])
  const before = row.previous?.inputs as Inputs | undefined
  const state = fromRegister(row, entry, session.register)
  const done = (): void => {
    if (!move(session, { nodeId: row.id, column: 'points', takesFocus: true }, 1, 0)) select(session, row.id)
  }
  return (
    <Stack gap={6}>
      <Title order={3}>{ruleInputsTexts.rule}</Title>
      <Text size="sm" c="gray.7">
        {texts.byFacts}
      </Text>
      {state && <RegisterLine state={state} canChange={session.canChange} onTake={() => takeFromRegister(session, row, entry)} />}
      <RuleInputs
        ref={form}
        leaf={row.node}
        rule={rule}
        inputs={state?.filled ?? factsOf(entry)}
        readOnly={!session.canChange}
        beside={[
          ...(state && (state.isFilled || state.unlike.length > 0) ? [{ title: texts.register, inputs: state.known }] : []),
          ...(before && year !== undefined ? [{ title: texts.year(year), inputs: before }] : []),
        ]}
        onChange={(inputs, field) => enterFacts(session, row, inputs, field)}
        onDone={done}
        onLeave={() => select(session, row.id)}
      />
    </Stack>
  )
}

interface LineProps {
  readonly state: FromRegister
  readonly canChange: boolean
  readonly onTake: () => void
}

/** Where the facts come from: out of the register, corrected since, or changed there since; taking them is always a person's act. */
const RegisterLine = ({ state: { isFilled, unlike, isChangedSince, owners }, canChange, onTake }: LineProps) => {
  const whose = owners.length > 0 && ` ${texts.factsOf(owners.join(', '))}`
  if (!isFilled && unlike.length === 0)
    return (
      <Text size="sm" fw={600}>
        {texts.fromRegister}
        {whose}
      </Text>
    )
  const words = isFilled ? texts.filledFromRegister : isChangedSince ? texts.registerChanged : texts.unlikeRegister
  return (
    <Group gap="sm" role="status">
      <Text size="sm" fw={600}>
        {words}
        {whose}
      </Text>
      {canChange && (
        <Button size="compact-sm" variant="default" onClick={onTake}>
          {isFilled ? texts.takeFilled : texts.takeAgain}
        </Button>
      )}
    </Group>
  )
}
