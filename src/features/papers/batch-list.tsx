import { Button, Stack, Title } from '@mantine/core'
import { formatFigure } from '../../language/format.ts'
import { paperTexts } from '../../language/pages/papers.ts'
import { addressOf } from '../../web/widgets/client.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { JobProgress } from '../../web/widgets/job-progress.tsx'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { type Batch, batchRoutes } from './batch-contract.ts'

const texts = paperTexts.batch

/** What was made for every unit: how far, to go on with, to fetch. */
export const BatchList = ({ mayWrite }: { readonly mayWrite: boolean }) => {
  const list = useCall(batchRoutes.list)
  const resume = useChange(batchRoutes.resume)
  const batches = list.value?.batches ?? []
  if (batches.length === 0) return null
  return (
    <Stack component="section" gap="sm" mt="xl" aria-labelledby="batches">
      <Title order={2} id="batches">
        {texts.list}
      </Title>
      {resume.refused && <ErrorState refused={resume.refused} />}
      <DataTable
        caption={texts.list}
        isCaptionHidden
        rows={batches}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'what',
            title: texts.columns.what,
            isRowHeader: true,
            cell: ({ kind, format }) => `${texts.kinds[kind]} (${texts.formats[format]})`,
          },
          { key: 'cycle', title: texts.columns.cycle, cell: ({ cycle, group }) => [cycle.title, group].filter(Boolean).join(' · ') },
          { key: 'made', title: texts.columns.made, cell: ({ made }) => texts.made(formatFigure(String(made))) },
          {
            key: 'state',
            title: texts.columns.state,
            cell: (batch) => (
              <BatchState
                batch={batch}
                onDone={list.again}
                onResume={mayWrite ? () => void resume.run({ params: { batchId: batch.id } }) : undefined}
              />
            ),
          },
        ]}
      />
    </Stack>
  )
}

const BatchState = ({
  batch,
  onDone,
  onResume,
}: {
  readonly batch: Batch
  readonly onDone: () => void
  readonly onResume: (() => void) | undefined
}) => {
  if (batch.state === 'done')
    return (
      <Button component="a" size="compact-sm" href={addressOf(batchRoutes.archive, { params: { batchId: batch.id } })}>
        {texts.download}
      </Button>
    )
  if (batch.state === 'running' && batch.jobId !== undefined) return <JobProgress jobId={batch.jobId} what={texts.what} onDone={onDone} />
  return (
    <>
      {texts.states[batch.state]}{' '}
      {batch.state === 'stopped' && onResume && (
        <Button size="compact-sm" variant="default" onClick={onResume}>
          {texts.resume}
        </Button>
      )}
    </>
  )
}
