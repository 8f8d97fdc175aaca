import { DOMParser } from '@xmldom/xmldom'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'

/** A part of an Office archive as a tree. A document type is refused: Office writes none, and entities are how a small part becomes huge. */
export const parseXmlPart = (part: Uint8Array): Result<Element> => {
  const text = new TextDecoder(part[0] === 0xff ? 'utf-16le' : 'utf-8').decode(part)
  if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) return refuse(errorAt('unreadableFile', '', { reason: 'hostile' }))
  const refused = (): never => {
    throw new SyntaxError('not well-formed XML')
  }
  try {
    const parser = new DOMParser({ errorHandler: { warning: () => undefined, error: refused, fatalError: refused } })
    return accept(parser.parseFromString(text, 'text/xml').documentElement)
  } catch {
    return refuse(errorAt('unreadableFile', '', { reason: 'broken' }))
  }
}

const elementNode = 1

/** Child elements in order; names are without prefix, since every program chooses its own. */
export function* children(parent: Element, name?: string): Generator<Element> {
  for (let node = parent.firstChild; node; node = node.nextSibling)
    if (node.nodeType === elementNode && (name === undefined || (node as Element).localName === name)) yield node as Element
}

export const child = (parent: Element | undefined, name: string): Element | undefined => {
  if (!parent) return undefined
  for (const found of children(parent, name)) return found
  return undefined
}

/** The value of an attribute by its name without prefix. */
export const attribute = (element: Element | undefined, name: string): string | undefined => {
  if (!element) return undefined
  for (let at = 0; at < element.attributes.length; at++) {
    const found = element.attributes.item(at)
    if (found?.localName === name) return found.value
  }
  return undefined
}

/** `w:val` of a child: the usual form of a setting in WordprocessingML. */
export const setting = (parent: Element | undefined, name: string): string | undefined => attribute(child(parent, name), 'val')

/** A switch such as `<w:b/>`: on unless its value says otherwise. */
export const isOn = (parent: Element | undefined, name: string): boolean | undefined => {
  const found = child(parent, name)
  return found ? !/^(?:0|false|off|none)$/.test(attribute(found, 'val') ?? 'true') : undefined
}
