import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { jobRoutes, type JobView } from '../../contract/job-routes.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { ErrorState } from './error-state.tsx'
import { Loaded } from './loaded.tsx'
import { ProblemList } from './problem-list.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { useCall, useChange } from './use-call.ts'

const texts = widgetTexts.job

interface Props {
  readonly jobId: string
  /** What is counted: “đơn vị”, “văn bản”. */
  readonly what?: string
  /** Once, when the work is done. */
  readonly onDone?: (job: JobView) => void
}

const isOpen = (job: JobView): boolean => job.state === 'waiting' || job.state === 'running'

/** Work in the background: how far it is, stopping it, and how it ended. The page may be left meanwhile. */
export const JobProgress = ({ jobId, what = texts.part, onDone }: Props) => {
  const [ended, setEnded] = useState(false)
  const watched = useCall(jobRoutes.one, { params: { jobId } }, ended ? {} : { everySeconds: 1 })
  const cancel = useChange(jobRoutes.cancel, { refreshes: [jobRoutes.one, jobRoutes.own] })
  const job = watched.value
  useEffect(() => {
    if (job === undefined || isOpen(job) || ended) return
    setEnded(true)
    if (job.state === 'done') onDone?.(job)
  }, [job, ended, onDone])
  return (
    <Loaded call={watched}>
      {() =>
        job && (
          <Stack gap="xs" role="status">
            <Text fw={600}>{texts[job.state]}</Text>
            {job.whole !== undefined && <ProgressBar done={job.done} of={job.whole} what={what} />}
            <ProblemList problems={job.problems} />
            {cancel.refused && <ErrorState refused={cancel.refused} />}
            {isOpen(job) && (
              <Group gap="md">
                <Button
                  variant="default"
                  size="compact-sm"
                  loading={cancel.isRunning}
                  onClick={() => void cancel.run({ params: { jobId } })}
                >
                  {texts.stop}
                </Button>
                <Text size="sm" c="dimmed">
                  {texts.leave}
                </Text>
              </Group>
            )}
          </Stack>
        )
      }
    </Loaded>
  )
}
