import { parseComposite } from './parse-composite.ts'
import type { CompositeIndex } from './composite-index.ts'

const rows = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','))

/** An index from the text of its tables; for tests. */
export const indexFrom = (structure: string, data: string): CompositeIndex => {
  const parsed = parseComposite({ structure: rows(structure), data: rows(data) })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value.index
}

/** Two areas: `A` with two indicators of weight 1 and 3, `B` with one of which less is better. */
export const smallStructure = `code,parent,level,weight,direction
a1,A,1,1,1
a2,A,1,3,1
b1,B,1,1,-1
A,T,2,2,
B,T,2,1,
T,,3,,`
