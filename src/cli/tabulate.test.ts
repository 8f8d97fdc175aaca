import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { sampleQuestionnaire, sampleRows } from '../core/survey/sample-questionnaire.ts'

const run = promisify(execFile)
const launcher = join(import.meta.dirname, '../../bin/parindex')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parindex-tabulate-'))
  await writeFile(join(folder, 'q.json'), JSON.stringify(sampleQuestionnaire))
  await writeFile(join(folder, 'r.csv'), sampleRows.map((cells) => cells.join(',')).join('\n'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const parindex = async (...words: readonly string[]): Promise<{ status: number; out: string; err: string }> => {
  try {
    const { stdout, stderr } = await run(launcher, ['tabulate', ...words], { cwd: folder })
    return { status: 0, out: stdout, err: stderr }
  } catch (thrown) {
    const { code, stdout, stderr } = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() }).parse(thrown)
    return { status: code, out: stdout, err: stderr }
  }
}
const files = ['--questionnaire', 'q.json', '--responses', 'r.csv']

describe('parindex tabulate', () => {
  it('gives counts, means, shares and points per leaf as one JSON value', async () => {
    const { status, out } = await parindex(...files, '--json')
    const value = JSON.parse(out) as {
      questions: { id: string; total: object }[]
      units: { unit: string; leaves: Record<string, object> }[]
    }
    expect(status).toBe(0)
    expect(value).toMatchObject({ questionnaire: 'Phiếu hỏi mẫu', responses: 5, suppressBelow: 5, groups: { delegates: 2, officials: 3 } })
    expect(value.questions[0]).toMatchObject({
      id: 'q1',
      total: { counts: { '3': 1, '5': 2 }, valid: 4, dontKnow: 1, mean: '4.25', positiveShare: '0.75', positiveShareExact: '3/4' },
      units: { 'so-1': { valid: 3, groups: { officials: { valid: 1, dontKnow: 1 } } } },
    })
    expect(value.units[0]).toMatchObject({
      unit: 'so-1',
      points: '4.573333',
      appliedMax: '7',
      leaves: {
        '8.1': {
          status: 'scored',
          points: '1.333333',
          exact: '4/3',
          answers: 3,
          trace: { groups: [{ questions: [{ counts: { '3': 1 } }] }] },
        },
      },
    })
    expect(value.units[1]).toMatchObject({
      leaves: { '8.2': { status: 'notMeasured', points: null, appliedMax: '0', why: 'groupWithoutAnswers' } },
    })
  })

  it('withholds what so few said when it is to be published', async () => {
    const value = JSON.parse((await parindex(...files, '--published', '--json')).out) as { questions: { total: object }[]; units: object[] }
    expect(value.questions[0]?.total).toMatchObject({ withheld: true })
    expect(value.units[0]).toMatchObject({ withheld: true, leaves: { '8.1': { withheld: true } } })
    expect(JSON.stringify(value)).not.toMatch(/"(?:valid|dontKnow|noAnswer|positive)":[1-9]/)
  })

  it('tells a person in Vietnamese, with commas', async () => {
    const { out } = await parindex(...files)
    expect(out).toContain('5 phiếu trả lời.')
    expect(out).toMatch(/q1 +Mức độ hài lòng +4 +1 +0 +4,25 +75,00 % +± 42,44 %/)
    expect(out).toMatch(/so-2 +8\.2 .*không đo được: thiếu nhóm +1/)
  })

  it('prints both schemas', async () => {
    const value = JSON.parse((await parindex('--schemas', '--json')).out) as object
    expect(value).toMatchObject({
      questionnaire: { properties: { format: { const: 'parindex/questionnaire@1' }, sections: { type: 'array' } } },
      responses: { required: ['response_id', 'unit', 'group'] },
    })
  })

  it('refuses with every problem, and with wrong usage', async () => {
    await writeFile(
      join(folder, 'bad.csv'),
      'response_id,unit,group,q1,q2,q3,q4,q5.a,q5.b,q6,q7\nr1,so-1,delegates,9,,,,,,,\nr1,so-1,nobody,1,,,,,,,',
    )
    const { status, out } = await parindex('--questionnaire', 'q.json', '--responses', 'bad.csv', '--json')
    expect(status).toBe(1)
    expect((JSON.parse(out) as { problems: { code: string; line: number }[] }).problems.map(({ code, line }) => [code, line])).toEqual([
      ['responseFault', 2],
      ['responseFault', 3],
      ['responseFault', 3],
    ])
    expect((await parindex('--questionnaire', 'q.json')).status).toBe(2)
    expect((await parindex(...files, '--confidence', '96')).status).toBe(2)
  })
})
