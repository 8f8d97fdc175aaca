import { Anchor, Box, Button, Group, Paper, Text, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { frameworkTexts } from '../../language/pages/framework.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { FileDrop } from '../../web/widgets/file-drop.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { frameworkRoutes, maxDecisionBytes } from './contract.ts'
import sampleAddress from './sample/bo-tieu-chi-mau.csv?url'

const words = frameworkTexts.upload
const kinds = ['.docx', '.xlsx', '.csv', '.pdf', '.txt', '.json']

/** A decision's file becomes a draft: dropped, chosen, or the sample to see how it goes. */
export const UploadDecision = () => {
  const navigate = useNavigate()
  const upload = useChange(frameworkRoutes.upload, { refreshes: [frameworkRoutes.list] })
  const [progress, setProgress] = useState<number>()
  const send = async (file: File): Promise<void> => {
    setProgress(0)
    const outcome = await upload.run({ upload: { file }, onProgress: setProgress })
    setProgress(undefined)
    if (outcome.ok) await navigate({ to: '/bo-tieu-chi/$frameworkId', params: { frameworkId: outcome.value.id } })
  }
  const sendSample = async (): Promise<void> => send(new File([await (await fetch(sampleAddress)).blob()], words.sampleName))
  return (
    <Paper p="md" mb="md" component="section">
      <Title order={2} mb={4}>
        {words.title}
      </Title>
      <Text c="gray.7" mb="sm">
        {words.hint}
      </Text>
      <FileDrop
        label={words.label}
        accept={kinds}
        maxBytes={maxDecisionBytes}
        onFile={(file) => void send(file)}
        {...(progress !== undefined && { progress })}
      />
      <Group gap="sm" mt="sm">
        <Button variant="default" loading={upload.isRunning} onClick={() => void sendSample()}>
          {words.trySample}
        </Button>
        <Anchor href={sampleAddress} download={words.sampleName}>
          {words.getSample}
        </Anchor>
      </Group>
      {upload.refused && (
        <Box mt="sm">
          <ErrorState refused={upload.refused} />
        </Box>
      )}
    </Paper>
  )
}
