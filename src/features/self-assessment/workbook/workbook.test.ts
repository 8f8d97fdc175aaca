import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../../test/application.ts'
import type { Call } from '../../../../test/call.ts'
import { ruledFramework } from '../../../../test/ruled-framework.ts'
import { createSmallCycle } from '../../../../test/small-cycle.ts'
import { selfAssessmentRoutes, type ClaimChange } from '../contract.ts'
import { evidenceRoutes } from '../../evidence/contract.ts'
import { workbookRoutes } from './contract.ts'
import { columnAt, documentAt, factAt, rowsAbove } from './layout.ts'
import { claimsToSave, fieldKey, linksToSave } from './take.ts'

let application: TestApplication
let officer: Call
let head: Call
let elsewhere: Call

beforeAll(async () => {
  application = await startTestApplication()
  officer = await application.signInAs('unitofficer.so-1')
  head = await application.signInAs('headofunit.so-1')
  elsewhere = await application.signInAs('unitofficer.so-2')
})

interface Place {
  readonly cycleId: string
  readonly unitId: string
}
type Cells = Partial<Record<'points' | 'status' | 'explanation', string | number>>

const openSheet = async (document?: object, department = 0): Promise<Place> => {
  const { cycleId, units } = await createSmallCycle(
    application.owner,
    application.authority,
    'selfAssessing',
    null,
    ...(document ? ([document] as never[]) : []),
  )
  return { cycleId, unitId: units[department]?.id ?? '' }
}
const save = (params: Place, ...claims: ClaimChange[]) => head(selfAssessmentRoutes.change, { params, body: { claims } })
const download = async (as: Call, params: Place): Promise<Buffer> => (await as(workbookRoutes.write, { params })).raw.rawPayload

/** What a person does in a spreadsheet: the file read, cells filled in by criterion, written again. */
const fillIn = async (
  bytes: Buffer,
  edits: Readonly<Record<string, Cells>>,
  about: Readonly<Record<string, string>> = {},
): Promise<Buffer> => {
  const workbook = await readXlsx(bytes, { readStyles: true })
  const [shown, hidden] = [workbook.sheets[0], workbook.sheets.at(-1)]
  for (const [nodeId, cells] of Object.entries(edits)) {
    const row = shown?.rows.findIndex(([id], at) => at >= rowsAbove && id === nodeId) ?? -1
    const line = shown?.rows[row] ?? expect.fail(`no row of ${nodeId}`)
    for (const [column, text] of Object.entries(cells)) {
      const at = columnAt[column as keyof Cells]
      line[at] = text
    }
  }
  for (const line of hidden?.rows ?? []) if (typeof line[0] === 'string' && about[line[0]] !== undefined) line[1] = about[line[0]] ?? ''
  return Buffer.from(
    await writeXlsx({ sheets: workbook.sheets.map(({ name, rows, columns }) => ({ name, rows, ...(columns && { columns }) })) }),
  )
}
/** Rows of the sheet named, changed in place. */
const fillRows = async (bytes: Buffer, sheet: string, edit: (rows: unknown[][]) => void): Promise<Buffer> => {
  const workbook = await readXlsx(bytes, { readStyles: true })
  edit((workbook.sheets.find(({ name }) => name === sheet)?.rows ?? expect.fail(`no sheet ${sheet}`)) as unknown[][])
  return Buffer.from(
    await writeXlsx({ sheets: workbook.sheets.map(({ name, rows, columns }) => ({ name, rows, ...(columns && { columns }) })) }),
  )
}
const handIn = (as: Call, params: Place, bytes: Buffer, fileName = 'tu-danh-gia.xlsx') =>
  as(workbookRoutes.preview, { params, upload: { bytes, fileName } })
const codes = ({ problems }: { readonly problems: readonly { readonly code: string }[] }) => problems.map(({ code }) => code)
const claimAt = async (params: Place, nodeId: string) =>
  (await officer(selfAssessmentRoutes.sheet, { params })).value.claims.find((claim) => claim.nodeId === nodeId)

