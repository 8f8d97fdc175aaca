/** Fields of a text: `«Tên cơ quan»`. */
const field = /«([^«»]+)»/g

export const mark = (name: string): string => `«${name}»`

const clean = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim()

/** Names of the fields of a text in their order. */
export const fieldsIn = (text: string): readonly string[] => [...text.matchAll(field)].map(([, name = '']) => clean(name))

/** The text with every field replaced. */
export const replaceFields = (text: string, valueOf: (name: string) => string): string =>
  text.replace(field, (_, name: string) => valueOf(clean(name)))
