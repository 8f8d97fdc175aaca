import { Modal, SimpleGrid, Stack, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { indexTexts as texts } from '../../language/pages/indexes.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { FormActs } from '../../web/widgets/form-acts.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { indexRoutes, type NamedIndex } from './contract.ts'

/** What an index says of the authority in a year; a year that stands already is overwritten, knowing what stood. */
export const ValueForm = ({ index, onClose }: { readonly index: NamedIndex; readonly onClose: () => void }) => {
  const set = useChange(indexRoutes.setValue, { refreshes: [indexRoutes.list] })
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const text = (name: string): string => String(typed.get(name)).trim()
    const year = Number(text('year'))
    const stands = index.values.find((value) => value.year === year && !value.unit)
    const [value, rank, rankedOf] = [text('value'), text('rank'), text('rankedOf')]
    const body = {
      year,
      source: text('source'),
      seen: stands?.version ?? 0,
      ...(value && { value }),
      ...(rank && { rank: Number(rank) }),
      ...(rankedOf && { rankedOf: Number(rankedOf) }),
    }
    if ((await set.run({ params: { indexId: index.id }, body })).ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={texts.addValueOf(index.code)} closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <SimpleGrid cols={2} spacing="sm">
            <TextInput name="year" label={texts.year} required inputMode="numeric" pattern="[0-9]{4}" data-autofocus />
            <TextInput name="value" label={texts.value} inputMode="decimal" />
            <TextInput name="rank" label={texts.rankField} inputMode="numeric" pattern="[0-9]+" />
            <TextInput name="rankedOf" label={texts.rankedOf} inputMode="numeric" pattern="[0-9]+" />
          </SimpleGrid>
          <TextInput name="source" label={texts.valueSource} required maxLength={500} />
          <FormActs act={texts.save} onCancel={onClose} isRunning={set.isRunning} refused={set.refused} />
        </Stack>
      </form>
    </Modal>
  )
}
