import { Select } from '@mantine/core'
import { improvementWords as words } from '../../language/pages/improvement.ts'

interface Props {
  readonly label: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  /** Empty for all. */
  readonly value: string
  readonly onChoose: (value: string) => void
}

/** One part of a long list: an area, a division; or all of it. */
export const ChooseOne = ({ label, choices, value, onChoose }: Props) => (
  <Select
    label={label}
    maw={480}
    allowDeselect={false}
    data={[{ value: '', label: words.all }, ...choices]}
    value={value}
    onChange={(chosen) => onChoose(chosen ?? '')}
    className="no-print"
  />
)
