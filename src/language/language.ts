/** The languages people read here. Vietnamese is the source; English must match it by type. */
export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]
