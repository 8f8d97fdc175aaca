/** One of several ways to say something: which parameters it has, and how it begins. */
export interface Way {
  readonly key: string
  readonly begin: Readonly<Record<string, unknown>>
  readonly fields: readonly RuleField[]
}

interface Place {
  /** The parameter, from the object that holds it: `due.before`. */
  readonly at: string
}

/** How one parameter of a kind is filled in. Its words stand in `src/language/pages/rule-editor.ts` under the same name. */
export type RuleField =
  | (Place & {
      readonly type: 'text' | 'amount' | 'points' | 'figure' | 'whole' | 'date' | 'formula'
      /** Empty takes it away: what the kind does without it then holds. */
      readonly optional?: true
      readonly wide?: true
    })
  | (Place & { readonly type: 'flag'; readonly otherwise: boolean })
  | (Place & { readonly type: 'choice'; readonly values: readonly string[]; readonly otherwise: string })
  | (Place & {
      readonly type: 'list'
      readonly of: readonly RuleField[]
      readonly begin: Readonly<Record<string, unknown>>
      /** Its entries are inputs and need a name that nobody types. */
      readonly named?: true
      readonly optional?: true
    })
  | (Place & { readonly type: 'lines' })
  | (Place & { readonly type: 'ways'; readonly ways: readonly Way[] })
  | (Place & { readonly type: 'rule'; readonly optional?: true })
