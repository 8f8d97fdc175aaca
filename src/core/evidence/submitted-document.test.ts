import { expect, it } from 'vitest'
import { changedSince, type SubmittedDocument } from './submitted-document.ts'

const seen: SubmittedDocument = { id: 'd', title: 'Kế hoạch', documentNumber: '12/KH-SNV', files: ['a'] }

it('a document that nobody touched is as the submission saw it', () => {
  expect(changedSince(seen, { ...seen })).toStrictEqual([])
})

it.each([
  ['another title', { ...seen, title: 'Kế hoạch năm 2026' }, ['title']],
  ['a number taken away', { id: 'd', title: 'Kế hoạch', files: ['a'] }, ['documentNumber']],
  ['a date and an issuer that came later', { ...seen, issuedOn: '2026-01-15', issuer: 'Sở Nội vụ' }, ['issuedOn', 'issuer']],
  ['a further version of the file', { ...seen, files: ['a', 'b'] }, ['files']],
])('%s is told', (_, now, fields) => {
  expect(changedSince(seen, now)).toStrictEqual(fields)
})