describe('the workbook of a self-assessment', () => {
  it('lets only the cells of the unit be filled in, and knows in a hidden sheet what it was written out for', async () => {
    const place = await openSheet()
    const { sheets, workbookProtection } = await readXlsx(await download(officer, place), { readStyles: true })
    const [shown, hidden] = [sheets[0], sheets.at(-1)]
    expect(workbookProtection?.lockStructure).toBe(true)
    expect([shown?.name, shown?.protection?.sheet, hidden?.veryHidden]).toEqual(['Tự đánh giá', true, true])
    expect(shown?.rows[2]?.slice(1, 7)).toEqual(['STT', 'Tiêu chí', 'Điểm chuẩn', 'Điểm tự đánh giá', 'Tình trạng', 'Giải trình, căn cứ'])
    expect(shown?.dataValidations).toMatchObject([{ type: 'list', values: ['Đã chấm', 'Không phát sinh', 'Chưa chấm'], range: 'F4:F10' }])
    const isOpen = (nodeId: string) => {
      const row = shown?.rows.findIndex(([id]) => id === nodeId)
      return (['name', 'points', 'explanation'] as const).map(
        (column) => shown?.cells?.get(`${row},${columnAt[column]}`)?.style?.protection?.locked === false,
      )
    }
    expect([isOpen('1.1'), isOpen('1'), isOpen('2.1')]).toEqual([
      [false, true, true],
      [false, false, false],
      [false, false, false],
    ])
    expect(hidden?.rows.slice(0, 5).map((line) => line.slice(0, 2))).toEqual([
      ['format', 'parindex/self-assessment-workbook@2'],
      ['authority', application.authority.id],
      ['cycle', place.cycleId],
      ['unit', place.unitId],
      ['framework', '0'.repeat(64)],
    ])
  })

  it('changes nothing when it comes back untouched', async () => {
    const place = await openSheet()
    await save(place, { nodeId: '1.1', version: 0, status: 'scored', points: '1,5', explanation: '=1+1\n"Kế hoạch" số 5 & <phụ lục>' })
    const preview = await handIn(officer, place, await download(officer, place))
    expect(preview.value).toEqual({ leaves: [], alreadySame: 0, problems: [] })
  })

  it('is saved as the grid saves: filled in, looked at, taken, with version and log', async () => {
    const place = await openSheet()
    const file = await fillIn(await download(officer, place), {
      '1.1': { points: '1,5', explanation: 'Kế hoạch số 12' },
      '1.2': { status: 'Không phát sinh', explanation: 'Năm 2026 không có đợt kiểm tra' },
      '1.3': { points: 0.75 },
    })
    const preview = (await handIn(officer, place, file)).value
    expect(preview.leaves.map(({ nodeId, value, explanation }) => [nodeId, value?.mine, explanation?.kind])).toEqual([
      ['1.1', { status: 'scored', points: '1.5' }, 'taken'],
      ['1.2', { status: 'notApplicable' }, 'taken'],
      ['1.3', { status: 'scored', points: '0.75' }, undefined],
    ])
    expect(await claimAt(place, '1.1')).toBeUndefined()
    const saved = await officer(selfAssessmentRoutes.change, { params: place, body: { claims: claimsToSave(preview, new Set()) } })
    expect(saved.value.saved.map(({ version }) => version)).toEqual([1, 1, 1])
    expect(await claimAt(place, '1.2')).toMatchObject({ status: 'notApplicable', explanation: 'Năm 2026 không có đợt kiểm tra' })
    expect((await handIn(officer, place, file)).value).toEqual({ leaves: [], alreadySame: 5, problems: [] })
    const late = await officer(selfAssessmentRoutes.change, { params: place, body: { claims: claimsToSave(preview, new Set()) } })
    expect([late.status, ...codes(late)]).toEqual([409, 'changedMeanwhile', 'changedMeanwhile', 'changedMeanwhile'])
  })

  it('shows both values of what somebody else changed meanwhile, and overwrites only what is chosen', async () => {
    const place = await openSheet()
    await save(place, { nodeId: '1.1', version: 0, status: 'scored', points: '1' })
    const file = await fillIn(await download(officer, place), { '1.1': { points: '1,5', explanation: 'Của tôi' }, '1.3': { points: '1' } })
    await save(
      place,
      { nodeId: '1.1', version: 1, status: 'scored', points: '2' },
      { nodeId: '1.3', version: 0, status: 'scored', points: '0,5', explanation: 'Của người đứng đầu' },
    )
    const preview = (await handIn(officer, place, file)).value
    expect(preview.leaves).toMatchObject([
      {
        nodeId: '1.1',
        stands: { version: 2, points: '2' },
        changedBy: { name: expect.any(String) },
        value: { kind: 'conflict', mine: { points: '1.5' } },
        explanation: { kind: 'taken', mine: 'Của tôi' },
      },
      { nodeId: '1.3', stands: { points: '0.5' }, value: { kind: 'conflict', mine: { points: '1' } } },
    ])
    const claims = claimsToSave(preview, new Set([fieldKey('1.3', 'value')]))
    expect((await officer(selfAssessmentRoutes.change, { params: place, body: { claims } })).status).toBe(200)
    expect(await claimAt(place, '1.1')).toMatchObject({ points: '2', explanation: 'Của tôi' })
    expect(await claimAt(place, '1.3')).toMatchObject({ points: '1', explanation: 'Của người đứng đầu' })
  })

  it('names every wrong cell by sheet and cell, all at once, and still offers the others', async () => {
    const place = await openSheet()
    const file = await fillIn(await download(officer, place), {
      '1.1': { points: '2,5' },
      '1.2': { status: 'Xong' },
      '1.3': { status: 'Không phát sinh' },
      '2.2': { points: '2', explanation: 'a'.repeat(4001) },
    })
    const { leaves, problems } = (await handIn(officer, place, file)).value
    expect(problems.map(({ cell, problem }) => `${cell} ${problem.code}`)).toEqual([
      'E5 abovePoints',
      'F6 statusNotListed',
      'G7 missingBasis',
      'G10 explanationTooLong',
    ])
    expect(problems[0]?.problem.message).toBe('Tiêu chí 1.1: 2,5 điểm vượt quá điểm tối đa 2.')
    expect(leaves).toMatchObject([{ nodeId: '2.2', value: { kind: 'taken', mine: { points: '2' } } }])
    expect(leaves[0]?.explanation).toBeUndefined()
  })

  it('keeps the facts of a leaf beside a new explanation, and takes no points where facts are asked', async () => {
    const place = await openSheet(ruledFramework)
    await save(place, { nodeId: '1.1', version: 0, status: 'scored', points: '1.9', inputs: { numerator: '95', denominator: '100' } })
    const file = await fillIn(await download(officer, place), { '1.1': { explanation: 'Theo báo cáo quý IV' }, '1.2': { points: '1' } })
    const preview = (await handIn(officer, place, file)).value
    expect(preview.problems.map(({ problem }) => `${problem.code} ${problem.at}`)).toEqual(['factsAsked 1.2'])
    await officer(selfAssessmentRoutes.change, { params: place, body: { claims: claimsToSave(preview, new Set()) } })
    expect(await claimAt(place, '1.1')).toMatchObject({
      points: '1.9',
      explanation: 'Theo báo cáo quý IV',
      inputs: { numerator: '95', denominator: '100' },
    })
  })
})

