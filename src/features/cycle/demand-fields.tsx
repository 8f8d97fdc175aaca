import { Select } from '@mantine/core'
import { type ProofDemand, proofDemands } from '../../core/proof.ts'
import { cycleTexts } from '../../language/pages/cycle.ts'

const texts = cycleTexts.demand

interface Demands {
  readonly submissionDemand: ProofDemand
  readonly publicationDemand: ProofDemand
}

interface Props {
  readonly value: Demands
  readonly onChange: (value: Demands) => void
}

const choices = proofDemands.map((value) => ({ value, label: texts.choices[value] }))

/** Whether a signed PDF or a stamped copy has to come before a unit submits, and before results are published. */
export const DemandFields = ({ value, onChange }: Props) => (
  <>
    <Select
      label={texts.submission}
      allowDeselect={false}
      data={choices}
      value={value.submissionDemand}
      onChange={(chosen) => chosen && onChange({ ...value, submissionDemand: chosen })}
    />
    <Select
      label={texts.publication}
      allowDeselect={false}
      data={choices}
      value={value.publicationDemand}
      onChange={(chosen) => chosen && onChange({ ...value, publicationDemand: chosen })}
    />
  </>
)
