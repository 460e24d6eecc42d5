import { describe, expect, test } from 'vitest'
import { day, rfc3339, second } from '#base/clock.ts'
import { contextDocument, contextResource, contextText } from '#badges/context.ts'
import { credentialOf, pictureCredentialOf } from '#badges/credential.ts'
import { credentialShape } from '#badges/credential-shape.ts'
import { acme, acmeDomain, acmeOnX, publicUrl, start } from './fixture.ts'

const stated = (brand = acme, now = start) => credentialOf(brand, publicUrl, now)
const accountsOf = (brand = acme) =>
  stated(brand)?.credentialSubject.verifiedIdentities.filter(({ type }) => type === 'cawg.social_media')

describe('what a badge states', () => {
  test('the whole credential of a brand with one domain and one account', () => {
    expect(stated()).toEqual({
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://registry.example/ns/brand/v1'],
      id: `https://registry.example/badges/acme.com.jwt#${start / second}`,
      type: ['VerifiableCredential', 'BrandAccountCredential'],
      issuer: 'did:web:registry.example',
      iss: 'did:web:registry.example',
      iat: start / second,
      exp: (start + 10 * day) / second,
      validFrom: '2026-01-01T12:00:00Z',
      validUntil: '2026-01-11T12:00:00Z',
      relatedResource: [contextResource(publicUrl)],
      credentialSubject: {
        id: 'https://acme.com',
        type: 'Organization',
        name: 'Acme',
        nameState: 'self_given',
        brandId: 'br_acme',
        verdict: 'controlled',
        origin: 'https://acme.com',
        domains: ['acme.com'],
        origins: ['https://acme.com', 'https://www.acme.com'],
        verifiedIdentities: [
          {
            type: 'cawg.web_site',
            uri: 'https://acme.com',
            method: 'cawg.dns_record',
            verifiedAt: '2026-01-01T12:00:00Z',
            provider: { id: 'https://registry.example', name: 'Veramarca' },
          },
          {
            type: 'cawg.social_media',
            username: 'acme',
            uri: 'https://x.com/acme',
            method: 'veramarca.post',
            verifiedAt: '2025-12-31T12:00:00Z',
            provider: { id: 'https://x.com', name: 'X' },
            platform: 'x',
            accountId: '783214',
            relation: 'official',
          },
        ],
      },
    })
    expect(credentialShape.safeParse(stated()).success).toBe(true)
  })

  test.each(['official', 'support', 'regional', 'product', 'person'] as const)(
    'a verified %s account is the brand’s own',
    (relation) => {
      expect(accountsOf({ ...acme, accounts: [{ ...acmeOnX, relation }] })).toHaveLength(1)
    },
  )

  test.each(['employee', 'partner', 'reseller', 'fan', 'parked', null] as const)(
    'a verified %s account never looks official',
    (relation) => {
      expect(accountsOf({ ...acme, accounts: [{ ...acmeOnX, relation }] })).toEqual([])
    },
  )

  test.each(['declared', 'at_risk', 'lapsed', 'suspended', 'not_ours', 'unregistered'] as const)(
    'an account that is %s is absent',
    (verdict) => {
      expect(accountsOf({ ...acme, accounts: [{ ...acmeOnX, verdict }] })).toEqual([])
    },
  )

  test('a reviewed name says so', () => {
    expect(stated({ ...acme, nameState: 'reviewed' })?.credentialSubject.nameState).toBe('reviewed')
  })

  test('every controlled domain is stated with its origins, another not', () => {
    const others = [
      { ...acmeDomain, domain: 'shop.acme.de', method: 'http-file' as const },
      { ...acmeDomain, domain: 'www.acme.pl', method: 'html-meta' as const },
      { ...acmeDomain, domain: 'acme.fr', verdict: 'at_risk' as const },
      { ...acmeDomain, domain: 'acme.it', verdict: 'lapsed' as const },
    ]
    const subject = stated({ ...acme, domains: [...others, acmeDomain] })?.credentialSubject
    expect(subject?.id).toBe('https://acme.com')
    expect(subject?.domains).toEqual(['shop.acme.de', 'www.acme.pl', 'acme.com'])
    expect(subject?.origins).toEqual([
      'https://acme.com',
      'https://www.acme.com',
      'https://shop.acme.de',
      'https://acme.pl',
      'https://www.acme.pl',
    ])
    const methods = subject?.verifiedIdentities.map(({ method }) => method)
    expect(methods).toContain('cawg.uri_file_verification')
    expect(methods).toContain('cawg.uri_meta_tag_verification')
  })

  test('a tenant of a private suffix speaks for itself alone', () => {
    const brand = { ...acme, slug: 'acme.github.io', domains: [{ ...acmeDomain, domain: 'acme.github.io' }] }
    expect(stated(brand)?.credentialSubject.origins).toEqual([
      'https://acme.github.io',
      'https://www.acme.github.io',
    ])
  })
})

