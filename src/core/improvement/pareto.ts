import type { TaskId } from './task.ts'

/** Tasks taken so far, last first: a list that sets share instead of copying it. */
export interface Picked {
  readonly task: TaskId
  readonly before: Picked | null
}

/** A set of tasks by what it costs and brings. `gain` is in hundredths of ten-thousandths of a point (points × percent of likelihood). */
export interface Offer {
  readonly effort: number
  readonly gain: number
  readonly picked: Picked | null
}

/** Nothing done, nothing won. */
export const noOffer: Offer = { effort: 0, gain: 0, picked: null }

/** Less effort first, then more gain. */
export const compareOffers = (a: Offer, b: Offer): number => a.effort - b.effort || b.gain - a.gain

/** Only offers that no other beats: by rising effort, each winning more than the one before. What comes first stays where two are equal. */
export const paretoFront = <Kind extends Offer>(offers: readonly Kind[]): readonly Kind[] => {
  const front: Kind[] = []
  for (const offer of [...offers].sort(compareOffers)) {
    const last = front.at(-1)
    if (last === undefined || offer.gain > last.gain) front.push(offer)
  }
  return front
}

/** The tasks of an offer, in the order in which they were taken. */
export const pickedTasks = ({ picked }: Offer): readonly TaskId[] => {
  const tasks: TaskId[] = []
  for (let each = picked; each !== null; each = each.before) tasks.unshift(each.task)
  return tasks
}
