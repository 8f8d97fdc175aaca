/** What reading a document, and the arithmetic of what was read, can find. Points and figures are text with a decimal point. */
export interface DocumentProblemFacts {
  // reading a document
  unreadableFile: { readonly reason: UnreadableReason; readonly detail?: string }
  tooLarge: {
    readonly limit: string
    readonly actual: string
    readonly what: 'bytes' | 'rows' | 'cells' | 'characters' | 'pages' | 'levels' | 'inflated' | 'memory' | 'time'
  }
  noTable: { readonly kind: string }
  /** `tables`: their names in document order, so that one can be asked for by its number. */
  /** `number` is the chosen one's place among the tables, from 1. */
  severalTables: { readonly count: number; readonly chosen: string; readonly number: number; readonly tables: readonly string[] }
  hiddenCells: { readonly rows: number; readonly columns: number }
  legacyFont: { readonly font: 'TCVN3' | 'VNI' }
  unreadableRow: { readonly text: string }
  doubtfulText: { readonly raw: string; readonly corrected?: string }
  decimalSign: { readonly raw: string; readonly column?: string }
  missingCode: { readonly name: string }
  duplicateCode: { readonly duplicateOf: string; readonly repeated: string }
  codeGap: { readonly expected: string; readonly found?: string }
  missingName: Record<never, never>
  missingMaxPoints: Record<never, never>
  missingLeadUnit: Record<never, never>
  missingCoordinatingUnit: Record<never, never>
  unitSpelling: { readonly spellings: readonly string[]; readonly proposed?: string }
  countMismatch: { readonly what: string; readonly printed: string; readonly derived: string }
  // arithmetic of a framework or a roadmap
  totalMismatch: { readonly printed: string; readonly derived: string; readonly from: 'children' | 'leaves' }
  columnTotalMismatch: { readonly column: string; readonly printed: string; readonly derived: string }
  targetAboveMax: { readonly column: string; readonly target: string; readonly max: string }
  targetBelowResult: { readonly column: string; readonly target: string; readonly result: string }
  overlappingClasses: { readonly first: string; readonly second: string }
  classGap: { readonly below: string; readonly above: string }
  unsettledTotal: { readonly printed: string; readonly derived: string }
}

/** Why a file gave no content at all. */
export type UnreadableReason = 'empty' | 'broken' | 'encrypted' | 'unknownFormat' | 'oldFormat' | 'noText' | 'hostile' | 'timeout'
