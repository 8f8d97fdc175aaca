import { describe, expect, it } from 'vitest'
import { fraction } from '../exact/fraction.ts'
import { type Points, parsePoints } from '../exact/points.ts'
import { nodeId, unitId } from '../ids.ts'
import { framework } from './by-hand.ts'
import { applyEdits, type Edit, editShape } from './edits.ts'
import { parseScores } from './parse-scores.ts'
import { exactPercent, rankTotals } from './rank-totals.ts'
import { fieldOf } from './rank-units.ts'
import { parseResults } from './results-file.ts'
import { gatherUnits, type LeafScore } from './scores.ts'

const points = (text: string): Points => parsePoints(text) as Points
const scored = (text: string, appliedMax?: string): LeafScore => ({
  status: 'scored',
  points: points(text),
  ...(appliedMax !== undefined && { appliedMax: points(appliedMax) }),
})
const [missing, notMeasured] = [{ status: 'missing' }, { status: 'notMeasured' }] as const
const nodes = [
  { code: '1', name: 'a', children: [{ code: '1.1', name: 'b', maxPoints: '2' }] },
  { code: 'C', name: 'c', counting: 'bonus', maxPoints: '1' },
  { code: 'D', name: 'd', counting: 'penalty', maxPoints: '-1' },
]
const set = framework(nodes)

