import { errorAt, type Problem } from '../../core/problem.ts'

/** Every setting of this version; `docs/operation.md` says what each does. */
export const settingNames = [
  'HOST',
  'PORT',
  'BASE_URL',
  'TRUSTED_PROXIES',
  'DATA_DIR',
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'SESSION_SECRET',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_CLAIM',
  'OIDC_LABEL',
  'SMTP_URL',
  'TIME_ZONE',
  'FILES',
  'LOG_LEVEL',
  'DEMO',
] as const

/** Known to the contract, without effect in this version; silence would let somebody believe that they work. */
const notOffered = /^S3_[A-Z_]+$/

/** How many letters must be changed, added or left out, or two neighbours swapped. */
const distance = (from: string, to: string): number => {
  let before: number[] = []
  let above = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row += 1) {
    const line = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1]
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      line.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (line[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    before = above
    above = line
  }
  return above[to.length] ?? 0
}

/**
 * The environment is full of other programs' names, so unknown is what can only be meant for us: our own prefix, and a name of two
 * words that is one or two letters away from one of ours (`DATABSE_URL`, `TRUSTED_PROXYS`).
 */
const meantName = (name: string): string | undefined =>
  settingNames.find((each) => each.includes('_') && distance(name, each) <= (each.length > 9 ? 2 : 1))

/** Names in the environment that are meant for this program and have no effect. */
export const checkNames = (environment: Readonly<Record<string, string | undefined>>): readonly Problem[] =>
  Object.keys(environment).flatMap((name): readonly Problem[] => {
    if (settingNames.some((each) => each === name) || !environment[name]) return []
    if (notOffered.test(name)) return [errorAt('settingNotOffered', name, { name })]
    const meant = meantName(name)
    if (meant !== undefined) return [errorAt('unknownSetting', name, { name, meant })]
    return name.startsWith('PARINDEX_') ? [errorAt('unknownSetting', name, { name })] : []
  })
