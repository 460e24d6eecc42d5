import { z } from 'zod'
import { askJson, type Wanted } from '#proofs/ask.ts'
import { PlatformSilent, unexpected } from '#proofs/platform-silent.ts'
import type { Profile } from '#proofs/profile.ts'
import type { Credentials, Read, Reader, Sight } from '#proofs/reader.ts'
import { bioOf, websitesOf } from '#proofs/website.ts'

const host = 'api.linkedin.com'

const organisation = z.object({
  id: z.number().int(),
  vanityName: z.string(),
  localizedWebsite: z.string().optional(),
  localizedDescription: z.string().optional(),
  primaryOrganizationType: z.string().optional(),
})

const listShape = z.object({ elements: z.array(organisation) })

const can = ({ linkedinAccessToken }: Credentials) => linkedinAccessToken !== undefined

function wanted({ credentials }: Sight, path: string): Wanted {
  const { linkedinAccessToken } = credentials
  if (linkedinAccessToken === undefined) {
    throw new PlatformSilent('no_credentials', 'LinkedIn shows organisations only to users of its API.')
  }
  const headers = {
    authorization: `Bearer ${linkedinAccessToken}`,
    'linkedin-version': '202510',
    'x-restli-protocol-version': '2.0.0',
  }
  return { url: `https://${host}/rest/organizations${path}`, headers }
}

const kinds = new Map([
  ['SCHOOL', 'school'],
  ['BRAND', 'showcase'],
])

/** Companies, schools and showcase pages. LinkedIn tells nobody of people. */
async function readByName(sight: Sight, handle: string): Promise<Read<Profile>> {
  const [kind = '', name = ''] = handle.split('/')
  if (kind === 'in') {
    throw new PlatformSilent(
      'forbidden',
      'LinkedIn shows the profiles of people to no program. Nothing was decided.',
    )
  }
  const path = `?q=vanityName&vanityName=${encodeURIComponent(name)}`
  const answer = await askJson(sight.get, wanted(sight, path), listShape)
  if (answer.kind === 'missing') return answer
  const [found] = answer.value.elements
  if (found === undefined) return { kind: 'missing' }
  if (found.vanityName.toLowerCase() !== name) throw unexpected(host, 'it shows another organisation')
  return read(found, kind)
}

async function readById(sight: Sight, platformId: string): Promise<Read<Profile>> {
  const answer = await askJson(sight.get, wanted(sight, `/${encodeURIComponent(platformId)}`), organisation)
  if (answer.kind === 'missing') return answer
  return read(answer.value, kinds.get(answer.value.primaryOrganizationType ?? '') ?? 'company')
}

function read(found: z.infer<typeof organisation>, kind: string): Read<Profile> {
  return {
    kind: 'read',
    value: {
      handle: `${kind}/${found.vanityName.toLowerCase()}`,
      platformId: String(found.id),
      websites: websitesOf([found.localizedWebsite]),
      bio: bioOf(found.localizedDescription),
    },
  }
}

export const linkedin: Reader = {
  host: () => host,
  can,
  profile: readByName,
  profileById: readById,
  help: {
    website: 'Open your page → Edit page → Details → Website URL on LinkedIn, and',
    bio: 'Open your page → Edit page → Details → Description on LinkedIn, and',
  },
}
