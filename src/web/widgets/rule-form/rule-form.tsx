import { Accordion, Alert, Paper, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useMemo, useState } from 'react'
import type { Points } from '../../../core/exact/points.ts'
import type { RuleFile } from '../../../core/framework/draft/edit.ts'
import type { Rule } from '../../../core/rules/registry.ts'
import { isRuleKind } from '../../../core/rules/registry.ts'
import { ruleEditorTexts } from '../../../language/pages/rule-editor.ts'
import { ruleTitle } from '../../../language/rule-words.ts'
import { readRuleForm } from './read-rule-form.ts'
import { RuleFieldView } from './rule-field-view.tsx'
import { furtherFields } from './further-fields.ts'
import { ruleFields } from './rule-fields.ts'
import { RuleFormContext } from './rule-form-context.ts'
import classes from './rule-form.module.css'
import { RuleQuestions } from './rule-questions.tsx'
import { withValue } from './rule-value.ts'
import { TryRule } from './try-rule.tsx'

interface Props {
  readonly rule: RuleFile
  readonly max: Points
  readonly year: number
  readonly isFixed: boolean
  readonly onChange: (rule: RuleFile) => void
  readonly children?: ReactNode
}

const words = ruleEditorTexts.editor

/** The last rule that could be read: questions and trial stay in sight while a figure is half typed. */
const useLastRead = (rule: Rule | undefined): Rule | undefined => {
  const [last, setLast] = useState(rule)
  if (rule && rule !== last) setLast(rule)
  return rule ?? last
}

/** The parameters of a rule on one side; its sentence and a trial of it on the other. */
export const RuleForm = ({ rule: file, max, year, isFixed, onChange, children }: Props) => {
  const read = useMemo(() => readRuleForm(file, max), [file, max])
  const last = useLastRead(read.rule)
  const { kind } = file
  if (!isRuleKind(kind)) return null
  const state = {
    rule: file,
    max,
    year,
    isFixed,
    problems: read.problems,
    set: (place: string, value: unknown) => onChange(withValue(file, place, value)),
    replace: onChange,
    Field: RuleFieldView,
  }
  const usable = read.rule ?? (last?.kind === kind ? last : undefined)
  return (
    <RuleFormContext value={state}>
      <div className={classes.columns}>
        <Paper p="md" component="section" aria-label={ruleTitle(kind)}>
          <Stack gap="md">
            <Title order={2}>{ruleTitle(kind)}</Title>
            {ruleFields[kind].map((field) => (
              <RuleFieldView key={field.at} field={field} kind={kind} base="" list="" />
            ))}
            {usable && <RuleQuestions read={usable} />}
            <Accordion variant="contained" styles={{ label: { paddingBlock: 6 } }}>
              <Accordion.Item value="further">
                <Accordion.Control>{words.further}</Accordion.Control>
                <Accordion.Panel>
                  <Stack gap="sm">
                    {furtherFields.map((field) => (
                      <RuleFieldView key={field.at} field={field} kind={kind} base="" list="" />
                    ))}
                  </Stack>
                </Accordion.Panel>
              </Accordion.Item>
            </Accordion>
            {children}
          </Stack>
        </Paper>
        <Stack gap="md" className={classes.side}>
          <section aria-label={words.sentence}>
            <Title order={3} size="h4" mb={4}>
              {words.sentence}
            </Title>
            <Text className={classes.sentence} aria-live="polite">
              {read.sentence ?? words.noSentence}
            </Text>
          </section>
          {read.problems.size > 0 ? (
            <Alert color="yellow" role="status">
              <Text fw={600}>{words.problems(read.problems.size)}</Text>
              <ul className={classes.trace}>
                {[...read.problems].map(([place, text]) => (
                  <li key={place}>{text}</li>
                ))}
              </ul>
            </Alert>
          ) : null}
          {usable && (
            <Paper p="md">
              {read.rule === undefined && (
                <Text size="sm" c="gray.7" mb="xs">
                  {words.tryLast}
                </Text>
              )}
              <TryRule key={kind} rule={usable} max={max} />
            </Paper>
          )}
        </Stack>
      </div>
    </RuleFormContext>
  )
}
