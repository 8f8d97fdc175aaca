/** Where a value stands in a document that was read: 1-based line or row, optional column header and sheet or page. */
export interface SourcePlace {
  readonly line?: number
  readonly column?: string
  readonly page?: number
}

/** The decision a framework or a value rests on. Dates are ISO (`2021-07-28`); an unknown part stays out. */
export interface Decision {
  readonly number: string
  readonly date: string
  readonly issuer: string
}
