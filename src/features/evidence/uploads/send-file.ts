import { call, type Outcome } from '../../../web/widgets/client.ts'
import { maxPartBytes, type UnfinishedUpload, uploadRoutes } from './contract.ts'

/** What the same file is known by after a reload; its bytes are not read for it. */
export const fingerprintOf = ({ name, size, lastModified }: File): string =>
  `${size}/${lastModified}/${name.normalize('NFC')}`.slice(0, 400)

interface Sending {
  readonly unitId: string
  readonly file: File
  readonly signal: AbortSignal
  /** Share that is safe on the server, 0–1, and whether the line is broken just now. */
  readonly onProgress: (share: number, isWaiting: boolean) => void
}

/** Tries without a byte of progress before a person is asked; with the pauses between them, some minutes. */
const mostTries = 12
const pauseMs = (tries: number): number => Math.min(30_000, 1000 * 2 ** tries)

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((go) => {
    const timer = setTimeout(go, ms)
    const now = (): void => {
      clearTimeout(timer)
      go()
    }
    signal.addEventListener('abort', now, { once: true })
    window.addEventListener('online', now, { once: true })
  })

const begin = ({ unitId, file }: Sending): Promise<Outcome<UnfinishedUpload>> =>
  call(uploadRoutes.begin, {
    params: { unitId },
    body: { fileName: file.name, size: file.size, fingerprint: fingerprintOf(file), secrecy: 'open' },
  })

const sendPart = (sending: Sending, { id: uploadId, received, size }: UnfinishedUpload): Promise<Outcome<UnfinishedUpload>> => {
  const { unitId, file, signal, onProgress } = sending
  const blob = file.slice(received, received + maxPartBytes)
  return call(uploadRoutes.part, {
    params: { unitId, uploadId },
    upload: { file: new File([blob], 'phan'), fields: { offset: String(received) } },
    onProgress: (share) => onProgress((received + share * blob.size) / size, false),
    signal,
  })
}

/** The network, a server that is just starting, and a part that was counted before its answer was lost are asked again. */
const isPassing = (outcome: Outcome<unknown>): boolean =>
  !outcome.ok && ([0, 502, 503, 504].includes(outcome.status) || outcome.problems.some(({ code }) => code === 'uploadElsewhere'))

/**
 * Sends a file in parts until the server has all of it. After a broken line or a server that went away it asks how much is safe and goes on from
 * there; so it does after a reload, when the same file is chosen again. `undefined` where the person stopped it.
 */
export const sendFile = async (sending: Sending): Promise<Outcome<UnfinishedUpload> | undefined> => {
  let outcome = await begin(sending)
  let tries = 0
  while (!sending.signal.aborted) {
    if (outcome.ok) {
      const { received, size } = outcome.value
      sending.onProgress(received / size, false)
      if (received === size) return outcome
      const next = await sendPart(sending, outcome.value)
      if (next.ok) tries = 0
      outcome = next
    } else if (isPassing(outcome) && tries < mostTries) {
      sending.onProgress(Number.NaN, true)
      await pause(pauseMs(tries), sending.signal)
      tries += 1
      outcome = await begin(sending)
    } else return outcome
  }
  return undefined
}
