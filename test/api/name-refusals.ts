import type { House, Owner } from '#test/support/house.ts'
import { enterBrand } from '#test/support/registered.ts'
import type { Refusal } from './member-refusals.ts'

const domain = (text: string) => async (_: House, owner: Owner) =>
  await owner.post(`/v1/brands/${await enterBrand(owner)}/domains`, { domain: text })

/** Of what is given as a domain, and its words. */
export const nameRefusals = {
  domain_has_no_suffix: {
    words:
      '"acme.nowhere" does not end in a top-level domain that the public DNS has. Type the whole name, such as acme.com.',
    ask: domain('acme.nowhere'),
  },
  domain_is_ip_address: {
    words:
      '"192.0.2.1" is an IP address, or ends in a number as only those do. Type the domain name that your customers know, such as acme.com.',
    ask: domain('192.0.2.1'),
  },
  domain_is_private_suffix: {
    words:
      'Under github.io many different people have names of their own, so it cannot belong to one brand. Type your own name under it, such as acme.github.io.',
    ask: domain('github.io'),
  },
  domain_is_public_suffix: {
    words:
      'co.uk is a public suffix: anyone may register names under it, so it cannot belong to one brand. Type your own name under it, such as acme.co.uk.',
    ask: domain('co.uk'),
  },
  domain_is_special_use: {
    words:
      '"printer.local" is under a top that is set aside and not part of the public DNS. Type a public domain name.',
    ask: domain('printer.local'),
  },
  domain_label_malformed: {
    words: '"acme_shop.com": a domain with a site or mail has no underscore, as "acme_shop" has.',
    ask: domain('acme_shop.com'),
  },
  domain_label_too_long: {
    words: `"${'a'.repeat(64)}" has 64 characters; between two dots there can be 63.`,
    ask: domain(`${'a'.repeat(64)}.com`),
  },
  domain_not_understood: {
    words: '"https://acme.com/" has a scheme, so it is a link. Type the domain name alone: acme.com',
    ask: domain('https://acme.com/'),
  },
  domain_too_long: {
    words: `"${'a.'.repeat(50)}…" has 243 characters; there can be 232, so that the name of the challenge fits before it. Prove a shorter name above it instead.`,
    ask: domain(`${'a.'.repeat(120)}com`),
  },
  domain_too_many_labels: {
    words:
      '"a.b.c.d.e.f.g.h.i.acme.com" has 11 labels; we accept 10. Prove a name nearer to the top instead.',
    ask: domain('a.b.c.d.e.f.g.h.i.acme.com'),
  },
} satisfies Readonly<Record<string, Refusal>>
