import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ruleKindNames, ruleKinds } from './registry.ts'
import { ruleSchema } from './rule-schema.ts'

interface Schema {
  readonly [limit: string]: unknown
  readonly type?: string
  readonly description?: string
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly additionalProperties?: Schema | false
  readonly propertyNames?: Schema
}

/** Limits as the list writes them: `text 1..60 = "choice", told`. */
const limitsOf = (schema: Schema): string => {
  const { type, description, minLength, maxLength, minItems, maxItems, minimum, maximum } = schema
  const [from, to] = [minLength ?? minItems ?? minimum, maxLength ?? maxItems ?? maximum]
  const parts = [
    type ?? 'any',
    ...(from !== undefined || to !== undefined ? [`${String(from ?? '')}..${String(to ?? '')}`] : []),
    ...(schema['enum'] ? [(schema['enum'] as readonly string[]).join('|')] : []),
    ...(schema['pattern'] ? [String(schema['pattern'])] : []),
    ...(schema['default'] !== undefined ? [`= ${JSON.stringify(schema['default'])}`] : []),
    ...(schema.required ? [`wants ${schema.required.join(' ')}`] : []),
    ...(schema.additionalProperties === false ? ['no more'] : []),
    ...(description ? ['told'] : []),
  ]
  return parts.join(', ')
}

const parametersOf = (schema: Schema, at: string): readonly (readonly [string, string])[] => [
  [at, limitsOf(schema)],
  ...Object.entries(schema.properties ?? {}).flatMap(([name, each]) => parametersOf(each, `${at}.${name}`)),
  ...(schema.items ? parametersOf(schema.items, `${at}[]`) : []),
  ...(schema.propertyNames ? parametersOf(schema.propertyNames, `${at} name`) : []),
  ...(schema.additionalProperties ? parametersOf(schema.additionalProperties, `${at}{}`) : []),
]

const written = JSON.parse(readFileSync(new URL('rule-schema.limits.json', import.meta.url), 'utf8')) as Readonly<Record<string, string>>
const commonOf = new Set(['max', 'min', 'step', 'round', 'notApplicable', 'evidence', 'reasonRequired', 'scorer', 'note', 'inputs'])
const isCommon = (at: string): boolean => commonOf.has(/^\w+\.(\w+)/.exec(at)?.[1] ?? '')

describe('the parameters of a rule', () => {
  // Files with rules outlive the program that wrote them: whoever changes this list makes some of them unreadable, or a promise.
  it('have the limits, defaults and explanations that are written down', () => {
    const found = ruleKindNames.flatMap((kind) => parametersOf(ruleSchema(kind) as Schema, kind))
    const own = found.filter(([at]) => !isCommon(at))
    const common = found.filter(([at]) => isCommon(at)).map(([at, limits]) => [at.replace(/^\w+/, '*'), limits] as const)
    expect(Object.fromEntries([...own, ...common])).toStrictEqual(written)
    // What every kind has means the same in each.
    expect(new Set(common.map((each) => each.join(': '))).size).toBe(new Set(common.map(([at]) => at)).size)
  })

  it('stand in an example of each kind, under a name of its own', () => {
    for (const kind of ruleKindNames) {
      const names = ruleKinds[kind].examples.map(({ name }) => name)
      expect([kind, names.length > 0, new Set(names).size, names.includes('')]).toStrictEqual([kind, true, names.length, false])
    }
  })
})
