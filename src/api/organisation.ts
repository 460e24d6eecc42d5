import { z } from '@hono/zod-openapi'
import type { Principal } from '#auth/authenticate.ts'
import { createKey } from '#auth/create-key.ts'
import { ownScopes, scopes } from '#auth/key.ts'
import { listKeys } from '#auth/list-keys.ts'
import { revokeKey } from '#auth/revoke-key.ts'
import { rfc3339 } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { ok, refuse } from '#base/result.ts'
import { listNotices } from '#brands/list-notices.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { endpoint, type Api } from './endpoint.ts'
import { id, listOf, page, time, timeOrNull, words } from './schemas.ts'

const scope = z.enum(scopes)

const listedKey = z
  .object({
    id: z.string(),
    name: z.string(),
    hint: z.string().openapi({ description: 'How the key begins.' }),
    scopes: z.array(scope),
    created_at: time,
    expires_at: time.nullable(),
  })
  .openapi('ListedKey')

const newKey = z
  .strictObject({
    name: words(100),
    scopes: z
      .array(scope)
      .min(1)
      .refine((wanted) => new Set(wanted).size === wanted.length, 'each once')
      .default([...ownScopes]),
    expires_at: z.iso.datetime({ offset: true }).optional(),
  })
  .openapi('NewKey')

const notice = z
  .object({ id: z.string(), kind: z.string(), subject: z.string(), detail: z.string(), created_at: time })
  .openapi('Notice')

const ownersOnly = refuse(
  'scope_missing',
  'This key is of a member who is no owner; only owners see to keys.',
)

/** A key that an owner made stays when they become less, and then may no more than they. */
function seesToKeys({ role }: Principal): boolean {
  return role === null || role === 'owner'
}

export function organisationApi(api: Api, deps: Deps): void {
  endpoint(
    api,
    deps,
    {
      method: 'get',
      path: '/v1/notices',
      tag: 'Organisation',
      summary: 'What you were told, newest first',
      access: 'read',
      query: z.object(page),
      status: 200,
      answer: listOf(notice),
      refuses: ['invalid_request'],
    },
    async ({ principal, query }) => {
      const cursor = readCursor(query.cursor)
      if (!cursor.ok) return cursor
      const after = cursor.value === undefined ? undefined : /^(\d{1,15}) (\S{1,40})$/.exec(cursor.value)
      if (after === null) return refuse('invalid_request', 'cursor: not one of ours.')
      const found = await listNotices(deps, principal, {
        ...(after === undefined ? {} : { after: { createdAt: Number(after[1]), id: after[2] ?? '' } }),
        limit: query.limit + 1,
      })
      const items = found.slice(0, query.limit)
      const last = items.at(-1)
      return ok({
        items: items.map(({ id: noticeId, kind, subject, detail, createdAt }) => {
          return { id: noticeId, kind, subject, detail, created_at: rfc3339(createdAt) }
        }),
        next_cursor:
          found.length > items.length && last !== undefined
            ? writeCursor(`${last.createdAt} ${last.id}`)
            : null,
      })
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'get',
      path: '/v1/keys',
      tag: 'Organisation',
      summary: 'Your API keys in use',
      access: 'read',
      status: 200,
      answer: listOf(listedKey),
      refuses: [],
    },
    async ({ principal }) => {
      const keys = await listKeys(deps, principal)
      return ok({
        items: keys.map(({ createdAt, expiresAt, ...key }) => {
          return {
            ...key,
            scopes: [...key.scopes],
            created_at: rfc3339(createdAt),
            expires_at: timeOrNull(expiresAt),
          }
        }),
        next_cursor: null,
      })
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'post',
      path: '/v1/keys',
      tag: 'Organisation',
      summary: 'A further API key, shown this once; it can do no more than the one that asks',
      access: 'write',
      keyOnly: true,
      body: newKey,
      status: 201,
      answer: listedKey.extend({ key: z.string() }),
      refuses: ['invalid_request', 'scope_missing', 'organisation_unknown'],
    },
    async ({ principal, body }) => {
      if (!seesToKeys(principal)) return ownersOnly
      const missing = body.scopes.find((wanted) => !principal.scopes.includes(wanted))
      if (missing !== undefined) return refuse('scope_missing', `Your own key lacks the scope "${missing}".`)
      const asked = body.expires_at === undefined ? null : Date.parse(body.expires_at)
      // No key outlives the one that made it.
      const expiresAt = Math.min(asked ?? Infinity, principal.expiresAt ?? Infinity)
      if (expiresAt <= deps.clock.now()) {
        return refuse('invalid_request', 'expires_at: must lie in the future')
      }
      const ends = expiresAt === Infinity ? null : expiresAt
      const made = await createKey(deps, principal, { name: body.name, scopes: body.scopes, expiresAt: ends })
      if (!made.ok) return made
      return ok({
        ...made.value,
        name: body.name,
        hint: made.value.key.slice(0, 7),
        scopes: body.scopes,
        created_at: rfc3339(deps.clock.now()),
        expires_at: timeOrNull(ends),
      })
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'delete',
      path: '/v1/keys/{id}',
      tag: 'Organisation',
      summary: 'Revoke a key at once',
      access: 'write',
      keyOnly: true,
      params: id,
      status: 204,
      answer: z.null(),
      refuses: ['key_unknown', 'scope_missing'],
    },
    async ({ principal, params }) =>
      seesToKeys(principal) ? await revokeKey(deps, principal, params.id) : ownersOnly,
  )
}
