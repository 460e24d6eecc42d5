import type { Internet } from './internet/internet.ts'

/** Where the objects of each region run, unless a test says otherwise: far apart, as asked for. */
const asHinted = { enam: 'IAD', weur: 'AMS', apac: 'SIN' }

/**
 * The platform's edge tells whoever asks in which data centre he is; here it goes by the region in his User-Agent.
 * A region without a data centre gets a trace that does not tell.
 */
export function setColos(internet: Internet, colos: Readonly<Record<string, string>> = asHinted): void {
  internet.page.set('https://cloudflare.com/cdn-cgi/trace', (request, response) => {
    const who = request.headers['user-agent'] ?? ''
    const colo = colos[/\((\w+)\)$/.exec(who)?.[1] ?? '']
    const lines = [
      'fl=29f1',
      'h=cloudflare.com',
      `uag=${who}`,
      ...(colo === undefined ? [] : [`colo=${colo}`]),
    ]
    response.writeHead(200, { 'content-type': 'text/plain' }).end(`${lines.join('\n')}\n`)
  })
}