describe('how long it states it', () => {
  const endOf = (brand = acme, now = start) => stated(brand, now)?.validUntil

  test('until the first of the proofs it states ends', () => {
    const proofs = [
      {
        direction: 'account' as const,
        method: 'post',
        checkedAt: start,
        expiresAt: start + 3 * day,
        seenBy: null,
        failingSince: null,
      },
    ]
    expect(endOf({ ...acme, accounts: [{ ...acmeOnX, proofs }] })).toBe(rfc3339(start + 3 * day))
  })

  test('an account’s longest proof counts, for the account stands as long', () => {
    const proofs = [3, 8].map((days) => {
      return {
        direction: 'account' as const,
        method: 'post',
        checkedAt: start,
        expiresAt: start + days * day,
        seenBy: null,
        failingSince: null,
      }
    })
    expect(endOf({ ...acme, accounts: [{ ...acmeOnX, proofs }] })).toBe(rfc3339(start + 8 * day))
  })

  test('ten days at most, whatever the proofs say', () => {
    const domains = [{ ...acmeDomain, expiresAt: start + 40 * day }]
    expect(endOf({ ...acme, domains })).toBe(rfc3339(start + 10 * day))
  })

  test('a proof of what it does not state does not shorten it', () => {
    const accounts = [{ ...acmeOnX, relation: 'fan' as const, proofs: [] }]
    expect(endOf({ ...acme, accounts })).toBe(rfc3339(start + 10 * day))
  })

  test('in whole seconds, never past the proof', () => {
    const credential = stated(
      { ...acme, domains: [{ ...acmeDomain, expiresAt: start + day + 999 }] },
      start + 1,
    )
    expect(credential?.exp).toBe((start + day) / second)
    expect(credential?.iat).toBe(start / second)
  })

  test('a domain at risk is stated as such, without verified things, and not past its grace', () => {
    const domains = [{ ...acmeDomain, verdict: 'at_risk' as const }]
    const accounts = [{ ...acmeOnX, verdict: 'at_risk' as const }]
    const credential = stated({ ...acme, domains, accounts })
    expect(credential?.credentialSubject).toMatchObject({
      verdict: 'at_risk',
      domains: [],
      verifiedIdentities: [],
    })
    expect(credential?.validUntil).toBe(rfc3339(start + 7 * day))
  })

  test.each(['lapsed', 'suspended', 'unregistered'] as const)(
    'a domain that is %s has no badge',
    (verdict) => {
      expect(stated({ ...acme, domains: [{ ...acmeDomain, verdict }] })).toBeNull()
    },
  )

  test('another standing domain does not stand in for the main one', () => {
    const domains = [
      { ...acmeDomain, verdict: 'lapsed' as const },
      { ...acmeDomain, domain: 'acme.de' },
    ]
    expect(stated({ ...acme, domains })).toBeNull()
  })

  test('a proof that ends this second is no proof', () => {
    expect(stated(acme, start + 10 * day)).toBeNull()
  })
})

