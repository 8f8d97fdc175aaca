/** Milliseconds that the processor worked for this process meanwhile: a busy machine makes work late, not longer. */
export const processorTimeOf = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