describe('one line of a scores file', () => {
  const header = ['unit', 'code', 'points', 'status', 'treatment', 'group', 'ranked', 'appliedMax', 'round']
  const read = (line: object, heads = header) => {
    const cells = { unit: 'A', code: '1.1', ...line } as Readonly<Record<string, string>>
    return parseScores([heads, header.map((name) => cells[name] ?? '')], set)
  }
  const gives = (line: object) => {
    const result = read(line)
    return result.ok ? result.value.map(({ unit: _, node: __, line: ___, ...rest }) => rest) : result.problems
  }
  const problem = (code: string, at: string, facts: object = {}) => [{ code, severity: 'error', at, line: 2, ...facts }]
  const invalid = (at: string, field: string, value: string, expected: string) => problem('invalidValue', at, { field, value, expected })

  it('gives a score, or is refused with all that is wrong in it', () => {
    const plain = (score: LeafScore) => [{ score, ranked: true }]
    const rows: readonly (readonly [object, object[]])[] = [
      [{ points: '1' }, plain(scored('1'))],
      [{ points: '1', status: 'scored' }, plain(scored('1'))],
      [{}, plain(missing)],
      [{ status: 'scored' }, plain(missing)],
      [{ status: 'missing' }, plain(missing)],
      [{ status: 'notMeasured', points: '0' }, plain(notMeasured)],
      [{ status: 'notApplicable' }, plain({ status: 'notApplicable' })],
      [{ status: 'notApplicable', treatment: 'full' }, plain({ status: 'notApplicable', treatment: 'full' })],
      [
        { points: '1', ranked: 'yes', group: 'sở', round: 'claimed' },
        [{ score: scored('1'), ranked: true, group: 'sở', round: 'claimed' }],
      ],
      [{ points: '1', ranked: 'no' }, [{ score: scored('1'), ranked: false }]],
      [{ points: '1', ranked: 'CÓ' }, plain(scored('1'))],
      [{ points: '1', ranked: 'Không' }, [{ score: scored('1'), ranked: false }]],
      [{ points: '1', appliedMax: '1.5' }, plain(scored('1', '1.5'))],
      [{ points: '1', appliedMax: '1' }, plain(scored('1', '1'))],
      [{ points: '1', appliedMax: '2' }, plain(scored('1'))],
      [{ points: '1', appliedMax: 'x' }, problem('invalidPoints', '1.1', { value: 'x' })],
      [{ points: '1', appliedMax: '2.5' }, problem('abovePoints', '1.1', { points: '2.5', max: '2' })],
      [{ points: '1', appliedMax: '0.5' }, problem('abovePoints', '1.1', { points: '1', max: '0.5' })],
      [{ appliedMax: '1' }, invalid('1.1', 'appliedMax', '1', '')],
      [{ code: 'C', points: '1', appliedMax: '1' }, invalid('C', 'appliedMax', '1', '')],
      [{ points: 'một' }, problem('invalidPoints', '1.1', { value: 'một' })],
      [{ points: '1', status: 'x' }, invalid('1.1', 'status', 'x', 'scored | notApplicable | missing | notMeasured')],
      [{ status: 'notApplicable', treatment: 'half' }, invalid('1.1', 'treatment', 'half', 'excluded | full | zero | redistributed')],
      [{ points: '1', treatment: 'full' }, problem('treatmentNotAllowed', '1.1', { treatment: 'full' })],
      [{ points: '1', status: 'missing' }, invalid('1.1', 'points', '1', '0')],
      [{ points: '1', ranked: 'x' }, invalid('A', 'ranked', 'x', 'yes | no')],
      [{ code: '', points: '1' }, problem('missingField', 'code', { field: 'code' })],
      [{ code: '1', points: '1' }, problem('notALeaf', '1', { node: '1' })],
      [{ code: '9', points: '1', appliedMax: 'x' }, problem('unknownNode', '9', { node: '9' })],
      [{ unit: '', points: '1' }, problem('missingField', 'unit', { field: 'unit' })],
      [
        { unit: '', code: '9', points: 'x', ranked: 'x' },
        [
          ...problem('missingField', 'unit', { field: 'unit' }),
          ...problem('unknownNode', '9', { node: '9' }),
          ...problem('invalidPoints', '9', { value: 'x' }),
          ...invalid('', 'ranked', 'x', 'yes | no'),
        ],
      ],
    ]
    for (const [line, given] of rows) expect([line, gives(line)]).toStrictEqual([line, given])
  })

  it('is understood in the words of offices', () => {
    const words: readonly (readonly [string, string])[] = [
      ['Đã chấm', 'scored'],
      ['có điểm', 'scored'],
      ['Không phát sinh', 'notApplicable'],
      ['Không áp dụng', 'notApplicable'],
      ['Chưa có số liệu', 'missing'],
      ['chưa chấm', 'missing'],
      ['chưa có điểm', 'missing'],
      ['THIẾU', 'missing'],
      ['Không đo trong kỳ', 'notMeasured'],
      ['không đo', 'notMeasured'],
      ['không đo được', 'notMeasured'],
    ]
    for (const [word, status] of words)
      expect(gives({ status: word, ...(status === 'scored' && { points: '1' }) })).toMatchObject([{ score: { status } }])
    const columns: Readonly<Record<string, readonly string[]>> = {
      unit: ['Đơn vị', 'Tên đơn vị', 'Cơ quan', 'Cơ quan, đơn vị'],
      code: ['Mã', 'Mã số', 'Mã tiêu chí', 'Tiêu chí', 'STT tiêu chí'],
      points: ['Điểm', 'Số điểm', 'Điểm số', 'Điểm đạt', 'Điểm đạt được'],
      status: ['Trạng thái', 'Tình trạng'],
      round: ['Vòng', 'Vòng chấm', 'Lượt', 'Lần chấm'],
      treatment: ['Cách xử lý', 'Xử lý'],
      group: ['Nhóm', 'Khối', 'Nhóm đơn vị'],
      appliedMax: ['Điểm tối đa áp dụng', 'Điểm tối đa được áp dụng'],
      ranked: ['Xếp hạng', 'Có xếp hạng', 'Được xếp hạng'],
    }
    const whole = { points: '1', group: 'sở', ranked: 'no', appliedMax: '1.5', round: 'claimed' }
    const unscored = { status: 'notApplicable', treatment: 'full' }
    for (const [column, names] of Object.entries(columns))
      for (const name of names) {
        const heads = header.map((head) => (head === column ? ` ${name} ` : head))
        for (const line of [whole, unscored]) expect(read(line, heads)).toStrictEqual(read(line))
      }
  })

  it('stands beside others of its unit in one group and round, each leaf once', () => {
    const lines = (...rows: readonly (readonly string[])[]) => parseScores([['unit', 'code', 'points', 'group', 'round'], ...rows], set)
    const told = (...rows: readonly (readonly string[])[]) => {
      const result = lines(...rows)
      return result.ok ? [] : result.problems
    }
    expect(told(['A', '1.1', '1', 'sở', ''], ['', ' ', ''], ['A', '1.1', '1', 'xã', ''], ['A', '1.1', '2', '', ''])).toStrictEqual([
      { code: 'invalidValue', severity: 'error', at: 'A', line: 4, field: 'group', value: 'xã', expected: 'sở' },
      { code: 'duplicateLine', severity: 'error', at: '1.1', line: 4, unit: 'A', node: '1.1', first: 2 },
      { code: 'duplicateLine', severity: 'error', at: '1.1', line: 5, unit: 'A', node: '1.1', first: 2 },
    ])
    expect(told(['A', '1.1', '1', '', ''], ['A', 'C', '1', 'sở', ''], ['B', 'C', '1', 'xã', ''])).toStrictEqual([])
    expect(told(['A', '1.1', '1', '', 'một'], ['A', '1.1', '1', '', 'hai'])).toStrictEqual([
      { code: 'missingField', severity: 'error', at: 'round', field: 'round' },
    ])
    expect(
      parseScores(
        [
          ['unit', 'code', 'points', 'round'],
          ['A', '1.1', '1', 'một'],
        ],
        set,
        { round: 'hai' },
      ),
    ).toStrictEqual({
      ok: false,
      problems: [{ code: 'invalidValue', severity: 'error', at: 'round', line: 1, field: 'round', value: 'hai', expected: 'một' }],
    })
    expect(
      parseScores(
        [
          ['unit', 'code', 'points'],
          ['A', '1.1', '1'],
        ],
        set,
        { round: 'hai' },
      ).ok,
    ).toBe(true)
    expect(parseScores([['unit'], ['A']], set)).toStrictEqual({
      ok: false,
      problems: ['code', 'points'].map((field) => ({ code: 'missingField', severity: 'error', at: field, line: 1, field })),
    })
    const short = lines(['A', '1.1'])
    expect(short.ok && gatherUnits(short.value)).toStrictEqual([{ unit: 'A', ranked: true, scores: new Map([['1.1', missing]]) }])
  })
})

