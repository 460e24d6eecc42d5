import { lifetimes } from '#base/lifetimes.ts'
import { minute, rfc3339 } from '#base/clock.ts'
import { Unreachable } from '#net/net.ts'
import { holdsCode } from '#proofs/code.ts'
import { findAccount, type Found } from '#proofs/find-account.ts'
import type { AccountFinding, SeenAccount } from '#proofs/finding.ts'
import type { AccountInstruction, AccountMethod, Asked } from '#proofs/method.ts'
import { notCheckable } from '#proofs/not-checkable.ts'
import { PlatformSilent } from '#proofs/platform-silent.ts'
import type { PostReading } from '#proofs/profile.ts'
import type { Reader, Sight } from '#proofs/reader.ts'
import { readerOf } from '#proofs/readers/index.ts'
import { refusedFinding, seenOf } from '#proofs/refused.ts'

/** A platform's clock and ours may differ by this. */
const clocksApart = 10 * minute

type Code = Asked['codes'][number]

const then = 'Then ask for a check, with the address of it as post_url.'

/** The account posted a code of ours, by the platform's own word for who wrote it. */
export const post: AccountMethod = { name: 'post', instruct, look }

function instruct({ account, domains, codes }: Omit<Asked, 'postUrl'>): AccountInstruction | null {
  const help = readerOf(account.platform)?.help.post
  if (help === undefined || domains.length === 0) return null
  const [newest] = codes
  if (newest === undefined) {
    const detail = `${help} include a code of ours: a new claim comes with one, and POST /v1/claims/ID/codes gives a fresh one. ${then}`
    return { method: 'post', detail }
  }
  return { method: 'post', detail: `${help} include the code ${newest.code}. ${then}`, value: newest.code }
}

async function look(sight: Sight, asked: Asked): Promise<AccountFinding> {
  const { account, postUrl } = asked
  const reader = readerOf(account.platform)
  if (reader?.post === undefined) return notCheckable(account.platform, 'post', sight.credentials)
  const codes = asked.codes.filter(({ domain }) => asked.domains.some(({ name }) => name === domain))
  if (codes.length === 0) {
    return refusedFinding(
      'code_expired',
      'There is no code for this account that is still good. Ask for a new one: POST /v1/claims/ID/codes.',
    )
  }
  if (postUrl === null) {
    return refusedFinding(
      'post_url_needed',
      'Post the code, then ask for a check with the address of that post as post_url.',
    )
  }
  const reading = reader.post(sight, postUrl)
  if (reading === null) {
    return refusedFinding(
      'no_post',
      'That is not the address of a post there. Open the post itself, and copy its address.',
    )
  }
  const read = await reading
  const seenNow = await sightOf(sight, reader, account)
  if (seenNow?.kind === 'lost') return seenNow.finding
  const profile = seenNow?.kind === 'found' ? seenNow.profile : null
  const silence = seenNow?.kind === 'silent' ? seenNow.why : null
  if (read.kind === 'alias') return refusedFinding('alias_elsewhere', read.detail, { seen: profile })
  if (read.kind === 'missing') {
    const detail =
      'There is no such post, or it is not public. Give the address of one that everybody can see.'
    return refusedFinding('no_post', detail, { seen: profile, missing: profile === null })
  }
  const { author } = read.value
  const expected = profile ?? account
  if (silence !== null && account.platformId !== null && author.platformId === null) throw silence
  if (!isSame(author, expected)) {
    const detail =
      `By the platform's word the author of that post is ${author.handle}, and not ${expected.handle}. ` +
      `Post the code as ${expected.handle}.`
    return refusedFinding('post_of_another', detail, { seen: profile, missing: profile === null })
  }
  return judged(read.value, codes, seenOf(profile ?? withKnownId(author, account)), sight.clock.now())
}

/** Of two that show an immutable id it decides, else the name. */
function isSame(one: SeenAccount, other: SeenAccount): boolean {
  return one.platformId !== null && other.platformId !== null
    ? one.platformId === other.platformId
    : one.handle === other.handle
}

function withKnownId(author: SeenAccount, account: SeenAccount): SeenAccount {
  return { handle: author.handle, platformId: author.platformId ?? account.platformId }
}

function judged(
  { url, text, at }: PostReading,
  codes: readonly Code[],
  seen: SeenAccount,
  now: number,
): AccountFinding {
  const code = codes.find((one) => holdsCode(text, one.code))
  if (code === undefined) {
    const detail = `The post does not hold the code ${codes[0]?.code ?? ''}. Post it whole, with nothing attached to it.`
    return refusedFinding('post_without_code', detail, { seen })
  }
  if (at !== null && at < code.issuedAt - clocksApart) {
    const detail = `The post is of ${rfc3339(at)}, before the code was made. Publish a new one instead of changing an old.`
    return refusedFinding('post_too_old', detail, { seen })
  }
  const since = at ?? code.issuedAt
  if (since + lifetimes.postProof <= now) {
    const detail = `The post is of ${rfc3339(since)}, and a post holds for 90 days. Ask for a new code, and post that.`
    return refusedFinding('post_too_old', detail, { seen })
  }
  return { kind: 'proved', domain: code.domain, seen, post: { url, at } }
}

type Sighting = Found | { readonly kind: 'silent'; readonly why: Error }

/** The account beside its post, where strangers are shown it: the author's name alone may have changed hands. */
async function sightOf(sight: Sight, reader: Reader, account: Asked['account']): Promise<Sighting | null> {
  const { profile } = reader
  if (profile === undefined || reader.can?.(sight.credentials) === false) return null
  try {
    return await findAccount(sight, { ...reader, profile }, account)
  } catch (error) {
    if (error instanceof PlatformSilent || error instanceof Unreachable) return { kind: 'silent', why: error }
    throw error
  }
}
