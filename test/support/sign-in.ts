import { and, eq } from 'drizzle-orm'
import { createKey } from '#auth/create-key.ts'
import { ownScopes } from '#auth/key.ts'
import { sessionCookie, startSession } from '#auth/session.ts'
import type { Role } from '#auth/role.ts'
import { newId } from '#base/random.ts'
import { memberships, organisations, people } from '#db/schema.ts'
import type { Answered, House, Owner } from './house.ts'

export type Member = {
  readonly personId: string
  readonly email: string
  /** What the browser sends. */
  readonly cookie: string
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answered>
  /** A form of one of our own pages. */
  post(path: string, form?: Readonly<Record<string, string>>): Promise<Answered>
}

/** An owner's own key: what it makes and does is that member's. */
export async function keyOf(
  house: House,
  { personId }: Pick<Member, 'personId'>,
  { organisationId }: Pick<Owner, 'organisationId'>,
): Promise<Pick<Owner, 'key' | 'get' | 'post' | 'patch' | 'delete'>> {
  const [membership] = await house.deps.db.orm
    .select({ id: memberships.id, pseudonym: organisations.pseudonym })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.personId, personId), eq(memberships.organisationId, organisationId)))
  if (membership === undefined) throw new Error(`${personId} is no member`)
  const owner = { organisationId, pseudonym: membership.pseudonym, membershipId: membership.id }
  const wanted = { name: 'Own', scopes: ownScopes, expiresAt: null }
  const made = await createKey(house.deps, owner, wanted)
  if (!made.ok) throw new Error(made.refusal.detail.en)
  return { key: made.value.key, ...house.holder(made.value.key) }
}

/** A member of the owner's organisation in a browser of their own, signed in. */
export async function signIn(
  house: House,
  { organisationId }: Pick<Owner, 'organisationId'>,
  { role = 'owner', email = 'ana@acme.example' }: { readonly role?: Role; readonly email?: string } = {},
): Promise<Member> {
  const { db, clock, random } = house.deps
  const personId = newId(random, 'per')
  const createdAt = clock.now()
  await db.orm.insert(people).values({ id: personId, email, language: 'en', createdAt })
  const membership = { id: newId(random, 'mem'), organisationId, personId, role, createdAt }
  await db.orm.insert(memberships).values(membership)
  const agent = { method: 'email', userAgent: 'A browser' } as const
  const { token } = await startSession(house.deps, { personId, organisationId, ...agent })
  const cookie = `${sessionCookie}=${token}`
  return {
    personId,
    email,
    cookie,
    get: async (path, headers = {}) =>
      await house.ask(path, { headers: { cookie, accept: 'text/html', ...headers } }),
    post: async (path, form = {}) =>
      await house.ask(path, {
        method: 'POST',
        headers: {
          cookie,
          accept: 'text/html',
          origin: house.deps.site.publicUrl,
          'sec-fetch-site': 'same-origin',
        },
        body: new URLSearchParams(form),
      }),
  }
}
