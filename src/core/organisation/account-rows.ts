import { fold } from '../fold.ts'
import { errorAt, type Problem } from '../problem.ts'
import type { Role } from '../vocabulary.ts'

/** An account as one line of a list says it; a role of the whole authority names no unit. */
export interface AccountRow {
  readonly line: number
  readonly unitCode: string
  readonly name: string
  readonly signInName: string
  readonly role: Role
  readonly email?: string
}

export interface ReadAccountRows {
  readonly accounts: readonly AccountRow[]
  readonly problems: readonly Problem[]
}

const isHeading = (cells: readonly string[]): boolean => ['ma', 'ma don vi', 'don vi', 'stt'].includes(fold(cells[0] ?? ''))
const signInNamePattern = /^[a-z0-9][a-z0-9._@-]{2,99}$/
const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** “Nguyễn Văn An” of SNV → `an.nguyenvan.snv`: the given name first, as people are called. */
export const proposedSignInName = (name: string, unitCode: string): string => {
  const words = fold(name)
    .replace(/[^a-z0-9 ]/g, '')
    .split(' ')
    .filter(Boolean)
  const parts = [words.at(-1) ?? '', words.slice(0, -1).join(''), fold(unitCode).replace(/[^a-z0-9]/g, '')]
  return parts.filter(Boolean).join('.')
}

const readRow = (
  [unitCode = '', name = '', signInText = '', roleText = '', email = '']: readonly string[],
  line: number,
  rolesByWord: ReadonlyMap<string, Role>,
): { readonly account: AccountRow; readonly problems: readonly Problem[] } => {
  const role = roleText === '' ? 'unitOfficer' : rolesByWord.get(fold(roleText))
  const signInName = signInText === '' ? proposedSignInName(name, unitCode) : signInText.toLowerCase()
  const problems: Problem[] = []
  const wrong = (field: string, value: string, expected: string): number =>
    problems.push(errorAt('invalidValue', field, { field, value, expected }, line))
  if (!name) problems.push(errorAt('missingField', 'name', { field: 'name' }, line))
  else if (!signInNamePattern.test(signInName)) wrong('signInName', signInName, 'signInName')
  if (!role) wrong('role', roleText, 'role')
  if (email !== '' && !emailPattern.test(email)) wrong('email', email, 'email')
  return { account: { line, unitCode, name, signInName, role: role ?? 'unitOfficer', ...(email && { email }) }, problems }
}

/**
 * Rows of a list of accounts: code of the unit, name, sign-in name, role, e-mail. An empty role is a unit officer, an empty sign-in name is made from name and unit. A heading and
 * empty rows are passed over; a sign-in name that stands twice and every doubtful row is a problem with its line, and is left out. Lines are 1-based.
 */
export const readAccountRows = (rows: readonly (readonly string[])[], rolesByWord: ReadonlyMap<string, Role>): ReadAccountRows => {
  const accounts: AccountRow[] = []
  const problems: Problem[] = []
  const lineOf = new Map<string, number>()
  for (const [index, row] of rows.entries()) {
    const cells = row.map((cell) => cell.normalize('NFC').trim())
    if (cells.every((cell) => cell === '') || (index === 0 && isHeading(cells))) continue
    const found = readRow(cells, index + 1, rolesByWord)
    const { signInName } = found.account
    const first = lineOf.get(signInName)
    const told =
      first === undefined
        ? found.problems
        : [...found.problems, errorAt('repeatedLine', 'signInName', { value: signInName, first }, index + 1)]
    lineOf.set(signInName, first ?? index + 1)
    problems.push(...told)
    if (told.length === 0) accounts.push(found.account)
  }
  return { accounts, problems }
}
