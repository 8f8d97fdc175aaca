import { attribute, child, children, setting } from './xml-tree.ts'

/** Gives a paragraph's automatic number as Word shows it (`1.1.`, `II`, `a)`), which is nowhere in the text. Paragraphs come in order. */
export type NumberParagraph = (properties: Element | undefined) => string | undefined

interface Level {
  readonly start: number
  readonly format: string
  readonly text: string
  /** Restarts only when a level up to this one moves; the level above where nothing is said. */
  readonly restartAfter: number | undefined
  readonly isLegal: boolean
}

interface List {
  readonly abstractId: string
  readonly levels: ReadonlyMap<number, Level>
  readonly startOverrides: ReadonlyMap<number, number>
}

/** Labels by `numbering.xml` and `styles.xml` (ECMA-376 part 1, §17.9). */
export const paragraphNumbering = (numbering: Element | undefined, styles: Element | undefined): NumberParagraph => {
  const lists = numbering ? readLists(numbering) : new Map<string, List>()
  const styleNumbers = styles ? readStyleNumbers(styles) : new Map<string, Reference>()
  const counters = new Map<string, (number | undefined)[]>()
  const started = new Set<string>()
  return (properties) => {
    const reference = referenceOf(properties, styleNumbers)
    const list = reference?.id === undefined ? undefined : lists.get(reference.id)
    const depth = reference?.depth ?? 0
    const level = list?.levels.get(depth)
    if (!reference?.id || !list || !level) return undefined
    const counts = counters.get(list.abstractId) ?? []
    counters.set(list.abstractId, counts)
    advance(counts, list, depth, started, reference.id)
    return labelOf(level, counts, list)
  }
}

interface Reference {
  readonly id: string | undefined
  readonly depth: number | undefined
}

const numberReference = (properties: Element | undefined): Reference | undefined => {
  const found = child(properties, 'numPr')
  if (!found) return undefined
  const depth = setting(found, 'ilvl')
  return { id: setting(found, 'numId'), depth: depth === undefined ? undefined : Number(depth) }
}

const referenceOf = (properties: Element | undefined, styles: ReadonlyMap<string, Reference>): Reference | undefined => {
  const own = numberReference(properties)
  const styled = styles.get(setting(properties, 'pStyle') ?? '')
  const id = own?.id ?? styled?.id
  // List 0 is how a paragraph takes itself out of the list of its style.
  return id === undefined || id === '0' ? undefined : { id, depth: own?.depth ?? styled?.depth ?? 0 }
}

const readStyleNumbers = (styles: Element): ReadonlyMap<string, Reference> => {
  const byId = new Map([...children(styles, 'style')].map((style) => [attribute(style, 'styleId') ?? '', style]))
  const numbers = new Map<string, Reference>()
  for (const id of byId.keys()) {
    const visited = new Set<string>()
    for (let at: string | undefined = id; at !== undefined && !visited.has(at); at = setting(byId.get(at), 'basedOn')) {
      visited.add(at)
      const found = numberReference(child(byId.get(at), 'pPr'))
      if (!found) continue
      numbers.set(id, found)
      break
    }
  }
  return numbers
}

const readLists = (numbering: Element): ReadonlyMap<string, List> => {
  const abstracts = new Map([...children(numbering, 'abstractNum')].map((each) => [attribute(each, 'abstractNumId') ?? '', levelsOf(each)]))
  return new Map(
    [...children(numbering, 'num')].map((num) => {
      const abstractId = setting(num, 'abstractNumId') ?? ''
      const levels = new Map(abstracts.get(abstractId))
      const startOverrides = new Map<number, number>()
      for (const override of children(num, 'lvlOverride')) {
        const depth = Number(attribute(override, 'ilvl'))
        const start = setting(override, 'startOverride')
        if (start !== undefined) startOverrides.set(depth, Number(start))
        for (const [at, level] of levelsOf(override)) levels.set(at, level)
      }
      return [attribute(num, 'numId') ?? '', { abstractId, levels, startOverrides }] as const
    }),
  )
}

const levelsOf = (parent: Element): ReadonlyMap<number, Level> =>
  new Map(
    [...children(parent, 'lvl')].map((level) => {
      const restart = setting(level, 'lvlRestart')
      return [
        Number(attribute(level, 'ilvl')),
        {
          start: Number(setting(level, 'start') ?? '0'),
          format: setting(level, 'numFmt') ?? 'decimal',
          text: setting(level, 'lvlText') ?? '',
          restartAfter: restart === undefined ? undefined : Number(restart),
          isLegal: child(level, 'isLgl') !== undefined,
        },
      ] as const
    }),
  )

const startOf = (list: List, depth: number): number => list.startOverrides.get(depth) ?? list.levels.get(depth)?.start ?? 1

const advance = (counts: (number | undefined)[], list: List, depth: number, started: Set<string>, listId: string): void => {
  const key = `${listId}/${depth}`
  const isNewStart = list.startOverrides.has(depth) && !started.has(key)
  started.add(key)
  const count = counts[depth]
  counts[depth] = count === undefined || isNewStart ? startOf(list, depth) : count + 1
  for (let above = 0; above < depth; above++) counts[above] ??= startOf(list, above)
  for (let below = depth + 1; below < counts.length; below++) {
    const restartAfter = list.levels.get(below)?.restartAfter
    if (restartAfter === undefined || (restartAfter > 0 && depth < restartAfter)) counts[below] = undefined
  }
}

const labelOf = (level: Level, counts: readonly (number | undefined)[], list: List): string => {
  if (level.format === 'none') return level.text.replace(/%\d/g, '').trim()
  // Bullets are drawn by symbol fonts, whose codes mean nothing elsewhere.
  if (level.format === 'bullet') return /^[-–+*•o]$/.test(level.text) ? level.text : '•'
  return level.text.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1
    return numeral(counts[at] ?? startOf(list, at), level.isLegal ? 'decimal' : (list.levels.get(at)?.format ?? 'decimal'))
  })
}

const romans = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

const roman = (count: number): string => {
  let rest = Math.min(count, 3999)
  let text = ''
  for (const [value, letters] of romans) for (; rest >= value; rest -= value) text += letters
  return text
}

const letter = (count: number): string => String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(Math.ceil(count / 26), 30))

const numeral = (count: number, format: string): string => {
  if (count < 1) return String(count)
  if (format === 'upperRoman') return roman(count)
  if (format === 'lowerRoman') return roman(count).toLowerCase()
  if (format === 'upperLetter') return letter(count).toUpperCase()
  if (format === 'lowerLetter') return letter(count)
  return format === 'decimalZero' ? String(count).padStart(2, '0') : String(count)
}
