import { createHash } from 'node:crypto'

const cawg = 'https://cawg.io/terms#'
const schema = 'https://schema.org/'
const dateTime = 'http://www.w3.org/2001/XMLSchema#dateTime'

export function contextUrl(publicUrl: string): string {
  return `${publicUrl}/ns/brand/v1`
}

/** The context as it is served, byte for byte. */
export function contextText(publicUrl: string): string {
  return JSON.stringify(contextDocument(publicUrl))
}

/** VC Data Model 2.0 §5.3: so that whoever fetches the context knows it is the one that was meant. */
export function contextResource(publicUrl: string) {
  const digest = createHash('sha384').update(contextText(publicUrl)).digest('base64')
  return { id: contextUrl(publicUrl), mediaType: 'application/ld+json', digestSRI: `sha384-${digest}` }
}

/**
 * What `/ns/brand/v1` serves: the JSON-LD terms that the credentials context has not. It defines `id`, `type`,
 * `name`, `iss`, `iat` and `exp` itself, protected, so saying them again would be an error.
 */
export function contextDocument(publicUrl: string) {
  const own = (term: string) => `${contextUrl(publicUrl)}#${term}`
  const set = (id: string) => ({ '@id': id, '@container': '@set' })
  return {
    '@context': {
      '@version': 1.1,
      '@protected': true,
      BrandAccountCredential: own('BrandAccountCredential'),
      Organization: `${schema}Organization`,
      brandId: own('brandId'),
      nameState: own('nameState'),
      verdict: own('verdict'),
      origin: { '@id': own('origin'), '@type': '@id' },
      origins: { ...set(own('origins')), '@type': '@id' },
      domains: set(own('domains')),
      verifiedIdentities: set(`${cawg}verifiedIdentities`),
      'cawg.web_site': `${cawg}cawg.web_site`,
      'cawg.social_media': `${cawg}cawg.social_media`,
      username: `${schema}alternateName`,
      // CAWG's own context makes this the node's id, which would merge a web site with its owner.
      uri: { '@id': `${schema}url`, '@type': '@id' },
      method: `${cawg}method`,
      verifiedAt: { '@id': `${schema}dateVerified`, '@type': dateTime },
      provider: `${cawg}provider`,
      platform: own('platform'),
      accountId: own('accountId'),
      relation: own('relation'),
      fullCredential: { '@id': own('fullCredential'), '@type': '@id' },
    },
  }
}
