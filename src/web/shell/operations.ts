/** One route of the interface, as the page shows it. */
export interface Operation {
  readonly key: string
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly act: string
  readonly parameters: readonly { readonly name: string; readonly place: string; readonly required: boolean }[]
  /** Shapes in a short notation that reads like JSON. */
  readonly body?: string
  readonly reply?: string
}

interface Schema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly format?: string
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>
}

interface Described {
  readonly summary?: string
  readonly 'x-act'?: string
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[]
  readonly requestBody?: Content
  readonly responses: Readonly<Record<string, Content>>
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
}

/** Routes of an OpenAPI description, in its own order. */
export const operationsOf = ({ paths }: Description): readonly Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => operationOf(method.toUpperCase(), path, described)),
  )

const operationOf = (method: string, path: string, described: Described): Operation => {
  const body = shapeOf(described.requestBody)
  const reply = shapeOf(described.responses['200'])
  return {
    key: `${method} ${path}`,
    method,
    path,
    summary: described.summary ?? '',
    act: described['x-act'] ?? '',
    parameters: (described.parameters ?? []).map(({ name, in: place, required = false }) => ({ name, place, required })),
    ...(body && { body }),
    ...(reply && { reply }),
  }
}

const shapeOf = (holder: Content | undefined): string | undefined => {
  const [first] = Object.entries(holder?.content ?? {})
  if (!first) return undefined
  const [mediaType, { schema }] = first
  return schema ? shapeText(schema) : mediaType
}

/** `{ code: string, name?: string }`, indented; a question mark where a field may be absent. */
export const shapeText = (schema: Schema, indent = ''): string => {
  const inner = `${indent}  `
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.map((each) => shapeText(each, indent)).join(' | ')
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.items) return `${shapeText(schema.items, indent)}[]`
  if (!schema.properties) return schema.format ?? [schema.type ?? 'any'].flat().join(' | ')
  const fields = Object.entries(schema.properties).map(
    ([name, field]) => `${inner}${name}${schema.required?.includes(name) ? '' : '?'}: ${shapeText(field, inner)}`,
  )
  return `{\n${fields.join('\n')}\n${indent}}`
}
