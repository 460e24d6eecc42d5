import { describe, expect, test } from 'vitest'
import type { Answer } from '#registry/answer.ts'
import { markOf } from '#web/marks.ts'
import { harmless, plain } from '#i18n/sentence.ts'
import { answerSentence, brandSentence } from '#web/sentences.ts'
import { aboutAccount, aboutDomain, aboutName, account, acme, other } from './answers.ts'

const reviewed = { ...acme, nameState: 'reviewed' } as const
const related = (relation: NonNullable<typeof account.relation>) => ({ account: { ...account, relation } })
const unknown = { verdict: 'unregistered', brand: null, account: null, matchedDomain: null } as const
const said = { verdict: 'declared', brand: null } as const
const candidate = { brand: acme, account: null, verdict: 'controlled', absentFrom: [] } as const

const cases: Readonly<Record<string, readonly [Answer, string]>> = {
  verified: [aboutAccount(), 'Yes. acme.com says this account is its own, and the account agrees.'],
  'verified, held in reserve': [
    aboutAccount(related('parked')),
    'Yes. acme.com says this account is its own, held in reserve and not used, and the account agrees.',
  ],
  'verified, an employee': [
    aboutAccount(related('employee')),
    'Not acme.com itself. acme.com says this account is that of somebody who works there, and the account agrees.',
  ],
  'verified, a partner': [
    aboutAccount(related('partner')),
    'Not acme.com itself. acme.com says this account is a partner’s, and the account agrees.',
  ],
  'verified, a reseller': [
    aboutAccount(related('reseller')),
    'Not acme.com itself. acme.com says this account is a reseller’s, and the account agrees.',
  ],
  'verified, fans': [
    aboutAccount(related('fan')),
    'Not acme.com itself. acme.com says this account is run by fans, and the account agrees.',
  ],
  'at risk since the staler proof was seen': [
    aboutAccount({ verdict: 'at_risk' }),
    'Not confirmed since 30 April 2026. acme.com said this account is its own, and the account agreed; one of the two proofs is failing now.',
  ],
  'at risk with no proof to date it': [
    aboutAccount({ verdict: 'at_risk', account: { ...account, proofs: [] } }),
    'Not confirmed at the last look. acme.com said this account is its own, and the account agreed; one of the two proofs is failing now.',
  ],
  lapsed: [
    aboutAccount({ verdict: 'lapsed' }),
    'No longer proved. acme.com once said this account is its own, and the account agreed; a proof has ended.',
  ],
  suspended: [
    aboutAccount({ verdict: 'suspended' }),
    'Do not trust it for now. The entry of this account under acme.com is suspended.',
  ],
  'declared by one': [
    aboutAccount({ ...said, claimedBy: [acme] }),
    'Not confirmed. acme.com says that this is its account; the account has not confirmed it.',
  ],
  'declared by one to be a fan': [
    aboutAccount({ ...said, ...related('fan'), claimedBy: [acme] }),
    'Not confirmed. acme.com says that this account is run by fans; the account has not confirmed it.',
  ],
  'declared by two': [
    aboutAccount({ ...said, claimedBy: [acme, other] }),
    'Not confirmed. 2 domains say that this is their account; the account has confirmed none of them.',
  ],
  'not ours': [
    aboutAccount({ verdict: 'not_ours', decidedBy: 'brand' }),
    'acme.com says this is not its account. Whose it is, the registry does not know.',
  ],
  'not ours, as a dispute decided': [
    aboutAccount({ verdict: 'not_ours', decidedBy: 'dispute' }),
    'A dispute decided that this is not an account of acme.com. Whose it is, the registry does not know.',
  ],
  'unregistered account': [aboutAccount(unknown), 'Not in the registry. That does not make it fake.'],
  controlled: [aboutDomain('acme.com'), 'Acme’s people, by their own name, control acme.com.'],
  'controlled, name reviewed': [
    aboutDomain('acme.com', { brand: reviewed }),
    'Acme’s people control acme.com.',
  ],
  'controlled from above': [
    aboutDomain('shop.acme.com'),
    'Acme’s people, by their own name, control acme.com. shop.acme.com is part of it.',
  ],
  'domain at risk': [
    aboutDomain('acme.com', { verdict: 'at_risk' }),
    'Not confirmed at the last look. Acme’s people, by their own name, showed that they control acme.com; that proof is failing.',
  ],
  'domain lapsed': [
    aboutDomain('acme.com', { verdict: 'lapsed', matchedDomain: null }),
    'No longer proved. Acme’s people, by their own name, once showed that they control acme.com.',
  ],
  'domain suspended': [
    aboutDomain('acme.com', { verdict: 'suspended', matchedDomain: null }),
    'Do not trust it for now. The entry of acme.com is suspended.',
  ],
  'unregistered domain': [
    aboutDomain('acme.com', unknown),
    'Not in the registry. That does not make it fake.',
  ],
  'a name nobody has': [
    aboutName([]),
    'Nobody in the registry goes by this name. That does not make it fake.',
  ],
  'a name of one': [
    aboutName([candidate]),
    'One brand goes by this name. A name proves nothing: look at the domain.',
  ],
  'a name of one with accounts': [
    aboutName([candidate, { ...candidate, account, verdict: 'verified' }, { ...candidate, account }]),
    'One brand goes by this name. A name proves nothing: look at the domain.',
  ],
  'a name of two': [
    aboutName([candidate, { ...candidate, brand: other }]),
    '2 brands go by this name. A name proves nothing: look at the domains.',
  ],
}

