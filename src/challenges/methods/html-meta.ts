import { proved, refused, unlearnt } from '#challenges/finding.ts'
import { headMetas } from '#challenges/head-meta.ts'
import type { Challenge, Finding, Method, Refused } from '#challenges/method.ts'
import { unfit, type Wanted, withoutSite } from '#challenges/page.ts'
import { isOurs, recordText, strangerIn } from '#challenges/record.ts'
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
  diagnose: ({ dns }, challenge, refusal) => withoutSite(dns, challenge, refusal, wanted(challenge)),
}

async function look({ get }: Perspective, challenge: Challenge): Promise<Finding> {
  const { url, advice } = wanted(challenge)
  const page = await get(url, { bytesMax: pageBytesMax, target: challenge.registrableDomain })
  const finding = unfit(page, { url, advice })
  if (finding !== null) return finding
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
    : withOthers(contents, { url, advice }, challenge)
}

/** There are tags of our name and none is ours. What they say is never shown: who asks may not be who may read it. */
function withOthers(contents: readonly string[], { url, advice }: Wanted, challenge: Challenge): Refused {
  const strangers = contents.map((content) => strangerIn(content, challenge).kind)
  const tag = `The ${metaName} tag in the head of ${url}`
  if (strangers.includes('stale')) {
    return refused(
      'stale_value',
      `${tag} has the token of an older challenge of yours, and may be removed. ${advice}`,
    )
  }
  if (strangers.includes('other')) {
    return refused(
      'other_organisation',
      `You published another organisation's token. ${tag} does not name ${challenge.organisationId}. ${advice}`,
    )
  }
  return refused(
    'mismatch',
    `The head of ${url} has ${contents.length} ${metaName} ${contents.length === 1 ? 'tag' : 'tags'}, ` +
      `but none with the value expected. ${advice}`,
  )
}

function wanted(challenge: Challenge): Wanted {
  return { url: homeUrl(challenge.domain), advice: `Put this tag inside its <head>: ${metaTag(challenge)}` }
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
