/** Cells of a row that a person corrects in a draft. */
export const cellFields = [
  'code',
  'name',
  'maxPoints',
  'leadUnits',
  'coordinatingUnits',
  'note',
  'calculation',
  'evidence',
  'ifAny',
  'source',
  'counting',
  'notApplicable',
] as const
export type CellField = (typeof cellFields)[number]

/** What a framework says of itself, outside its rows. */
export const headFields = [
  'title',
  'decision.number',
  'decision.date',
  'decision.issuer',
  'year',
  'unitGroup',
  'scaleTotal',
  'printedTotal',
  'totalCap',
  'notApplicable',
  'absentBlock',
  'ranking.method',
] as const
export type HeadField = (typeof headFields)[number]

/** Where a row can be moved to: past its neighbour, below the row above it, or out to the level of its parent. */
export const rowDirections = ['up', 'down', 'in', 'out'] as const
export type RowDirection = (typeof rowDirections)[number]

/** A class band as a person types it; percents are text. */
export interface TypedBand {
  readonly name: string
  readonly from: string
  readonly fromInclusive: boolean
  readonly to: string
  readonly toInclusive: boolean
}

/** A rule as a file has it, before it is read. */
export type RuleFile = { readonly kind: string } & Readonly<Record<string, unknown>>

/**
 * One thing a person does to a draft. Values are what was typed, in Vietnamese notation too; empty takes an optional value away. `at` is the id of
 * a row as the draft stands when the edit is applied.
 */
export type FrameworkEdit =
  | { readonly kind: 'settleTotal'; readonly at: string; readonly choice: 'printed' | 'derived' }
  | { readonly kind: 'correctCell'; readonly at: string; readonly field: CellField; readonly value: string }
  | { readonly kind: 'correctHead'; readonly field: HeadField; readonly value: string }
  | { readonly kind: 'setClasses'; readonly classes: readonly TypedBand[] }
  | {
      readonly kind: 'addRow'
      readonly place: 'before' | 'after' | 'under'
      readonly at: string
      readonly code: string
      readonly name: string
      readonly maxPoints: string
    }
  | { readonly kind: 'removeRow'; readonly at: string }
  | { readonly kind: 'moveRow'; readonly at: string; readonly direction: RowDirection }
  | { readonly kind: 'dismiss'; readonly at: string; readonly problem: string; readonly reason: string }
  /** The rule of a leaf as its file has it; `null` takes it away: the leaf is appraised by hand. */
  | { readonly kind: 'setRule'; readonly at: string; readonly rule: RuleFile | null }
  /** A rule that was proposed out of the print is not wanted, or is offered again. */
  | { readonly kind: 'answerProposal'; readonly at: string; readonly answer: 'refused' | 'offered' }
  /** What became of the rows of the framework with this hash: old id → new ids, none where it was dropped. An empty hash: it is based on none. */
  | { readonly kind: 'setCodeMap'; readonly basedOn: string; readonly codeMap: Readonly<Record<string, readonly string[]>> }

/** The edit of one kind, for the function that applies it. */
export type EditOf<Kind extends FrameworkEdit['kind']> = Extract<FrameworkEdit, { readonly kind: Kind }>
