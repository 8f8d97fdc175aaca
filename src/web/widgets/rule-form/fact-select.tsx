import { Select } from '@mantine/core'
import { type FactKey, factField, factGroupOf, factKeys } from '../../../core/facts/fact-catalogue.ts'
import type { FactType } from '../../../core/facts/fact-field.ts'
import { fold } from '../../../core/fold.ts'
import type { QuestionType } from '../../../core/rules/inputs.ts'
import { factLabels } from '../../../language/fact-labels.ts'
import { factGroups } from '../../../language/fact-words.ts'
import { ruleEditorTexts } from '../../../language/pages/rule-editor.ts'

const words = ruleEditorTexts.editor

/** Which facts can answer which question; the length of a list answers how many. */
const answers: Readonly<Record<QuestionType, readonly FactType[]>> = {
  figure: ['figure', 'count', 'list'],
  count: ['count', 'list'],
  date: ['date'],
  flag: ['flag'],
  choice: ['choice'],
  text: ['text'],
  list: ['list'],
  record: ['list'],
}

interface ChoiceGroup {
  readonly group: string
  readonly items: readonly { readonly value: string; readonly label: string }[]
}

const choicesFor = (type: QuestionType): readonly ChoiceGroup[] =>
  [
    ...Map.groupBy(
      factKeys.filter((key) => answers[type].includes(factField(key).type)),
      factGroupOf,
    ),
  ].map(([group, keys]) => ({
    group: factGroups[group],
    items: keys.map((key: FactKey) => ({ value: key, label: `${factLabels[key]} (${factGroups[group]})` })),
  }))

const found = (groups: readonly ChoiceGroup[], search: string): ChoiceGroup[] =>
  groups
    .map(({ group, items }) => ({ group, items: items.filter(({ label }) => fold(label).includes(fold(search))) }))
    .filter(({ items }) => items.length > 0)

interface Props {
  readonly type: QuestionType
  readonly value: string | undefined
  readonly readOnly: boolean
  readonly onChange: (fact: string) => void
}

/** The field of the register of facts out of which a question is answered, found by search. */
export const FactSelect = ({ type, value, readOnly, onChange }: Props) => (
  <Select
    label={words.fact}
    placeholder={words.noFact}
    style={{ flex: '1 1 240px' }}
    searchable
    clearable
    data={choicesFor(type).map(({ group, items }) => ({ group, items: [...items] }))}
    value={value ?? null}
    readOnly={readOnly}
    onChange={(fact) => onChange(fact ?? '')}
    filter={({ options, search }) => found(options as readonly ChoiceGroup[], search) as typeof options}
  />
)
