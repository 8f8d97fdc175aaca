import { AssignmentPage } from '../../features/assignment/page.tsx'
import { AssignmentGrounds } from '../../features/legal-basis/assignment-grounds.tsx'

const renderGrounds = (cycleId: string, unitId: string) => <AssignmentGrounds key={unitId} cycleId={cycleId} unitId={unitId} />

/** The assignment of a unit with what it rests on: two features that do not know one another. */
export const AssignmentWithGrounds = () => <AssignmentPage renderGrounds={renderGrounds} />
