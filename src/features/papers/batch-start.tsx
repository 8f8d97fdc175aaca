import { Button, Fieldset, Group, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { paperTexts } from '../../language/pages/papers.ts'
import { addressOf } from '../../web/widgets/client.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { JobProgress } from '../../web/widgets/job-progress.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { type Batch, batchRoutes } from './batch-contract.ts'

const texts = paperTexts.batch
const formats = Object.entries(texts.formats).map(([value, label]) => ({ value, label }))

/** Makes of the draft that is seen the same paper for every unit of the cycle. */
export const BatchStart = ({ paperId, groups }: { readonly paperId: string; readonly groups: readonly string[] }) => {
  const start = useChange(batchRoutes.start, { refreshes: [batchRoutes.list] })
  const [format, setFormat] = useState<Batch['format']>('docx')
  const [group, setGroup] = useState<string>()
  const [started, setStarted] = useState<{ readonly batchId: string; readonly jobId: string }>()
  const [isDone, setDone] = useState(false)
  const run = async (): Promise<void> => {
    setDone(false)
    const outcome = await start.run({ body: { paperId, format, ...(group !== undefined && { group }) } })
    if (outcome.ok) setStarted(outcome.value)
  }
  return (
    <Fieldset legend={texts.title}>
      <Stack gap="sm">
        <Text size="sm">{texts.hint}</Text>
        <Group align="flex-end">
          <Select
            label={texts.format}
            data={formats}
            value={format}
            onChange={(value) => setFormat(value === 'pdf' ? 'pdf' : 'docx')}
            allowDeselect={false}
            w={120}
          />
          {groups.length > 1 && (
            <Select
              label={texts.group}
              placeholder={paperTexts.add.allGroups}
              data={[...groups]}
              value={group ?? null}
              onChange={(value) => setGroup(value ?? undefined)}
              clearable
            />
          )}
          <Button variant="default" onClick={() => void run()} loading={start.isRunning}>
            {texts.act}
          </Button>
        </Group>
        {start.refused && <ErrorState refused={start.refused} />}
        {started && <JobProgress key={started.jobId} jobId={started.jobId} what={texts.what} onDone={() => setDone(true)} />}
        {started && isDone && (
          <Button
            component="a"
            style={{ alignSelf: 'flex-start' }}
            href={addressOf(batchRoutes.archive, { params: { batchId: started.batchId } })}
          >
            {texts.download}
          </Button>
        )}
      </Stack>
    </Fieldset>
  )
}
