import type { Answered, House } from './house.ts'

export type Browser = {
  /** Cookies as it has them. */
  readonly jar: Map<string, string>
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answered>
  /** A form of one of our own pages. */
  post(
    path: string,
    form?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answered>
}

export type Visiting = { readonly address?: string; readonly language?: string; readonly userAgent?: string }

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** A browser that nobody has used: it keeps cookies, says where a request comes from, and follows nothing by itself. */
export function openBrowser(house: Pick<House, 'ask'>, visiting: Visiting = {}): Browser {
  const { address = '192.0.2.1', language = 'en', userAgent = firefox } = visiting
  const jar = new Map<string, string>()
  const ask = async (path: string, init: RequestInit, headers: Readonly<Record<string, string>>) => {
    const answered = await house.ask(path, {
      ...init,
      headers: {
        accept: 'text/html',
        'accept-language': language,
        'user-agent': userAgent,
        'cf-connecting-ip': address,
        ...(jar.size === 0 ? {} : { cookie: [...jar].map((pair) => pair.join('=')).join('; ') }),
        ...headers,
      },
    })
    for (const cookie of answered.headers.getSetCookie()) keep(jar, cookie)
    return answered
  }
  return {
    jar,
    get: async (path, headers = {}) => await ask(path, {}, headers),
    post: async (path, form = {}, headers = {}) =>
      await ask(
        path,
        { method: 'POST', body: new URLSearchParams(form) },
        // What Chromium sends from a page without referrers.
        { origin: 'null', 'sec-fetch-site': 'same-origin', ...headers },
      ),
  }
}

function keep(jar: Map<string, string>, cookie: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
  if (/; Max-Age=0\b/i.test(cookie)) jar.delete(name)
  else jar.set(name, value)
}

/** What the newest mail to an address says. */
export async function mailTo(
  house: House,
  email: string,
): Promise<{ readonly code: string; readonly link: string }> {
  await house.work()
  const letter = house.letters.findLast(({ to }) => to === email)
  if (letter === undefined) throw new Error(`No mail went to ${email}`)
  const [, code = ''] = /^ {4}(\d{4} \d{4})$/m.exec(letter.text) ?? []
  const [, link = ''] = /http:\/\/localhost:8787(\/\S+)/.exec(letter.text) ?? []
  return { code, link }
}

/** Signs in by the code of a mail. */
export async function signInByCode(house: House, browser: Browser, email: string): Promise<Answered> {
  await browser.post('/sign-in', { email })
  const { code } = await mailTo(house, email)
  return await browser.post('/sign-in/code', { code })
}
