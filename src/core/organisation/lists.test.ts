import { describe, expect, it } from 'vitest'
import type { Role, UnitKind } from '../vocabulary.ts'
import { proposedSignInName, readAccountRows } from './account-rows.ts'
import { compareUnits, type KnownUnit } from './unit-differences.ts'
import { readUnitRows, type UnitRow } from './unit-rows.ts'

const wrong = (line: number, field: string, value: string, expected = field) => ({
  code: 'invalidValue',
  severity: 'error',
  at: field,
  line,
  field,
  value,
  expected,
})
const lacks = (line: number, field: string) => ({ code: 'missingField', severity: 'error', at: field, line, field })
const repeated = (line: number, at: string, value: string, first: number) => ({
  code: 'repeatedLine',
  severity: 'error',
  at,
  line,
  value,
  first,
})

describe('a list of units', () => {
  const kindsByWord = new Map<string, UnitKind>([
    ['so', 'specializedAgency'],
    ['xa', 'commune'],
  ])
  const read = (rows: readonly (readonly string[])[], group = '') => readUnitRows(rows, { kind: 'commune', group, kindsByWord })
  const plain = (line: number, code: string, name: string) => ({ line, code, name, kind: 'commune', aliases: [] })

  it('is read line by line, with what stands for an empty column, past a heading and empty lines', () => {
    const rows = [
      ['Mã đơn vị', 'Tên'],
      [' SNV ', 'Sở Nội vụ'.normalize('NFD'), 'SỞ', 'so-nganh', 'UBND', 'Sở NV; ;Nội vụ '],
      ['', ' ', ''],
      ['X1', 'Xã Một'],
      [],
    ]
    expect(read(rows)).toStrictEqual({
      units: [
        {
          line: 2,
          code: 'SNV',
          name: 'Sở Nội vụ',
          kind: 'specializedAgency',
          aliases: ['Sở NV', 'Nội vụ'],
          group: 'so-nganh',
          parentCode: 'UBND',
        },
        plain(4, 'X1', 'Xã Một'),
      ],
      problems: [],
    })
    expect(read([['X1', 'Xã Một', '', '']], 'xa-phuong').units).toStrictEqual([{ ...plain(1, 'X1', 'Xã Một'), group: 'xa-phuong' }])
    expect([['STT'], ['mã'], ['ma don vi']].map((heading) => read([heading]).problems)).toStrictEqual([[], [], []])
  })

  it('leaves a doubtful line out and says why; a heading stands first or is a line like any', () => {
    const rows = [
      ['X1', 'Xã Một'],
      ['Mã', ''],
      ['', 'Xã Hai', 'thôn'],
      ['X1', 'Xã Ba', 'tổ'],
      ['', 'Xã Bốn', 'Xã'],
      ['X5', 'Xã Năm'],
    ]
    expect(read(rows)).toStrictEqual({
      units: [plain(1, 'X1', 'Xã Một'), plain(6, 'X5', 'Xã Năm')],
      problems: [
        lacks(2, 'name'),
        lacks(3, 'code'),
        wrong(3, 'kind', 'thôn', 'unitKind'),
        wrong(4, 'kind', 'tổ', 'unitKind'),
        repeated(4, 'code', 'X1', 1),
        lacks(5, 'code'),
      ],
    })
    expect(
      read([
        ['X1', ''],
        ['X1', 'Xã Một'],
        ['X1', 'Xã Hai'],
      ]).problems,
    ).toStrictEqual([lacks(1, 'name'), repeated(2, 'code', 'X1', 1), repeated(3, 'code', 'X1', 1)])
  })

  it('is held against the units that are known: added, changed in what, unchanged, not named', () => {
    const known = (code: string, name: string, more: Partial<KnownUnit> = {}): KnownUnit => ({
      id: code,
      code,
      name,
      kind: 'commune',
      aliases: [],
      ...more,
    })
    const row = (line: number, code: string, name: string, more: Partial<UnitRow> = {}): UnitRow => ({
      line,
      code,
      name,
      kind: 'commune',
      aliases: [],
      ...more,
    })
    const units = [
      known('X1', 'Xã Một', { aliases: ['Một'], group: 'xa', parentCode: 'H1' }),
      known('X2', 'Xã Hai'),
      known('H1', 'Huyện'),
      known('X9', 'Xã Chín'),
    ]
    const changes: readonly (readonly [Partial<UnitRow>, readonly string[]])[] = [
      [{}, []],
      [{ group: 'xa', parentCode: 'H1', aliases: ['Một'] }, []],
      [{ name: 'Xã Mốt' }, ['name']],
      [{ kind: 'specializedAgency' }, ['kind']],
      [{ group: 'phuong' }, ['group']],
      [{ parentCode: 'X2' }, ['parentCode']],
      [{ aliases: ['Một', 'X. Một'] }, ['aliases']],
      [
        { name: 'Xã Mốt', kind: 'specializedAgency', group: 'p', parentCode: 'X2', aliases: ['M'] },
        ['name', 'kind', 'group', 'parentCode', 'aliases'],
      ],
    ]
    for (const [change, fields] of changes) {
      const listed = row(1, 'X1', 'Xã Một', change)
      const found = compareUnits(units, [listed])
      expect(found).toStrictEqual({
        added: [],
        changed: fields.length > 0 ? [{ unit: units[0], row: listed, fields }] : [],
        unchanged: fields.length > 0 ? 0 : 1,
        absent: units.slice(1),
        problems: [],
      })
    }
    const added = [
      row(1, 'X3', 'XÃ HAI'),
      row(2, 'X4', 'Xã Tư', { parentCode: 'X3' }),
      row(3, 'X5', 'Xã Năm', { parentCode: 'Z' }),
      row(4, 'X2', 'Xã Hai'),
    ]
    expect(compareUnits(units, added)).toStrictEqual({
      added: added.slice(0, 3),
      changed: [],
      unchanged: 1,
      absent: [units[0], units[2], units[3]],
      problems: [
        { code: 'unitSpelling', severity: 'warning', at: 'X3', line: 1, spellings: ['XÃ HAI', 'Xã Hai'], proposed: 'Xã Hai' },
        { code: 'unknownUnit', severity: 'error', at: 'parentCode', line: 3, unit: 'Z' },
      ],
    })
  })
})

