import { Button, Checkbox, Group, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import type { PublicPart } from '../../core/publication/public-parts.ts'
import { publicationWords as words } from '../../language/pages/publication.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { ProblemList } from '../../web/widgets/problem-list.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { type Publication, publicationRoutes } from './contract.ts'
import { PublicPartsFields } from './public-parts-fields.tsx'

/** Asks what everybody may see of a publication. */
export const PublicityDialog = ({ publication, onClose }: { readonly publication: Publication; readonly onClose: () => void }) => {
  const changing = useChange(publicationRoutes.publicity, { refreshes: [publicationRoutes.publications] })
  const [isPublic, setPublic] = useState(publication.isPublic)
  const [parts, setParts] = useState<PublicPart[]>(publication.parts)
  const save = async (): Promise<void> => {
    const params = { cycleId: publication.cycleId, publicationId: publication.id }
    const outcome = await changing.run({ params, body: { isPublic, parts }, ifMatch: publication.version })
    if (outcome.ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={words.publicity} closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <Stack>
        <Checkbox label={words.makePublic} checked={isPublic} onChange={(event) => setPublic(event.currentTarget.checked)} />
        {isPublic && <PublicPartsFields parts={parts} onChange={setParts} />}
        {changing.refused && <ProblemList problems={changing.refused.problems} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button loading={changing.isRunning} onClick={save}>
            {words.savePublicity}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