describe('what a picture carries', () => {
  const small = (brand = acme) => {
    const whole = stated(brand)
    return whole === null ? null : pictureCredentialOf(whole)
  }

  test('is the same of the main domain alone, and says where the rest is', () => {
    const domains = [acmeDomain, { ...acmeDomain, domain: 'acme.de' }]
    const [whole, picture] = [stated({ ...acme, domains }), small({ ...acme, domains })]
    expect(whole?.credentialSubject.verifiedIdentities).toHaveLength(3)
    expect(picture).toEqual({
      ...whole,
      id: `https://registry.example/badges/acme.com.jwt#${start / second}-picture`,
      fullCredential: 'https://registry.example/badges/acme.com.jwt',
      credentialSubject: {
        ...whole?.credentialSubject,
        domains: ['acme.com'],
        origins: ['https://acme.com', 'https://www.acme.com'],
        verifiedIdentities: [expect.objectContaining({ type: 'cawg.web_site', uri: 'https://acme.com' })],
      },
    })
  })

  test('says of a failing domain that it is at risk, and no web site', () => {
    const domains = [{ ...acmeDomain, verdict: 'at_risk' as const }]
    expect(small({ ...acme, domains })?.credentialSubject).toMatchObject({
      verdict: 'at_risk',
      domains: [],
      verifiedIdentities: [],
    })
  })
})

describe('the JSON-LD context', () => {
  test('is named in each credential with the digest of what is served', async () => {
    const served = new TextEncoder().encode(contextText(publicUrl))
    const digest = Buffer.from(await crypto.subtle.digest('SHA-384', served)).toString('base64')
    expect(contextResource(publicUrl)).toEqual({
      id: `${publicUrl}/ns/brand/v1`,
      mediaType: 'application/ld+json',
      digestSRI: `sha384-${digest}`,
    })
  })

  test('of version 1 never changes: credentials that people hold name its digest', () => {
    expect(contextResource('https://veramarca.example').digestSRI).toBe(
      'sha384-nCOIlRYcIxza35SEabY0Ij3vapQu8/7z+ohZ988YAyOHO4kVcsvj9LAykyXnqsHi',
    )
  })

  const { '@context': context } = contextDocument(publicUrl)
  /** W3C credentials/v2: what it defines, so that we need not, and must not. */
  const ofTheStandard = [
    '@context',
    'id',
    'type',
    'name',
    'iss',
    'iat',
    'exp',
    'issuer',
    'validFrom',
    'validUntil',
    'credentialSubject',
    'credentialStatus',
    'relatedResource',
    'mediaType',
    'digestSRI',
    'VerifiableCredential',
  ]

  function wordsOf(value: unknown): string[] {
    if (Array.isArray(value)) return value.flatMap(wordsOf)
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, inner]) => [
      key,
      ...(key === 'type' ? [inner].flat().map(String) : []),
      ...(key === '@context' ? [] : wordsOf(inner)),
    ])
  }

  test('defines every term and type of a credential that the standard’s does not', () => {
    const whole = stated()
    const both = [whole, whole === null ? null : pictureCredentialOf(whole)]
    const missing = wordsOf(both).filter((word) => !ofTheStandard.includes(word) && !(word in context))
    expect(missing).toEqual([])
  })

  test('redefines nothing of the standard’s and is protected', () => {
    expect(ofTheStandard.filter((word) => word in context)).toEqual([])
    expect(context['@protected']).toBe(true)
  })

  test('every term is an absolute IRI', () => {
    const ids = Object.entries(context)
      .filter(([term]) => !term.startsWith('@'))
      .map(([, entry]) => (typeof entry === 'object' && '@id' in entry ? entry['@id'] : entry))
    expect(ids.filter((id) => !String(id).startsWith('https://'))).toEqual([])
  })
})
