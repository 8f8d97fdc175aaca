import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../../test/application.ts'
import type { Call } from '../../../../test/call.ts'
import { ruledFramework } from '../../../../test/ruled-framework.ts'
import { createSmallCycle } from '../../../../test/small-cycle.ts'
import { selfAssessmentRoutes, type ClaimChange } from '../contract.ts'
import { workbookRoutes } from './contract.ts'
import { columnAt, rowsAbove } from './layout.ts'
import { claimsToSave, fieldKey } from './take.ts'

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
  const [shown, hidden] = workbook.sheets
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
const handIn = (as: Call, params: Place, bytes: Buffer, fileName = 'tu-danh-gia.xlsx') =>
  as(workbookRoutes.preview, { params, upload: { bytes, fileName } })
const codes = ({ problems }: { readonly problems: readonly { readonly code: string }[] }) => problems.map(({ code }) => code)
const claimAt = async (params: Place, nodeId: string) =>
  (await officer(selfAssessmentRoutes.sheet, { params })).value.claims.find((claim) => claim.nodeId === nodeId)

describe('the workbook of a self-assessment', () => {
  it('lets only the cells of the unit be filled in, and knows in a hidden sheet what it was written out for', async () => {
    const place = await openSheet()
    const { sheets, workbookProtection } = await readXlsx(await download(officer, place), { readStyles: true })
    const [shown, hidden] = sheets
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
      ['format', 'parindex/self-assessment-workbook@1'],
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
