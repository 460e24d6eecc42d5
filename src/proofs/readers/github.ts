import { z } from 'zod'
import { askJson, type Wanted } from '#proofs/ask.ts'
import type { PostReading, Profile } from '#proofs/profile.ts'
import { unexpected } from '#proofs/platform-silent.ts'
import type { Credentials, Read, Reader, Sight } from '#proofs/reader.ts'
import { bioOf, websitesOf } from '#proofs/website.ts'

const host = 'api.github.com'

const userShape = z.object({
  id: z.number().int(),
  login: z.string(),
  // An empty string where nothing is written, in organisations null.
  blog: z.string().nullable(),
  bio: z.string().nullable(),
})

const gistShape = z.object({
  id: z.string(),
  owner: z.object({ id: z.number().int(), login: z.string() }),
  description: z.string().nullable(),
  files: z.record(z.string(), z.object({ filename: z.string(), content: z.string().nullish() })),
  created_at: z.string(),
})

const fileCharactersMax = 65_536
/** GitHub gives up to 1 MB of each file. */
const gistBytesMax = 2_097_152

function wanted(path: string, { githubToken }: Credentials): Wanted {
  return {
    url: `https://${host}${path}`,
    accept: 'application/vnd.github+json',
    headers: {
      'x-github-api-version': '2022-11-28',
      ...(githubToken === undefined ? {} : { authorization: `Bearer ${githubToken}` }),
    },
    meaning: limited,
  }
}

/** Strangers have 60 requests an hour (with a token 5,000), and are then turned away like the forbidden. */
function limited(status: number, json: unknown): 'rate_limited' | null {
  const told = z.object({ message: z.string() }).safeParse(json)
  return status === 403 && told.success && /rate limit/i.test(told.data.message) ? 'rate_limited' : null
}

async function readUser({ get, credentials }: Sight, path: string): Promise<Read<Profile>> {
  const answer = await askJson(get, wanted(path, credentials), userShape)
  if (answer.kind === 'missing') return answer
  const { id, login, blog, bio } = answer.value
  const websites = websitesOf([blog])
  return {
    kind: 'read',
    value: { handle: login.toLowerCase(), platformId: String(id), websites, bio: bioOf(bio) },
  }
}

async function readGist({ get, credentials }: Sight, id: string): Promise<Read<PostReading>> {
  const answer = await askJson(
    get,
    { ...wanted(`/gists/${id}`, credentials), bytesMax: gistBytesMax },
    gistShape,
  )
  if (answer.kind === 'missing') return answer
  const { owner, description, files, created_at: created } = answer.value
  // An edit changes the text and not this date: the older one binds.
  const at = Date.parse(created)
  if (answer.value.id !== id || Number.isNaN(at)) throw unexpected(host, 'it shows another gist')
  const texts = Object.values(files).flatMap((file) => [file.filename, file.content ?? ''])
  const handle = owner.login.toLowerCase()
  return {
    kind: 'read',
    value: {
      url: `https://gist.github.com/${handle}/${id}`,
      author: { handle, platformId: String(owner.id) },
      text: [description ?? '', ...texts.map((text) => text.slice(0, fileCharactersMax))].join('\n'),
      at,
    },
  }
}

const gistAddress = /^https:\/\/gist\.github\.com\/(?:[\w-]+\/)?([\da-f]{20,40})\/?(?:[?#].*)?$/

export const github: Reader = {
  host: () => host,
  profile: (sight, handle) => readUser(sight, `/users/${encodeURIComponent(handle)}`),
  profileById: (sight, platformId) => readUser(sight, `/user/${encodeURIComponent(platformId)}`),
  post: (sight, url) => {
    const id = gistAddress.exec(url.trim())?.[1]
    return id === undefined ? null : readGist(sight, id)
  },
  help: {
    website:
      'Open Settings → Public profile → URL on GitHub (of an organisation: Settings → General → URL), and',
    bio: 'Open Settings → Public profile → Bio on GitHub, and',
    post: 'Create a new public gist at https://gist.github.com/, and',
  },
}
