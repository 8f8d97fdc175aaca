import { describe, expect, it } from 'vitest'
import { secrecyLevels } from '../vocabulary.ts'
import { checkDocument } from './check-document.ts'

const codes = (...given: Parameters<typeof checkDocument>): string[] => checkDocument(...given).map(({ code, at }) => `${code} ${at}`)

describe('a document for the register', () => {
  it('needs a title and nothing else when it is open', () => {
    expect(codes({ title: 'Kế hoạch cải cách hành chính năm 2026', secrecy: 'open' }, true)).toStrictEqual([])
    expect(codes({ documentNumber: '12/KH-UBND', secrecy: 'open' }, false)).toStrictEqual(['missingField title'])
  })

  it.each(secrecyLevels.filter((level) => level !== 'open'))('that is %s is kept by number and date alone', (secrecy) => {
    expect(codes({ documentNumber: '12/BC-UBND', issuedOn: '2026-03-02', secrecy }, false)).toStrictEqual([])
    expect(codes({ documentNumber: '12/BC-UBND', issuedOn: '2026-03-02', secrecy }, true)).toStrictEqual(['secretFile file'])
    expect(codes({ title: 'Báo cáo', issuer: 'UBND tỉnh', secrecy }, true)).toStrictEqual([
      'secretDetails title',
      'missingField documentNumber',
      'missingField issuedOn',
      'secretDetails issuer',
      'secretFile file',
    ])
  })
})
