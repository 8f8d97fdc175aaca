import { describe, expect, it } from 'vitest'
import { paperDateOf, typedDateOf, withoutEmpty } from './draft-fields.ts'
import { byLabel } from './label-of-place.ts'

describe('fields of a draft', () => {
  it('leave out what is empty, in lists and records too, so that the server names it as missing', () => {
    expect(
      withoutEmpty({ a: '', b: 'x', lines: ['một ', '', 'hai'], rows: [{ name: '', role: 'Thư ký' }], none: [], years: [2027], zero: 0 }),
    ).toEqual({
      b: 'x',
      lines: ['một', 'hai'],
      rows: [{ role: 'Thư ký' }],
      years: [2027],
      zero: 0,
    })
  })

  it('take a date as an office writes it, with day or month open', () => {
    expect(['21/11/2026', '1.2.2026', '11/2026', '2026', 'mai'].map(paperDateOf)).toEqual([
      '2026-11-21',
      '2026-02-01',
      '2026-11',
      '2026',
      'mai',
    ])
    expect(['2026-11-21', '2026-11', '2026'].map(typedDateOf)).toEqual(['21/11/2026', '11/2026', '2026'])
  })

  it('are named in problems as the form names them', () => {
    const said = (at: string) => byLabel({ code: 'missingField', at, severity: 'error', message: 'gốc' }, 'councilDecision').message
    expect(said('council.0.position')).toBe('Cần nhập “Thành viên Hội đồng 1, Chức vụ, đơn vị công tác”.')
    expect(said('team')).toBe('Cần nhập “Thành viên Tổ giúp việc”.')
    expect(said('agency')).toBe('Cần nhập “Cơ quan ban hành”.')
    expect(said('cycle')).toBe('gốc')
  })
})
