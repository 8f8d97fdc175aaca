import { expect, it } from 'vitest'
import { readPastedUnits } from './read-pasted-units.ts'

const defaults = { kind: 'commune', group: 'xa-phuong' } as const

it('reads code, name, kind and group of each line and passes over the heading', () => {
  const { units, problems } = readPastedUnits('Mã\tTên đơn vị\tLoại\tKhối\nSNV\tSở Nội vụ\tSở Nội vụ\tso-nganh\n', defaults)
  expect(problems).toEqual([])
  expect(units).toEqual([{ code: 'SNV', name: 'Sở Nội vụ', kind: 'homeAffairsDepartment', group: 'so-nganh', ranked: true, aliases: [] }])
})

it('knows kinds without diacritics and takes what is chosen for all where a line says nothing', () => {
  const { units } = readPastedUnits('P1\tPhường Bình Minh\tphuong\r\nX1\tXã An Phú', defaults)
  expect(units.map(({ kind, group }) => [kind, group])).toEqual([
    ['ward', 'xa-phuong'],
    ['commune', 'xa-phuong'],
  ])
})

it('tells every doubtful line with its number and leaves it out', () => {
  const { units, problems } = readPastedUnits('A\tĐơn vị A\n\tKhông mã\nB\tĐơn vị B\tchi nhánh\n\nA\tLại A', defaults)
  expect(units.map(({ code }) => code)).toEqual(['A'])
  expect(problems.map(({ code, line }) => [code, line])).toEqual([
    ['missingField', 2],
    ['invalidValue', 3],
    ['repeatedLine', 5],
  ])
})
