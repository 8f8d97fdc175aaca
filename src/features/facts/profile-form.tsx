import { Button, CloseButton, Fieldset, Group, NativeSelect, Select, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { factField, factGroupOf, factKeys } from '../../core/facts/fact-catalogue.ts'
import { fold } from '../../core/fold.ts'
import { factLabels } from '../../language/fact-labels.ts'
import { factGroups } from '../../language/fact-words.ts'
import { factImportTexts as texts } from '../../language/pages/facts.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { type FactProfile, factRoutes } from './contract.ts'
import classes from './facts.module.css'

interface Props {
  readonly profile?: FactProfile
  readonly onDone: () => void
}

interface Line {
  readonly heading: string
  readonly fact: string
}

/** Fields that one cell of a table can say, by group, for a select with search. */
const choices = [
  ...Map.groupBy(
    factKeys.filter((key) => factField(key).type !== 'list'),
    factGroupOf,
  ),
].map(([group, keys]) => ({
  group: factGroups[group],
  items: keys.map((key) => ({ value: key, label: `${factLabels[key]} (${factGroups[group]})` })),
}))

/** How the table of one source is read: its column of units, and which column is which fact. */
export const ProfileForm = ({ profile, onDone }: Props) => {
  const [name, setName] = useState(profile?.name ?? '')
  const [unitColumn, setUnitColumn] = useState(profile?.unitColumn ?? '')
  const [decimal, setDecimal] = useState<',' | '.'>(profile?.decimal ?? ',')
  const [lines, setLines] = useState<readonly Line[]>(
    profile ? Object.entries(profile.columns).map(([heading, fact]) => ({ heading, fact })) : [{ heading: '', fact: '' }],
  )
  const add = useChange(factRoutes.addProfile)
  const change = useChange(factRoutes.changeProfile)
  const put = (at: number, part: Partial<Line>): void => setLines(lines.map((line, index) => (index === at ? { ...line, ...part } : line)))
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const columns = Object.fromEntries(
      lines.filter((line) => line.heading.trim() && line.fact).map((line) => [line.heading.trim(), line.fact]),
    )
    const body = { name, unitColumn, decimal, columns }
    const outcome = profile
      ? await change.run({ params: { profileId: profile.id }, body, ifMatch: profile.version })
      : await add.run({ body })
    if (outcome.ok) onDone()
  }
  const refused = add.refused ?? change.refused
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md" maw={820}>
        <TextInput label={texts.name} required value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={200} />
        <Group align="start" grow preventGrowOverflow={false}>
          <TextInput
            label={texts.unitColumn}
            description={texts.unitColumnHint}
            required
            value={unitColumn}
            onChange={(event) => setUnitColumn(event.currentTarget.value)}
            maxLength={200}
          />
          <NativeSelect
            label={texts.decimal}
            description={' '}
            value={decimal}
            onChange={(event) => setDecimal(event.currentTarget.value === '.' ? '.' : ',')}
            data={Object.entries(texts.decimals).map(([value, label]) => ({ value, label }))}
          />
        </Group>
        <Fieldset legend={texts.columns}>
          <Stack gap="sm">
            {lines.map((line, at) => (
              // Lines have no name of their own.
              // oxlint-disable-next-line react/no-array-index-key
              <div key={at} className={classes.map}>
                <TextInput
                  label={texts.columnAt(at + 1)}
                  value={line.heading}
                  maxLength={200}
                  onChange={(event) => put(at, { heading: event.currentTarget.value })}
                />
                <Select
                  label={texts.factAt(at + 1)}
                  placeholder={texts.pickFact}
                  searchable
                  data={choices}
                  value={line.fact || null}
                  onChange={(fact) => put(at, { fact: fact ?? '' })}
                  filter={({ options, search }) => withoutDiacritics(options as readonly ChoiceGroup[], search)}
                />
                <CloseButton
                  size="lg"
                  aria-label={texts.removeColumn(at + 1)}
                  disabled={lines.length === 1}
                  onClick={() => setLines(lines.filter((_, index) => index !== at))}
                />
              </div>
            ))}
            <Group>
              <Button variant="default" onClick={() => setLines([...lines, { heading: '', fact: '' }])}>
                {texts.addColumn}
              </Button>
            </Group>
          </Stack>
        </Fieldset>
        {refused && <ErrorState refused={refused} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {texts.cancel}
          </Button>
          <Button type="submit" loading={add.isRunning || change.isRunning}>
            {texts.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface ChoiceGroup {
  readonly group: string
  readonly items: readonly { readonly value: string; readonly label: string }[]
}

const withoutDiacritics = (groups: readonly ChoiceGroup[], search: string) =>
  groups
    .map(({ group, items }) => ({ group, items: items.filter(({ label }) => fold(label).includes(fold(search))) }))
    .filter(({ items }) => items.length > 0)
