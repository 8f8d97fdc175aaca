import { Group, Stack, Text, TextInput } from '@mantine/core'
import { questionsOfRule } from '../../../core/rules/questions-of-rule.ts'
import type { Rule } from '../../../core/rules/registry.ts'
import { questionLabel } from '../../../language/rule-words.ts'
import { ruleEditorTexts } from '../../../language/pages/rule-editor.ts'
import { FactSelect } from './fact-select.tsx'
import { useRuleForm } from './rule-form-context.ts'

const words = ruleEditorTexts.editor

interface Declared {
  readonly name: string
  readonly label?: string
  readonly unit?: string
  readonly fact?: string
}

/** An input that stands in a formula by its short name, or one that the kind asks for by itself. */
const titleOf = (name: string): string => {
  const own = name.replace(/_\d+$/, '')
  const word = questionLabel({ name: own, label: own })
  return word === own ? words.figure(name) : words.question(word)
}

/** What units will be asked, in words: the inputs of formulas and of kinds; those of a list are named in the list. */
export const RuleQuestions = ({ read }: { readonly read: Rule }) => {
  const { rule, set, isFixed } = useRuleForm()
  const declared = (rule['inputs'] as readonly Declared[] | undefined) ?? []
  const stated = (name: string): Declared | undefined => declared.find((each) => each.name === name)
  const asked = questionsOfRule(read).filter(({ name, label }) => !name.includes('.') && (stated(name) !== undefined || label === name))
  if (asked.length === 0) return null
  const change = (name: string, part: Partial<Declared>): void => {
    const { label, unit, fact, ...before } = { ...stated(name), name, ...part }
    const next = { ...before, ...(label && { label }), ...(unit && { unit }), ...(fact && { fact }) }
    set('inputs', stated(name) ? declared.map((each) => (each.name === name ? next : each)) : [...declared, next])
  }
  return (
    <Stack gap="xs" component="fieldset" style={{ border: 0, padding: 0, margin: 0 }}>
      <Text component="legend" fw={600} size="sm">
        {words.questions}
      </Text>
      <Text size="sm" c="gray.7">
        {words.questionsHint}
      </Text>
      {asked.map((question) => (
        <Group key={question.name} gap="xs" align="flex-end">
          <TextInput
            label={titleOf(question.name)}
            style={{ flex: '1 1 280px' }}
            value={stated(question.name)?.label ?? (stated(question.name) ? '' : questionLabel(question))}
            readOnly={isFixed}
            onChange={(event) => change(question.name, { label: event.currentTarget.value })}
          />
          {(question.type === 'figure' || question.type === 'count') && (
            <TextInput
              label={words.questionUnit}
              w={120}
              value={stated(question.name)?.unit ?? ''}
              readOnly={isFixed}
              onChange={(event) => change(question.name, { unit: event.currentTarget.value })}
            />
          )}
          <FactSelect
            type={question.type}
            value={stated(question.name)?.fact}
            readOnly={isFixed}
            onChange={(fact) => change(question.name, { label: stated(question.name)?.label ?? questionLabel(question), fact })}
          />
        </Group>
      ))}
    </Stack>
  )
}
