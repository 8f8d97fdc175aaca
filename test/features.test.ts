import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const text = readFileSync(join(root, 'docs/features.md'), 'utf8')

/** How many demands each of the five plans makes; `docs/features.md` numbers them from 01. */
const demands = { R000: 64, R001: 43, R002: 30, R003: 44, R004: 54 } as const
const ids = Object.entries(demands).flatMap(([plan, count]) =>
  Array.from({ length: count }, (_, index) => `${plan}-${String(index + 1).padStart(2, '0')}`),
)

const states = ['works', 'partly', 'no'] as const

interface Row {
  readonly id: string
  readonly group: string
  readonly where: string
  readonly shownBy: string
  readonly state: string
}

const cellsOf = (line: string): readonly string[] =>
  line
    .slice(1, -1)
    .split(' | ')
    .map((cell) => cell.trim())
const tableLines = text.split('\n').filter((line) => line.startsWith('| '))

const rows = tableLines
  .filter((line) => /^\| R\d{3}-\d{2} /.test(line))
  .map((line): Row & { readonly cells: number } => {
    const cells = cellsOf(line)
    const [id = '', group = '', , where = '', shownBy = '', state = ''] = cells
    return { id, group, where, shownBy, state, cells: cells.length }
  })

/** `works`, `partly` or `no`: the word before what is missing. */
const stateOf = ({ state }: Row): string => state.split(':')[0] ?? ''
const count = (group: string, state?: string): number =>
  rows.filter((row) => (group === 'all' || row.group === group) && (state === undefined || stateOf(row) === state)).length

/** Paths of the project that a cell names. */
const pathsOf = (cell: string): readonly string[] =>
  [...cell.matchAll(/`((?:src|test|docs|golden|migrations|frameworks|scripts|bench|bin)\/[^`]*)`/g)].flatMap(([, path]) => path ?? [])
const namesPage = (cell: string): boolean => /page `\//.test(cell)

describe('docs/features.md', () => {
  it('has each demand of the five plans once, in their order', () => {
    expect(rows.map(({ id }) => id)).toEqual(ids)
    expect(rows.filter(({ cells }) => cells !== 6).map(({ id }) => id)).toEqual([])
  })

  it('gives each a state, and says what is missing where it is partly there', () => {
    const unclear = rows.filter(({ state }) => state !== 'works' && state !== 'no' && !/^partly: \S/.test(state))
    expect(unclear.map(({ id, state }) => `${id} ${state}`)).toEqual([])
  })

  it('names where it lives and what shows it, and these are there', () => {
    const present = rows.filter((row) => stateOf(row) !== 'no')
    expect(present.filter(({ where }) => pathsOf(where).length === 0).map(({ id }) => id)).toEqual([])
    expect(present.filter(({ shownBy }) => pathsOf(shownBy).length === 0 && !namesPage(shownBy)).map(({ id }) => id)).toEqual([])
    const paths = present.flatMap(({ id, where, shownBy }) => pathsOf(`${where} ${shownBy}`).map((path) => ({ id, path })))
    expect(paths.filter(({ path }) => !existsSync(join(root, path))).map(({ id, path }) => `${id} ${path}`)).toEqual([])
  })

  it('shows what works by a test or a page', () => {
    const unshown = rows.filter((row) => stateOf(row) === 'works' && !/\.test\.ts`/.test(row.shownBy) && !namesPage(row.shownBy))
    expect(unshown.map(({ id }) => id)).toEqual([])
  })

  it('counts rightly, by state and by group', () => {
    const head = tableLines.map(cellsOf).flatMap(([name = '', ...figures]) => (figures.length === 4 ? [{ name, figures }] : []))
    const groups = head.map(({ name }) => name.split(' ')[0] ?? '').filter((group) => group !== '')
    expect(new Set(groups)).toEqual(new Set([...rows.map(({ group }) => group), 'all']))
    for (const { name, figures } of head.filter(({ name }) => name !== '')) {
      const group = name.split(' ')[0] ?? ''
      expect([name, ...figures]).toEqual([name, ...states.map((state) => String(count(group, state))), String(count(group))])
    }
  })
})
