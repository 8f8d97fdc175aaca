import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { nodeId, unitId } from '../ids.ts'
import { parseFramework } from '../framework/parse-framework.ts'
import { computeResults } from '../results/compute-results.ts'
import { parseScores } from '../results/parse-scores.ts'
import { gatherUnits } from '../results/scores.ts'
import { formatBundle, makeBundle, withoutGrounds } from './bundle.ts'
import { unbundleUnits } from './parse-bundle.ts'
import { verifyBundle } from './verify-bundle.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

const bundle = () => {
  const framework = parseFramework({
    format: 'parindex/framework@1',
    title: 'Bộ tiêu chí',
    year: 2025,
    nodes: [
      {
        code: '1',
        name: 'Chỉ đạo',
        children: [
          { code: '1.1', name: 'Kế hoạch', maxPoints: '2' },
          { code: '1.2', name: 'Báo cáo', maxPoints: '1' },
        ],
      },
      { code: '2', name: 'Khảo sát', maxPoints: '3', source: 'survey' },
    ],
  })
  if (!framework.ok) throw new Error()
  const rows = [
    'unit,code,points,status,treatment',
    'Sở A,1.1,1.5,,',
    'Sở A,1.2,,notApplicable,redistributed',
    'Sở A,2,2.75,,',
    'Sở B,1.1,2,,',
    'Sở B,2,,missing,',
  ]
  const lines = parseScores(
    rows.map((row) => row.split(',')),
    framework.value,
  )
  if (!lines.ok) throw new Error(JSON.stringify(lines.problems))
  const units = gatherUnits(lines.value)
  const options = { trace: true }
  const results = computeResults(framework.value, units, options)
  if (!results.ok) throw new Error()
  return makeBundle({ framework: framework.value, units, options, results: results.value }, sha256)
}

const grounds = {
  'Sở A': {
    '1.1': { claimed: { status: 'scored', points: '2' }, given: { status: 'scored', points: '1.5' }, reason: 'Chậm 12 ngày' },
    '1.2': { claimed: { status: 'notApplicable' }, given: { status: 'notApplicable' }, basis: 'Không phát sinh' },
  },
} as const

const groundedBundle = () => {
  const { framework, inputs, options, results } = bundle()
  const parsed = parseFramework(framework)
  const units = unbundleUnits(inputs)
  if (!parsed.ok || !units.ok) throw new Error()
  return makeBundle({ framework: parsed.value, units: units.value, options, results, grounds }, sha256)
}

/** What a file goes through: text and back. */
const reread = (value: unknown): Record<string, never> => JSON.parse(JSON.stringify(value))

