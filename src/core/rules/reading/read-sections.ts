import { amountsIn } from './amounts.ts'
import { foldPrint } from './clauses.ts'
import type { Proposal } from './proposal.ts'
import { named, total } from './read-sums.ts'
import { clean } from './segments.ts'

interface Section {
  readonly label: string
  readonly text: string
  readonly max: string
  /** One amount alone: there or not. */
  readonly isThing: boolean
}

const letters = /(?:^|[;,.\n]\s*)(?=\(?[a-hđ]\)\s)/iu
const numbers = /(?:^|[;,.\n]\s*)(?=\(?[1-9][).]\s)/u
const lines = /\n\s*/u
const pluses = /\s\+\s/u
const opening =
  /^(?:tong(?: so)? diem|diem)? ?(?:=|bang|gom|la tong(?: cua)?)[a-z0-9+ ,:()]*$|^(?:cham diem|tinh diem|cach tinh|gom|bao gom|dam bao|bao dam|dap ung)[a-z0-9 ,]*:?$/
const headed =
  /^([^:;\n\d%]{3,120}?)(?: ?\((?:tối đa )?(\d+(?:[.,]\d+)?) ?(?:điểm|đ)\)| ?[:,] ?tối đa (\d+(?:[.,]\d+)?) ?(?:điểm|đ))?:\s*(?=\S)/iu
/** What is no thing of its own: the rest of a scale, a denial, a level. */
const noThing =
  /^(?:khong|chua|cham|tre|con lai|truong hop|neu khong|thieu|duoi|tren|tu \d|moi|cu|loai|hang|giai|nhom|xep loai|quy|thang|nam|lan|ky)\b|\b(?:tru(?! so\b)|hoac|toi da|moi|cu \d|con lai|mot phan|chua day du|nhung chua|nhung khong)\b/
/** The maximum and then its parts. */
const wholeFirst = /^(?:tổng )?(?:số )?(?:điểm )?tối đa:? (\d+(?:[.,]\d+)?) ?(?:điểm|đ)[.,:;]? ?(?:trong đó|gồm|cụ thể|bao gồm):? ?/iu
/** The most that something counted may give. */
const limited = /(?:tối đa|toi da|không quá|không vượt quá)(?: là| không quá)? (\d+(?:[.,]\d+)?)(?: ?(?:điểm|diem|đ))?\)?$/iu
const dot = (text: string): string => text.replace(',', '.')
const bigger = (one: string, other: string): string => (Number(other) > Number(one) ? other : one)

const sectionOf = (text: string, max: string): Section | undefined => {
  const plain = clean(text)
  const amounts = amountsIn(plain, max).filter(({ points }) => !points.endsWith('%'))
  const [first] = amounts
  if (!first) return undefined
  const given = amounts.filter(({ points }) => Number(points) > 0)
  if (given.length === 1 && amounts.length === 1) {
    const before = clean(plain.slice(0, first.start))
    const [, condition = ''] = before === '' ? (/^ ?(?:nếu|khi|cho|đối với) (.+)$/iu.exec(plain.slice(first.end)) ?? []) : []
    const label = before === '' ? clean(condition) : before
    const after = condition === '' ? plain.slice(first.end).replace(/[\s.;,]+$/u, '') : ''
    const isPlain =
      label !== '' &&
      after === '' &&
      !/[*×=]|\/(?!\p{L}{2})|(?<!\p{L}{2})\/|\/tổng|(?<!\p{L})x$/iu.test(label) &&
      !noThing.test(foldPrint(label)) &&
      !/%/.test(label.replace(/100 ?%/, ''))
    return isPlain ? { label, text: plain, max: first.points, isThing: true } : sectionWith(plain, first.points)
  }
  return sectionWith(plain, given.map(({ points }) => points).reduce(bigger, '0'))
}

const sectionWith = (plain: string, highest: string): Section | undefined => {
  const [match = '', name = '', stated, most] = headed.exec(plain) ?? []
  // A name right before an amount is the first of the answers, and no head of them.
  const isHead = match !== '' && (stated !== undefined || most !== undefined || (amountsIn(plain, highest)[0]?.start ?? 0) > match.length)
  const [head, label] = isHead ? [match, name] : ['', '']
  const body = plain.slice(head.length)
  const own = stated ?? most ?? (/^(?:cứ |mỗi )|: (?:cứ |mỗi )/iu.test(plain) ? limited.exec(plain)?.[1] : undefined)
  return body === ''
    ? undefined
    : {
        label: label === '' ? clean(plain.slice(0, amountsIn(plain, highest)[0]?.start ?? 120)).slice(0, 120) : label,
        text: label === '' ? plain : body,
        max: dot(own ?? highest),
        isThing: false,
      }
}

