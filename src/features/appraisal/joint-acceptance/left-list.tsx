import { List, Text } from '@mantine/core'
import { formatFigure } from '../../../language/format.ts'
import { jointAcceptanceTexts as texts } from '../../../language/pages/joint-acceptance.ts'
import { type JointPreview, type LeftReason, leftReasons, settledReasons } from './contract.ts'

/** What accepting together does not take: what is left to look at, and what is settled already. */
export const LeftList = ({ left }: { readonly left: JointPreview['left'] }) => {
  const found = leftReasons.filter((reason) => left[reason])
  const settled = found.filter((reason) => settledReasons.includes(reason))
  return (
    <>
      <Reasons title={texts.leftTitle} reasons={found.filter((reason) => !settled.includes(reason))} left={left} />
      <Reasons title={texts.settledTitle} reasons={settled} left={left} />
    </>
  )
}

interface ReasonsProps {
  readonly title: string
  readonly reasons: readonly LeftReason[]
  readonly left: JointPreview['left']
}

const Reasons = ({ title, reasons, left }: ReasonsProps) =>
  reasons.length === 0 ? null : (
    <>
      <Text mt="xs">{title}</Text>
      <List size="sm">
        {reasons.map((reason) => (
          <List.Item key={reason}>{texts.because[reason](formatFigure(String(left[reason] ?? 0)))}</List.Item>
        ))}
      </List>
    </>
  )
