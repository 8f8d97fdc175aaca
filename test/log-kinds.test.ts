import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loggedKinds } from '../src/language/log-sentences.ts'

const root = join(import.meta.dirname, '../src')
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

const call = 'recordActions('

/** What stands between the brackets of a call that begins at `from`. */
const argumentsAt = (text: string, from: number): string => {
  let depth = 1
  let end = from
  for (; depth > 0 && end < text.length; end += 1) depth += text[end] === '(' ? 1 : text[end] === ')' ? -1 : 0
  return text.slice(from, end)
}

const callsIn = (text: string): readonly string[] =>
  text
    .split(call)
    .slice(0, -1)
    .reduce<readonly number[]>((starts, part) => [...starts, (starts.at(-1) ?? 0) + part.length + call.length], [])
    .map((from) => argumentsAt(text, from))

const wordsIn = (text: string): readonly string[] => [...text.matchAll(/'([a-z][A-Za-z]+)'/g)].flatMap(([, word]) => word ?? [])

/** Where the kind comes in under its name, the kinds that it may be; each stands in that folder. */
const cameIn: Readonly<Record<string, readonly string[]>> = {
  'features/evidence/link-evidence.ts': ['evidenceLinked', 'evidenceUnlinked'],
  'features/improvement/approve-plan.ts': ['planClosed', 'planReopened'],
}

const kindsOf = (path: string, args: string): readonly string[] => {
  const written = [...args.matchAll(/\bkind: ([^,}]*)/g)].flatMap(([, value]) => wordsIn(value ?? ''))
  return written.length ? written : (cameIn[path] ?? [])
}

const recorded = sources.flatMap(({ path, text }) =>
  callsIn(text).flatMap((args) => {
    const kinds = kindsOf(path, args)
    return kinds.length ? kinds.map((kind) => ({ path, kind })) : [{ path, kind: `no kind was found in ${args.slice(0, 80)}` }]
  }),
)

it('every kind of action that is recorded has its words in the log', () => {
  expect(recorded.length).toBeGreaterThan(60)
  expect(recorded.filter(({ kind }) => !loggedKinds.includes(kind))).toEqual([])
})
