import { Button, Checkbox, Group, ScrollArea, Stack } from '@mantine/core'
import { useState } from 'react'
import { fold } from '../../core/document/clean-text.ts'
import { cycleTexts } from '../../language/pages/cycle.ts'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { SearchBox } from '../../web/widgets/search-box.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import { cycleRoutes } from './contract.ts'

const texts = cycleTexts.add

interface Props {
  readonly group: string
  readonly picked: readonly string[]
  readonly onChange: (picked: readonly string[]) => void
}

/** Units of a group, found by name and ticked one by one or all that are found. */
export const UnitPicker = ({ group, picked, onChange }: Props) => {
  const choices = useCall(cycleRoutes.unitChoices, { query: { group } })
  const [typed, setTyped] = useState('')
  const wanted = fold(typed.trim())
  return (
    <Loaded call={choices}>
      {({ units }) => {
        const found = units.filter(({ code, name }) => fold(`${code} ${name}`).includes(wanted))
        const ids = new Set(found.map(({ id }) => id))
        return (
          <Stack gap="xs">
            <SearchBox label={texts.searchUnits} value={typed} onChange={setTyped} />
            <Group gap="xs">
              <Button size="compact-sm" variant="default" onClick={() => onChange([...new Set([...picked, ...ids])])}>
                {texts.tickFound}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => onChange(picked.filter((id) => !ids.has(id)))}>
                {texts.untickFound}
              </Button>
            </Group>
            <ScrollArea.Autosize mah={260} type="auto">
              <Stack gap={4} p={4}>
                {found.map(({ id, name }) => (
                  <Checkbox
                    key={id}
                    size="sm"
                    label={name}
                    checked={picked.includes(id)}
                    onChange={() => onChange(picked.includes(id) ? picked.filter((each) => each !== id) : [...picked, id])}
                  />
                ))}
              </Stack>
            </ScrollArea.Autosize>
          </Stack>
        )
      }}
    </Loaded>
  )
}
