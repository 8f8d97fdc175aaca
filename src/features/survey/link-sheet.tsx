import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { renderSVG } from 'uqr'
import { formatFigure } from '../../language/format.ts'
import { surveyTexts } from '../../language/pages/survey.ts'
import classes from './survey.module.css'

const texts = surveyTexts.links

interface Props {
  readonly tokens: readonly string[]
  readonly title: string
  readonly unit: string
  readonly note: string
}

const addressOf = (token: string): string => `${location.origin}/khao-sat?k=${token}`

/** Links as a sheet of QR codes that prints on its own; once it is closed nobody can show them again. */
export const LinkSheet = ({ tokens, title, unit, note }: Props) => {
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
        <Button onClick={() => print()}>{texts.print}</Button>
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
