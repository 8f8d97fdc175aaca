import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { selfAssessmentTexts } from '../../../language/pages/self-assessment.ts'
import { widgetTexts } from '../../../language/pages/widgets.ts'
import { claimNotApplicable } from './edits.ts'
import { useEntry, useSession } from './use-session.ts'

const texts = selfAssessmentTexts.basisDialog

/** Claims that a criterion does not arise; a claim without its basis is not taken. */
export const BasisDialog = ({ nodeId, onClose }: { readonly nodeId: string; readonly onClose: () => void }) => {
  const session = useSession()
  const [basis, setBasis] = useState(useEntry(nodeId)?.claim.explanation ?? '')
  const [isAsked, setAsked] = useState(false)
  const claim = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (!basis.trim()) return
    claimNotApplicable(session, nodeId, basis)
    onClose()
  }
  const code = session.rows.byId.get(nodeId)?.node.code ?? nodeId
  return (
    <Modal opened onClose={onClose} title={texts.title(code)} closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <form onSubmit={claim}>
        <Stack gap="md">
          <Textarea
            label={texts.label}
            description={texts.hint}
            required
            withAsterisk={false}
            rows={4}
            maxLength={4000}
            value={basis}
            onChange={(event) => setBasis(event.currentTarget.value)}
            error={isAsked && !basis.trim() && texts.missing}
            onFocus={(event) => event.currentTarget.select()}
            data-autofocus
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {widgetTexts.cancel}
            </Button>
            <Button type="submit">{texts.act}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
