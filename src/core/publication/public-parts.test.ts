import { describe, expect, it } from 'vitest'
import { shownParts, usualParts } from './public-parts.ts'

describe('what the public sees of a publication', () => {
  it('is the ranking, the sheets and the open data unless somebody decides otherwise', () => {
    expect([...shownParts(usualParts)]).toStrictEqual(['ranking', 'sheets', 'openData'])
  })

  it('has no reasons without the sheets they stand on, and no open data without the ranking', () => {
    expect([...shownParts(['reasons', 'openData'])]).toStrictEqual([])
    expect([...shownParts(['sheets', 'reasons'])]).toStrictEqual(['sheets', 'reasons'])
    expect([...shownParts(['openData', 'ranking'])]).toStrictEqual(['ranking', 'openData'])
  })

  it('lets no unknown word through', () => {
    expect([...shownParts(['everything'])]).toStrictEqual([])
  })
})