describe('a bundle of published results', () => {
  it('holds after a way through a file: every number, every trace and the hash', () => {
    expect(verifyBundle(JSON.parse(formatBundle(bundle())), sha256)).toStrictEqual([])
  })

  it('shows a changed figure and the hash that no longer fits', () => {
    const changed = structuredClone(reread(bundle())) as unknown as { results: { units: { percent: string }[] } }
    const [first] = changed.results.units
    if (!first) throw new Error()
    const derived = first.percent
    first.percent = '99.000000'
    expect(verifyBundle(changed, sha256)).toMatchObject([
      { code: 'hashDiffers', at: 'hash' },
      { code: 'bundleDiffers', unit: 'Sở A', field: 'percent', printed: '99.000000', derived },
    ])
  })

  it('shows every figure that a changed score would have moved, even when the hash was made anew', () => {
    const { hash: _, ...content } = reread(bundle()) as unknown as ReturnType<typeof bundle>
    const inputs = content.inputs.map((unit) =>
      unit.unit === 'Sở B' ? { ...unit, scores: { ...unit.scores, '1.1': { status: 'scored', points: '1' } } } : unit,
    )
    const forged = { ...content, inputs, hash: sha256(JSON.stringify({})) }
    const fields = verifyBundle(forged, sha256).flatMap((problem) => (problem.code === 'bundleDiffers' ? [problem.field] : []))
    expect(fields).toStrictEqual(
      expect.arrayContaining(['points', 'percent', 'exact', 'bySource.appraised', 'nodes.1.1.points', 'nodes.1.percent']),
    )
  })

  it('refuses what it would not look at', () => {
    expect(verifyBundle({ ...reread(bundle()), seal: 'x' }, sha256)).toMatchObject([{ code: 'unknownField', at: 'seal' }])
    let trace: unknown = {}
    for (let depth = 0; depth < 50_000; depth++) trace = [trace]
    expect(verifyBundle({ ...reread(bundle()), trace }, sha256)).toMatchObject([{ code: 'tooLarge', what: 'levels' }])
    expect(verifyBundle('{}', sha256)).toMatchObject([{ code: 'invalidValue', at: '' }])
  })

  it('shows a unit that was dropped from the results', () => {
    const changed = reread(bundle()) as unknown as { results: { units: unknown[] } }
    changed.results.units.pop()
    expect(verifyBundle(changed, sha256).map(({ code }) => code)).toStrictEqual(['hashDiffers', 'bundleDiffers'])
  })

  it('holds with the reasons in it, and in a copy without them', () => {
    expect(verifyBundle(reread(groundedBundle()), sha256)).toStrictEqual([])
    expect(verifyBundle(reread(withoutGrounds(groundedBundle())), sha256)).toStrictEqual([])
    expect(groundedBundle().hash).not.toBe(bundle().hash)
  })

  it('shows a reason that was changed, and a ground that speaks of other points than were counted', () => {
    const reworded = reread(groundedBundle()) as unknown as { grounds: { 'Sở A': { '1.1': { reason: string } } } }
    reworded.grounds['Sở A']['1.1'].reason = 'Không chậm'
    expect(verifyBundle(reworded, sha256)).toMatchObject([{ code: 'hashDiffers', at: 'groundsHash' }])
    const other = reread(groundedBundle()) as unknown as { grounds: { 'Sở A': { '1.1': { given: { points: string } } } } }
    other.grounds['Sở A']['1.1'].given.points = '2'
    expect(verifyBundle(other, sha256)).toMatchObject([
      { code: 'hashDiffers', at: 'groundsHash' },
      { code: 'bundleDiffers', unit: 'Sở A', field: 'grounds.1.1.points', printed: '2', derived: '1.5' },
    ])
  })

  it('names the very hash that is printed, and the one that the content has', () => {
    const whole = groundedBundle()
    expect(whole.format).toBe('parindex/bundle@1')
    expect(verifyBundle({ ...reread(whole), hash: 'x' }, sha256)).toStrictEqual([
      { code: 'hashDiffers', severity: 'error', at: 'hash', printed: 'x', derived: whole.hash },
    ])
    const { groundsHash: _, ...unhashed } = reread(whole) as unknown as Record<string, unknown>
    expect(verifyBundle(unhashed, sha256)).toContainEqual({
      code: 'hashDiffers',
      severity: 'error',
      at: 'groundsHash',
      printed: '',
      derived: whole.groundsHash,
    })
  })

  it('names units that are printed twice, another order of ranking, and what only one side has', () => {
    const differing = (change: (results: Record<string, never>) => object): unknown[] => {
      const changed = reread(bundle()) as unknown as { results: Record<string, never> }
      return verifyBundle({ ...changed, results: change(changed.results) }, sha256).slice(1)
    }
    const at = (place: string, unit: string, field: string, printed: string, derived: string) => [
      { code: 'bundleDiffers', severity: 'error', at: place, unit, field, printed, derived },
    ]
    const results = bundle().results
    const [first, second] = results.units
    expect(differing(() => ({ ...results, units: [...results.units, first] }))).toStrictEqual(at('units', '', 'units', '3', '2'))
    expect(differing(() => ({ ...results, ranking: 'dense' }))).toStrictEqual(at('ranking', '', 'ranking', 'dense', results.ranking))
    expect(differing(() => ({ ...results, units: [first] }))).toStrictEqual(at('Sở B', 'Sở B', '', '', JSON.stringify(second)))
    expect(differing(() => ({ ...results, units: [{ ...first, rank: 7 }, second] }))).toStrictEqual(
      at('Sở A.rank', 'Sở A', 'rank', '7', JSON.stringify(first?.rank)),
    )
    expect(differing(() => ({ ...results, units: [{ ...first, points: null }, second] }))).toStrictEqual(
      at('Sở A.points', 'Sở A', 'points', 'null', first?.points ?? ''),
    )
  })

  it('compares a ground of a unit or leaf without score with a missing one', () => {
    const { framework, inputs, options, results } = bundle()
    const [parsed, units] = [parseFramework(framework), unbundleUnits(inputs)]
    if (!parsed.ok || !units.ok) throw new Error()
    const computed = { framework: parsed.value, units: units.value, options, results }
    const given = { status: 'missing' } as const
    const grounds = { 'Sở C': { '1.1': { given } }, 'Sở B': { '1.2': { given } } }
    expect(verifyBundle(reread(makeBundle({ ...computed, grounds }, sha256)), sha256)).toStrictEqual([])
    const scored = { 'Sở C': { '1.1': { given: { status: 'scored' as const, points: '1' } } } }
    expect(verifyBundle(reread(makeBundle({ ...computed, grounds: scored }, sha256)), sha256)).toMatchObject([
      { at: 'Sở C.grounds.1.1.status', printed: 'scored', derived: 'missing' },
      { at: 'Sở C.grounds.1.1.points', printed: '1', derived: '' },
    ])
  })

  it('gives the reasons where framework or scores cannot be read, beside the hash that does not fit', () => {
    const whole = reread(bundle()) as unknown as ReturnType<typeof bundle>
    expect(verifyBundle({ ...whole, framework: {} }, sha256).map(({ code }) => code)).toEqual(
      expect.arrayContaining(['hashDiffers', 'missingField']),
    )
    const inputs = whole.inputs.map((unit) => ({
      ...unit,
      scores: { '1.1': { status: 'scored', points: 'hai' }, '1.2': { status: 'scored' } },
    }))
    expect(verifyBundle({ ...whole, inputs: inputs.slice(0, 1) }, sha256).slice(1)).toStrictEqual([
      { code: 'invalidPoints', severity: 'error', at: '1.1', value: 'hai' },
      { code: 'invalidPoints', severity: 'error', at: '1.2', value: '' },
    ])
  })

  it('keeps the group of a unit, leaves out what a unit does not have, and says how deep a file may nest', () => {
    const read = unbundleUnits([
      { unit: 'A', group: 'so', ranked: true, scores: { '1': { status: 'missing' } } },
      { unit: 'B', ranked: false, scores: {} },
    ])
    if (!read.ok) throw new Error()
    expect(read.value).toStrictEqual([
      { unit: 'A', group: 'so', ranked: true, scores: new Map([['1', { status: 'missing' }]]) },
      { unit: 'B', ranked: false, scores: new Map() },
    ])
    const { framework, options, results } = bundle()
    const parsed = parseFramework(framework)
    if (!parsed.ok) throw new Error()
    const plain = new Map([[nodeId('1.1'), { status: 'notApplicable' as const }]])
    const units = [{ unit: unitId('A'), group: 'so', ranked: true, scores: plain }]
    expect(makeBundle({ framework: parsed.value, units, options, results }, sha256).inputs).toStrictEqual([
      { unit: 'A', group: 'so', ranked: true, scores: { '1.1': { status: 'notApplicable' } } },
    ])
    expect(bundle().inputs[0]).toStrictEqual({
      unit: 'Sở A',
      ranked: true,
      scores: {
        '1.1': { status: 'scored', points: '1.5' },
        '1.2': { status: 'notApplicable', treatment: 'redistributed' },
        '2': { status: 'scored', points: '2.75' },
      },
    })
    const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)])
    const tooDeep = { code: 'tooLarge', severity: 'error', at: '', what: 'levels', limit: '100', actual: '> 100' }
    expect(verifyBundle(nested(101), sha256)).toStrictEqual([tooDeep])
    expect(verifyBundle(nested(100), sha256)).not.toContainEqual(tooDeep)
  })
})
