import { serve } from '#test/e2e/fixture.ts'
import {
  compressed,
  endlessBody,
  reflecting,
  type Behaviour,
  type Page,
} from '#test/support/internet/page.ts'
import {
  ageing,
  altered,
  cell,
  chainOf,
  inTrouble,
  policyName,
  put,
  type Cell,
  type Row,
  type Said,
  type Scene,
} from './situation.ts'

const www = { host: 'www' }

/** The body in as many writes as there are pieces, each on its way before the next. */
const inPieces =
  (type: string, pieces: readonly string[]): Behaviour =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': type })
    const [first = '', ...others] = pieces
    const write = (piece: string, left: readonly string[]): void => {
      const [next, ...after] = left
      if (next === undefined) response.end(piece)
      else response.write(piece, () => setImmediate(write, next, after))
    }
    write(first, others)
  }

const halves = (text: string) => [text.slice(0, 30), text.slice(30)]

function everywhere({ registry, domain }: Scene, page: Page): void {
  serve(registry, `https://${domain}/*`, page)
}

const here = ({ registry, challenge }: Scene, page: Page) => serve(registry, challenge.url, page)

/** The site is there, and the DNS leads to it in another way than by an address of its own. */
function ledTo(scene: Scene, ...targets: readonly string[]): void {
  const { zone, domain, registry } = scene
  put(scene)
  const names = [domain, ...targets]
  zone.remove(domain)
  for (const [index, target] of targets.entries()) zone.set(names[index] ?? domain, { CNAME: target })
  zone.set(names.at(-1) ?? domain, { A: [registry.address] })
}

/** What the DNS makes of the host is the same for every page of it. */
const ofTheHost = {
  'CNAME chain': [
    cell('of the host inside the domain', 'proved', (scene) => ledTo(scene, `web.${scene.apex}`), www),
    cell(
      'of the host to a hosting company',
      'proved',
      (scene) => ledTo(scene, `cdn.${scene.apex}`, `hosting-${scene.apex}`),
      www,
    ),
    cell(
      'of the host to a private address',
      'unreachable address_not_public',
      (scene) => {
        ledTo(scene, `hosting-${scene.apex}`)
        scene.zone.set(`hosting-${scene.apex}`, { A: ['10.0.0.1'] })
      },
      www,
    ),
    cell(
      'of the host to nothing',
      'refused no_address',
      (scene) => {
        ledTo(scene, `hosting-${scene.apex}`)
        scene.zone.set(`hosting-${scene.apex}`, { A: [] })
      },
      www,
    ),
    cell('of eight', 'proved', (scene) => ledTo(scene, ...chainOf(8, scene.apex)), www),
    cell('of nine', 'unreachable cname_loop', (scene) => ledTo(scene, ...chainOf(9, scene.apex)), www),
  ],
  'CNAME loop': [
    cell(
      'of the host',
      'unreachable cname_loop',
      (scene) => {
        ledTo(scene, `web.${scene.apex}`)
        scene.zone.set(`web.${scene.apex}`, { A: [], CNAME: scene.domain })
      },
      www,
    ),
  ],
  ...inTrouble(
    ['the host', (zone, trouble, { domain }) => zone.trouble(domain, trouble)],
    ['the policy', (zone, trouble, { domain }) => zone.trouble(policyName(domain), trouble)],
  ),
} satisfies Partial<Row>

const noSite: Cell = cell('no web server', 'refused no_address', ({ zone, domain }) =>
  zone.set(domain, { A: [], TXT: ['v=spf1 -all'] }),
)

const file = (what: string, said: Said, body: (value: string) => string): Cell =>
  cell(what, said, (scene) => put(scene, { value: body(scene.challenge.value) }))