const thingRule = (max: string, name: string): Proposal => ({
  kind: 'choice',
  input: name,
  max,
  options: [
    { value: 'yes', points: max },
    { value: 'no', points: '0' },
  ],
})

/** A quotient with its figures under names of their own. */
const quotientNamed = (rule: Proposal, name: string): Proposal | undefined => {
  const inputs = rule['inputs'] as readonly { readonly name: string }[] | undefined
  if (rule.kind !== 'ratio' || !inputs) return undefined
  const own = (formula: unknown): string =>
    inputs.reduce((text, input) => text.replaceAll(new RegExp(`\\b${input.name}\\b`, 'g'), `${name}_${input.name}`), String(formula))
  return {
    ...rule,
    numerator: own(rule['numerator']),
    denominator: own(rule['denominator']),
    inputs: inputs.map((input) => ({ ...input, name: `${name}_${input.name}` })),
  }
}

const cut = (text: string, at: RegExp): readonly string[] => {
  const parts = text.split(at).filter((part) => part.trim() !== '')
  return parts[0] !== undefined && opening.test(foldPrint(clean(parts[0]))) ? parts.slice(1) : parts
}

/** Levels of one thing are no parts of a sum: they would rise or fall from one to the next. */
const mayBeLevels = (sections: readonly Section[]): boolean => {
  const points = sections.map(({ max }) => Number(max))
  const falls = points.every((each, index) => index === 0 || each < (points[index - 1] ?? 0))
  const rises = points.every((each, index) => index === 0 || each > (points[index - 1] ?? 0))
  return sections.every(({ isThing }) => isThing) && (falls || rises)
}

/**
 * Sections under letters, figures, dashes or joined by a plus, each read by itself with the most that it may give; together they make the maximum of the row.
 * Where one is not read, or they do not add up, all of it stays for a person.
 */
export const readSections = (
  text: string,
  max: string | undefined,
  read: (part: string, max: string) => Proposal | undefined,
): Proposal | undefined => {
  if (max === undefined) return undefined
  const [whole = '', stated = ''] = wholeFirst.exec(text) ?? []
  const own =
    whole !== '' && Number(dot(stated)) === Number(max) ? text.slice(whole.length) : text.replace(/^(?:trong đó|gồm|cụ thể): ?/iu, '')
  const plain = own
    .replace(
      /[;.]?\s*(?:thiếu|không (?:đạt|có|đáp ứng)) (?:nội dung|tiêu chí|yêu cầu|phần) nào(?: thì)? (?:không (?:tính|có|được)(?: tính)? điểm|0 ?(?:điểm|đ)|trừ điểm)[^;.\n]*/iu,
      '',
    )
    .replace(/ ?\((?:không|chưa)[^()\d]*: ?0 ?(?:điểm|đ)?\)/giu, '')
  for (const at of [letters, numbers, lines, pluses, /\.(?=\s)/u, /;\s*|\.(?=\s)/u, /;\s*|\.(?=\s)|,\s+/u]) {
    const texts = cut(plain, at)
    const sections = texts.map((part) => sectionOf(part, max)).filter((each) => each !== undefined)
    if (
      texts.length < 2 ||
      texts.length > 8 ||
      sections.length < texts.length ||
      total(sections) !== total([{ max }]) ||
      mayBeLevels(sections)
    )
      continue
    if (new Set(sections.map(({ label }) => foldPrint(label))).size < sections.length) continue
    const rules = sections.map((section, index) => {
      const name = `muc_${index + 1}`
      if (section.isThing) return thingRule(section.max, name)
      const rule = read(section.text, section.max)
      return rule && (named(rule, name) ?? quotientNamed(rule, name))
    })
    if (rules.some((rule) => rule === undefined)) continue
    return {
      kind: 'sum',
      parts: sections.map(({ label, max: most }, index) => ({ label: label.slice(0, 200), rule: { ...rules[index], max: most } })),
      inputs: sections.map(({ label }, index) => ({ name: `muc_${index + 1}`, label: label.slice(0, 200) })),
    }
  }
  return undefined
}
