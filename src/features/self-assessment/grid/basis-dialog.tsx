import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { type FormEvent, useCallback, useState } from 'react'
import { applicabilityOf } from '../../../core/self-assessment/applicability.ts'
import { selfAssessmentTexts } from '../../../language/pages/self-assessment.ts'
import { widgetTexts } from '../../../language/pages/widgets.ts'
import { claimNotApplicable } from './edits.ts'
import { useEntry, useSession } from './use-session.ts'

const texts = selfAssessmentTexts.basisDialog

interface Props {
  readonly nodeId: string
  readonly onClose: () => void
  /** What was typed before the dialog stood. */
  readonly typedAhead?: () => string
}

/** Claims that a criterion does not arise; a claim without its basis is not taken. */
export const BasisDialog = ({ nodeId, onClose, typedAhead }: Props) => {
  const session = useSession()
  const [basis, setBasis] = useState(useEntry(nodeId)?.value.explanation ?? '')
  const [isAsked, setAsked] = useState(false)
  const claim = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (!basis.trim()) return
    claimNotApplicable(session, nodeId, basis)
    onClose()
  }
  // At once, not when the dialog has come in: whoever types on right after the key loses no letter.
  const takeFocus = useCallback(
    (field: HTMLTextAreaElement | null) => {
      if (!field) return
      field.focus()
      field.select()
      const ahead = typedAhead?.() ?? ''
      if (ahead !== '') setBasis(ahead)
    },
    [typedAhead],
  )
  const node = session.rows.byId.get(nodeId)?.node
  const isForeseen = node !== undefined && applicabilityOf(node) === 'foreseen'
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.title(node?.code ?? nodeId)}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': widgetTexts.close }}
    >
      <form onSubmit={claim}>
        <Stack gap="md">
          <Textarea
            label={texts.label}
            ref={takeFocus}
            description={isForeseen ? texts.hint : texts.specificHint}
            required
            withAsterisk={false}
            rows={4}
            maxLength={4000}
            value={basis}
            onChange={(event) => setBasis(event.currentTarget.value)}
            error={isAsked && !basis.trim() && texts.missing}
            data-autofocus
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {widgetTexts.cancel}
            </Button>
            <Button type="submit">{isForeseen ? texts.act : texts.actSpecific}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
