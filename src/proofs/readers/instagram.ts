import { z } from 'zod'
import { askJson } from '#proofs/ask.ts'
import { PlatformSilent, unexpected } from '#proofs/platform-silent.ts'
import type { Profile } from '#proofs/profile.ts'
import type { Credentials, Read, Reader, Sight } from '#proofs/reader.ts'
import { bioOf, websitesOf } from '#proofs/website.ts'
import { graph, graphHost, graphMeaning } from './meta-graph.ts'

const shape = z.object({
  business_discovery: z.object({
    id: z.string(),
    username: z.string(),
    website: z.string().optional(),
    biography: z.string().optional(),
  }),
})

const can = ({ metaAccessToken, metaInstagramId }: Credentials) =>
  metaAccessToken !== undefined && metaInstagramId !== undefined

/** Professional accounts alone can be asked about, and only by another one: the operator's. */
async function read({ get, credentials }: Sight, handle: string): Promise<Read<Profile>> {
  const { metaAccessToken, metaInstagramId } = credentials
  if (metaAccessToken === undefined || metaInstagramId === undefined) {
    throw new PlatformSilent('no_credentials', 'Instagram shows profiles only to users of its API.')
  }
  const name = encodeURIComponent(handle)
  const fields = `business_discovery.username(${name}){id,username,website,biography}`
  const headers = { authorization: `Bearer ${metaAccessToken}` }
  const url = `${graph}/${encodeURIComponent(metaInstagramId)}?fields=${fields}`
  const answer = await askJson(get, { url, headers, meaning: graphMeaning }, shape)
  if (answer.kind === 'missing') return answer
  const { id, username, website, biography } = answer.value.business_discovery
  if (username.toLowerCase() !== handle) throw unexpected(graphHost, 'it shows another account')
  return {
    kind: 'read',
    value: { handle, platformId: id, websites: websitesOf([website]), bio: bioOf(biography) },
  }
}

export const instagram: Reader = {
  host: () => graphHost,
  can,
  profile: read,
  help: {
    website: 'Open Edit profile → Links on Instagram, in a professional account, and as the first link',
    bio: 'Open Edit profile → Bio on Instagram, and',
  },
}
