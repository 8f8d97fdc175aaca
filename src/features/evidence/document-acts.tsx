import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { evidenceTexts } from '../../language/pages/evidence.ts'
import { documentTexts } from '../../language/pages/evidence-files.ts'
import { Confirm } from '../../web/widgets/confirm.tsx'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { evidenceRoutes } from './contract.ts'
import type { Evidence } from './shapes.ts'
import { evidenceTitle } from './describe.ts'

/** Making the redacted copy public or not, and deleting a document whose time has come. */
export const DocumentActs = ({
  unitId,
  evidence,
  onRemoved,
}: {
  readonly unitId: string
  readonly evidence: Evidence
  readonly onRemoved: () => void
}) => {
  const publicity = useChange(evidenceRoutes.publicity, { refreshes: [evidenceRoutes.register] })
  const params = { unitId, evidenceId: evidence.id }
  const share = useChange(evidenceRoutes.share, { refreshes: [evidenceRoutes.register] })
  const lend = () => void share.run({ params, ifMatch: evidence.version, body: { isShared: !evidence.isShared } })
  const turn = () => void publicity.run({ params, ifMatch: evidence.version, body: { isPublic: !evidence.isPublic } })
  return (
    <Stack gap="xs">
      {evidence.secrecy === 'open' && (
        <section aria-label={documentTexts.publicTitle}>
          <Title order={3}>{documentTexts.publicTitle}</Title>
          <Text size="sm">{evidence.isPublic ? documentTexts.isPublic : documentTexts.notPublic}</Text>
          {evidence.isPublic && (
            <Anchor size="sm" href={`/cong-khai/tai-lieu/${evidence.id}`} target="_blank" rel="noreferrer">
              {documentTexts.publicLink}
            </Anchor>
          )}
          {publicity.refused && <ErrorState refused={publicity.refused} />}
          <Button variant="default" size="xs" mt="xs" display="block" onClick={turn} loading={publicity.isRunning}>
            {evidence.isPublic ? documentTexts.unpublish : documentTexts.publish}
          </Button>
        </section>
      )}
      <section aria-label={evidenceTexts.shareTitle}>
        <Title order={3}>{evidenceTexts.shareTitle}</Title>
        <Text size="sm">{evidence.isShared ? evidenceTexts.isShared : evidenceTexts.notShared}</Text>
        {share.refused && <ErrorState refused={share.refused} />}
        <Button variant="default" size="xs" mt="xs" display="block" onClick={lend} loading={share.isRunning}>
          {evidence.isShared ? evidenceTexts.unshare : evidenceTexts.share}
        </Button>
      </section>
      <Removal unitId={unitId} evidence={evidence} onRemoved={onRemoved} />
    </Stack>
  )
}

const Removal = ({ unitId, evidence, onRemoved }: Parameters<typeof DocumentActs>[0]) => {
  const [isAsked, setAsked] = useState(false)
  const remove = useChange(evidenceRoutes.remove, { refreshes: [evidenceRoutes.register] })
  const act = async (): Promise<void> => {
    const outcome = await remove.run({ params: { unitId, evidenceId: evidence.id }, ifMatch: evidence.version })
    if (outcome.ok) onRemoved()
  }
  return (
    <Group justify="flex-end">
      <Button variant="subtle" color="red" size="xs" onClick={() => setAsked(true)}>
        {documentTexts.remove}
      </Button>
      <Confirm
        isOpen={isAsked}
        title={documentTexts.removeTitle}
        act={documentTexts.remove}
        onAct={() => void act()}
        onClose={() => setAsked(false)}
        isRunning={remove.isRunning}
        refused={remove.refused}
        isFinal
      >
        {documentTexts.removeNote(evidenceTitle(evidence))}
      </Confirm>
    </Group>
  )
}
