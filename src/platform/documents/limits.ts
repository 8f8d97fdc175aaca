const mebibyte = 1024 * 1024

/** What reading one document may cost. A table of criteria is a few hundred rows; these leave it room a thousandfold. */
export const documentLimits = {
  /** Size of the file as it comes in. */
  bytes: 32 * mebibyte,
  /** Size of all parts of an archive that are read, once inflated. */
  inflated: 96 * mebibyte,
  /** Entries of an archive. */
  entries: 10_000,
  /** Cells of all grids together, merged ones counted once. */
  cells: 2_000_000,
  pages: 2_000,
  /** Words on all pages, or lines of a text. */
  words: 2_000_000,
  seconds: 20,
  /** Heap of the worker, and what it may hold outside the heap. */
  heapMebibytes: 768,
  externalMebibytes: 512,
  /** Documents read at the same time by one process; the others wait. */
  atOnce: 2,
} as const
