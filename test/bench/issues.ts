import { credentialOf } from '#badges/credential.ts'
import { signBadge } from '#badges/sign-badge.ts'
import { createSigner, generateSigningKeys } from '#badges/keys/signer.ts'
import { acme, acmeOnX, publicUrl, start } from '#test/badges/fixture.ts'
import { perCoreSecond } from './per-core.ts'

const atOnce = 50

/** Badges of a brand with five accounts made in a second of one core's time: stated, and signed whole and small. */
export async function benchIssues(seconds: number): Promise<void> {
  const keys = await (await createSigner(await generateSigningKeys())).current()
  const accounts = Array.from({ length: 5 }, (_each, n) => {
    return { ...acmeOnX, handle: `acme${n}`, platformId: String(n), url: `https://x.com/acme${n}` }
  })
  const issue = async (_each: unknown, index: number) => {
    const credential = credentialOf({ ...acme, accounts }, publicUrl, start)
    if (credential === null) throw new Error('There is nothing to state')
    return await signBadge(keys, publicUrl, {
      brandId: acme.id,
      slug: acme.slug,
      credential,
      place: { list: 1, index },
    })
  }
  const issueSome = async () => await Promise.all(Array.from({ length: atOnce }, issue))
  const perSecond = Math.round((await perCoreSecond(seconds, issueSome, 10)) * atOnce)
  console.log(`Badges issued: ${perSecond} per second of one core (aim: 2,000), each signed twice`)
}
