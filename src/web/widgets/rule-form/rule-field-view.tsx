import { Group, NativeSelect, Stack } from '@mantine/core'
import { ruleAnswerWord, ruleFieldWords } from '../../../language/pages/rule-field-words.ts'
import { ListField } from './list-field.tsx'
import { NestedRule } from './nested-rule.tsx'
import { PlainField } from './plain-field.tsx'
import type { RuleField } from './rule-field.ts'
import { type FieldProps, useRuleForm } from './rule-form-context.ts'
import { below, byWay, valueAt, wayOf } from './rule-value.ts'

type WaysField = Extract<RuleField, { type: 'ways' }>

/** One of several ways to say something: which one, and what it needs. */
const WaysView = ({ field, kind, base, list }: FieldProps<WaysField>) => {
  const { rule, set, replace, isFixed } = useRuleForm()
  const holder = (valueAt(rule, base) ?? {}) as Readonly<Record<string, unknown>>
  const chosen = wayOf(holder, field.ways) ?? field.ways[0]
  const choose = (key: string): void => {
    const way = field.ways.find((each) => each.key === key)
    if (!way) return
    const changed = byWay(holder, way, field.ways)
    if (base === '') replace({ ...changed, kind: rule.kind })
    else set(base, changed)
  }
  const select = (
    <NativeSelect
      label={ruleFieldWords(kind, list, field.at).label}
      {...(list === '' ? {} : { w: 116 })}
      value={chosen?.key ?? ''}
      disabled={isFixed}
      data={field.ways.map(({ key }) => ({ value: key, label: ruleAnswerWord(kind, field.at, key) }))}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  )
  const fields = chosen?.fields.map((each) => <RuleFieldView key={each.at} field={each} kind={kind} base={base} list={list} />)
  const isPlain = chosen?.fields.every(({ type }) => type !== 'list' && type !== 'rule')
  return isPlain ? (
    <Group gap="xs" align="flex-start">
      {select}
      {fields}
    </Group>
  ) : (
    <Stack gap="sm">
      {select}
      {fields}
    </Stack>
  )
}

/** A parameter as its type asks for it. */
export const RuleFieldView = ({ field, kind, base, list }: FieldProps<RuleField>) => {
  if (field.type === 'list') return <ListField field={field} kind={kind} base={base} list={list} />
  if (field.type === 'ways') return <WaysView field={field} kind={kind} base={base} list={list} />
  if (field.type === 'rule') return <NestedRule place={below(base, field.at)} label={ruleFieldWords(kind, list, field.at).label} />
  return <PlainField field={field} kind={kind} base={base} list={list} />
}
