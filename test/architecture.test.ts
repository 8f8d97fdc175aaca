import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findCycles, reach } from './architecture/cycles.ts'
import { importOffences, importRules } from './architecture/import-rules.ts'
import { findTests, parseSource, readSources, root, type SourceFile, type SourceText } from './architecture/source-file.ts'

const all = readSources('src', 'test', 'bench', 'scripts')
const tests = findTests(all)
const files = all.filter(({ path }) => path.startsWith('src/') && !tests.has(path))
const features = readdirSync(join(root, 'src/features'))
const rules = importRules(features)

const offences = (sources: readonly SourceFile[]): readonly string[] => sources.flatMap((each) => importOffences(rules, each))

const vietnamese = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i
/** The dictionaries, the words of headings and the tables of old fonts, and the invented province. A single letter is no sentence. */
const maySpeak = /^src\/(?:language\/|core\/document\/|demo\/)/
const isSpoken = ({ text }: SourceText): boolean => text.trim().length > 1 && vietnamese.test(text.normalize('NFC'))

describe('the direction of imports', () => {
  it('is kept by every file', () => {
    expect(offences(files)).toEqual([])
  })

  it('would be missed by nobody: an import against it is told with its place and the sentence', () => {
    const bad = parseSource(
      'src/core/framework/x.ts',
      "import type { A } from '../results/a.ts'\nexport { b } from 'node:fs'\nawait import('../../features/y/b.ts')",
    )
    expect(offences([bad])).toMatchObject(
      [
        /^src\/core\/framework\/x.ts:1 imports src\/core\/results\/a.ts, but: core\/framework → core base/,
        /:2 imports node:fs/,
        /:3 imports src\/features/,
      ].map((pattern) => expect.stringMatching(pattern)),
    )
  })

  it('never runs in a circle', () => {
    expect(findCycles(files)).toEqual([])
  })

  it('keeps the world out of every page', () => {
    const offending = files
      .filter(({ path }) => path.endsWith('.tsx'))
      .flatMap(({ path }) =>
        [...reach(files, path)].filter((each) => /^(?:node:|src\/platform\/)/.test(each)).map((each) => `${path} reaches ${each}`),
      )
    expect(offending).toEqual([])
  })
})

describe('the code', () => {
  it('has no file above 220 lines, no test above 400', () => {
    const offending = all.filter(({ path, lines }) => lines > (tests.has(path) ? 400 : 220))
    expect(offending.map(({ path, lines }) => `${path}: ${lines} lines`)).toEqual([])
  })

  it('never says any', () => {
    expect(all.flatMap(({ path, anys }) => anys.map((line) => `${path}:${line}`))).toEqual([])
  })

  it('has its Vietnamese sentences in src/language, and words that recognise headings in src/core/document', () => {
    const offending = files
      .filter(({ path }) => !maySpeak.test(path))
      .flatMap(({ path, texts }) => texts.filter(isSpoken).map(({ text, line }) => `${path}:${line} ${text.trim()}`))
    expect(offending).toEqual([])
  })

  it('reads neither clock nor chance in the core', () => {
    const offending = files
      .filter(({ path }) => path.startsWith('src/core/'))
      .filter(({ path }) => /\b(?:Date\.now|new Date\(\)|Math\.random|fetch\(|process\.|setTimeout|crypto\.)/.test(withoutComments(path)))
    expect(offending.map(({ path }) => path)).toEqual([])
  })

  it('asks the database for the day of Viet Nam, never for that of the server', () => {
    const offending = files.filter(({ path }) => /\bcurrent_date\b|now\(\)::date/i.test(withoutComments(path)))
    expect(offending.map(({ path }) => path)).toEqual([])
  })
})

const withoutComments = (path: string): string => readFileSync(join(root, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')

/** Names of units and criteria out of the real documents: five words or more that stand in a table, where the documents are at hand. */
const seeds = join(root, '../shared/seeds')

describe.runIf(existsSync(seeds))('no name of a real document', () => {
  it('stands in src', () => {
    const words = (text: string): string =>
      text
        .normalize('NFC')
        .toLowerCase()
        .replace(/[^\p{L}\d]+/gu, ' ')
        .trim()
    const corpus = words(
      readdirSync(seeds)
        .map((name) => readFileSync(join(seeds, name), 'utf8'))
        .join('\n'),
    )
    const offending = files
      .filter(({ path }) => !path.startsWith('src/demo/') && !path.startsWith('src/language/'))
      .flatMap(({ path, texts }) =>
        texts
          .filter(({ text }) => vietnamese.test(text) && words(text).split(' ').length >= 5 && corpus.includes(words(text)))
          .map(({ text, line }) => `${path}:${line} ${text}`),
      )
    expect(offending).toEqual([])
  })
})
