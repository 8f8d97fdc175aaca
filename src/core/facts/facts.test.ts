import { describe, expect, it } from 'vitest'
import { checkFacts } from './check-facts.ts'
import { factCatalogue, factField, factKeys, isFactKey } from './fact-catalogue.ts'
import { differencesOf } from './fact-differences.ts'
import type { FactValue } from './fact-value.ts'
import { checkProfile, type ImportProfile, readImport } from './import-profile.ts'
import { parseFact } from './parse-fact.ts'

/** Rows of other groups whose figures stand in the register too: the training of who is in charge, and their equipment. */
const furtherRows = ['R004-42']

/** The 42 rows of data that the five plans need. */
const dataRows =
  `R000-27 R000-30 R000-34 R000-36 R000-37 R000-38 R000-40 R000-41 R000-42 R000-43 R000-44 R000-45 R000-46 R000-47 R000-48 R000-49 R000-50 R002-10 R002-12
R002-17 R002-24 R002-25 R003-29 R003-30 R003-31 R003-32 R003-34 R003-36 R003-38 R003-39 R003-40 R004-30 R004-31 R004-32 R004-33 R004-34 R004-35 R004-36 R004-37 R004-38 R004-39 R004-41`
    .trim()
    .split(/\s+/)

describe('the catalogue of facts', () => {
  it('has a typed field for every row of data, and names no other row', () => {
    const named = new Set(factKeys.flatMap((key) => factField(key).rows))
    expect([...named].sort()).toStrictEqual([...dataRows, ...furtherRows].sort())
    expect(dataRows).toHaveLength(42)
  })

  it('names wholes that exist and are counted in the same unit', () => {
    const parts = factKeys.filter((key) => factField(key).partOf !== undefined)
    expect(parts.filter((key) => !isFactKey(factField(key).partOf ?? '')).length).toBe(0)
    expect(parts.filter((key) => factCatalogue[factField(key).partOf as keyof typeof factCatalogue].type !== 'count')).toStrictEqual([])
  })
})

const value = (key: Parameters<typeof parseFact>[0], text: string): unknown => {
  const read = parseFact(key, text)
  return read.ok ? read.value : read.problems.map(({ code }) => code)
}

describe('a fact', () => {
  it('is read as people write it', () => {
    expect(value('oneStop.rating', '95,50')).toBe('95.5')
    expect(value('oneStop.files', '0120')).toBe('120')
    expect(value('plan.issuedOn', '15/01/2026')).toBe('2026-01-15')
    expect(value('finance.autonomyRules', 'Có')).toBe('true')
    expect(value('finance.autonomyRules', 'KHÔNG')).toBe('false')
    expect(value('steering.quality', 'good')).toBe('good')
  })

  it.each([
    ['oneStop.files', '1,5'],
    ['oneStop.rating', '-1'],
    ['plan.issuedOn', '31/02/2026'],
    ['steering.quality', 'excellent'],
    ['finance.autonomyRules', 'có lẽ'],
    ['documents.issued', 'một văn bản'],
  ] as const)('is refused where it does not fit: %s %s', (key, text) => {
    expect(value(key, text)).toStrictEqual(['invalidValue'])
  })

  it('of a list is its lines; empty cells stay out, every doubt is named with its line', () => {
    const lines = [{ number: '12/KH-SNV', date: '15/01/2026', softCopyAt: '15/01/2026 16:30', title: ' ' }, { title: '' }]
    expect(parseFact('documents.issued', lines)).toStrictEqual({
      ok: true,
      value: [{ number: '12/KH-SNV', date: '2026-01-15', softCopyAt: '2026-01-15T16:30' }],
    })
    expect(parseFact('documents.issued', [{ date: 'mai' }, { colour: 'đỏ', softCopyAt: '15/01/2026 25:00' }])).toMatchObject({
      problems: [
        { at: 'documents.issued.1.date' },
        { code: 'unknownField', at: 'documents.issued.2.colour' },
        { at: 'documents.issued.2.softCopyAt' },
      ],
    })
  })

  it('that is a part is never above its whole; a whole that nobody entered is no bound', () => {
    expect(checkFacts({ 'oneStop.filesSettled': '10', 'oneStop.filesOnTime': '11' })).toMatchObject([
      { code: 'outOfRange', at: 'oneStop.filesOnTime', value: '11', to: '10' },
    ])
    expect(checkFacts({ 'oneStop.filesOnTime': '11' })).toStrictEqual([])
    expect(checkFacts({ 'oneStop.filesSettled': '11', 'oneStop.filesOnTime': '11' })).toStrictEqual([])
  })
})

describe('an import', () => {
  const profile: ImportProfile = {
    name: 'Hệ thống một cửa',
    unitColumn: 'Mã đơn vị',
    columns: { 'Tiếp nhận': 'oneStop.files', 'Đúng hạn': 'oneStop.filesOnTime' },
    decimal: ',',
  }
  const find = (text: string) => ({ H01: 'a', H02: 'b' })[text]

  it('finds its columns by heading and keeps what fits, with every doubt about the rest', () => {
    const read = readImport(
      profile,
      [
        ['dung han', 'TIẾP NHẬN', 'mã  đơn vị'],
        ['900', '1.000', 'H01'],
        ['?', '20', 'H02'],
        ['1', '2', 'H09'],
        ['3', '4', 'H01'],
        ['', '', ''],
      ],
      find,
    )
    expect(read.facts).toStrictEqual([
      { unit: 'a', key: 'oneStop.filesOnTime', value: '900', row: 2 },
      { unit: 'a', key: 'oneStop.files', value: '1000', row: 2 },
      { unit: 'b', key: 'oneStop.files', value: '20', row: 3 },
    ])
    expect(read.problems).toMatchObject([
      { code: 'invalidValue', at: 'oneStop.filesOnTime', line: 3 },
      { code: 'unknownUnit', line: 4 },
      { code: 'duplicateLine', first: 2, line: 5 },
    ])
  })

  it('names headings that are not there', () => {
    expect(readImport(profile, [['Mã đơn vị', 'Tiếp nhận']], find).problems).toMatchObject([{ code: 'missingField', field: 'Đúng hạn' }])
    expect(readImport(profile, [], find).problems).toHaveLength(3)
  })

  it('shows what it would change and nothing that stays', () => {
    const standing = (_: string, key: string): FactValue | undefined => (key === 'oneStop.files' ? '1000' : '890')
    const imported = readImport(
      profile,
      [
        ['Mã đơn vị', 'Tiếp nhận', 'Đúng hạn'],
        ['H01', '1000', '900'],
      ],
      find,
    ).facts
    expect(differencesOf(imported, standing)).toStrictEqual([{ unit: 'a', key: 'oneStop.filesOnTime', before: '890', after: '900' }])
  })

  it('has a profile of known facts', () => {
    expect(checkProfile({ 'Đúng hạn': 'oneStop.filesOnTime' })).toStrictEqual([])
    expect(checkProfile({ Màu: 'colour' })).toMatchObject([{ code: 'unknownField', at: 'Màu' }])
    expect(checkProfile({})).toMatchObject([{ code: 'missingField' }])
  })
})