describe('facts and documents of a workbook', () => {
  const setFact = (nodeId: string, label: string, value: string) => (rows: unknown[][]) => {
    const line = rows.find((row) => row[0] === nodeId && row[4] === label) ?? expect.fail(`no ${label} of ${nodeId}`)
    line[factAt.value] = value
  }

  it('are filled in as the rule asks, give the points of the rule, and are saved with them', async () => {
    const place = await openSheet(ruledFramework)
    const sheet = await download(officer, place)
    const file = await fillRows(sheet, 'Số liệu', (rows) => {
      setFact('1.1', 'Hồ sơ đúng hạn', '95')(rows)
      setFact('1.1', 'Tổng số hồ sơ', '100')(rows)
      setFact('1.3', 'Ngày ban hành', '15/01/2026')(rows)
      setFact('1.4', 'Có niêm yết', 'Có')(rows)
    })
    const preview = (await handIn(officer, place, file)).value
    expect(preview.problems).toEqual([])
    expect(preview.leaves.slice(0, 2)).toMatchObject([
      {
        nodeId: '1.1',
        value: {
          kind: 'taken',
          mine: { status: 'scored', points: '1.9', inputs: { numerator: '95', denominator: '100' } },
          facts: ['Hồ sơ đúng hạn: 95', 'Tổng số hồ sơ: 100'],
        },
      },
      { nodeId: '1.3', value: { mine: { points: '1', inputs: { doneOn: '2026-01-15' } } } },
    ])
    const claims = claimsToSave(preview, new Set())
    expect((await officer(selfAssessmentRoutes.change, { params: place, body: { claims } })).status).toBe(200)
    expect(await claimAt(place, '1.1')).toMatchObject({ points: '1.9', inputs: { numerator: '95', denominator: '100' } })
    expect((await handIn(officer, place, await download(officer, place))).value).toEqual({ leaves: [], alreadySame: 0, problems: [] })
  })

  it('name the cell of a fact that cannot stand, and stand against what somebody else entered meanwhile', async () => {
    const place = await openSheet(ruledFramework)
    const sheet = await download(officer, place)
    const file = await fillRows(sheet, 'Số liệu', (rows) => {
      setFact('1.1', 'Hồ sơ đúng hạn', '90')(rows)
      setFact('1.1', 'Tổng số hồ sơ', '100')(rows)
      setFact('1.3', 'Ngày ban hành', 'đầu năm')(rows)
    })
    await save(place, { nodeId: '1.1', version: 0, status: 'scored', points: '1.9', inputs: { numerator: '95', denominator: '100' } })
    const preview = (await handIn(officer, place, file)).value
    expect(preview.problems.map(({ sheet: at, problem }) => [at, problem.code])).toEqual([['Số liệu', 'invalidValue']])
    expect(preview.leaves).toMatchObject([
      { nodeId: '1.1', stands: { points: '1.9' }, value: { kind: 'conflict', mine: { points: '1.8' } } },
    ])
    expect(claimsToSave(preview, new Set())).toEqual([])
  })

  it('take documents of the register in and off, and leave a list alone that others changed', async () => {
    const place = await openSheet()
    const add = async (documentNumber: string) =>
      (
        await officer(evidenceRoutes.add, {
          params: { unitId: place.unitId },
          body: { secrecy: 'open', title: `Văn bản ${documentNumber}`, documentNumber },
        })
      ).value.evidence.id
    const [first, second] = [await add('1/KH'), await add('2/KH')]
    const link = (nodeId: string, evidenceId: string) => head(evidenceRoutes.link, { params: { ...place, nodeId, evidenceId } })
    await link('1.1', first)
    const file = await fillRows(await download(officer, place), 'Tài liệu', (rows) => {
      const used = rows.find((row) => row[documentAt.document] === first) ?? []
      used[documentAt.used] = ''
      rows[rows.length] = ['', '', '1.2', '', '', '2/kh', 'x']
      rows[rows.length] = ['', '', '1.3', '', '', '99/KH', 'x']
    })
    const preview = (await handIn(officer, place, file)).value
    expect(
      preview.leaves.map(({ nodeId, documents }) => [nodeId, documents?.kind, documents?.added.length, documents?.removed.length]),
    ).toEqual([
      ['1.1', 'taken', 0, 1],
      ['1.2', 'taken', 1, 0],
    ])
    expect(preview.problems).toMatchObject([{ sheet: 'Tài liệu', problem: { code: 'notFound' } }])
    expect(linksToSave(preview, new Set())).toEqual([
      { nodeId: '1.1', evidenceId: first, isLinked: false },
      { nodeId: '1.2', evidenceId: second, isLinked: true },
    ])
    await link('1.1', second)
    const later = (await handIn(officer, place, file)).value
    expect(later.leaves[0]?.documents).toMatchObject({ kind: 'conflict', stands: 2 })
    expect(linksToSave(later, new Set()).map(({ nodeId }) => nodeId)).toEqual(['1.2'])
  })
})

