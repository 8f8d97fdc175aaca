import { Kbd, Modal, Table } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { shellTexts } from '../../language/pages/shell.ts'

const opened = 'parindex:shortcuts'
export const openShortcuts = (): void => void dispatchEvent(new Event(opened))

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** `?` shows the keys, `/` goes to the page's search, `g h` home. */
export const Shortcuts = () => {
  const [isOpen, setOpen] = useState(false)
  const navigate = useNavigate()
  useEffect(() => {
    let before = ''
    const pressed = (event: KeyboardEvent): void => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === '?') setOpen(true)
      if (event.key === '/') {
        const search = document.querySelector<HTMLInputElement>('main input[type="search"]')
        search?.focus()
        if (search) event.preventDefault()
      }
      if (before === 'g' && event.key === 'h') void navigate({ to: '/' })
      before = event.key
    }
    const show = (): void => setOpen(true)
    addEventListener('keydown', pressed)
    addEventListener(opened, show)
    return () => {
      removeEventListener('keydown', pressed)
      removeEventListener(opened, show)
    }
  }, [navigate])
  return (
    <Modal
      opened={isOpen}
      onClose={() => setOpen(false)}
      title={shellTexts.shortcuts}
      closeButtonProps={{ 'aria-label': shellTexts.close }}
    >
      <Table>
        <Table.Tbody>
          {shellTexts.shortcutList.map(({ keys, does }) => (
            <Table.Tr key={does}>
              <Table.Td w={110}>
                {keys.map((key) => (
                  <Kbd key={key} mr={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  )
}
