import { fold } from '../fold.ts'

/** A name as it is compared: without case, diacritics and signs, "và", "&" and "-" alike; “Phòng TT&ĐB” and “Phòng TT&DB” are one. */
export const comparedName = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/ va /gu, ' ')
    .trim()

interface Named {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
}

/** Which unit a name stands for: its own name or another spelling of it; `undefined` where none does. */
export const unitByName = <Unit extends Named>(units: readonly Unit[]): ((name: string) => Unit | undefined) => {
  const byName = new Map<string, Unit>()
  for (const unit of units) for (const name of [...unit.aliases, unit.name]) byName.set(comparedName(name), unit)
  return (name) => byName.get(comparedName(name))
}

/** Spellings that another unit is known by already, each with that unit. `unit` itself may keep its own. */
export const takenNames = <Unit extends Named>(
  units: readonly Unit[],
  unit: { readonly id?: string; readonly names: readonly string[] },
): readonly { readonly name: string; readonly by: Unit }[] => {
  const find = unitByName(units.filter(({ id }) => id !== unit.id))
  return unit.names.flatMap((name) => {
    const by = find(name)
    return by ? [{ name, by }] : []
  })
}
