const mebibyte = 1024 * 1024

/**
 * What reading one document may cost, and how much of it goes on to the core, which has no limits of its own.
 * A table of criteria is a few hundred rows, a ranking of all communes of the country 3,321; this leaves room tenfold.
 */
export const documentLimits = {
  /** Size of the file as it comes in. */
  bytes: 32 * mebibyte,
  /** Size of all parts of an archive that are read, once inflated. */
  inflated: 64 * mebibyte,
  /** Entries of an archive. */
  entries: 10_000,
  pages: 1_000,
  /** Rows of all grids together, or lines of a text. */
  rows: 50_000,
  /** Cells of all grids together, merged ones counted once, or words on pages. */
  cells: 500_000,
  characters: 8_000_000,
  seconds: 15,
  /** Heap of the worker, and what it may hold outside the heap. */
  heapMebibytes: 768,
  externalMebibytes: 512,
  /** Documents read at the same time by one process; the others wait. */
  atOnce: 2,
} as const