export const httpFile: Row = {
  proved: [cell('the file', 'proved', (scene) => put(scene))],
  'beside noise': [
    cell('beside other pages', 'proved', (scene) => {
      everywhere(scene, { status: 404, body: 'Nothing here' })
      serve(scene.registry, `https://${scene.domain}/`, '<!doctype html><title>Welcome</title>')
      put(scene)
    }),
    file('before line ends', 'proved', (value) => `${value}\r\n\n`),
  ],
  'multi-string': [
    cell('a body in several pieces', 'proved', (scene) =>
      here(scene, inPieces('text/plain', halves(scene.challenge.value))),
    ),
    cell('a compressed one', 'proved', (scene) => here(scene, compressed('gzip', scene.challenge.value))),
  ],
  wrong: [
    file('a text of no token', 'refused mismatch', () => 'token=wrong'),
    file('another token', 'refused stale_value', altered),
  ],
  missing: [
    cell('no such page', 'refused not_found', () => undefined),
    cell('a page that is gone', 'refused not_found', (scene) =>
      here(scene, { status: 410, body: scene.challenge.value }),
    ),
    noSite,
  ],
  several: [file('lines, one of them ours', 'refused mismatch', (value) => `${value}\n${altered(value)}`)],
  oversized: [
    file('as much white space as may follow', 'proved', (value) => value + ' '.repeat(128)),
    file('one more', 'refused mismatch', (value) => value + ' '.repeat(129)),
    cell('a file without an end', 'refused mismatch', (scene) => here(scene, endlessBody)),
  ],
  "other organisation's": [
    cell('its file for this host', 'refused other_organisation', async (scene) =>
      put(scene, { value: (await scene.rival()).value }),
    ),
  ],
  expired: ageing,
  wildcard: [
    cell('the file at every address', 'refused wildcard', (scene) =>
      everywhere(scene, { headers: { 'content-type': 'text/plain' }, body: scene.challenge.value }),
    ),
    cell('a page at every address', 'refused mismatch', (scene) =>
      everywhere(scene, '<!doctype html><title>Welcome</title>'),
    ),
    cell('the address told back', 'refused mismatch', (scene) => everywhere(scene, reflecting)),
  ],
  ...ofTheHost,
}

const page = (head: string, body = '') =>
  `<!doctype html><html><head><title>Home</title>${head}</head><body>${body}</body></html>`

const tag = (what: string, said: Said, markup: (html: string) => string): Cell =>
  cell(what, said, (scene) => here(scene, markup(scene.challenge.html)))

const tooMuch = 'x'.repeat(1_200_000)

export const htmlMeta: Row = {
  proved: [cell('the tag', 'proved', (scene) => put(scene))],
  'beside noise': [
    tag('among other tags', 'proved', (html) =>
      page(`<meta charset="utf-8"><script>let a = '<p>'</script>${html}<link rel="me" href="/">`, '<p>Hello'),
    ),
  ],
  'multi-string': [
    cell('a page in several pieces', 'proved', (scene) => {
      const [head = '', rest = ''] = page(scene.challenge.html).split('token=')
      here(scene, inPieces('text/html', [head, 'token=', rest]))
    }),
  ],
  wrong: [
    tag('a text of no token', 'refused mismatch', (html) =>
      page(html.replace(/content="[^"]*"/, 'content="wrong"')),
    ),
    tag('another token', 'refused stale_value', (html) => page(altered(html))),
  ],
  missing: [
    tag('no tag', 'refused no_meta_tag', () => page('')),
    tag('the tag in the body only', 'refused no_meta_tag', (html) => page('', html)),
    cell('no page', 'refused not_found', (scene) => here(scene, { status: 404, body: 'Nothing here' })),
    noSite,
  ],
  several: [
    cell('one of them ours', 'proved', async (scene) => {
      const { html } = scene.challenge
      here(scene, page(`${altered(html)}${(await scene.rival()).html}${html}`))
    }),
    cell('none of them ours', 'refused stale_value', async (scene) =>
      here(scene, page(`${(await scene.rival()).html}${altered(scene.challenge.html)}`)),
    ),
  ],
  oversized: [
    tag('before more than a megabyte', 'proved', (html) => page(html, tooMuch)),
    tag('behind it', 'unreachable page_too_large', (html) => page(`<style>${tooMuch}</style>${html}`)),
  ],
  "other organisation's": [
    cell('its tag for this host', 'refused other_organisation', async (scene) =>
      here(scene, page((await scene.rival()).html)),
    ),
  ],
  expired: ageing,
  wildcard: [
    cell('the home page at every address, which makes it no other', 'proved', (scene) =>
      everywhere(scene, page(scene.challenge.html)),
    ),
    cell('the address told back', 'refused no_meta_tag', (scene) => everywhere(scene, reflecting)),
  ],
  ...ofTheHost,
}
