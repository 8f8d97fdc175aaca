import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { rules } from './rules.ts'
import { score } from './score.ts'

const folder = await mkdtemp(join(tmpdir(), 'parindex-score-'))
afterAll(() => rm(folder, { recursive: true }))

const run = async (rule: unknown, inputs: unknown) => {
  const [ruleFile, inputsFile] = [join(folder, 'rule.json'), join(folder, 'inputs.json')]
  await Promise.all([writeFile(ruleFile, JSON.stringify(rule)), writeFile(inputsFile, JSON.stringify(inputs))])
  return score.run({ values: { rule: ruleFile, inputs: inputsFile }, positionals: [], language: 'vi' })
}

interface Described {
  readonly kind: string
  readonly title: string
  readonly schema: { readonly properties: object }
  readonly examples: readonly { readonly rule: unknown; readonly inputs: unknown; readonly expect: object }[]
}
const { value } = await rules.run({ values: {}, positionals: [], language: 'vi' })
const kinds = value as unknown as readonly Described[]

describe('parindex rules and score', () => {
  it('describe nineteen kinds, each with a title, a schema and examples', () => {
    expect(kinds.map(({ kind }) => kind)).toHaveLength(19)
    for (const { title, schema, examples } of kinds) {
      expect(title).not.toBe('')
      expect(schema.properties).toHaveProperty('max')
      expect(examples.length).toBeGreaterThan(1)
    }
  })

  it('give for every example what the example says', async () => {
    for (const { examples } of kinds)
      for (const example of examples) {
        const outcome = await run(example.rule, example.inputs)
        expect(outcome.value).toMatchObject(example.expect)
        expect(outcome.status).toBe(outcome.problems.length > 0 ? 1 : 0)
      }
  })

  it('tell a person the rule, the points and why', async () => {
    const { text } = await run({ kind: 'perItem', max: '2', each: '0,5' }, { count: 3 })
    expect(text.split('\n')).toEqual([
      'Cách tính điểm: Mỗi việc được 0,5 điểm, tối đa 2 điểm.',
      'Được 1,5 trên 2 điểm.',
      '  3 việc, mỗi việc 0,5 điểm, tối đa 2 điểm: 1,5 điểm.',
    ])
  })

  it('print the problems of the rule and of the inputs at once', async () => {
    const { status, problems } = await run({ kind: 'ratio', max: '1', half: true }, { numerator: 0.5 })
    expect([status, problems.map(({ code }) => code)]).toEqual([1, ['unknownField', 'invalidValue']])
  })
})
