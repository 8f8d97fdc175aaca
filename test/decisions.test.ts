import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'docs/decisions')
const index = readFileSync(join(folder, 'README.md'), 'utf8')

interface DecisionRecord {
  readonly file: string
  readonly title: string
  readonly status: string
  readonly lines: number
}

const records = readdirSync(folder)
  .filter((name) => name !== 'README.md')
  .toSorted()
  .map((file): DecisionRecord => {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n')
    return { file, title: lines[0] ?? '', status: lines[2] ?? '', lines: lines.length }
  })

const numberOf = ({ file }: DecisionRecord): string => file.slice(0, 4)
const nameOf = ({ title }: DecisionRecord): string => title.replace(/^# \d{4} · /, '')
const statusOf = ({ status }: DecisionRecord): string => status.replace(/^Status: /, '').split(' · ')[0] ?? ''

describe('the records of decisions', () => {
  it('are numbered in turn, each once', () => {
    expect(records.map(numberOf)).toEqual(records.map((_, position) => String(position + 1).padStart(4, '0')))
  })

  it('begin with number and title, then say their status and its day, and fit on a page', () => {
    const begins = ({ file, title }: DecisionRecord): boolean => title.startsWith(`# ${file.slice(0, 4)} · `)
    const says = ({ status }: DecisionRecord): boolean => /^Status: (in force|superseded by \d{4}) · \d{4}-\d{2}-\d{2}$/.test(status)
    expect(records.filter((record) => !begins(record) || !says(record) || record.lines > 70).map(({ file }) => file)).toEqual([])
  })

  it('stand in the list, in order', () => {
    const listed = index.split('\n').filter((line) => line.startsWith('| ['))
    expect(listed).toEqual(records.map((record) => `| [${numberOf(record)}](${record.file}) | ${nameOf(record)} | ${statusOf(record)} |`))
  })

  it('name every package that is installed', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const text = readFileSync(join(folder, '0002-dependencies.md'), 'utf8')
    /** `@fastify/cookie` stands as “-cookie” behind a first package of its scope; whole scopes as `@types/*`. */
    const isNamed = (name: string): boolean => {
      const [scope = '', rest] = name.split('/')
      return text.includes(name) || text.includes(`${scope}/*`) || (rest !== undefined && text.includes(scope) && text.includes(`-${rest}`))
    }
    const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
    expect(names.filter((name) => !isNamed(name))).toEqual([])
  })
})
