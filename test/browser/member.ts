import type { BrowserContextOptions } from 'playwright-core'
import type { Role } from '#auth/role.ts'
import { sessionIn } from '#test/e2e/session.ts'
import type { Owner } from '#test/support/house.ts'
import { sessionCookie } from '#auth/session.ts'
import type { Street, Visitor } from './fixture.ts'

/** A visitor who is signed in as a member of the organisation. */
export async function memberOf(
  { registry, visitor }: Street,
  owner: Pick<Owner, 'organisationId'>,
  { role = 'owner', ...options }: BrowserContextOptions & { readonly role?: Role } = {},
): Promise<Visitor> {
  const value = await sessionIn(registry, owner, role)
  const arrived = await visitor(options)
  const url = registry.url.replace('http:', 'https:')
  await arrived.context.addCookies([{ name: sessionCookie, value, url, secure: true, httpOnly: true }])
  return arrived
}
