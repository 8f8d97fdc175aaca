/** A policy of row-level security as the catalogue has it. */
export interface TablePolicy {
  readonly table: string
  readonly name: string
  readonly isPermissive: boolean
  readonly command: string
  readonly using: string | null
  readonly check: string | null
}

/** One way to break a policy, and the way back. */
export interface PolicyBreak {
  readonly words: string
  readonly apply: string
  readonly undo: string
}

/** Cuts at a word that stands outside of all brackets and quotes. */
const cut = (text: string, word: 'AND' | 'OR'): readonly string[] => {
  const parts: string[] = []
  let [depth, from, isQuoted] = [0, 0, false]
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === "'") isQuoted = !isQuoted
    else if (!isQuoted && sign === '(') depth += 1
    else if (!isQuoted && sign === ')') depth -= 1
    if (depth > 0 || isQuoted || !text.startsWith(` ${word} `, at)) continue
    parts.push(text.slice(from, at))
    from = at + word.length + 2
  }
  return [...parts, text.slice(from)]
}

/** Whether one pair of brackets holds the whole. */
const isWrapped = (text: string): boolean => {
  if (!text.startsWith('(') || !text.endsWith(')')) return false
  let depth = 0
  for (let at = 0; at < text.length - 1; at += 1) {
    depth += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0
    if (depth === 0) return false
  }
  return true
}

/** Every expression that lacks one clause: of several that all have to hold one is taken as held, of several of which one is enough one is taken as never held. */
export const withoutClauses = (expression: string): readonly { readonly lacks: string; readonly expression: string }[] => {
  const text = expression.trim()
  if (isWrapped(text) && !/^\(\s*SELECT/i.test(text))
    return withoutClauses(text.slice(1, -1)).map((each) => ({ ...each, expression: `(${each.expression})` }))
  for (const [word, instead] of [
    ['OR', 'false'],
    ['AND', 'true'],
  ] as const) {
    const parts = cut(text, word)
    if (parts.length > 1)
      return parts.flatMap((part, at) => {
        const put = (value: string): string => parts.with(at, value).join(` ${word} `)
        const inner = withoutClauses(part).map((each) => ({ ...each, expression: put(each.expression) }))
        return [{ lacks: part.trim(), expression: put(instead) }, ...inner]
      })
  }
  return []
}

const place = ({ table, name }: TablePolicy): string => `${name} on ${table}`

const recreate = (policy: TablePolicy): string =>
  `create policy ${place(policy)} as ${policy.isPermissive ? 'permissive' : 'restrictive'} for ${policy.command}${
    policy.using === null ? '' : ` using (${policy.using})`
  }${policy.check === null ? '' : ` with check (${policy.check})`}`

const ofPart = (policy: TablePolicy, part: 'using' | 'check'): readonly PolicyBreak[] => {
  const expression = policy[part]
  if (expression === null) return []
  const alter = (value: string): string => `alter policy ${place(policy)} ${part === 'using' ? 'using' : 'with check'} (${value})`
  const undo = `drop policy ${place(policy)}; ${recreate(policy)}`
  return [
    { words: `${place(policy)}: ${part} true`, apply: alter('true'), undo },
    ...withoutClauses(expression).map(({ lacks, expression: less }) => ({
      words: `${place(policy)}: ${part} without ${lacks}`,
      apply: alter(less),
      undo,
    })),
  ]
}

/** Every way to break one policy: gone, true, or without one of its clauses. */
export const breaksOf = (policy: TablePolicy): readonly PolicyBreak[] => [
  { words: `${place(policy)}: gone`, apply: `drop policy ${place(policy)}`, undo: recreate(policy) },
  ...ofPart(policy, 'using'),
  ...ofPart(policy, 'check'),
]