describe('what if something else had been given', () => {
  const trial = {
    framework: set,
    units: ['A', 'B'].map((name) => ({ unit: unitId(name), ranked: true, scores: new Map([[nodeId('1.1'), scored('1')]]) })),
    facts: new Map(
      ['A', 'B'].map((name) => [
        unitId(name),
        new Map([
          [nodeId('1.1'), { a: '1' }],
          [nodeId('C'), { b: '2' }],
        ]),
      ]),
    ),
  }
  const edited = (edit: Edit) => applyEdits(trial, [edit])
  const refused = (at: string, code: string, facts: object) => ({ ok: false, problems: [{ code, severity: 'error', at, ...facts }] })

  it('is refused with what stands in the edit', () => {
    const score = { kind: 'score', node: '1.1', status: 'scored' } as const
    expect(edited({ kind: 'maximum', node: '9', points: '1' })).toStrictEqual(refused('9', 'unknownNode', { node: '9' }))
    for (const value of ['x', '0', '-1', ''])
      expect(edited({ kind: 'maximum', node: '1.1', points: value })).toStrictEqual(refused('1.1', 'invalidPoints', { value }))
    expect(edited({ kind: 'maximum', node: 'D', points: '1' })).toStrictEqual(refused('D', 'invalidPoints', { value: '1' }))
    expect(edited(score)).toStrictEqual(refused('1.1', 'invalidPoints', { value: '' }))
    expect(edited({ ...score, points: 'x' })).toStrictEqual(refused('1.1', 'invalidPoints', { value: 'x' }))
    expect(edited({ ...score, node: '1', points: '1' })).toStrictEqual(refused('1', 'unknownNode', { node: '1' }))
    expect(edited({ ...score, unit: 'Z', points: '1' })).toStrictEqual(refused('1.1', 'unknownUnit', { unit: 'Z' }))
  })

  it('changes one unit or all, and takes the facts of what is set by hand away', () => {
    const after = (edit: Edit) => {
      const result = edited(edit)
      return (
        result.ok && {
          scores: result.value.units.map(({ scores }) => scores.get(nodeId('1.1'))),
          facts: [...(result.value.facts?.values() ?? [])].map((of) => [...of.keys()]),
        }
      )
    }
    const score = { kind: 'score', node: '1.1', status: 'scored', points: '2' } as const
    expect(after({ ...score, unit: 'A' })).toStrictEqual({ scores: [scored('2'), scored('1')], facts: [['C'], ['1.1', 'C']] })
    expect(after(score)).toStrictEqual({ scores: [scored('2'), scored('2')], facts: [['C'], ['C']] })
    expect(after({ kind: 'score', node: '1.1', status: 'notMeasured' })).toStrictEqual({
      scores: [notMeasured, notMeasured],
      facts: [['C'], ['C']],
    })
    const { facts: _, ...factless } = trial
    expect(applyEdits(factless, [score])).not.toHaveProperty('value.facts')
    const wide = applyEdits(trial, [{ kind: 'maximum', node: '1', points: '4' }])
    expect(wide.ok && wide.value.units[0]?.scores.get(nodeId('1.1'))).toStrictEqual(scored('2'))
  })

  it('is written in four ways and no other', () => {
    const takes = (edit: object): boolean => editShape.safeParse(edit).success
    const score = { kind: 'score', node: '1', status: 'scored' }
    const taken = [
      score,
      ...['notApplicable', 'missing', 'notMeasured'].map((status) => ({ ...score, status })),
      { ...score, unit: 'A', points: '1' },
      { kind: 'notApplicable', treatment: 'full' },
      { kind: 'maximum', node: '1', points: '2' },
      { kind: 'rule', node: '1', rule: { kind: 'ratio', over: 'x' } },
    ]
    const refusedEdits = [
      { kind: 'x' },
      { ...score, status: 'x' },
      { ...score, more: 1 },
      { kind: 'notApplicable', treatment: 'x' },
      { kind: 'maximum', node: '1' },
      { kind: 'rule', node: '1', rule: {} },
    ]
    expect([taken.map(takes), refusedEdits.map(takes)]).toStrictEqual([taken.map(() => true), refusedEdits.map(() => false)])
  })
})

