import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { authenticate, type AuthReason, type Principal } from '#auth/authenticate.ts'
import { authenticateMember } from '#auth/authenticate-member.ts'
import type { Scope } from '#auth/key.ts'
import { sessionCookie } from '#auth/session.ts'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import type { Told } from '#base/told.ts'
import { languageOf } from '#language.ts'
import { problems, type Reason } from '#problems.ts'
import { answerProblem } from './problem.ts'
import { readBody } from './body.ts'

/** `isOfNow`: our own memory must not keep the answer, although others may. `named`: brands that an answer speaks of. */
export type Env = {
  Variables: { requestId: string; publicUrl: string; isOfNow?: boolean; named?: readonly string[] }
}
export type Api = OpenAPIHono<Env>

type Schema = z.ZodType
type Read<S extends Schema | undefined> = S extends Schema ? z.output<S> : undefined

/** One route: what it takes, gives and refuses, for the reader, the docs and the compiler alike. */
export type Endpoint<
  Params extends z.ZodObject | undefined,
  Query extends z.ZodObject | undefined,
  Body extends Schema | undefined,
  Answer extends Schema,
  Refused extends Reason,
> = {
  readonly method: 'get' | 'post' | 'patch' | 'delete'
  /** OpenAPI form: `/v1/brands/{id}`. */
  readonly path: string
  readonly tag: string
  readonly summary: string
  /** `public`: anybody; `either`: anybody, and whoever shows a key or is signed in is known; else the scope needed. */
  readonly access: 'public' | 'either' | Scope
  /** A session is not enough: people do it on a page that asks anew who they are. */
  readonly keyOnly?: boolean
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly bodyOptional?: boolean
  readonly status: 200 | 201 | 204
  readonly answer: Answer
  /** The content type of an answer that is text; JSON when absent. */
  readonly text?: string
  readonly refuses: readonly Refused[]
  /** Seconds HTTP caches may keep a public answer. */
  readonly maxAge?: number
}

export type Asked<Params, Query, Body> = {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly principal: Principal
  /** Says that the answer speaks of this brand, which is counted. */
  readonly name: (slug: string) => void
  /** Says it in the language that is asked for. */
  readonly tell: (told: Told) => string
}

const nobody: Principal = {
  organisationId: '',
  pseudonym: '',
  keyId: null,
  membershipId: null,
  role: null,
  scopes: [],
  expiresAt: null,
}

/** Registers a route with its documentation. A refusal becomes problem+json here and nowhere else. */
export function endpoint<
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends Schema | undefined = undefined,
  Answer extends Schema = Schema,
  Refused extends Reason = never,
>(
  api: Api,
  deps: Pick<Deps, 'db' | 'clock' | 'site'>,
  spec: Endpoint<Params, Query, Body, Answer, Refused>,
  handle: (
    asked: Asked<Read<Params>, Read<Query>, Read<Body>>,
  ) => Promise<Result<z.input<Answer>, NoInfer<Refused>>>,
): void {
  document(api, spec)
  api.on(spec.method.toUpperCase(), spec.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (c) => {
    // RFC 9111 §4: without it a cache may give whoever has a key or a session what it kept for the public.
    if (spec.access !== 'public') c.header('Vary', 'Authorization, Cookie', { append: true })
    const principal = await whoAsks(deps, spec, c)
    if (!principal.ok) return answerProblem(c, principal.refusal)
    const params = read(spec.params, c.req.param())
    if (!params.ok) return answerProblem(c, params.refusal)
    const query = read(spec.query, c.req.query())
    if (!query.ok) return answerProblem(c, query.refusal)
    const json = spec.body === undefined ? ok(undefined) : await readBody(c, spec.bodyOptional ?? false)
    if (!json.ok) return answerProblem(c, json.refusal)
    const body = read(spec.body, json.value)
    if (!body.ok) return answerProblem(c, body.refusal)
    const named: string[] = []
    c.set('named', named)
    const answer = await handle({
      name: (slug) => void named.push(slug),
      tell: (told) => told[languageOf(c)],
      params: params.value,
      query: query.value,
      body: body.value,
      principal: principal.value,
    })
    if (!answer.ok) return answerProblem(c, answer.refusal)
    return speak(c, spec, answer.value, principal.value === nobody)
  })
}

