import { addressOf } from '../../../web/widgets/client.ts'
import { useCall, useChange } from '../../../web/widgets/use-call.ts'
import { VersionCopiesPanel } from '../../../web/widgets/version-copies.tsx'
import { publicationCopyRoutes } from './contract.ts'

/** The signed or stamped copies of the results of one cycle; nothing where the cycle asks for none and there is none. */
export const ResultCopies = ({ cycleId, mayAdd }: { readonly cycleId: string; readonly mayAdd: boolean }) => {
  const params = { cycleId }
  const copies = useCall(publicationCopyRoutes.copies, { params })
  const add = useChange(publicationCopyRoutes.add, { refreshes: [publicationCopyRoutes.copies] })
  const { value } = copies
  if (!value || (value.demand === 'none' && value.copies.length === 0)) return null
  return (
    <VersionCopiesPanel
      of="publication"
      value={value}
      fileOf={(copyId) => addressOf(publicationCopyRoutes.file, { params: { ...params, copyId } })}
      {...(mayAdd && {
        adding: {
          form: addressOf(publicationCopyRoutes.form, { params }),
          add: (kind, file) => void add.run({ params, upload: { file, fields: { kind } } }),
          isRunning: add.isRunning,
          refused: add.refused,
        },
      })}
    />
  )
}
