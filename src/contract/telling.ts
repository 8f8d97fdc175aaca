/** What one person is to be told; where `key` was told before, it is not told again. */
export interface Telling {
  readonly personId: string
  readonly title: string
  readonly body: string
  /** A page of this application. */
  readonly link?: string
  readonly key?: string
  readonly cycleId?: string
  readonly unitId?: string
}
