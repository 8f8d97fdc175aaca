import { canonical, dictionariesIn, isArray, isDictionary, type PdfDictionary, type PdfObject, type PdfValue } from './pdf-objects.ts'
import { type PdfForm, readForm, readUpdate } from './pdf-updates.ts'

/** The picture of a signature is smaller: a quarter of a sheet of A4, in points. */
const largestPicture = (595 * 842) / 4

/** Of all updates together; ten signatures with their proofs need a few thousand. */
const mostValues = 50_000

/** What makes a paper act or show something else when it is opened. */
const acts = ['JS', 'JavaScript', 'AA', 'OpenAction', 'XFA']
/** What a signing program writes into the catalog, and into the page on which the signature stands. */
const addedTo = { catalog: new Set(['AcroForm', 'DSS', 'Perms', 'Extensions', 'Version', 'Metadata']), page: new Set(['Annots', 'Tabs']) }
const indexStreams = new Set<PdfValue | undefined>(['/XRef', '/ObjStm'])

const withoutKeys = (dictionary: PdfDictionary, keys: ReadonlySet<string>): string =>
  canonical(new Map([...dictionary].filter(([key]) => !keys.has(key))))

const areaOf = (rectangle: PdfValue | undefined): number => {
  const sides = isArray(rectangle) && rectangle.length === 4 ? rectangle.map(Number) : []
  const [left = Number.NaN, bottom = Number.NaN, right = Number.NaN, top = Number.NaN] = sides
  return Math.abs((right - left) * (top - bottom))
}

const isOnPage = (each: PdfDictionary): boolean => each.has('Rect') || each.has('AP') || each.get('Type') === '/Annot'

/** On a page only fields of signatures may be laid, none so large that it could show another paper. */
const isHarmless = (each: PdfDictionary): boolean => {
  if (acts.some((key) => each.has(key)) || (each.has('FT') && each.get('FT') !== '/Sig')) return false
  return !isOnPage(each) || (each.get('Subtype') === '/Widget' && areaOf(each.get('Rect')) <= largestPicture)
}

const isHarmlessObject = ({ value, isStream }: PdfObject): boolean =>
  dictionariesIn(value).every(isHarmless) && !(isStream && isDictionary(value) && indexStreams.has(value.get('Type')))

/** An object of the form may be written anew only where nothing that is shown depends on it. */
const mayReplace = (form: PdfForm, number: number, before: PdfObject, after: PdfObject): boolean => {
  const [old, now] = [before.value, after.value]
  if (!isDictionary(old) || !isDictionary(now) || before.isStream !== after.isStream) return false
  const reference = `${number} 0 R`
  if (before.isStream) return old.get('Type') === '/Metadata' && now.get('Type') === '/Metadata'
  if (form.trailer.get('Info') === reference) return true
  const isCatalog = form.trailer.get('Root') === reference
  if (!isCatalog && old.get('Type') !== '/Page') return false
  const keys = isCatalog ? addedTo.catalog : addedTo.page
  return withoutKeys(old, keys) === withoutKeys(now, keys)
}

const shownKeys = ['Rect', 'AP', 'ByteRange', 'Subtype', 'Contents']

/** Of what earlier updates added only lists may be written anew, such as the fields of the form: no signature and no picture of one. */
const isList = ({ value, isStream }: PdfObject): boolean =>
  !isStream && (isArray(value) || (isDictionary(value) && !shownKeys.some((key) => value.has(key))))

/**
 * Whether behind the paper that was given out (its first `formLength` bytes) there is nothing but what signing adds: fields of signatures, their pictures, what
 * proves them, and the entries that name these. Read byte for byte; what cannot be read so is not only signatures. Source: ISO 32000-1, 7.5.6 and 12.7.
 */
export const addsOnlySignatures = (bytes: Buffer, formLength: number): boolean => {
  try {
    return checkUpdates(bytes.toString('latin1'), formLength)
  } catch {
    return false
  }
}

const checkUpdates = (text: string, formLength: number): boolean => {
  const allowance = { left: mostValues }
  const form = readForm(text.slice(0, formLength), allowance)
  const added = new Map<number, PdfObject>()
  let [at, tableAt] = [formLength, form.tableAt]
  while (at < text.length) {
    const update = readUpdate(text, at, allowance)
    if (!isChained(update.trailer, form, tableAt)) return false
    for (const [number, object] of update.objects) {
      const [issued, earlier] = [form.object(number), added.get(number)]
      if (!isHarmlessObject(object) || (issued && !mayReplace(form, number, issued, object))) return false
      if (earlier && !(isList(earlier) && isList(object))) return false
      if (!issued) added.set(number, object)
    }
    ;[at, tableAt] = [update.end, update.tableAt]
  }
  return true
}

const isChained = (trailer: PdfDictionary, form: PdfForm, tableBefore: number): boolean =>
  trailer.get('Root') === form.trailer.get('Root') &&
  trailer.get('Prev') === String(tableBefore) &&
  !trailer.has('Encrypt') &&
  !trailer.has('XRefStm')
