import { z } from 'zod'
import { askJson } from '#proofs/ask.ts'
import { PlatformSilent, unexpected } from '#proofs/platform-silent.ts'
import type { Profile } from '#proofs/profile.ts'
import type { Credentials, Read, Reader, Sight } from '#proofs/reader.ts'
import { bioOf, websitesOf } from '#proofs/website.ts'
import { graph, graphHost, graphMeaning } from './meta-graph.ts'

const shape = z.object({
  id: z.string(),
  username: z.string().optional(),
  website: z.string().optional(),
  about: z.string().optional(),
})

const can = ({ metaAccessToken }: Credentials) => metaAccessToken !== undefined

/** Pages, which an app may read with Page Public Content Access; people never. */
async function read({ get, credentials }: Sight, handle: string): Promise<Read<Profile>> {
  const { metaAccessToken } = credentials
  if (metaAccessToken === undefined) {
    throw new PlatformSilent('no_credentials', 'Facebook shows pages only to users of its API.')
  }
  const url = `${graph}/${encodeURIComponent(handle)}?fields=id,username,website,about`
  const headers = { authorization: `Bearer ${metaAccessToken}` }
  const answer = await askJson(get, { url, headers, meaning: graphMeaning }, shape)
  if (answer.kind === 'missing') return answer
  const { id, username, website, about } = answer.value
  const name = username?.replaceAll('.', '').toLowerCase()
  if (handle !== id && handle !== name) throw unexpected(graphHost, 'it shows another page')
  // One field, in which people write several addresses.
  const websites = websitesOf(website?.split(/[\s,;]+/) ?? [])
  return { kind: 'read', value: { handle: name ?? id, platformId: id, websites, bio: bioOf(about) } }
}

export const facebook: Reader = {
  host: () => graphHost,
  can,
  profile: read,
  profileById: read,
  help: {
    website: 'Open your page → About → Contact info → Website on Facebook, and',
    bio: 'Open your page → Intro → Bio on Facebook, and',
  },
}
