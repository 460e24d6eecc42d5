import { type Astray, astray } from '#challenges/astray.ts'
import { proved, refused, unlearnt } from '#challenges/finding.ts'
import { firstFlaw } from '#challenges/flaw.ts'
import { headMetas } from '#challenges/head-meta.ts'
import type { Challenge, Finding, Method, Refused } from '#challenges/method.ts'
import { unfit, type Wanted, withoutSite } from '#challenges/page.ts'
import { isOurs, recordText, strangerIn } from '#challenges/record.ts'
import { unquoted } from '#challenges/unquoted.ts'
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
    ? withoutTag(page.body, { url, advice }, challenge)
    : withOthers(contents, { url, advice }, challenge)
}

/** Why a tag of ours does not count; after "but". */
const why: Readonly<Record<Astray, string>> = {
  comment: 'inside a comment (<!-- … -->), where it is not in force',
  inert: 'inside another element (such as script, noscript or template), where it is not in force',
  escaped: 'its marks are escaped (&lt; and &quot;), so it is text and no tag',
  backslashes: 'with backslashes before its quotation marks, as in JSON',
  typographic_quotes: 'its quotation marks are typographic (“ ”), and plain ones (") are expected',
  no_name: 'without the attribute name=',
  body: 'not in its head: it is in the body, or behind something that ends the head, such as text or a <div>',
}

function withoutTag(body: string, { url, advice }: Wanted, { token }: Challenge): Refused {
  const is = astray(body, metaName, token)
  return is === null
    ? refused('no_meta_tag', `The head of ${url} has no ${metaName} tag. ${advice}`)
    : refused('no_meta_tag', `Your ${metaName} tag was found in ${url}, but ${why[is]}. ${advice}`)
}

/** There are tags of our name and none is ours. What they say is never shown: who asks may not be who may read it. */
function withOthers(contents: readonly string[], { url, advice }: Wanted, challenge: Challenge): Refused {
  const strangers = contents.map((content) => strangerIn(content, challenge).kind)
  const tag = `The ${metaName} tag in the head of ${url}`
  const flaw = firstFlaw(contents, challenge)
  if (flaw !== null) return refused(flaw.reason, `${tag} has ${flaw.what}. ${flaw.advice}. ${advice}`)
  if (contents.some((content) => isOurs(unquoted(content), challenge))) {
    return refused(
      'literal_quotes',
      `${tag} has quotation marks as part of its value, perhaps typographic ones (“ ”) or with backslashes. Plain ones (") ` +
        `around the value are expected. ${advice}`,
    )
  }
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
