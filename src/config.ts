import { z } from 'zod'
import { looksLikeKey } from '#auth/key.ts'
import { operatorOf } from '#net/perspectives.ts'
import type { RemoteHost } from '#net/remote-http.ts'
import type { Credentials } from '#proofs/reader.ts'

/** Several operators, each with HTTP/1.1, which is all that Node's fetch speaks. */
const defaultDohUrls = [
  'https://cloudflare-dns.com/dns-query',
  'https://dns.google/dns-query',
  'https://doh.opendns.com/dns-query',
]

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
)

/** What is no URL is told of elsewhere. */
function operator(text: string, index: number): string | number {
  const url = URL.parse(text)
  return (url === null ? null : operatorOf(url)) ?? index
}

const dohUrls = list.pipe(
  z
    .array(z.url().refine((text) => isPrivate(URL.parse(text)), 'must be https, or http on loopback'))
    .min(2, 'name at least two resolvers, of two operators')
    .refine(
      (urls) => new Set(urls.map(operator)).size > 1,
      'must be of at least two operators: what one alone says decides nothing',
    ),
)

/** Nobody on the way can read or change what is said. */
function isPrivate(url: URL | null): boolean {
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && loopbackHosts.has(url.hostname))
}

const remotes = list.transform((pairs, context) => {
  const hosts = new Map<string, RemoteHost>()
  for (const [index, pair] of pairs.entries()) {
    const [text = '', key = '', ...surplus] = pair.split(/\s+/)
    const url = URL.parse(text)
    const isOrigin = url !== null && isPrivate(url) && url.href === `${url.origin}/`
    if (!isOrigin || !looksLikeKey(key) || surplus.length > 0 || hosts.has(url.origin)) {
      // The words hold no key, so neither does a log.
      const message = `number ${index + 1} is not "URL KEY" of a further registry: https (or http on loopback), no path, a space, vm_…`
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    hosts.set(url.origin, { origin: url.origin, key })
  }
  return [...hosts.values()]
})

const port = z.coerce.number().int().min(1).max(65_535)

const portMap = list.transform((pairs, context) => {
  const map = new Map<number, number>()
  for (const pair of pairs) {
    const [from, to] = pair.split(':').map((part) => port.safeParse(part).data)
    if (from === undefined || to === undefined) {
      context.addIssue({ code: 'custom', message: `"${pair}" is not FROM:TO` })
      return z.NEVER
    }
    map.set(from, to)
  }
  return map
})

const origin = z.url({ protocol: /^https?$/ }).transform((text) => new URL(text).origin)

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: origin.optional(),
  DATABASE_URL: z.string().default('file:data/veramarca.db'),
  DATABASE_AUTH_TOKEN: z.string().optional(),
  DOH_URLS: dohUrls.default(defaultDohUrls),
  PERSPECTIVES: remotes.default([]),
  OUTBOUND_ALLOW: list.default([]),
  OUTBOUND_PORTS: portMap.default(new Map()),
  CLOCK_OFFSET: z.coerce.number().int().default(0),
  SIGNING_KEYS: z.string().optional(),
  GITHUB_TOKEN: z.string().optional(),
  X_BEARER_TOKEN: z.string().optional(),
  META_ACCESS_TOKEN: z.string().optional(),
  META_INSTAGRAM_ID: z.string().optional(),
  LINKEDIN_ACCESS_TOKEN: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_API_URL: z
    .url()
    .refine((text) => isPrivate(URL.parse(text)), 'must be https, or http on loopback')
    .optional(),
  MAIL_API_KEY: z.string().optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
      'must be an address, or "Name <address>"',
    )
    .optional(),
  CLIENT_ADDRESS_HEADER: z
    .string()
    .regex(/^[a-z\d-]+$/i, 'must be the name of a header')
    .optional(),
})

