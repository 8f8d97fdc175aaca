import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'parindex-cli-'))
const parindex = (...words: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'bin/parindex'), ...words], { encoding: 'utf8', cwd: folder })
const golden = (name: string): string => join(root, 'golden', name)

const framework = {
  format: 'parindex/framework@1',
  title: 'Bộ tiêu chí thử',
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
  ],
}
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

describe('parindex on the command line', () => {
  it('prints one JSON value and nothing else, problems with their sentences, and ends with 1 when there are some', () => {
    const { stdout, status } = parindex('read', golden('binh-phuoc-2022/input-calc.xlsx'), '--json')
    const { kind, framework: read, problems } = JSON.parse(stdout)
    expect([kind, read.nodes.length, status]).toEqual(['criteria', 8, 1])
    expect(problems).toContainEqual({
      code: 'totalMismatch',
      at: '4.4',
      severity: expect.any(String),
      line: expect.any(Number),
      printed: '3',
      derived: '2.5',
      from: 'children',
      message: 'Tiêu chí 4.4 ghi 3 điểm nhưng các tiêu chí thành phần cộng lại 2,5 điểm.',
    })
  })

  it('shows a person the tree and the problems with their lines', () => {
    const { stdout } = parindex('read', golden('binh-phuoc-2022/input-calc.xlsx'))
    expect(stdout).toContain('8 lĩnh vực, 40 tiêu chí, 91 tiêu chí thành phần; 102 tiêu chí chấm điểm, tổng 100 điểm.')
    expect(stdout).toMatch(/Lưu ý: dòng \d+: Tiêu chí 4\.3\.1 chưa có đơn vị phối hợp\./)
  })

  it('says in the language asked for why a file is refused', () => {
    const { stdout, status } = parindex('read', golden('bad-old-word/input.doc'), '--json', '--lang', 'en')
    expect(JSON.parse(stdout).problems[0].message).toContain('old Office format')
    expect(status).toBe(1)
  })

  it('computes results, freezes them in a bundle, verifies it and finds a changed figure', () => {
    const scores = file('scores.csv', 'unit,code,points,status\nSở A,1.1,1.5,\nSở A,1.2,1,\nSở B,1.1,2,\nSở B,1.2,1,\n')
    const words = [
      'compute',
      '--framework',
      file('f.json', JSON.stringify(framework)),
      '--scores',
      scores,
      '--bundle',
      join(folder, 'b.json'),
      '--json',
    ]
    const { stdout, status } = parindex(...words)
    const results = JSON.parse(stdout)
    expect([status, results.units.map((unit: { rank: number; points: string }) => [unit.points, unit.rank])]).toEqual([
      0,
      [
        ['2.5', 2],
        ['3', 1],
      ],
    ])
    const verified = parindex('verify', join(folder, 'b.json'), '--json')
    expect([verified.status, JSON.parse(verified.stdout).holds]).toEqual([0, true])
    const changed = file('changed.json', readFileSync(join(folder, 'b.json'), 'utf8').replace('"rank":1', '"rank":7'))
    const found = parindex('verify', changed, '--json')
    expect([found.status, JSON.parse(found.stdout).problems.map((problem: { code: string }) => problem.code)]).toEqual([
      1,
      ['hashDiffers', 'bundleDiffers'],
    ])
  })

  it('checks the frameworks of this repository', () => {
    expect(parindex('check', join(root, 'frameworks/demo-so.json')).status).toBe(0)
    expect(parindex('check', join(root, 'frameworks/demo-xa.json')).status).toBe(0)
    expect(JSON.parse(parindex('check', join(root, 'frameworks/binh-phuoc-2021-so.json'), '--json').stdout).problems).toHaveLength(3)
  })

  it.each([
    [['nothing'], 'unknownCommand'],
    [['report', 'poem', '--out', 'a.pdf'], 'invalidOption'],
    [['report', 'guidance', '--out', 'a.txt'], 'invalidOption'],
    [['report', 'guidance'], 'missingArgument'],
    [['read'], 'missingArgument'],
    [['read', 'a', 'b'], 'extraArgument'],
    [['read', 'a', '--kinds', 'b'], 'unknownOption'],
    [['read', 'a', '--kind', 'b'], 'invalidOption'],
    [['read', 'not-there.docx'], 'noSuchFile'],
  ])('refuses %j as wrong usage: %s', (words, reason) => {
    const { stdout, status } = parindex(...words, '--json')
    expect([JSON.parse(stdout).problems[0].reason, status]).toEqual([reason, 2])
  })

  it('works through a link from another folder, and helps when asked', () => {
    symlinkSync(join(root, 'bin/parindex'), join(folder, 'parindex'))
    const { stdout, status } = spawnSync(process.execPath, [join(folder, 'parindex'), '--help'], { encoding: 'utf8', cwd: folder })
    expect([stdout.includes('parindex LỆNH'), status]).toEqual([true, 0])
  })
})
