import { once } from 'node:events'
import { connect } from 'node:net'

/** What the bench asks of the respondents' process. */
export interface Asked {
  readonly port: number
  readonly tokens: readonly string[]
  /** So many answer at once. */
  readonly respondents: number
  /** So many sendings a second, spread evenly; without it everybody sends again as soon as they were thanked. */
  readonly perSecond?: number
}

/** Milliseconds of each sending, from the moment it was due, and how long all took. */
export interface Answered {
  readonly times: readonly number[]
  readonly milliseconds: number
}

const formOf = (port: number, token: string, number: number): string => {
  const answers = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`q${index + 1}`, String(1 + ((number + index) % 5))]))
  const body = new URLSearchParams({ dong_y: '1', viec: 'gui', bat_dau: '1', phieu: token, ...answers }).toString()
  const head = [
    `POST /khao-sat?k=${token} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    'content-type: application/x-www-form-urlencoded',
    `content-length: ${body.length}`,
  ]
  return `${head.join('\r\n')}\r\n\r\n${body}`
}

/** Whole once as many bytes came as its head says; the texts here are read byte by byte. */
const isWhole = (reply: string): boolean => {
  const end = reply.indexOf('\r\n\r\n')
  return end >= 0 && reply.length - end - 4 >= Number(/content-length: (\d+)/i.exec(reply)?.[1])
}

/**
 * One respondent after the other over one connection of their own, so thin that the generator does not take the processor from what it measures.
 * A sending that is due while the one before is still under way is late, and its waiting counts.
 */
const answer = async ({ port, tokens, respondents, perSecond }: Asked): Promise<Answered> => {
  const times: number[] = []
  const begun = performance.now()
  let next = 0
  const respondent = async (): Promise<void> => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    await once(socket, 'connect')
    for (let number = next++; number < tokens.length; number = next++) {
      const due = perSecond === undefined ? performance.now() : begun + (1000 * number) / perSecond
      const early = due - performance.now()
      if (early > 0) await new Promise((done) => setTimeout(done, early))
      socket.write(formOf(port, tokens[number] ?? '', number))
      let reply = ''
      while (!isWhole(reply)) reply += String(((await once(socket, 'data')) as [Buffer])[0].toString('latin1'))
      if (!reply.startsWith('HTTP/1.1 200')) throw new Error(reply.slice(0, 300))
      times.push(performance.now() - due)
    }
    socket.destroy()
  }
  await Promise.all(Array.from({ length: respondents }, respondent))
  return { times: times.sort((first, second) => first - second), milliseconds: performance.now() - begun }
}

process.on('message', (asked: Asked) => void answer(asked).then((answered) => process.send?.(answered)))
