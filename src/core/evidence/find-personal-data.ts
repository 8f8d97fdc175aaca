/** What personal data is looked for by its shape. */
export const personalDataKinds = ['citizenId', 'phone', 'email', 'bankAccount'] as const
export type PersonalDataKind = (typeof personalDataKinds)[number]

/** How often something of a kind occurs, and one of them with its middle hidden, so that a person finds the place. */
export interface PersonalDataFinding {
  readonly kind: PersonalDataKind
  readonly count: number
  readonly sample: string
}

const shapes: Readonly<Record<PersonalDataKind, readonly RegExp[]>> = {
  // Twelve digits that begin with the code of a province (Circular 59/2021/TT-BCA); nine of the old identity card only where it is named.
  citizenId: [
    /(?<![\d.,/-])0\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}(?![\d/-]|[.,]\d)/g,
    /(?<=\b(?:CMND|CMT|CCCD|căn cước|định danh)\D{0,25})\d{9}(?!\d)/giu,
  ],
  // Ten digits of a mobile number (plan of numbers of 2018), with +84 or 0.
  phone: [/(?<![\d.,/-])(?:\+?84|0)[ .-]?[35789]\d(?:[ .-]?\d){7}(?![\d/-]|[.,]\d)/g],
  email: [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  bankAccount: [/(?<=(?:số tài khoản|tài khoản số|STK|số TK|TK số)\D{0,25})\d(?:[ .-]?\d){7,18}(?!\d)/giu],
}

const hidden = (text: string): string => `${text.slice(0, 3)}…${text.slice(-2)}`

const matchesOf = (kind: PersonalDataKind, text: string): readonly string[] => shapes[kind].flatMap((shape) => text.match(shape) ?? [])

/**
 * What in a text looks like personal data: identity numbers, mobile numbers, addresses of e-mail, bank accounts. By shape alone: it may flag what is none and
 * misses names and addresses; a person decides. Each place counts once. Source: Decree 13/2023/NĐ-CP, Article 2.
 */
export const findPersonalData = (lines: readonly string[]): readonly PersonalDataFinding[] => {
  let rest = lines.join('\n').normalize('NFC')
  const findings: PersonalDataFinding[] = []
  // Bank accounts first: they are known by the word before them, and may have the shape of the others.
  for (const kind of ['bankAccount', 'citizenId', 'phone', 'email'] as const) {
    const found = matchesOf(kind, rest)
    if (found[0] !== undefined) findings.push({ kind, count: found.length, sample: hidden(found[0]) })
    for (const each of found) rest = rest.replace(each, '·')
  }
  return findings.sort((a, b) => personalDataKinds.indexOf(a.kind) - personalDataKinds.indexOf(b.kind))
}
