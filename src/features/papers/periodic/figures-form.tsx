import { Button, Fieldset, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type FactKey, factField, factGroupOf } from '../../../core/facts/fact-catalogue.ts'
import { figuresOfKind, type ReportForm } from '../../../core/reporting/report-form.ts'
import { factLabels } from '../../../language/fact-labels.ts'
import { factGroups, factUnits } from '../../../language/fact-words.ts'
import { formatFigure } from '../../../language/format.ts'
import { reportTexts } from '../../../language/pages/reports.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import type { OpenReport } from './contract.ts'

const texts = reportTexts.form

interface Props {
  readonly report: OpenReport
  readonly figures: ReportForm['figures']
  readonly onChange: (figures: ReportForm['figures']) => void
}

/** Each figure beside the one of the period before and what the register of facts has. */
export const FiguresForm = ({ report, figures, onChange }: Props) => {
  const set = (key: FactKey) => (value: string) => onChange({ ...figures, [key]: value })
  return (
    <Fieldset legend={texts.figures}>
      <DataTable
        caption={texts.figures}
        isCaptionHidden
        rows={figuresOfKind[report.demand.kind]}
        keyOf={(key) => key}
        columns={[
          { key: 'figure', title: texts.figure, isRowHeader: true, cell: (key) => `${factGroups[factGroupOf(key)]}: ${labelOf(key)}` },
          {
            key: 'before',
            title: texts.before,
            isFigure: true,
            width: 120,
            cell: (key) => formatFigure(report.before?.figures[key] ?? '–'),
          },
          {
            key: 'now',
            title: texts.now,
            width: 170,
            cell: (key) => <Figure label={`${labelOf(key)}, ${texts.now}`} value={figures[key] ?? ''} onChange={set(key)} />,
          },
          {
            key: 'facts',
            title: texts.facts,
            width: 160,
            cell: (key) => <Known factKey={key} report={report} now={figures[key] ?? ''} onTake={set(key)} />,
          },
        ]}
      />
    </Fieldset>
  )
}

const labelOf = (key: FactKey): string => {
  const { unit } = factField(key)
  const label = factLabels[key].charAt(0).toLocaleLowerCase('vi') + factLabels[key].slice(1)
  return unit === 'dong' || unit === 'percent' ? `${label} (${factUnits[unit]})` : label
}

/** Shown as read while nobody types, as typed while somebody does. */
const Figure = ({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}) => {
  const [typed, setTyped] = useState<string>()
  return (
    <TextInput
      aria-label={label}
      size="xs"
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      value={typed ?? formatFigure(value)}
      onFocus={() => setTyped(value.replace('.', ','))}
      onBlur={() => setTyped(undefined)}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange(event.currentTarget.value.trim())
      }}
    />
  )
}

interface KnownProps {
  readonly factKey: FactKey
  readonly report: OpenReport
  readonly now: string
  readonly onTake: (value: string) => void
}

const Known = ({ factKey, report, now, onTake }: KnownProps) => {
  const known = report.facts[factKey]
  if (known === undefined) return <>–</>
  return (
    <>
      {formatFigure(known)}
      {known !== now && (
        <Button variant="subtle" size="compact-xs" ml="xs" aria-label={texts.takeOf(factLabels[factKey])} onClick={() => onTake(known)}>
          {texts.take}
        </Button>
      )}
    </>
  )
}
