import { proved, refused, unlearnt } from '#challenges/finding.ts'
import { headMetas } from '#challenges/head-meta.ts'
import type { Challenge, Finding, Method } from '#challenges/method.ts'
import { unfit } from '#challenges/page.ts'
import { isOurs, recordText } from '#challenges/record.ts'
import type { Perspective } from '#net/net.ts'

const pageBytesMax = 1_048_576
const metaName = 'veramarca-challenge'

/** A meta tag in the head of the home page. */
export const htmlMeta: Method = {
  name: 'html-meta',
  strength: 'web',
  instruct: (challenge) => ({
    method: 'html-meta',
    url: homeUrl(challenge.domain),
    html: metaTag(challenge),
  }),
  look,
}

async function look({ get }: Perspective, challenge: Challenge): Promise<Finding> {
  const url = homeUrl(challenge.domain)
  const page = await get(url, { bytesMax: pageBytesMax, target: challenge.registrableDomain })
  const finding = unfit(page, url)
  if (finding !== null) return finding
  const advice = `Put this tag inside its <head>: ${metaTag(challenge)}`
  if (!isHtml(page.contentType)) return refused('no_meta_tag', `${url} is not an HTML page. ${advice}`)
  const { contents, headEnded } = headMetas(page.body, metaName)
  if (contents.some((content) => isOurs(content, challenge))) {
    return proved
  }
  if (page.truncated && !headEnded) {
    return unlearnt(
      'page_too_large',
      `The head of ${url} is longer than 1 MB, which is all we read. ${advice}`,
    )
  }
  return contents.length === 0
    ? refused('no_meta_tag', `The head of ${url} has no ${metaName} tag. ${advice}`)
    : refused(
        'mismatch',
        `The head of ${url} has ${contents.length} ${metaName} ${contents.length === 1 ? 'tag' : 'tags'}, ` +
          `but none with this value. ${advice}`,
      )
}

function isHtml(contentType: string | null): boolean {
  return contentType === null || /^\s*(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i.test(contentType)
}

function metaTag(challenge: Challenge): string {
  return `<meta name="${metaName}" content="${recordText(challenge)}">`
}

function homeUrl(domain: string): string {
  return `https://${domain}/`
}
