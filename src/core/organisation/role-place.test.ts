import { expect, it } from 'vitest'
import { checkRolePlace } from './role-place.ts'

const codes = (...given: Parameters<typeof checkRolePlace>) => checkRolePlace(...given).map(({ code }) => code)

it('an officer of a unit is given the role in a unit', () => {
  expect(codes('unitOfficer', true)).toStrictEqual([])
  expect(codes('headOfUnit', false)).toStrictEqual(['roleNeedsUnit'])
})

it('whoever serves the whole authority is tied to no unit', () => {
  expect(codes('councilChair', false)).toStrictEqual([])
  expect(codes('appraiser', true)).toStrictEqual(['roleIsOfAuthority'])
})
