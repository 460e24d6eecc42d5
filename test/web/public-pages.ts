import type { openRegistry } from './registry.ts'
import { publicUrl } from './registry.ts'

/** Pages that anybody sees, in every state that they can have. */
export const publicPages = {
  home: '/',
  verified: '/?q=x.com/acme',
  fan: '/?q=x.com/acmefans',
  declared: '/?q=github.com/wile',
  'at risk': '/?q=x.com/slipping',
  lapsed: '/?q=x.com/acmeold',
  suspended: '/?q=x.com/acmehacked',
  disputed: '/?q=instagram.com/acme.tools',
  unregistered: '/?q=x.com/nobody',
  'look-alike account': '/?q=x.com/ac_rne',
  'look-alike domain': `/?q=${encodeURIComponent('аcme.com')}`,
  domain: '/?q=shop.acme.com',
  name: '/?q=Acme',
  many: `/?q=${encodeURIComponent('Follow us: https://x.com/acme, github.com/wile and @acme!\nOur shop is acme.com; never trust x.com/acmehacked or https://x.com/home')}`,
  'not understood': '/?q=https%3A%2F%2Fx.com%2Fhome',
  brand: '/b/acme.com',
  'brand at risk': '/b/slipping.example',
  'brand suspended': '/b/stopped.example',
  builder: '/b/acme.com/badge',
  directory: '/brands',
  'nothing found': '/brands?search=zzz&country=ES',
  verify: '/verify',
  'verified badge': `/verify?url=${encodeURIComponent(`${publicUrl}/badges/acme.com.svg`)}`,
  'what a badge says': '/what-a-badge-says',
  terms: '/terms',
  privacy: '/privacy',
  abuse: '/abuse?about=x.com/acme',
  'no brand': '/b/nobody.example',
} as const satisfies Readonly<Record<string, string>>

/** What those pages tell of. */
export async function fillRegistry(
  registry: Pick<Awaited<ReturnType<typeof openRegistry>>, 'addBrand' | 'addClaim'>,
): Promise<void> {
  const common = { aliases: ['Acme Tools', 'Herramientas Acme'], category: 'manufacturing', country: 'ES' }
  await registry.addBrand({ slug: 'acme.com', name: 'Acme', ...common })
  await registry.addBrand({ slug: 'slipping.example', name: 'Slipping', state: 'failing' })
  await registry.addBrand({ slug: 'stopped.example', name: 'Stopped', state: 'suspended' })
  await registry.addBrand({ slug: 'gone.example', name: 'Gone', state: 'lapsed' })
  await registry.addBrand({ slug: 'acme.shop', name: 'Acme', nameState: 'reviewed' })
  const slug = 'acme.com'
  await registry.addClaim({ slug, platform: 'x', handle: 'acme' })
  await registry.addClaim({ slug, platform: 'youtube', handle: '@acme', relation: 'product' })
  await registry.addClaim({ slug, platform: 'instagram', handle: 'acme.tools', disputed: true })
  await registry.addClaim({ slug, platform: 'x', handle: 'acmehelp', relation: 'support' })
  await registry.addClaim({ slug, platform: 'x', handle: 'acmefans', relation: 'fan' })
  await registry.addClaim({ slug, platform: 'github', handle: 'wile', account: 'none' })
  await registry.addClaim({ slug, platform: 'x', handle: 'acmeold', account: 'ended' })
  await registry.addClaim({ slug, platform: 'x', handle: 'acmehacked', state: 'suspended' })
  await registry.addClaim({ slug: 'slipping.example', platform: 'x', handle: 'slipping', account: 'failing' })
}
