import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import { ruleEditorTexts } from '../../../language/pages/rule-editor.ts'
import { ruleFieldWords } from '../../../language/pages/rule-field-words.ts'
import type { RuleField } from './rule-field.ts'
import { type FieldProps, useRuleForm } from './rule-form-context.ts'
import classes from './rule-form.module.css'
import { below, freeName, valueAt } from './rule-value.ts'

type ListFieldOf = Extract<RuleField, { type: 'list' }>

const words = ruleEditorTexts.editor
const namesIn = (rule: unknown): readonly string[] => [...JSON.stringify(rule).matchAll(/"(muc_\d+)"/g)].map(([, name = '']) => name)

/** Bands, answers, items: one line each. Enter begins the next line, Alt with an arrow key moves the line. */
export const ListField = ({ field, kind, base, list }: FieldProps<ListFieldOf>) => {
  const { rule, set, problems, isFixed, Field } = useRuleForm()
  const box = useRef<HTMLDivElement>(null)
  const place = below(base, field.at)
  const path = list === '' ? field.at : `${list}.${field.at}`
  const { label } = ruleFieldWords(kind, list, field.at)
  const value = valueAt(rule, place)
  const items: readonly unknown[] = Array.isArray(value) ? value : []
  const focusLine = (index: number): void => {
    requestAnimationFrame(() =>
      box.current?.querySelectorAll<HTMLElement>(':scope > [data-line]')[index]?.querySelector<HTMLElement>('input, select')?.focus(),
    )
  }
  const save = (next: readonly unknown[]): void => set(place, next.length === 0 && field.optional ? undefined : next)
  const add = (index: number): void => {
    save(items.toSpliced(index, 0, field.named ? { name: freeName(namesIn(rule)), ...field.begin } : field.begin))
    focusLine(index)
  }
  const move = (index: number, to: number): void => {
    if (to < 0 || to >= items.length) return
    save(items.toSpliced(index, 1).toSpliced(to, 0, items[index]))
    focusLine(to)
  }
  const onKeyDown = (index: number) => (event: KeyboardEvent<HTMLDivElement>) => {
    if (isFixed || !(event.target instanceof HTMLInputElement)) return
    if (event.key === 'Enter') add(index + 1)
    else if (event.altKey && event.key === 'ArrowUp') move(index, index - 1)
    else if (event.altKey && event.key === 'ArrowDown') move(index, index + 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div role="group" aria-label={label}>
      <Text fw={600} size="sm" mb={4}>
        {label}
      </Text>
      <Stack gap={6} ref={box}>
        {items.map((_, index) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of its fields bubble up to the line
          <div
            // oxlint-disable-next-line react/no-array-index-key -- lines have no name of their own
            key={index}
            data-line
            className={classes.line}
            role="group"
            aria-label={words.item(label, index + 1)}
            onKeyDown={onKeyDown(index)}
          >
            <Group gap="xs" align="flex-start" className={classes.lineFields}>
              {field.of.map((each) => (
                <Field key={each.at} field={each} kind={kind} base={`${place}[${index}]`} list={path} />
              ))}
            </Group>
            {!isFixed && (
              <ActionIcon
                variant="subtle"
                color="gray"
                mt={26}
                aria-label={words.remove(label, index + 1)}
                onClick={() => save(items.toSpliced(index, 1))}
              >
                ✕
              </ActionIcon>
            )}
            <Fault text={problems.get(`${place}[${index}]`)} />
          </div>
        ))}
      </Stack>
      <Fault text={problems.get(place)} />
      {!isFixed && (
        <Button variant="default" size="compact-sm" mt={6} onClick={() => add(items.length)}>
          {words.add(field.at)}
        </Button>
      )}
    </div>
  )
}

const Fault = ({ text }: { readonly text: string | undefined }) =>
  text !== undefined && (
    <Text size="sm" c="red.7" className={classes.fault}>
      {text}
    </Text>
  )
