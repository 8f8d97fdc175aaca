import { fold } from '../fold.ts'

/** That a decision puts a unit in charge of a field, named in words. */
export interface FieldInCharge {
  readonly field: string
  readonly unitId: string
}

const compared = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/^(?:linh vuc|cong tac|ve|nhiem vu)\s+/, '')
    .trim()

/**
 * Which units are in charge of an area by the decisions given: those whose field has the area's name, marks, signs and a leading “lĩnh vực” or “công tác” aside;
 * where no field does, those whose field is named within it. Each unit once, in the order of the decisions. Source: seed plan 1, part III.3.
 */
export const unitsInCharge = (area: string, fields: readonly FieldInCharge[]): readonly string[] => {
  const name = compared(area)
  const whole = fields.filter(({ field }) => compared(field) === name)
  const found =
    whole.length > 0 ? whole : fields.filter(({ field }) => compared(field) !== '' && ` ${name} `.includes(` ${compared(field)} `))
  return [...new Set(found.map(({ unitId }) => unitId))]
}
