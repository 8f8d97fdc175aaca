import { useMediaQuery } from '@mantine/hooks'

/** How many pixels names beside bars may take: on a phone the bars need the room. */
export const useNameWidth = (wide: number): number =>
  useMediaQuery('(max-width: 40em)', false, { getInitialValueInEffect: false }) ? 110 : wide
