import { z } from 'zod'
import { askJson } from '#proofs/ask.ts'
import { PlatformSilent, unexpected } from '#proofs/platform-silent.ts'
import type { Profile } from '#proofs/profile.ts'
import type { Read, Reader, Sight } from '#proofs/reader.ts'
import { bioOf, websitesOf } from '#proofs/website.ts'

const host = 'gitlab.com'
const api = `https://${host}/api/v4`

const found = z.array(z.object({ id: z.number().int(), username: z.string() }))

const userShape = z.object({
  id: z.number().int(),
  username: z.string(),
  website_url: z.string().nullable(),
  bio: z.string().nullable(),
})

const groupShape = z.object({
  id: z.number().int(),
  full_path: z.string(),
  description: z.string().nullable(),
})

/** Users and groups share their names and not their ids. */
const groupPrefix = 'group/'

async function readByName(sight: Sight, handle: string): Promise<Read<Profile>> {
  const name = encodeURIComponent(handle)
  const users = await askJson(sight.get, { url: `${api}/users?username=${name}` }, found)
  if (users.kind === 'missing') throw unexpected(host, 'its list of users is gone')
  const [user] = users.value
  if (user === undefined) return await readGroup(sight, name)
  if (user.username.toLowerCase() !== handle) throw unexpected(host, 'it shows another user')
  return await readUser(sight, user.id, true)
}

async function readUser({ get }: Sight, id: number, isKnown: boolean): Promise<Read<Profile>> {
  const answer = await askJson(get, { url: `${api}/users/${id}` }, userShape)
  if (answer.kind === 'missing') {
    if (!isKnown) return answer
    throw new PlatformSilent(
      'forbidden',
      `${host} shows this user's profile to members only. Nothing was decided.`,
    )
  }
  const { id: seen, username, website_url: website, bio } = answer.value
  if (seen !== id) throw unexpected(host, 'it shows another user')
  const handle = username.toLowerCase()
  return {
    kind: 'read',
    value: { handle, platformId: String(id), websites: websitesOf([website]), bio: bioOf(bio) },
  }
}

async function readGroup({ get }: Sight, path: string): Promise<Read<Profile>> {
  const answer = await askJson(get, { url: `${api}/groups/${path}?with_projects=false` }, groupShape)
  if (answer.kind === 'missing') return answer
  const { id, full_path: handle, description } = answer.value
  const platformId = `${groupPrefix}${id}`
  return {
    kind: 'read',
    value: { handle: handle.toLowerCase(), platformId, websites: [], bio: bioOf(description) },
  }
}

/** Users of gitlab.com, and groups, which have a description and no website field. */
export const gitlab: Reader = {
  host: () => host,
  profile: readByName,
  profileById: (sight, platformId) =>
    platformId.startsWith(groupPrefix)
      ? readGroup(sight, platformId.slice(groupPrefix.length))
      : readUser(sight, Number(platformId), false),
  help: {
    website: 'Open Edit profile → Website URL on GitLab (of a group, use its description as below), and',
    bio: 'Open Edit profile → Bio on GitLab (of a group: Settings → General → Group description), and',
  },
}