describe('a workbook whose hidden cells somebody changed', () => {
  const deep = '['.repeat(15_000) + ']'.repeat(15_000)

  it.each([
    ['objects for names', '[{"toString":1,"valueOf":1}]', '{"doneOn":{"toString":1},"numerator":{"toString":1}}'],
    ['lists nested without end', deep, `{"numerator":${deep}}`],
    ['no JSON at all', '{', 'x'],
  ])('gives nothing of them: %s', async (_, path, inputs) => {
    const place = await openSheet(ruledFramework)
    const changed = await fillRows(await download(officer, place), 'Số liệu', (rows) => {
      for (const row of rows.slice(2, 4)) row[factAt.path] = path
      for (const row of rows.slice(2)) row[factAt.value] = '1'
    })
    const file = await fillRows(changed, 'parindex', (rows) => rows.push(...['1.1', '1.3', '1.4'].map((node) => ['inputs', node, inputs])))
    expect((await handIn(officer, place, file)).status).toBe(200)
  })

  it('has a few of many problems told, and is refused where it is endless', async () => {
    const place = await openSheet()
    const sheet = await download(officer, place)
    const withRows = (count: number) =>
      fillRows(sheet, 'Tài liệu', (rows) => rows.push(...Array.from({ length: count }, () => ['', '', '1.2', '', '', '99/KH', 'x'])))
    const { problems } = (await handIn(officer, place, await withRows(300))).value
    expect([problems.length, problems.at(-1)?.problem.code]).toEqual([201, 'moreProblems'])
    expect(codes(await handIn(officer, place, await withRows(6000)))).toEqual(['tooLarge'])
  })
})