describe('ranks of what is there already', () => {
  const total = (exact: string | null) => ({ exact, ranked: true, tieKeys: [] })
  const policy = { method: 'competition', tieBreak: [], precision: 'full' } as const

  it('are taken on quotients of any length, below nothing and above the whole', () => {
    const ranks = (...list: readonly (string | null)[]) => rankTotals(list.map(total), policy)
    expect(ranks('1/3', '333333333/1000000000', '1/2', null)).toStrictEqual([2, 3, 1, null])
    expect(ranks('-1/2', '0/1', '5/2', '2/1', '9999999/9999998')).toStrictEqual([5, 4, 1, 2, 3])
    expect(ranks('1/10000000', '1/10000001')).toStrictEqual([1, 2])
    expect([exactPercent('1/4'), exactPercent(null)]).toStrictEqual([fraction(25n), null])
  })

  it('fall back to the order of ids, groups apart, whoever is not ranked beside', () => {
    const unit = (name: string, group?: string, ranked = true) => ({ unit: unitId(name), ranked, ...(group !== undefined && { group }) })
    expect(fieldOf([unit('c', 'x'), unit('a', 'y'), unit('b', 'x'), unit('d'), unit('a', 'y', false)])).toStrictEqual({
      order: Int32Array.of(1, 4, 2, 0, 3),
      groups: Int32Array.of(0, 1, 0, 2, -1),
      groupCount: 3,
    })
  })

  it('are read from a results file, with every figure as text', () => {
    const sum = { points: '1.5', appliedMax: '2', percent: '75', rank: 1 }
    const unit = {
      unit: 'A',
      ...sum,
      exact: '3/4',
      bySource: { appraised: '1', survey: '0', external: '0', panel: '0' },
      nodes: { '1': { ...sum, later: 1 } },
      later: 1,
    }
    const file = { units: [unit], ranking: 'dense', later: 1 }
    expect(parseResults(file)).toStrictEqual({ ok: true, value: file })
    const changed = (change: object) => parseResults({ ...file, units: [{ ...unit, ...change }] }).ok
    expect(
      [{ points: '-12.345' }, { points: '10' }, { points: null, percent: null, rank: null, exact: null }, { group: 'x' }].map(changed),
    ).toStrictEqual([true, true, true, true])
    const refused = [
      { points: '1,5' },
      { points: '1.' },
      { points: 'x' },
      { points: 'x1' },
      { points: '1x' },
      { appliedMax: null },
      { rank: 0 },
      { rank: 1.5 },
      { unit: 1 },
      { bySource: { x: '1' } },
      { nodes: { '1': {} } },
    ]
    expect(refused.map(changed)).toStrictEqual(refused.map(() => false))
    expect([parseResults({}).ok, parseResults({ ...file, ranking: 'x' }).ok]).toStrictEqual([false, false])
  })
})
