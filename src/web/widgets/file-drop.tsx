import { Button, Progress, Text } from '@mantine/core'
import { type DragEvent, useId, useRef, useState } from 'react'
import { formatFigure } from '../../language/format.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import classes from './file-drop.module.css'

const mebibyte = 1024 * 1024

interface Props {
  readonly label: string
  /** Endings of names that are taken, with their dot. What a file really is, the server tells by its content. */
  readonly accept: readonly string[]
  readonly maxBytes: number
  readonly onFile: (file: File) => void
  /** Share of the upload that has left, 0–1; present while one is on its way. */
  readonly progress?: number
}

const kindsText = (accept: readonly string[]): string => accept.join(', ')

/** Why a file is not even sent; `undefined` where it is. */
const refusalOf = (file: File, { accept, maxBytes }: Props): string | undefined => {
  const name = file.name.toLowerCase()
  if (!accept.some((ending) => name.endsWith(ending))) return widgetTexts.fileKind(file.name, kindsText(accept))
  return file.size > maxBytes ? widgetTexts.fileTooLarge(file.name, formatFigure(String(Math.floor(maxBytes / mebibyte)))) : undefined
}

/** Takes one file, dropped or chosen; the button is the way by keyboard. Says how far the upload is. */
export const FileDrop = (props: Props) => {
  const { label, accept, maxBytes, onFile, progress } = props
  const [isOver, setOver] = useState(false)
  const [name, setName] = useState('')
  const [refusal, setRefusal] = useState<string>()
  const input = useRef<HTMLInputElement>(null)
  const hint = useId()
  const isSending = progress !== undefined
  const take = (file: File | undefined): void => {
    if (!file || isSending) return
    const reason = refusalOf(file, props)
    setRefusal(reason)
    setName(file.name)
    if (!reason) onFile(file)
  }
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  const onDragOver = (event: DragEvent): void => {
    event.preventDefault()
    setOver(true)
  }
  return (
    // The zone is for the mouse alone; everything in it can be reached without.
    <div className={classes.zone} data-over={isOver} onDrop={onDrop} onDragOver={onDragOver} onDragLeave={() => setOver(false)}>
      <input
        ref={input}
        type="file"
        className={classes.input}
        aria-label={label}
        tabIndex={-1}
        accept={accept.join(',')}
        disabled={isSending}
        onChange={(event) => {
          take(event.currentTarget.files?.[0])
          // The same file may be chosen again after it was mended.
          event.currentTarget.value = ''
        }}
      />
      <Text component="span">{isOver ? widgetTexts.dropNow : widgetTexts.dropFile}</Text>
      <Button variant="default" onClick={() => input.current?.click()} loading={isSending} aria-describedby={hint}>
        {widgetTexts.chooseFile}
      </Button>
      <Text size="sm" c="gray.7" id={hint}>
        {widgetTexts.fileLimits(kindsText(accept), formatFigure(String(Math.floor(maxBytes / mebibyte))))}
      </Text>
      {isSending && <Sending name={name} progress={progress} />}
      {refusal && (
        <Text c="red.7" role="alert">
          {refusal}
        </Text>
      )}
    </div>
  )
}

const Sending = ({ name, progress }: { readonly name: string; readonly progress: number }) => {
  const words = progress < 1 ? widgetTexts.sending(name, String(Math.floor(progress * 100))) : widgetTexts.sent(name)
  return (
    <div className={classes.progress} role="status">
      <Text size="sm">{words}</Text>
      <Progress value={progress * 100} animated={progress >= 1} aria-label={words} />
    </div>
  )
}
