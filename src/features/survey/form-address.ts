/** Where a link leads; the token stands behind `?`, which no log keeps. */
export const addressOfForm = (origin: string, token: string): string => `${origin}/khao-sat?k=${token}`
