import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { incomingFolder, clearIncoming, storedPath } from './file-folders.ts'
import { mediaTypes } from './media-type.ts'
import { accept } from '../../core/result.ts'
import { keepFile, withArrivedFile } from './receive-file.ts'

const filesDir = await mkdtemp(join(tmpdir(), 'parindex-receive-'))
afterAll(() => rm(filesDir, { recursive: true, force: true }))

const all = { maxBytes: 1000, accepts: Object.values(mediaTypes) }
const stream = (...parts: readonly (string | Uint8Array)[]) => Readable.from(parts.map((part) => Buffer.from(part)))
const receiveFile = (folder: string, arriving: Readable, { maxBytes, accepts }: typeof all) =>
  withArrivedFile(folder, arriving, maxBytes, (file) => keepFile(folder, file, accepts))
const incoming = async () => readdir(incomingFolder(filesDir))

describe('a file that arrives', () => {
  it('stands under the hash of its content, whole', async () => {
    const received = await receiveFile(filesDir, stream('Quyết định ', 'số 1'), all)
    const sha256 = createHash('sha256').update('Quyết định số 1').digest('hex')
    expect(received).toEqual({ ok: true, value: { sha256, size: 22, mediaType: mediaTypes.text } })
    expect(await readFile(storedPath(filesDir, sha256), 'utf8')).toBe('Quyết định số 1')
    expect(await incoming()).toEqual([])
  })

  it('is one file when it arrives twice at once', async () => {
    const both = await Promise.all([receiveFile(filesDir, stream('như nhau'), all), receiveFile(filesDir, stream('như nhau'), all)])
    expect(both[0]).toEqual(both[1])
    expect(await incoming()).toEqual([])
  })

  it.each([
    ['beyond the limit', () => stream('x'.repeat(600), 'x'.repeat(401)), 'tooLarge'],
    ['cut off at the limit by the parser of the request', () => Object.assign(stream('x'.repeat(1000)), { truncated: true }), 'tooLarge'],
    ['empty', () => stream(), 'unreadableFile'],
    ['a program', () => stream('\x7fELF\x02\x01\x01\0\0\0'), 'unreadableFile'],
  ])('is refused where it is %s, and leaves nothing', async (_, make, code) => {
    const before = await readdir(filesDir)
    const accepts = all.accepts.filter((type) => type !== mediaTypes.unknown)
    const received = await receiveFile(filesDir, make(), { ...all, accepts })
    expect(received.ok ? '' : received.problems[0]?.code).toBe(code)
    expect(await readdir(filesDir)).toEqual(before)
    expect(await incoming()).toEqual([])
  })

  it('is gone when nobody kept it, and kept when the act is run twice', async () => {
    expect(await withArrivedFile(filesDir, stream('bỏ đi'), 1000, async ({ size }) => accept(size))).toEqual({ ok: true, value: 8 })
    expect(await incoming()).toEqual([])
    const twice = await withArrivedFile(filesDir, stream('giữ lại'), 1000, async (file) => {
      await keepFile(filesDir, file, all.accepts)
      return keepFile(filesDir, file, all.accepts)
    })
    expect(twice.ok && (await readFile(storedPath(filesDir, twice.value.sha256), 'utf8'))).toBe('giữ lại')
  })

  it('leaves nothing when the sender breaks off', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('nửa')
        throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' })
      })(),
    )
    const received = await receiveFile(filesDir, broken, all)
    expect(received.ok ? '' : received.problems).toMatchObject([{ code: 'fileNotStored', reason: 'interrupted' }])
    expect(await incoming()).toEqual([])
  })

  it('gives a clear problem where the disk is full', async () => {
    const full = Readable.from(
      (async function* () {
        yield Buffer.from('x')
        throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
      })(),
    )
    const received = await receiveFile(filesDir, full, all)
    expect(received.ok ? '' : received.problems).toMatchObject([{ code: 'fileNotStored', reason: 'diskFull' }])
  })
})

describe('the type of a file', () => {
  const zip = (names: readonly string[]) => zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array(2)])))
  it.each([
    ['PDF', '%PDF-1.7\n', mediaTypes.pdf],
    ['Word', zip(['[Content_Types].xml', 'word/document.xml']), mediaTypes.docx],
    ['Excel', zip(['[Content_Types].xml', 'xl/workbook.xml']), mediaTypes.xlsx],
    ['another archive', zip(['a.txt']), mediaTypes.zip],
    ['old Office', Buffer.from('d0cf11e0a1b11ae1', 'hex'), mediaTypes.oldOffice],
    ['PNG', Buffer.from('89504e470d0a1a0a00', 'hex'), mediaTypes.png],
    ['JPEG', Buffer.from('ffd8ffe000', 'hex'), mediaTypes.jpeg],
    ['text with diacritics', 'STT;Tiêu chí;Điểm', mediaTypes.text],
    ['UTF-16 text', Buffer.from('\ufeffĐiểm', 'utf16le'), mediaTypes.text],
    ['bytes', Buffer.from([0, 1, 2, 3]), mediaTypes.unknown],
  ])('is told by its content: %s', async (_, content, mediaType) => {
    const received = await receiveFile(filesDir, stream(content), all)
    expect(received.ok && received.value.mediaType).toBe(mediaType)
  })
})

describe('what a dead process left behind', () => {
  it('goes when it has not grown for an hour; what may still be arriving stays', async () => {
    const folder = incomingFolder(filesDir)
    await writeFile(join(folder, 'old'), 'x')
    await utimes(join(folder, 'old'), new Date(), new Date(Date.now() - 61 * 60_000))
    await writeFile(join(folder, 'young'), 'x')
    await clearIncoming(filesDir, Date.now())
    expect(await incoming()).toEqual(['young'])
  })
})
