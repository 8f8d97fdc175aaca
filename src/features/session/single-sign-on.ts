import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Configuration } from 'openid-client'
import type { SingleSignOnRefusal } from '../../core/problem-facts/organisation.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Database } from '../../platform/database/database.ts'
import { actFor, type Transaction } from '../../platform/database/transaction.ts'
import { type Entrance, openSession } from '../../platform/session/session.ts'
import type { SingleSignOnSettings } from '../../platform/settings/single-sign-on-settings.ts'

/** So long may somebody take at the common service. */
const minutesAway = 10

const refused = (reason: SingleSignOnRefusal): Result<never> => refuse(errorAt('singleSignOn', '', { reason }))
const hashOf = (state: string): Buffer => createHash('sha256').update(state).digest()

/** The service of the settings, asked for its addresses once; asked again after a failure. The library is loaded with the first sign-in. */
export const createProvider = (settings: SingleSignOnSettings) => {
  let found: Promise<Configuration> | undefined
  const discover = async (): Promise<Configuration> => {
    const { allowInsecureRequests, discovery } = await import('openid-client')
    // Plain http is for a service on the same machine, in tests; the settings refuse it elsewhere.
    const options = settings.issuer.protocol === 'http:' ? { execute: [allowInsecureRequests] } : {}
    return discovery(settings.issuer, settings.clientId, settings.clientSecret, undefined, options)
  }
  return (): Promise<Configuration> => {
    found ??= discover().catch((error: unknown) => {
      found = undefined
      throw error
    })
    return found
  }
}
type Provider = ReturnType<typeof createProvider>

export const returnPath = '/api/single-sign-on/return'

/** Where the browser goes, and the state that its cookie keeps: authorization code flow with PKCE. */
export const leaveForProvider = async (
  database: Database,
  provider: Provider,
  settings: SingleSignOnSettings,
  destination: string,
): Promise<Result<{ address: URL; state: string }>> => {
  const { buildAuthorizationUrl, calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState } = await import(
    'openid-client'
  )
  const configuration = await provider().catch(() => undefined)
  if (!configuration) return refused('providerAway')
  const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
  await actFor(database, 'signIn', async (transaction) => {
    await sql`delete from single_sign_on_attempt where expires_at < now()`.execute(transaction)
    await sql`insert into single_sign_on_attempt (state_hash, nonce, verifier, destination, expires_at)
      values (${hashOf(state)}, ${nonce}, ${verifier}, ${destination}, now() + make_interval(mins => ${minutesAway}))`.execute(transaction)
    return accept(undefined)
  })
  const address = buildAuthorizationUrl(configuration, {
    redirect_uri: new URL(returnPath, settings.baseUrl).href,
    scope: 'openid profile email',
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  return accept({ address, state })
}

interface Away {
  nonce: string
  verifier: string
  destination: string
}

/** Takes the attempt away: a state is good for once. */
const takeAttempt = async (database: Database, state: string): Promise<Away | undefined> => {
  const taken = await actFor(database, 'signIn', async (transaction) => {
    const { rows } = await sql<Away>`
      delete from single_sign_on_attempt where state_hash = ${hashOf(state)} and expires_at > now()
      returning nonce, verifier, destination`.execute(transaction)
    return accept(rows[0])
  })
  return taken.ok ? taken.value : undefined
}

interface Known {
  id: string
  authority_id: string
}

/** Whoever was linked before; else whoever has the sign-in name that the service tells, and is linked now. Nobody is added by signing in. */
const findPerson = async (
  transaction: Transaction,
  { issuer, subject, name }: { readonly issuer: string; readonly subject: string; readonly name: string },
): Promise<Known | undefined> => {
  const { rows: linked } = await sql<Known>`
    select p.id, p.authority_id from single_sign_on_identity i join person p on p.id = i.person_id
    where i.issuer = ${issuer} and i.subject = ${subject} and p.active`.execute(transaction)
  if (linked[0] || name === '') return linked[0]
  const { rows: named } = await sql<Known>`
    select p.id, p.authority_id from person p
    where p.sign_in_name = ${name.trim().toLowerCase()} and p.active
      and not exists (select from single_sign_on_identity i where i.issuer = ${issuer} and (i.person_id = p.id or i.subject = ${subject}))`.execute(
    transaction,
  )
  const person = named[0]
  if (person)
    await transaction
      .insertInto('single_sign_on_identity')
      .values({ issuer, subject, authority_id: person.authority_id, person_id: person.id })
      .execute()
  return person
}

/** What came back from the service becomes a session, or one sentence why not. */
export const comeBack = async (
  database: Database,
  provider: Provider,
  settings: SingleSignOnSettings,
  back: { readonly address: URL; readonly state: string | undefined; readonly entrance: Pick<Entrance, 'address' | 'userAgent'> },
): Promise<Result<{ token: string; destination: string }>> => {
  const away = back.state === undefined ? undefined : await takeAttempt(database, back.state)
  if (!away || back.state === undefined) return refused('expired')
  const configuration = await provider().catch(() => undefined)
  if (!configuration) return refused('providerAway')
  const { authorizationCodeGrant } = await import('openid-client')
  const checks = { expectedState: back.state, expectedNonce: away.nonce, pkceCodeVerifier: away.verifier, idTokenExpected: true }
  const claims = await authorizationCodeGrant(configuration, back.address, checks).then(
    (tokens) => tokens.claims(),
    () => undefined,
  )
  if (!claims) return refused('refused')
  const name = claims[settings.claim]
  return actFor(database, 'signIn', async (transaction) => {
    const person = await findPerson(transaction, { issuer: claims.iss, subject: claims.sub, name: typeof name === 'string' ? name : '' })
    if (!person) return refused('noAccount')
    // Whether a second factor is asked for is the common service's to decide.
    const entrance: Entrance = { ...back.entrance, by: 'singleSignOn', secondFactorDue: false }
    const token = await openSession(transaction, { id: person.id, authorityId: person.authority_id }, entrance)
    return accept({ token, destination: away.destination })
  })
}
