import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { codeEnds, readTicket, writeTicket, type Ticket } from '#auth/email-code.ts'
import { sessionCookie } from '#auth/session.ts'
import { second } from '#base/clock.ts'

/** The browser that asked for a code; links work in it alone. */
const ticketCookie = '__Host-code'

/** RFC 6265bis §4.1.3.2: `__Host-` is for this host alone, over a private connection, and no page reads it. */
const own = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const

export function setSessionCookie(c: Context, token: string, milliseconds: number): void {
  setCookie(c, sessionCookie, token, { ...own, maxAge: Math.floor(milliseconds / second) })
}

export function dropSessionCookie(c: Context): void {
  deleteCookie(c, sessionCookie, own)
}

export function setTicket(c: Context, ticket: Ticket): void {
  setCookie(c, ticketCookie, writeTicket(ticket), { ...own, maxAge: codeEnds / second })
}

export function ticketIn(c: Context): Ticket | null {
  return readTicket(getCookie(c, ticketCookie))
}

export function dropTicket(c: Context): void {
  deleteCookie(c, ticketCookie, own)
}