describe('a workbook that is not the one of this sheet', () => {
  it('is refused: of another unit, cycle, framework, authority, all named at once', async () => {
    const [mine, theirs] = [await openSheet(), await openSheet(undefined, 1)]
    const foreign = await handIn(officer, mine, await download(elsewhere, theirs))
    expect([foreign.status, ...foreign.problems.map((each) => each['what'])]).toEqual([422, 'cycle', 'unit'])
    const bytes = await fillIn(await download(officer, mine), {}, { framework: 'f'.repeat(64), authority: 'x' })
    const reply = await handIn(officer, mine, bytes)
    expect(reply.problems.map(({ code, ...facts }) => `${code} ${facts['what']}`)).toEqual([
      'otherWorkbook authority',
      'otherWorkbook framework',
    ])
    expect(reply.problems[1]?.message).toContain('bộ tiêu chí khác')
  })

  it('is refused where it is broken, empty, or any other table', async () => {
    const place = await openSheet()
    const sound = await download(officer, place)
    const plain = Buffer.from(await writeXlsx({ sheets: [{ name: 'Tự đánh giá', rows: [['1.1', '1']] }] }))
    const replies = [
      await handIn(officer, place, sound.subarray(0, sound.length / 2)),
      await handIn(officer, place, Buffer.from('xin chào'), 'a.xlsx'),
      await handIn(officer, place, Buffer.from('1.1;1'), 'a.csv'),
      await handIn(officer, place, plain),
    ]
    expect(replies.map(({ status }) => status)).toEqual([422, 422, 422, 422])
    expect(replies.map((reply) => codes(reply)[0])).toEqual(['unreadableFile', 'notAWorkbook', 'notAWorkbook', 'notAWorkbook'])
  })

  it('is not written out for, nor taken from, who may not fill in the sheet', async () => {
    const place = await openSheet()
    const bytes = await download(officer, place)
    const appraiser = await application.signInAs('appraiser')
    for (const as of [appraiser, elsewhere]) {
      expect((await as(workbookRoutes.write, { params: place })).status).toBe(403)
      expect((await handIn(as, place, bytes)).status).toBe(403)
    }
  })
})
