import { Stack, Text, Title } from '@mantine/core'
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
  const done = (): void => {
    if (!move(session, { nodeId: row.id, column: 'points', takesFocus: true }, 1, 0)) select(session, row.id)
  }
  return (
    <Stack gap={6}>
      <Title order={3}>{ruleInputsTexts.rule}</Title>
      <Text size="sm" c="gray.7">
        {texts.byFacts}
      </Text>
      <RuleInputs
        ref={form}
        leaf={row.node}
        rule={rule}
        inputs={factsOf(entry)}
        readOnly={!session.canChange}
        beside={before && year !== undefined ? [{ title: texts.year(year), inputs: before }] : []}
        onChange={(inputs, field) => enterFacts(session, row, inputs, field)}
        onDone={done}
        onLeave={() => select(session, row.id)}
      />
    </Stack>
  )
}
