import { foldPrint } from './clauses.ts'
import type { Proposal } from './proposal.ts'

const factor = '(?:(?:so )?diem (?:toi da|chuan)|(\\d+(?:[.,]\\d+)?)(?: ?(?:diem|d))?)'
const best = /\b(?:cao nhat|lon nhat|nhieu nhat)\b/
const own = '([a-z][a-z ,]{3,120}?)'
const other = '([a-z][a-z ,]{3,160}?)'
const over = '(?: ?\\/ ?| chia(?: cho)? )'
const times = ' ?(?:[*×]|x|nhan(?: voi)?) ?'
const prints = [
  new RegExp(`^(?:[a-z ]{0,40}= ?)?[([]? ?${own}${over}${other}[)\\]]?${times}${factor}$`),
  new RegExp(`^(?:[a-z ]{0,40}= ?)?${factor}${times}[([]? ?${own}${over}${other}[)\\]]?$`),
]

/** The own figure over that of the unit that has most, times the maximum. */
export const readBestPeer = (text: string, max: string | undefined): Proposal | undefined => {
  const tidy = text.replace(/\s+/gu, ' ').trim()
  const folded = foldPrint(tidy)
  if (max === undefined || !best.test(folded) || folded.length !== tidy.length) return undefined
  for (const [index, print] of prints.entries()) {
    const match = print.exec(folded)
    if (!match) continue
    const [mine = '', theirs = '', given] = index === 0 ? match.slice(1) : [match[2], match[3], match[1]]
    const isFactor = given === undefined || Number(given.replace(',', '.')) === Number(max)
    if (
      !isFactor ||
      !best.test(theirs) ||
      best.test(mine) ||
      !/\b(?:don vi|co quan|so|xa|dia phuong|huyen|tinh|khoi|nhom|cum)\b/.test(theirs)
    )
      return undefined
    const at = folded.indexOf(mine)
    return { kind: 'peerRelative', inputs: [{ name: 'value', type: 'figure', label: tidy.slice(at, at + mine.length).trim() }] }
  }
  return undefined
}
