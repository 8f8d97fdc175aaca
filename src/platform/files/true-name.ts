import { mediaTypes } from './media-type.ts'

/** What files that a browser or a viewer opens by their name may end in; the first is what is added. */
const endings: Readonly<Record<string, readonly string[]>> = {
  [mediaTypes.pdf]: ['pdf'],
  [mediaTypes.png]: ['png'],
  [mediaTypes.jpeg]: ['jpg', 'jpeg', 'jpe', 'jfif'],
  [mediaTypes.webp]: ['webp'],
  [mediaTypes.tiff]: ['tif', 'tiff'],
}

/** The name of a file with the ending of what it is: a picture that came as `x.html` leaves as `x.html.png`. Half a letter at a cut is left out. */
export const trueName = (fileName: string, mediaType: string): string => {
  const name = fileName.replace(/\p{Cs}/gu, '')
  const [first, ...others] = endings[mediaType] ?? []
  const isTrue = first === undefined || [first, ...others].some((ending) => name.toLowerCase().endsWith(`.${ending}`))
  return isTrue ? name : `${name}.${first}`
}
