import { trialMark } from '../../language/trial-words.ts'

const folded = (text: string): string =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replaceAll(/[\u2010-\u2015\u2212-]/gu, '-')
    .replaceAll(/\s*-\s*/gu, '-')
    .replaceAll(/\s+/gu, ' ')
    .trim()

/** The name of a trial without the mark that every trial carries: what is typed to confirm that it goes. */
export const titleToType = (title: string): string => {
  const bare = title
    .replace(trialMark, '')
    .replace(/^[\s:]+/u, '')
    .trim()
  return bare === '' ? title : bare
}

/** Whether what was typed is the name, with or without the mark; case, blanks and the kind of dash do not matter. */
export const isTitleTyped = (typed: string, title: string): boolean =>
  [title, titleToType(title)].some((expected) => folded(typed) === folded(expected))