describe('a list of accounts', () => {
  const roles = new Map<string, Role>([
    ['lanh dao', 'headOfUnit'],
    ['can bo', 'unitOfficer'],
  ])
  const read = (...rows: readonly (readonly string[])[]) => readAccountRows(rows, roles)
  const account = (line: number, signInName: string, more: object = {}) => ({
    line,
    unitCode: 'SNV',
    name: 'Trần Thị Mẫu',
    signInName,
    role: 'unitOfficer',
    ...more,
  })

  it('proposes a sign-in name as people are called', () => {
    expect(
      [
        ['Nguyễn Văn An', 'SNV'],
        ['Đỗ  Mười', 'ubnd-x.1'],
        ['An', ''],
        ['', 'SNV'],
        ['Trần (Thị) Bé', 'X'],
      ].map(([name = '', code = '']) => proposedSignInName(name, code)),
    ).toStrictEqual(['an.nguyenvan.snv', 'muoi.do.ubndx1', 'an', 'snv', 'be.tranthi.x'])
  })

  it('is read with what stands for an empty role and sign-in name, past a heading and empty lines', () => {
    const found = read(
      ['Đơn vị', 'Họ tên'],
      [' SNV', 'Trần Thị Mẫu '.normalize('NFD')],
      ['', ''],
      ['SNV', 'Trần Thị Mẫu', 'Mau.Tran', 'LÃNH ĐẠO', 'mau@vi-du.vn'],
    )
    expect(found).toStrictEqual({
      accounts: [account(2, 'mau.tranthi.snv'), account(4, 'mau.tran', { role: 'headOfUnit', email: 'mau@vi-du.vn' })],
      problems: [],
    })
    expect(['STT', 'Mã', 'ma don vi', 'DON VI'].map((heading) => read([heading, 'x']).accounts)).toStrictEqual([[], [], [], []])
  })

  it('leaves every doubtful line out and says all that is wrong with it', () => {
    const name = 'Trần Thị Mẫu'
    expect(read(['SNV', name, 'ab', 'trùm', 'a@b']).problems).toStrictEqual([
      wrong(1, 'signInName', 'ab'),
      wrong(1, 'role', 'trùm'),
      wrong(1, 'email', 'a@b'),
    ])
    expect(read(['SNV', '', 'a']).problems).toStrictEqual([lacks(1, 'name')])
    const found = read(['SNV', name, 'mau'], ['SNV', name, 'MAU'], ['STT', name, 'mau', 'trùm'])
    expect(found).toStrictEqual({
      accounts: [account(1, 'mau')],
      problems: [repeated(2, 'signInName', 'mau', 1), wrong(3, 'role', 'trùm'), repeated(3, 'signInName', 'mau', 1)],
    })
    const takes = (signInName: string, email = ''): boolean => read(['SNV', name, signInName, '', email]).accounts.length === 1
    const longest = `a${'b'.repeat(99)}`
    expect([takes('abc'), takes('1.a_b-c@d'), takes(longest), takes('abc', 'a@b.c')]).toStrictEqual([true, true, true, true])
    const refused = ['.abc', '-abc', `${longest}b`, 'a bc', 'ábc', 'abc!']
    expect(refused.map((each) => takes(each))).toStrictEqual(refused.map(() => false))
    const addresses = ['a b@c.d', 'a@b@c.d', 'a@b.c d', '@b.c', 'a@.c', 'a@b.', 'a@bc', ' x a@b.c', 'a@b.c, d@e.f']
    expect(addresses.map((each) => takes('abc', each))).toStrictEqual(addresses.map(() => false))
  })
})
