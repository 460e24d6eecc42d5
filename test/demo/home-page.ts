import { escapeMarkup } from '#base/markup.ts'
import type { Sample } from './brands.ts'

/** A brand's own site: what it is, where it is, and its badge, as any site would have them. */
export function homePage(
  registryUrl: string,
  { domain, name, category, country, method, accounts = [] }: Sample,
  challenge: { readonly html: string },
): string {
  const links = accounts
    .filter(({ relation }) => relation === 'official' || relation === 'support')
    .map(({ account }) => (account.startsWith('https://') ? account : null))
    .filter((url) => url !== null)
    .map((url) => `<li><a rel="me" href="${escapeMarkup(url)}">${escapeMarkup(url)}</a></li>`)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeMarkup(name)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${method === 'html-meta' ? challenge.html : ''}
<style>body{font:1.1rem/1.6 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem}h1{font-size:3rem}</style>
</head>
<body>
<h1>${escapeMarkup(name)}</h1>
<p>${escapeMarkup(category)} from ${escapeMarkup(country)}, at ${escapeMarkup(domain)}.</p>
<ul>${links.join('')}</ul>
<script type="module" src="${registryUrl}/embed.js"></script>
<brand-badge brand="${badgeOf(domain)}" variant="card"><a href="${registryUrl}/b/${badgeOf(domain)}">${badgeOf(domain)}</a></brand-badge>
</body>
</html>`
}

/** A squatter's site shows the badge of the brand that it plays. */
function badgeOf(domain: string): string {
  return domain === 'lumen-oficial.example' ? 'lumen.example' : domain
}
