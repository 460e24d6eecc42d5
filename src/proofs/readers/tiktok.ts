import { z } from 'zod'
import { parseAccount } from '#accounts/parse-account.ts'
import { askJson } from '#proofs/ask.ts'
import { unexpected } from '#proofs/platform-silent.ts'
import type { PostReading } from '#proofs/profile.ts'
import type { Read, Reader, Sight } from '#proofs/reader.ts'

const host = 'www.tiktok.com'

const oembedShape = z.object({
  title: z.string(),
  author_url: z.string(),
  author_unique_id: z.string(),
  embed_product_id: z.string(),
})

async function readVideo({ get }: Sight, user: string, id: string): Promise<Read<PostReading>> {
  const asked = `https://${host}/@${user}/video/${id}`
  const url = `https://${host}/oembed?url=${encodeURIComponent(asked)}`
  const answer = await askJson(get, { url }, oembedShape)
  if (answer.kind === 'missing') return answer
  const { title, author_url: authorUrl, author_unique_id: name, embed_product_id: seen } = answer.value
  const author = parseAccount(authorUrl, { platform: 'tiktok' })
  if (!author.ok || author.value.handle !== name.toLowerCase() || seen !== id) {
    throw unexpected(host, 'it shows another video')
  }
  const { handle } = author.value
  return {
    kind: 'read',
    value: {
      url: `https://${host}/@${handle}/video/${id}`,
      author: { handle, platformId: null },
      text: title,
      // The upper half of an id is the second in which it was made.
      at: Number(BigInt(id) >> 32n) * 1_000,
    },
  }
}

const videoAddress =
  /^https:\/\/(?:(?:www|m)\.)?tiktok\.com\/@([\w.]{1,24})\/(?:video|photo)\/(\d{15,20})\/?(?:[?#].*)?$/i

/** A video's author is public. Profiles are shown to browsers alone. */
export const tiktok: Reader = {
  host: () => host,
  post: (sight, url) => {
    const [, user, id] = videoAddress.exec(url.trim()) ?? []
    return user === undefined || id === undefined ? null : readVideo(sight, user, id)
  },
  help: { post: 'Publish a public video on TikTok, and in its description' },
}