async function whoAsks(
  deps: Pick<Deps, 'db' | 'clock' | 'site'>,
  spec: Open,
  c: Context,
): Promise<Result<Principal, AuthReason>> {
  const { access } = spec
  if (access === 'public') return ok(nobody)
  const authorization = c.req.header('authorization')
  const scope = access === 'either' ? 'read' : access
  if (authorization !== undefined) return await authenticate(deps, authorization, scope)
  const asked = {
    token: isByMembers(spec) ? getCookie(c, sessionCookie) : undefined,
    isSafe: c.req.method === 'GET' || c.req.method === 'HEAD',
    site: c.req.header('sec-fetch-site'),
    origin: c.req.header('origin'),
  }
  const member = await authenticateMember(deps, asked, scope)
  if (member !== null) return member
  return access === 'either' ? ok(nobody) : await authenticate(deps, authorization, scope)
}

type Spoken = { readonly status: 200 | 201 | 204; readonly text?: string; readonly maxAge?: number }

/** What somebody was told whom we know is nobody else's. */
function speak(c: Context, spec: Spoken, value: unknown, isPublic: boolean): Response {
  const isAsked = c.req.header('authorization') === undefined && isPublic
  c.header('Cache-Control', cacheControl(isAsked ? spec.maxAge : undefined))
  if (spec.status === 204) return c.body(null, 204)
  if (spec.text === undefined) return c.json(value, spec.status)
  return c.body(String(value), spec.status, { 'Content-Type': spec.text })
}

/** No positive answer outlives its minute: half of it may be spent in our own cache, half in HTTP's. */
export function cacheControl(maxAge: number | undefined): string {
  return maxAge === undefined ? 'no-store' : `public, max-age=${maxAge}, stale-if-error=0`
}

function read<S extends Schema | undefined>(
  schema: S | undefined,
  value: unknown,
): Result<Read<S>, 'invalid_request'>
function read(schema: Schema | undefined, value: unknown): Result<unknown, 'invalid_request'> {
  if (schema === undefined) return ok(undefined)
  const parsed = schema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const faults = parsed.error.issues.slice(0, 5).map((issue) => {
    const where = issue.path.map(String).join('.').slice(0, 100)
    return where === '' ? issue.message : `${where}: ${issue.message}`
  })
  return refuse('invalid_request', faults.join('; ').slice(0, 1_000))
}

const problemSchema = z
  .object({
    type: z.url(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    reason: z.string().openapi({ description: 'Permanent; what programs should look at.' }),
    request_id: z.string(),
  })
  .openapi('Problem')

function document(
  api: Api,
  spec: Endpoint<z.ZodObject | undefined, z.ZodObject | undefined, Schema | undefined, Schema, Reason>,
): void {
  const http: readonly Reason[] = [
    ...(spec.access === 'public' ? [] : (['key_invalid', 'scope_missing'] as const)),
    ...(isByMembers(spec) && spec.method !== 'get' ? (['origin_refused'] as const) : []),
    ...(spec.access === 'public' || spec.access === 'either' ? [] : (['key_missing'] as const)),
    ...(spec.body === undefined
      ? []
      : (['malformed_json', 'body_too_large', 'unsupported_media_type'] as const)),
    ...(spec.body === undefined && spec.query === undefined ? [] : (['invalid_request'] as const)),
  ]
  const byStatus = Map.groupBy([...new Set([...http, ...spec.refuses])], (reason) => problems[reason].status)
  const refusals = [...byStatus].map(([status, reasons]) => [
    status,
    {
      description: reasons.map((reason) => `\`${reason}\`: ${problems[reason].title}`).join('; '),
      content: { 'application/problem+json': { schema: problemSchema } },
    },
  ])
  api.openAPIRegistry.registerPath({
    method: spec.method,
    path: spec.path,
    tags: [spec.tag],
    summary: spec.summary,
    ...securityOf(spec),
    request: {
      ...(spec.params === undefined ? {} : { params: spec.params }),
      ...(spec.query === undefined ? {} : { query: spec.query }),
      ...(spec.body === undefined
        ? {}
        : {
            body: {
              required: spec.bodyOptional !== true,
              content: { 'application/json': { schema: spec.body } },
            },
          }),
    },
    responses: {
      [spec.status]:
        spec.status === 204
          ? { description: 'Done' }
          : { description: 'Done', content: { [spec.text ?? 'application/json']: { schema: spec.answer } } },
      ...Object.fromEntries(refusals),
    },
  })
}

type Open = { readonly access: 'public' | 'either' | Scope; readonly keyOnly?: boolean }

/** Sessions read and write; `look` is for other registries, which have keys. */
function isByMembers({ access, keyOnly = false }: Open): boolean {
  return access !== 'public' && access !== 'look' && !keyOnly
}

function securityOf(spec: Open): { security?: Record<string, string[]>[] } {
  const { access } = spec
  if (access === 'public') return {}
  const session = isByMembers(spec) ? [{ session: [] }] : []
  if (access === 'either') return { security: [{}, { apiKey: ['read'] }, ...session] }
  return { security: [{ apiKey: [access] }, ...session] }
}
