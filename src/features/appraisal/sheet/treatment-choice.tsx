import { Radio, Stack } from '@mantine/core'
import { treatments, type Treatment } from '../../../core/vocabulary.ts'
import { formatFigure } from '../../../language/format.ts'
import { labelsVi } from '../../../language/labels.vi.ts'
import { appraisalTexts } from '../../../language/pages/appraisal.ts'

interface Props {
  readonly value: Treatment | undefined
  readonly canChange: boolean
  /** The maximum of the whole under each treatment. */
  readonly denominator: (treatment: Treatment | undefined) => string
  readonly onChange: (treatment: Treatment | undefined) => void
}

/** What becomes of the points of a leaf that does not apply, each way with the denominator it leaves. */
export const TreatmentChoice = ({ value, canChange, denominator, onChange }: Props) => {
  const label = (name: string, treatment: Treatment | undefined): string =>
    `${name}: ${appraisalTexts.denominator(formatFigure(denominator(treatment)))}`
  return (
    <Radio.Group
      label={appraisalTexts.treatmentTitle}
      value={value ?? ''}
      onChange={(chosen) => onChange(treatments.find((each) => each === chosen))}
    >
      <Stack gap={6} mt={6}>
        <Radio size="sm" value="" label={label(appraisalTexts.treatmentDefault, undefined)} disabled={!canChange} />
        {treatments.map((each) => (
          <Radio key={each} size="sm" value={each} label={label(labelsVi.treatments[each], each)} disabled={!canChange} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