export type Config = {
  readonly port: number
  readonly host: string
  /** Origin, no final slash. */
  readonly publicUrl: string
  /** At home `.example` and `.test` pass, and the outside world may be on loopback. */
  readonly atHome: boolean
  readonly databaseUrl: string
  readonly databaseAuthToken: string | undefined
  readonly dohUrls: readonly string[]
  /** Other registries that look for this one. */
  readonly remotes: readonly RemoteHost[]
  readonly outboundAllow: readonly string[]
  readonly outboundPorts: ReadonlyMap<number, number>
  readonly clockOffsetSeconds: number
  /** JWK set as JSON; undefined: a file beside the database. */
  readonly signingKeys: string | undefined
  /** For platforms that tell nothing of their accounts without. */
  readonly credentials: Credentials
  /** How mail leaves; null: it does not. */
  readonly mail: MailConfig | null
  /** Which header names the client where a proxy of one's own stands in front. */
  readonly clientAddressHeader: string | undefined
}

export type MailConfig =
  | { readonly by: 'smtp'; readonly url: string; readonly from: string }
  | { readonly by: 'api'; readonly url: string; readonly key: string; readonly from: string }

/** Reads and checks the environment; the error names each variable at fault. Empty values count as unset. */
export function readConfig(env: Readonly<Record<string, unknown>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => typeof value === 'string' && value !== ''),
  )
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigError(`The configuration cannot be used. ${faults.join('; ')}`)
  }
  const settings = parsed.data
  const publicUrl = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`
  const atHome = loopbackHosts.has(new URL(publicUrl).hostname)
  const homeOnly = (['OUTBOUND_ALLOW', 'OUTBOUND_PORTS', 'CLOCK_OFFSET'] as const).filter(
    (name) => name in given,
  )
  if (!atHome && homeOnly.length > 0) {
    throw new ConfigError(
      `${homeOnly.join(', ')} may be set only when PUBLIC_URL is on localhost; it is ${publicUrl}`,
    )
  }
  if (settings.PERSPECTIVES.some(({ origin: other }) => other === publicUrl)) {
    throw new ConfigError(
      'PERSPECTIVES names PUBLIC_URL: a second look from the same place corroborates nothing',
    )
  }
  return Object.freeze({
    port: settings.PORT,
    host: settings.HOST,
    publicUrl,
    atHome,
    databaseUrl: settings.DATABASE_URL,
    databaseAuthToken: settings.DATABASE_AUTH_TOKEN,
    dohUrls: settings.DOH_URLS,
    remotes: settings.PERSPECTIVES,
    outboundAllow: settings.OUTBOUND_ALLOW,
    outboundPorts: settings.OUTBOUND_PORTS,
    clockOffsetSeconds: settings.CLOCK_OFFSET,
    signingKeys: settings.SIGNING_KEYS,
    credentials: Object.freeze({
      ...(settings.GITHUB_TOKEN === undefined ? {} : { githubToken: settings.GITHUB_TOKEN }),
      ...(settings.X_BEARER_TOKEN === undefined ? {} : { xBearerToken: settings.X_BEARER_TOKEN }),
      ...(settings.META_ACCESS_TOKEN === undefined ? {} : { metaAccessToken: settings.META_ACCESS_TOKEN }),
      ...(settings.META_INSTAGRAM_ID === undefined ? {} : { metaInstagramId: settings.META_INSTAGRAM_ID }),
      ...(settings.LINKEDIN_ACCESS_TOKEN === undefined
        ? {}
        : { linkedinAccessToken: settings.LINKEDIN_ACCESS_TOKEN }),
    }),
    mail: mailConfig(settings),
    clientAddressHeader: settings.CLIENT_ADDRESS_HEADER,
  })
}

function mailConfig(settings: z.output<typeof environment>): MailConfig | null {
  const { SMTP_URL: smtp, MAIL_API_URL: api, MAIL_API_KEY: key, MAIL_FROM: from } = settings
  if (smtp === undefined && api === undefined) return null
  if (smtp !== undefined && api !== undefined) {
    throw new ConfigError('SMTP_URL and MAIL_API_URL are both set: mail leaves by one of them')
  }
  if (from === undefined) throw new ConfigError('MAIL_FROM must be set where SMTP_URL or MAIL_API_URL is')
  if (smtp !== undefined) return { by: 'smtp', url: smtp, from }
  if (api === undefined || key === undefined) {
    throw new ConfigError('MAIL_API_KEY must be set where MAIL_API_URL is')
  }
  return { by: 'api', url: api, key, from }
}

export class ConfigError extends Error {}
