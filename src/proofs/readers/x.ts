import { z } from 'zod'
import { parseAccount } from '#accounts/parse-account.ts'
import { askJson } from '#proofs/ask.ts'
import { readHtml } from '#proofs/html.ts'
import { PlatformSilent, unexpected } from '#proofs/platform-silent.ts'
import type { PostReading, Profile } from '#proofs/profile.ts'
import type { Read, Reader, Sight } from '#proofs/reader.ts'
import { bioOf, websitesOf } from '#proofs/website.ts'

const oembedHost = 'publish.x.com'
const apiHost = 'api.x.com'

const oembedShape = z.object({ url: z.string(), author_url: z.string(), html: z.string() })

const links = z
  .object({ urls: z.array(z.object({ url: z.string(), expanded_url: z.string(), display_url: z.string() })) })
  .optional()

const userShape = z.object({
  data: z.object({
    id: z.string().regex(/^\d+$/),
    username: z.string(),
    description: z.string(),
    entities: z.object({ url: links, description: links }).optional(),
  }),
})

const errorsShape = z.object({ errors: z.array(z.object({ type: z.string() })).min(1) })

/** Someone who is not there is answered with status 200 and a list of errors. */
function isMissing(_status: number, json: unknown): 'missing' | null {
  const told = errorsShape.safeParse(json)
  const isThere = userShape.safeParse(json).success
  return told.success &&
    !isThere &&
    told.data.errors.every(({ type }) => type.endsWith('/resource-not-found'))
    ? 'missing'
    : null
}

async function readUser({ get, credentials }: Sight, path: string): Promise<Read<Profile>> {
  const { xBearerToken } = credentials
  if (xBearerToken === undefined) {
    throw new PlatformSilent('no_credentials', 'X shows profiles to nobody without a token of its API.')
  }
  const url = `https://${apiHost}/2/users/${path}?user.fields=url,entities,description`
  const headers = { authorization: `Bearer ${xBearerToken}` }
  const answer = await askJson(get, { url, headers, meaning: isMissing }, userShape)
  if (answer.kind === 'missing') return answer
  const { id, username, description, entities } = answer.value.data
  // Links in a bio are shortened; what its owner wrote is their display form.
  const bio = (entities?.description?.urls ?? []).reduce(
    (text, { url: short, display_url: written }) => text.replaceAll(short, written),
    description,
  )
  const websites = websitesOf(entities?.url?.urls.map(({ expanded_url: expanded }) => expanded) ?? [])
  return {
    kind: 'read',
    value: { handle: username.toLowerCase(), platformId: id, websites, bio: bioOf(bio) },
  }
}

const status = /^\/(\w{1,15})\/status(?:es)?\/(\d{1,19})\/?$/

function statusIn(text: string): { readonly user: string; readonly id: string } | null {
  const url = URL.parse(text.trim())
  if (url === null || !/^(?:(?:www|m|mobile)\.)?(?:x|twitter)\.com$/.test(url.hostname)) return null
  const [, user, id] = status.exec(url.pathname.replace(/^\/i\/web\//, '/i/')) ?? []
  return user === undefined || id === undefined ? null : { user, id }
}

/** The user part of the address is anybody's word: X shows the same post under every name. */
async function readPost({ get }: Sight, user: string, id: string): Promise<Read<PostReading>> {
  const asked = `https://x.com/${user}/status/${id}`
  const url = `https://${oembedHost}/oembed?url=${encodeURIComponent(asked)}&omit_script=1&hide_thread=1&dnt=1`
  const answer = await askJson(get, { url }, oembedShape)
  if (answer.kind === 'missing') return answer
  const author = parseAccount(answer.value.author_url, { platform: 'x' })
  // The post's own text is the first paragraph; after it come its author's name and the date.
  const [text] = readHtml(answer.value.html, (tag) => tag === 'p')?.elements ?? []
  if (!author.ok || text === undefined || statusIn(answer.value.url)?.id !== id) {
    throw unexpected(oembedHost, 'it shows another post')
  }
  const { handle } = author.value
  return {
    kind: 'read',
    value: {
      url: `https://x.com/${handle}/status/${id}`,
      author: { handle, platformId: null },
      text: text.text,
      at: snowflakeTime(id),
    },
  }
}

/** Since November 2010 an id holds its time, in milliseconds since then, above 22 other bits. */
function snowflakeTime(id: string): number {
  return Number((BigInt(id) >> 22n) + 1_288_834_974_657n)
}

/** A post's author is public; profiles need the operator's token. */
export const x: Reader = {
  host: () => oembedHost,
  profile: (sight, handle) => readUser(sight, `by/username/${encodeURIComponent(handle)}`),
  profileById: (sight, platformId) => readUser(sight, encodeURIComponent(platformId)),
  can: ({ xBearerToken }) => xBearerToken !== undefined,
  post: (sight, url) => {
    const found = statusIn(url)
    return found === null ? null : readPost(sight, found.user, found.id)
  },
  help: {
    website: 'Open Edit profile → Website on X, and',
    bio: 'Open Edit profile → Bio on X, and',
    post: 'Publish a post on X, and',
  },
}
