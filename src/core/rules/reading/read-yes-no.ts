import { fold } from '../../fold.ts'
import type { Proposal } from './proposal.ts'

/** What each of the two gives may follow in brackets: all, or nothing. */
const given = / ?\(\d+(?:[.,]\d+)? ?\/ ?0\)$/

const answers = /^(co) ?[/;,] ?(khong)(?: ?[/;,] ?(khong (?:ap dung|phat sinh|danh gia)))?$/

/** "Yes / no", "yes / no / does not apply" and nothing else: all of the points, none of them, or out of the maximum. */
export const readYesNo = (text: string): Proposal | undefined => {
  const tidy = text.normalize('NFC').replace(/\s+/g, ' ').trim().replace(/\.$/, '').replace(given, '')
  const [, yes, , apart] = answers.exec(fold(tidy)) ?? []
  if (yes === undefined) return undefined
  const [first = '', second = '', third] = tidy.split(/ ?[/;,] ?/)
  const options = [
    { value: first, points: '100%' },
    { value: second, points: '0' },
  ]
  return {
    kind: 'choice',
    options: apart === undefined || third === undefined ? options : [...options, { value: third, notApplicable: true }],
  }
}