describe('the sentence of each answer', () => {
  test.each(Object.entries(cases))('%s', (_, [answer, sentence]) => {
    expect(plain(answerSentence(answer, 'en'))).toBe(sentence)
  })

  test('only verified accounts and controlled domains look proved', () => {
    const proved = (
      [
        'verified',
        'controlled',
        'at_risk',
        'lapsed',
        'suspended',
        'declared',
        'not_ours',
        'unregistered',
        null,
      ] as const
    ).filter((verdict) => markOf(verdict, 'official', 'en').tone === 'proved')
    expect(proved).toEqual(['verified', 'controlled'])
  })

  test('a disavowal is somebody’s word: it calls nothing fake, and looks like no warning', () => {
    const evil = { ...acme, slug: 'evil.example' }
    const sentence = plain(
      answerSentence(aboutAccount({ verdict: 'not_ours', brand: evil, decidedBy: 'brand' }), 'en'),
    )
    expect(sentence).toMatch(/^evil\.example says this is not its account\. /)
    expect(sentence).not.toMatch(/^No\b|fake|false|trust/i)
    expect(markOf('not_ours', null, 'en').tone).toBe(markOf('declared', null, 'en').tone)
  })

  test.each(['employee', 'partner', 'reseller', 'fan'] as const)(
    'the account of a %s has a mark of its own',
    (relation) => {
      const mark = markOf('verified', relation, 'en')
      const official = markOf('verified', 'official', 'en')
      expect(mark.tone).toBe('other')
      expect([mark.icon, mark.word]).not.toEqual([official.icon, official.word])
      expect(plain(answerSentence(aboutAccount(related(relation)), 'en'))).not.toContain('Yes')
    },
  )

  test.each([
    ['controlled', 'Acme’s people, by their own name, control acme.com, and say what is theirs below.'],
    [
      'at_risk',
      'Acme’s people, by their own name, controlled acme.com until lately. The last look did not find their proof.',
    ],
    [
      'lapsed',
      'Acme’s people, by their own name, once showed that they control acme.com. That is no longer proved.',
    ],
    ['suspended', 'Do not trust this entry for now. It is suspended.'],
  ] as const)('a brand whose domain is %s', (verdict, sentence) => {
    expect(plain(brandSentence(acme, verdict, 'en'))).toBe(sentence)
  })

  test('a name cannot turn the writing direction of what we say', () => {
    expect(harmless('Ac\u202Eme\u2069\u0007')).toBe('Acme')
  })
})
