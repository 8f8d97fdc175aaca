import { Modal, SimpleGrid, Stack, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { indexTexts as texts } from '../../language/pages/indexes.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { FormActs } from '../../web/widgets/form-acts.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { indexRoutes, type NamedIndex } from './contract.ts'

/** Name, source, scale and years of an index. */
export const IndexForm = ({ index, onClose }: { readonly index?: NamedIndex; readonly onClose: () => void }) => {
  const refreshes = { refreshes: [indexRoutes.list] }
  const add = useChange(indexRoutes.add, refreshes)
  const change = useChange(indexRoutes.change, refreshes)
  const { isRunning, refused } = index ? change : add
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const text = (name: string): string => String(typed.get(name)).trim()
    const [sinceYear, untilYear] = [text('sinceYear'), text('untilYear')]
    const body = {
      code: text('code'),
      name: text('name'),
      source: text('source'),
      scaleFrom: text('scaleFrom'),
      scaleTo: text('scaleTo'),
      ...(sinceYear && { sinceYear: Number(sinceYear) }),
      ...(untilYear && { untilYear: Number(untilYear) }),
    }
    const outcome = index ? await change.run({ params: { indexId: index.id }, ifMatch: index.version, body }) : await add.run({ body })
    if (outcome.ok) onClose()
  }
  const field = (
    name: 'code' | 'name' | 'source' | 'scaleFrom' | 'scaleTo' | 'sinceYear' | 'untilYear',
    value: string,
    isRequired = true,
  ) => <TextInput name={name} label={texts[name]} defaultValue={value} required={isRequired} maxLength={300} />
  return (
    <Modal
      opened
      onClose={onClose}
      title={index ? texts.changeTitle(index.code) : texts.addTitle}
      closeButtonProps={{ 'aria-label': widgetTexts.close }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          {field('code', index?.code ?? '')}
          {field('name', index?.name ?? '')}
          {field('source', index?.source ?? '')}
          <SimpleGrid cols={2} spacing="sm">
            {field('scaleFrom', index?.scaleFrom ?? '0')}
            {field('scaleTo', index?.scaleTo ?? '100')}
            {field('sinceYear', String(index?.sinceYear ?? ''), false)}
            {field('untilYear', String(index?.untilYear ?? ''), false)}
          </SimpleGrid>
          <FormActs act={texts.save} onCancel={onClose} isRunning={isRunning} refused={refused} />
        </Stack>
      </form>
    </Modal>
  )
}
