import { useNavigate, useSearch } from '@tanstack/react-router'

/** A filter kept in the address bar, so that it can be shared and survives a reload: `const [search, setSearch] = useAddress('tim')`. */
export const useAddress = (name: string, unset = ''): readonly [string, (value: string) => void] => {
  const search = useSearch({ strict: false }) as Readonly<Record<string, string | undefined>>
  const navigate = useNavigate()
  const set = (value: string): void =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, [name]: value === unset ? undefined : value }), replace: true })
  return [search[name] ?? unset, set]
}
