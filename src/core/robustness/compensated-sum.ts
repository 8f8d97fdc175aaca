/**
 * The sum of doubles, rounded about once: what each addition loses is gathered and added at the end (Neumaier 1974). It hardly depends on the order
 * of its terms, and agrees with sums that R takes in extended precision, so that equal units stay tied. `count`: how many values from the first.
 */
export const compensatedSum = (values: ArrayLike<number>, count: number = values.length): number => {
  let sum = 0
  let lost = 0
  for (let at = 0; at < count; at++) {
    const value = values[at] as number
    const next = sum + value
    const added = next - sum
    lost += sum - (next - added) + (value - added)
    sum = next
  }
  return sum + lost
}
