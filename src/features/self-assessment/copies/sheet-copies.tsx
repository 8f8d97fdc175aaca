import { addressOf } from '../../../web/widgets/client.ts'
import { useCall, useChange } from '../../../web/widgets/use-call.ts'
import { VersionCopiesPanel } from '../../../web/widgets/version-copies.tsx'
import { submissionCopyRoutes } from './contract.ts'

/** Where the card stands on the page of a sheet. */
export const copiesId = 'ban-ky'

interface Props {
  readonly cycleId: string
  readonly unitId: string
  /** Present where the person may hand one in: saves what was typed, before the paper is made of it. */
  readonly settle?: () => Promise<void>
  /** Whether every criterion has its answer; before that there is nothing to sign yet. */
  readonly isWhole?: boolean
}

/** The signed or stamped copies of one unit’s self-assessment; nothing where the cycle asks for none and there is none. */
export const SheetCopies = ({ cycleId, unitId, settle, isWhole = true }: Props) => {
  const params = { cycleId, unitId }
  const copies = useCall(submissionCopyRoutes.copies, { params })
  const add = useChange(submissionCopyRoutes.add, { refreshes: [submissionCopyRoutes.copies] })
  const { value } = copies
  if (!value || (value.copies.length === 0 && (value.demand === 'none' || !isWhole))) return null
  return (
    <VersionCopiesPanel
      id={copiesId}
      of="submission"
      value={value}
      fileOf={(copyId) => addressOf(submissionCopyRoutes.file, { params: { ...params, copyId } })}
      {...(settle && {
        adding: {
          form: addressOf(submissionCopyRoutes.form, { params }),
          before: settle,
          add: (kind, file) => void settle().then(() => add.run({ params, upload: { file, fields: { kind } } })),
          isRunning: add.isRunning,
          refused: add.refused,
        },
      })}
    />
  )
}
