import { Text } from '@mantine/core'
import { widgetTexts } from '../../language/pages/widgets.ts'

export type Saving = 'unsaved' | 'saving' | 'notSaved' | { readonly savedAt: Date }

const words = (state: Saving): string => {
  if (typeof state === 'string') return { unsaved: widgetTexts.unsaved, saving: widgetTexts.saving, notSaved: widgetTexts.notSaved }[state]
  const clock = `${String(state.savedAt.getHours()).padStart(2, '0')}:${String(state.savedAt.getMinutes()).padStart(2, '0')}`
  return widgetTexts.saved(clock)
}

/** The quiet line about autosave: `Đã lưu 14:32`. */
export const SaveState = ({ state }: { readonly state: Saving | undefined }) => (
  <Text role="status" size="sm" c={state === 'notSaved' ? 'red.8' : 'gray.7'} mih={20}>
    {state === undefined ? '' : words(state)}
  </Text>
)
