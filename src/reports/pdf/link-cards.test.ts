import { encode } from 'uqr'
import { expect, it } from 'vitest'
import { qrDrawing } from './link-cards.ts'

it('draws every dark square of the code and no other', () => {
  const address = 'https://parindex.example/khao-sat?k=AbCdEfGhIjKlMnOpQrSt'
  const { data, size } = encode(address, { ecc: 'M', border: 0 })
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x, y, width, back] of qrDrawing(address).matchAll(/M(\d+) (\d+)h(\d+)v1H(\d+)z/g)) {
    expect(back).toBe(x)
    drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(width))
  }
  expect(drawn).toEqual(data)
})
