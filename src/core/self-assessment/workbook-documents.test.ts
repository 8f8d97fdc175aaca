import { describe, expect, it } from 'vitest'
import { mergeDocuments } from './workbook-documents.ts'

const set = (...ids: string[]) => new Set(ids)

describe('documents of a leaf that come back in a workbook', () => {
  it('are no change where the file says what it was written out with, whatever others did', () => {
    expect(mergeDocuments(set('a'), set('a'), set('b'))).toBeUndefined()
  })

  it('are taken in and off where nobody else touched the list', () => {
    expect(mergeDocuments(set('a', 'b'), set('b', 'c'), set('a', 'b'))).toEqual({ kind: 'taken', added: ['c'], removed: ['a'] })
  })

  it('wait for a person where others changed the list too', () => {
    expect(mergeDocuments(set('a'), set('a', 'c'), set('a', 'b'))).toEqual({ kind: 'conflict', added: ['c'], removed: [] })
  })

  it('are none where others already did the same', () => {
    expect(mergeDocuments(set('a'), set('c'), set('c'))).toBeUndefined()
  })
})
