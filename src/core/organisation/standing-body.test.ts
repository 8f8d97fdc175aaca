import { describe, expect, it } from 'vitest'
import { type BodyMember, checkMembers } from './standing-body.ts'

const codes = (...members: BodyMember[]): string[] => checkMembers(members).map(({ code, at }) => `${code} ${at}`)
const head = { name: 'Nguyễn Văn Mẫu', role: 'head' } as const

describe('the members of a steering committee', () => {
  it('have one head at a time; a successor follows on the day the term ends', () => {
    expect(codes(head, { name: 'Trần Thị Mẫu', role: 'head' })).toStrictEqual(['twoHeads members.1'])
    expect(codes({ ...head, until: '2026-07-01' }, { name: 'Trần Thị Mẫu', role: 'head', from: '2026-07-01' })).toStrictEqual([])
  })

  it('are each named once at a time, however the name is spelt', () => {
    expect(codes(head, { name: 'NGUYỄN VĂN MẪU', role: 'member' })).toStrictEqual(['repeatedLine members.1'])
  })

  it('do not leave before they come', () => {
    expect(codes({ ...head, from: '2026-07-01', until: '2026-07-01' })).toStrictEqual(['endBeforeBegin members.0'])
  })
})
