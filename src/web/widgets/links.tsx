import { Anchor, Button } from '@mantine/core'
import { createLink } from '@tanstack/react-router'

/** A link to a page, checked against the addresses that exist: `<PageLink to="/ky-danh-gia/$cycleId" params={{ cycleId }}>`. */
export const PageLink = createLink(Anchor<'a'>)
/** The same as a button, for the next thing to do. */
export const LinkButton = createLink(Button<'a'>)
