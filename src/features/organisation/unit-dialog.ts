import type { Unit } from './contract.ts'

/** One of the dialogs of a unit; `onClose` with a sentence where something was done. */
export interface UnitDialog {
  readonly unit: Unit
  readonly units: readonly Unit[]
  readonly onClose: (message?: string) => void
}
