/**
 * Whether a value out of a file nests deeper than a limit of arrays and objects; looked at level by level, so that a hostile file does not
 * exhaust the stack of whoever descends into it afterwards.
 */
export const nestsDeeperThan = (value: unknown, limit: number): boolean => {
  let level: readonly object[] = typeof value === 'object' && value !== null ? [value] : []
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > limit) return true
    level = level.flatMap((each) => Object.values(each).filter((inner) => typeof inner === 'object' && inner !== null))
  }
  return false
}
