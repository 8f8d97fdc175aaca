import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingNames } from '../src/platform/settings/setting-names.ts'
import { readSettings } from '../src/platform/settings/settings.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(join(root, 'docs'), { recursive: true }).map((path) => `docs/${String(path)}`),
].filter((path) => path.endsWith('.md'))

/** Paths of the project in backticks, and targets of links; `<noun>` and `x` stand for any name. */
const pathsOf = (page: string): readonly string[] => {
  const text = read(page)
  const named = [...text.matchAll(/`((?:src|test|docs|golden|migrations|frameworks|scripts|bench|bin|public)\/[\w./-]*\w)`/g)].flatMap(
    ([, path]) => path ?? [],
  )
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].flatMap(([, path]) => (path ? [join(page, '..', path)] : []))
  return [...named, ...linked]
}

/** Written by `npm run proof`, which few run. */
const mayBeAbsent = new Set(['docs/proof.json'])

describe('the pages of the documentation', () => {
  it.each(pages)('%s names nothing that is not there', (page) => {
    expect(pathsOf(page).filter((path) => !existsSync(join(root, path)) && !mayBeAbsent.has(path))).toEqual([])
  })
})

describe('docs/operation.md', () => {
  const rows = read('docs/operation.md')
    .split('\n')
    .flatMap((line) => {
      const [, name, fallback] = /^\| `([A-Z_]+)` \|([^|]*)\|/.exec(line) ?? []
      return name === undefined ? [] : [{ name, fallback: (fallback ?? '').replaceAll('`', '').trim() }]
    })

  it('has every setting once', () => {
    expect(rows.map(({ name }) => name).toSorted()).toEqual(settingNames.toSorted())
  })

  it('gives the defaults that hold', () => {
    const settings = readSettings({}, '/srv')
    const fallbackOf = (name: string) => rows.find((row) => row.name === name)?.fallback
    expect(settings).toMatchObject({
      ok: true,
      value: {
        host: fallbackOf('HOST'),
        port: Number(fallbackOf('PORT')),
        dataDir: `/srv/${fallbackOf('DATA_DIR')}`,
        timeZone: fallbackOf('TIME_ZONE'),
        logLevel: fallbackOf('LOG_LEVEL'),
        isDemo: fallbackOf('DEMO') === 'on',
      },
    })
  })
})
