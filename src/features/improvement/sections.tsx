import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { useAddress } from '../../web/widgets/use-address.ts'

interface Section {
  readonly address: string
  readonly label: string
  readonly body: ReactNode
}

/** Parts of one tab, one shown at a time, so that a page of a plan stays short on a phone; the part stands in the address. */
export const Sections = ({ sections }: { readonly sections: readonly [Section, ...Section[]] }) => {
  const [chosen, choose] = useAddress('phan')
  const shown = sections.find(({ address }) => address === chosen) ?? sections[0]
  return (
    <Tabs variant="pills" value={shown.address} onChange={(value) => choose(value ?? '')} keepMounted={false}>
      <Tabs.List mb="md" className="no-print">
        {sections.map(({ address, label }) => (
          <Tabs.Tab key={address} value={address}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {sections.map(({ address, body }) => (
        <Tabs.Panel key={address} value={address}>
          {body}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
