import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

describe('canonical JSON', () => {
  it('sorts keys by their code units, keeps lists, and leaves out what is undefined (RFC 8785, 3.2.3)', () => {
    expect(canonicalJson({ '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😂': 5, '\u0080': 6, ö: 7 })).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😂":5,"\ufb33":3}',
    )
    expect(canonicalJson({ b: [2, 1, { d: null, c: undefined }], a: 'Sở Nội vụ\n' })).toBe('{"a":"Sở Nội vụ\\n","b":[2,1,{"d":null}]}')
  })

  it('is the same for equal values whatever the order of their keys, and reads back as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const turned = JSON.parse(JSON.stringify(value), (_, each) =>
          typeof each === 'object' && each !== null && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).reverse()) : each,
        )
        expect(canonicalJson(turned)).toBe(canonicalJson(JSON.parse(JSON.stringify(value))))
        expect(JSON.parse(canonicalJson(value))).toStrictEqual(JSON.parse(JSON.stringify(value)))
      }),
      { seed: 8785 },
    )
  })
})
