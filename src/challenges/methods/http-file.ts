import { proved, refused } from '#challenges/finding.ts'
import type { Challenge, Finding, Method } from '#challenges/method.ts'
import { unfit } from '#challenges/page.ts'
import { recordText } from '#challenges/record.ts'
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
}

async function look(perspective: Perspective, challenge: Challenge, sibling: string): Promise<Finding> {
  const url = fileUrl(challenge.domain, challenge.domainId)
  const page = await get(perspective, challenge, url)
  const finding = unfit(page, url)
  if (finding !== null) return finding
  if (!holds(page, challenge)) return refused('mismatch', mismatchDetail(page, url, challenge))
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

function mismatchDetail({ contentType }: Page, url: string, challenge: Challenge): string {
  const what = contentType?.toLowerCase().startsWith('text/html')
    ? 'a web page, perhaps the one the site shows for any address'
    : 'something else'
  return (
    `${url} is there, but holds ${what}. The whole file must be one line of plain text: ` +
    recordText(challenge)
  )
}

function fileUrl(domain: string, name: string): string {
  return `https://${domain}/.well-known/veramarca-challenge/${name}.txt`
}
