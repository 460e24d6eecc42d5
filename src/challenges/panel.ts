import type { Panel } from '#base/panel.ts'
import { cnameLabel, relativeHost, txtLabel } from './labels.ts'
import type { Challenge, MethodName } from './method.ts'
import type { Provider } from './providers/provider.ts'
import { recordText, targetName } from './record.ts'

export type DnsMethodName = Extract<MethodName, 'dns-txt' | 'dns-cname'>

export function isDnsMethod(method: MethodName): method is DnsMethodName {
  return method === 'dns-txt' || method === 'dns-cname'
}

/** `zone` is where the provider's name servers begin: a subdomain may be somebody else's than its parent. */
export function panelFor(
  { name, url, host, txt, cname }: Provider,
  challenge: Challenge,
  method: DnsMethodName,
  zone = challenge.registrableDomain,
): Panel {
  const label = method === 'dns-txt' ? txtLabel : cnameLabel
  const text = recordText(challenge)
  const target = targetName(challenge)
  const values = {
    'dns-txt': txt === 'quoted' ? `"${text}"` : text,
    'dns-cname': cname === 'final-dot' ? `${target}.` : target,
  }
  return {
    provider: name,
    url: url.replace('{zone}', zone),
    type: method === 'dns-txt' ? 'TXT' : 'CNAME',
    host: host === 'full' ? `${label}.${challenge.domain}` : relativeHost(label, challenge, zone),
    value: values[method],
  }
}
