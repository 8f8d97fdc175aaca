import { Alert, NumberInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatDate } from '../../language/format.ts'
import { paperTexts } from '../../language/pages/papers.ts'
import { Confirm } from '../../web/widgets/confirm.tsx'
import { DateField } from '../../web/widgets/date-field.tsx'
import { intentionKey } from '../../web/widgets/intention-key.ts'
import { useChange } from '../../web/widgets/use-call.ts'
import type { Paper } from './contract.ts'
import type { SeenPlace } from './use-place.ts'

const texts = paperTexts.page

/** What the register says of an issued paper. */
export const IssuedNote = ({ issued }: { readonly issued: NonNullable<Paper['issued']> }) => {
  const number = issued.number === undefined ? '' : `${String(issued.number).padStart(2, '0')}/${issued.symbol ?? ''}`
  return (
    <Alert color="green" variant="light" mb="md">
      {texts.isIssued(number, formatDate(issued.on), issued.signer ?? '')}
    </Alert>
  )
}

/** Asks for number and day, and freezes the paper. A score sheet has no number. */
export const IssuePaper = ({
  place,
  paper,
  onClose,
}: {
  readonly place: SeenPlace
  readonly paper: Paper
  readonly onClose: () => void
}) => {
  const issue = useChange(place.routes.issue)
  const [number, setNumber] = useState<number>()
  const [issuedOn, setDay] = useState('')
  const [key] = useState(intentionKey)
  const run = async (): Promise<void> => {
    const outcome = await issue.run({
      params: { ...place.params, paperId: paper.id },
      body: { issuedOn, ...(number !== undefined && { number }) },
      ifMatch: paper.version,
      idempotencyKey: key,
    })
    if (outcome.ok) onClose()
  }
  return (
    <Confirm
      isOpen
      title={texts.issueTitle}
      act={texts.issue}
      onAct={() => void run()}
      onClose={onClose}
      isRunning={issue.isRunning}
      refused={issue.refused}
    >
      <Stack gap="sm">
        <Text>{texts.issueHint}</Text>
        {paper.kind !== 'scoreSheet' && (
          <NumberInput
            label={texts.number}
            value={number ?? ''}
            onChange={(value) => setNumber(value === '' ? undefined : Number(value))}
            allowDecimal={false}
            allowNegative={false}
            hideControls
            withAsterisk
            w={200}
          />
        )}
        <DateField label={texts.issuedOn} value={issuedOn} onChange={setDay} required w={200} />
      </Stack>
    </Confirm>
  )
}
