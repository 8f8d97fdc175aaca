import fc from 'fast-check'
import { expect, it } from 'vitest'
import { questionState, type Said } from './question.ts'

const officer: Said = { side: 'unit', personId: 'cb' }
const colleague: Said = { side: 'unit', personId: 'phong' }
const appraiser: Said = { side: 'appraisal', personId: 'td' }

it('waits for the other side, not for a colleague of whoever asked', () => {
  expect(questionState('appraisal', [officer])).toBe('open')
  expect(questionState('appraisal', [officer, colleague])).toBe('open')
  expect(questionState('appraisal', [officer, appraiser])).toBe('answered')
  expect(questionState('appraisal', [officer, appraiser, colleague])).toBe('open')
})

it('waits within the unit for anybody else', () => {
  expect(questionState('unit', [officer, colleague])).toBe('answered')
  expect(questionState('unit', [officer, colleague, officer])).toBe('open')
})

it('looks at the first and the last word alone', () => {
  const said = fc.constantFrom(officer, colleague, appraiser)
  fc.assert(
    fc.property(said, fc.array(said), said, (first, between, last) => {
      expect(questionState('appraisal', [first, ...between, last])).toBe(questionState('appraisal', [first, last]))
    }),
    { seed: 19 },
  )
})
