import { expect, it } from 'vitest'
import { localTime, momentOf } from './local-time.ts'

it('a moment is shown and taken in the time of Vietnam, wherever the browser stands', () => {
  expect(localTime('2026-03-02T17:30:00.000Z')).toBe('2026-03-03T00:30')
  expect(momentOf('2026-03-03T00:30')).toBe('2026-03-02T17:30:00.000Z')
  expect(momentOf('2026-03-03T')).toBe('2026-03-02T17:00:00.000Z')
  expect([momentOf(''), momentOf('32/13'), localTime(undefined)]).toEqual([undefined, undefined, ''])
})
