import { useAddress } from '../../web/widgets/use-address.ts'
import { goTo } from './sheet/place-id.ts'

/** Leads to a place of the page; a filter that hides it is lifted first. */
export const useGo = (): ((at: string) => void) => {
  const [search, setSearch] = useAddress('tim')
  return (at) => {
    if (search !== '') setSearch('')
    // After the table has been drawn without the filter.
    requestAnimationFrame(() => requestAnimationFrame(() => goTo(at)))
  }
}
