import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { SingleSignOnSettings } from './single-sign-on-settings.ts'
import { checkNames } from './setting-names.ts'

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** What an installation is told from outside, read once at the start. The list for people stands in the README. */
export interface Settings {
  readonly host: string
  readonly port: number
  /** Whether somebody chose the port; if not, the next free one does as well. */
  readonly portIsChosen: boolean
  /** The address under which people reach the application; undefined where that is the address it listens on. */
  readonly baseUrl: URL | undefined
  readonly isHttps: boolean
  readonly trustedProxies: readonly string[]
  readonly dataDir: string
  /** A PostgreSQL of one's own; undefined for the embedded one. */
  readonly database: { readonly applicationUrl: string; readonly ownerUrl: string } | undefined
  /** What keys are derived from; undefined where the data folder keeps one of its own. */
  readonly sessionSecret: string | undefined
  /** A common sign-in service; undefined where there is none. */
  readonly singleSignOn: SingleSignOnSettings | undefined
  /** Where e-mail leaves; undefined where none does. */
  readonly smtpUrl: URL | undefined
  readonly timeZone: string
  readonly logLevel: LogLevel
  readonly isDemo: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

/** A value out of a text, or undefined where the text does not fit. */
type Reader<T> = (text: string) => T | undefined

const readPort: Reader<number> = (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined)

const readUrl =
  (...schemes: readonly string[]): Reader<URL> =>
  (text) =>
    URL.canParse(text) && schemes.includes(new URL(text).protocol) ? new URL(text) : undefined

const readOneOf =
  <T extends string>(...words: readonly T[]): Reader<T> =>
  (text) =>
    words.find((each) => each === text)

const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...rest] = text.split('/')
  const longest = isIP(address) === 6 ? 128 : 32
  return isIP(address) !== 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest))
}

const readNetworks: Reader<readonly string[]> = (text) => {
  const parts = text.split(',').map((each) => each.trim())
  return parts.every(isNetwork) ? parts : undefined
}

const readTimeZone: Reader<string> = (text) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone && text
  } catch {
    return undefined
  }
}

/** Reads one setting after the other and keeps every problem. An empty value counts as none. */
const reading = (environment: Environment) => {
  const problems: Problem[] = []
  const given = (name: string): string | undefined => environment[name]?.trim() || undefined
  const read = <T>(name: string, reader: Reader<T>, expected: string, fallback: T): T => {
    const text = given(name)
    if (text === undefined) return fallback
    const value = reader(text)
    // What may hold a password is not repeated into a log.
    if (value === undefined)
      problems.push(errorAt('invalidValue', name, { field: name, value: /URL|SECRET/.test(name) ? '…' : text, expected }))
    return value ?? fallback
  }
  const demand = (name: string): void => {
    if (given(name) === undefined) problems.push(errorAt('missingField', name, { field: name }))
  }
  return { problems, given, read, demand }
}

const readDatabase = ({ read, given, demand }: ReturnType<typeof reading>): Settings['database'] => {
  const readPostgres = (name: string) => read(name, readUrl('postgres:', 'postgresql:'), 'postgresUrl', undefined)
  const application = readPostgres('DATABASE_URL')
  const owner = readPostgres('DATABASE_OWNER_URL')
  if (given('DATABASE_URL') !== undefined) demand('DATABASE_OWNER_URL')
  if (given('DATABASE_OWNER_URL') !== undefined) demand('DATABASE_URL')
  return application && owner && { applicationUrl: application.href, ownerUrl: owner.href }
}

const isHere = ({ hostname }: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

/** All of a common sign-in service or nothing; people come back to `BASE_URL`. What is secret goes over https alone, but on this machine. */
const readSingleSignOn = ({ read, given, demand }: ReturnType<typeof reading>, baseUrl: URL | undefined): Settings['singleSignOn'] => {
  const readIssuer: Reader<URL> = (text) => {
    const issuer = readUrl('http:', 'https:')(text)
    return issuer && (issuer.protocol === 'https:' || isHere(issuer)) ? issuer : undefined
  }
  const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
  const issuer = read('OIDC_ISSUER', readIssuer, 'httpUrl', undefined)
  const [claim, label] = [given('OIDC_CLAIM') ?? 'preferred_username', given('OIDC_LABEL') ?? 'SSO']
  if (!names.some((name) => given(name) !== undefined)) return undefined
  for (const name of [...names, 'BASE_URL']) demand(name)
  const [clientId, clientSecret] = [given('OIDC_CLIENT_ID'), given('OIDC_CLIENT_SECRET')]
  return issuer && clientId && clientSecret && baseUrl ? { issuer, clientId, clientSecret, claim, label, baseUrl } : undefined
}

/** All settings, or everything that is wrong with them at once. Without any the application runs on this machine alone, with demo data. */
export const readSettings = (environment: Environment, folder: string = process.cwd()): Result<Settings> => {
  const all = reading(environment)
  const { read, given, demand, problems } = all
  problems.push(...checkNames(environment))
  const baseUrl = read('BASE_URL', readUrl('http:', 'https:'), 'httpUrl', undefined)
  const isHttps = baseUrl?.protocol === 'https:'
  if (isHttps) demand('SESSION_SECRET')
  read('FILES', readOneOf('disk'), 'disk', 'disk')
  const settings: Settings = {
    host: read('HOST', (text) => text, '', '127.0.0.1'),
    port: read('PORT', readPort, 'port', 3000),
    portIsChosen: given('PORT') !== undefined,
    baseUrl,
    isHttps,
    trustedProxies: read('TRUSTED_PROXIES', readNetworks, 'networks', []),
    dataDir: resolve(folder, given('DATA_DIR') ?? join(folder, 'data')),
    database: readDatabase(all),
    sessionSecret: read('SESSION_SECRET', (text) => (text.length >= 32 ? text : undefined), 'longSecret', undefined),
    singleSignOn: readSingleSignOn(all, baseUrl),
    smtpUrl: read('SMTP_URL', readUrl('smtp:', 'smtps:'), 'smtpUrl', undefined),
    timeZone: read('TIME_ZONE', readTimeZone, 'timeZone', 'Asia/Ho_Chi_Minh'),
    logLevel: read('LOG_LEVEL', readOneOf(...logLevels), logLevels.join(', '), 'info'),
    isDemo: read('DEMO', readOneOf('on', 'off'), 'on, off', isHttps ? 'off' : 'on') === 'on',
  }
  return problems.length > 0 ? refuse(...problems) : accept(settings)
}
