/** Where mail leaves: `smtp://user:password@host:587` or `smtps://host`; `?from=` names the sender. */
export interface MailSettings {
  readonly url: URL
  /** The address of this application, for links in mails. */
  readonly baseUrl: string | undefined
}

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Sends one mail, or throws with what the server said. */
export type SendMail = (mail: Mail) => Promise<void>

/** A server that does not answer must not hold up the rest. */
const patienceMs = 10_000

const senderOf = (url: URL): string => url.searchParams.get('from') ?? `parindex@${url.hostname}`

/** The way out for mail; the library is loaded with the first one. */
export const mailSender = ({ url }: MailSettings): SendMail => {
  const bare = new URL(url)
  bare.search = ''
  return async ({ to, subject, text }) => {
    const { createTransport } = await import('nodemailer')
    const transport = createTransport({
      url: bare.href,
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
    })
    try {
      await transport.sendMail({ from: senderOf(url), to, subject, text })
    } finally {
      transport.close()
    }
  }
}
