import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { renderSVG } from 'uqr'
import { formatFigure } from '../../language/format.ts'
import { surveyTexts } from '../../language/pages/survey.ts'
import { addressOfForm } from './form-address.ts'
import type { MadeLinks } from './link-shapes.ts'
import classes from './survey.module.css'

const texts = surveyTexts.links

interface Props {
  readonly made: MadeLinks
  readonly title: string
  readonly unit: string
  readonly note: string
}

const addressOf = (token: string): string => addressOfForm(location.origin, token)

/** The sheet came with the links and is asked for nowhere again: the browser alone has it. */
const save = (pdf: string, fileName: string): void => {
  const bytes = Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  Object.assign(document.createElement('a'), { href: address, download: fileName }).click()
  URL.revokeObjectURL(address)
}

/** Links as cards with QR codes, and the sheet of them to print; once it is closed nobody can show them again. */
export const LinkSheet = ({ made: { tokens, pdf }, title, unit, note }: Props) => {
  const [isCopied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(tokens.map(addressOf).join('\n'))
    setCopied(true)
  }
  return (
    <Stack gap="md">
      <Text className="no-print" fw={600} role="status">
        {texts.made(formatFigure(String(tokens.length)))}. {texts.once}
      </Text>
      <Group className="no-print">
        {pdf && <Button onClick={() => save(pdf, texts.pdfName(unit))}>{texts.pdf}</Button>}
        <Button variant="default" onClick={() => void copy()}>
          {isCopied ? texts.copied : texts.copy}
        </Button>
      </Group>
      <ul className={classes.sheet}>
        {tokens.map((token) => (
          <li key={token} className={classes.ticket}>
            <img
              alt=""
              width={132}
              height={132}
              src={`data:image/svg+xml,${encodeURIComponent(renderSVG(addressOf(token), { border: 2 }))}`}
            />
            <strong>{title}</strong>
            <span>{unit}</span>
            <span>{note || texts.scan}</span>
            <code>{addressOf(token)}</code>
          </li>
        ))}
      </ul>
    </Stack>
  )
}
