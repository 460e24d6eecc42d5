import { proved, refused } from '#challenges/finding.ts'
import { flawIn } from '#challenges/flaw.ts'
import type { Challenge, Finding, Method, Refused } from '#challenges/method.ts'
import { unfit, type Wanted, withoutSite } from '#challenges/page.ts'
import { isOurs, recordText, strangerIn } from '#challenges/record.ts'
import { Unreachable, type Page, type Perspective, type UnreachableReason } from '#net/net.ts'

/** RFC 8555 §8.3 lets white space follow; Boulder reads this much beyond what it expects. */
const surplusBytesMax = 128

/** A file under `/.well-known/` whose whole body is the record. Its URL does not tell the body. */
export const httpFile: Method = {
  name: 'http-file',
  strength: 'web',
  instruct: (challenge) => ({
    method: 'http-file',
    url: fileUrl(challenge.domain, challenge.domainId),
    value: recordText(challenge),
  }),
  look,
  diagnose: ({ dns }, challenge, refusal) => withoutSite(dns, challenge, refusal, wanted(challenge)),
}

async function look(perspective: Perspective, challenge: Challenge, sibling: string): Promise<Finding> {
  const { url, advice } = wanted(challenge)
  const page = await get(perspective, challenge, url)
  const finding = unfit(page, { url, advice })
  if (finding !== null) return finding
  if (!holds(page, challenge)) return withAnother(page, { url, advice }, challenge)
  if (await answersEverywhere(perspective, challenge, sibling)) {
    return refused(
      'wildcard',
      `The site gives the same file at a random address beside ${url}, so it answers every address alike. ` +
        'Serve the file at exactly that address, or use a DNS record.',
    )
  }
  return proved
}

const turnedAway: readonly UnreachableReason[] = [
  'redirect_off_domain',
  'redirect_not_allowed',
  'redirect_loop',
  'too_many_redirects',
]

/** A sibling that redirects somewhere we do not follow has answered: not with our file. Other silence is thrown. */
async function answersEverywhere(perspective: Perspective, challenge: Challenge, sibling: string) {
  try {
    const page = await get(perspective, challenge, fileUrl(challenge.domain, sibling))
    return page.status === 200 && holds(page, challenge)
  } catch (error) {
    if (error instanceof Unreachable && turnedAway.includes(error.reason)) return false
    throw error
  }
}

function get(perspective: Perspective, challenge: Challenge, url: string): Promise<Page> {
  const bytesMax = new TextEncoder().encode(recordText(challenge)).length + surplusBytesMax
  return perspective.get(url, { bytesMax, target: challenge.registrableDomain })
}

function holds(page: Page, challenge: Challenge): boolean {
  return !page.truncated && page.body.trimEnd() === recordText(challenge)
}

/** The file is there and is not ours. Its text is never shown: who asks may not be who may read it. */
function withAnother(page: Page, { url, advice }: Wanted, challenge: Challenge): Refused {
  const flaw = page.truncated ? null : flawIn(page.body, challenge)
  if (flaw !== null) {
    return refused(flaw.reason, `The file at ${url} has ${flaw.what}. ${flaw.advice}. ${advice}`)
  }
  const stranger = page.truncated ? 'none' : strangerIn(page.body, challenge).kind
  if (stranger === 'stale') {
    return refused(
      'stale_value',
      `The file at ${url} holds the token of an older challenge of yours. ${advice}`,
    )
  }
  if (stranger === 'other') {
    return refused(
      'other_organisation',
      `You published another organisation's token: the file at ${url} does not name ${challenge.organisationId}. ${advice}`,
    )
  }
  if (!page.truncated && isOurs(page.body, challenge)) {
    return refused('mismatch', `${url} holds the token, but not exactly the line expected. ${advice}`)
  }
  const what = page.contentType?.toLowerCase().startsWith('text/html')
    ? 'a web page, perhaps the one the site shows for any address'
    : 'something else'
  return refused('mismatch', `${url} is there, but holds ${what}. ${advice}`)
}

function wanted(challenge: Challenge): Wanted {
  return {
    url: fileUrl(challenge.domain, challenge.domainId),
    advice: `A plain text file of exactly this one line is expected there: ${recordText(challenge)}`,
  }
}

function fileUrl(domain: string, name: string): string {
  return `https://${domain}/.well-known/veramarca-challenge/${name}.txt`
}
