/** What of a publication everybody may see, each switched by itself. */
export const publicParts = ['ranking', 'sheets', 'reasons', 'openData'] as const
export type PublicPart = (typeof publicParts)[number]

/** What a publication shows unless somebody decides otherwise: everything but the words of the appraisal, which may name people. */
export const usualParts: readonly PublicPart[] = ['ranking', 'sheets', 'openData']

/** A part shows nothing without the part it is a piece of: reasons stand on sheets, open data are the ranking's. */
const rests: Readonly<Partial<Record<PublicPart, PublicPart>>> = { reasons: 'sheets', openData: 'ranking' }

/** The parts that are really shown of those switched on, in the order of {@link publicParts}. Open data of leaves also need the sheets. */
export const shownParts = (switched: readonly string[]): ReadonlySet<PublicPart> =>
  new Set(publicParts.filter((part) => switched.includes(part) && switched.includes(rests[part] ?? part)))
