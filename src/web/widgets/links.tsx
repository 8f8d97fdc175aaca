import { Anchor, Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef } from 'react'

/** A link to a page, checked against the addresses that exist: `<PageLink to="/ky-danh-gia/$cycleId" params={{ cycleId }}>`. */
export const PageLink = createLink(Anchor<'a'>)

type AnchorProps = ButtonProps & Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps>
// Without `component` a button would carry the address: no new tab, and readers would not call it a link.
const AnchorButton = (props: AnchorProps) => <Button component="a" {...props} />

/** The same as a button, for the next thing to do. */
export const LinkButton = createLink(AnchorButton)
