import { expect } from 'vitest'
import { noon, openHouse, type Answered, type House, type Owner } from '#test/support/house.ts'
import { signIn, type Member } from '#test/support/sign-in.ts'

export type Desk = { readonly house: House; readonly owner: Owner; readonly ana: Member }

/** A member who owns an organisation, at a desk with a browser. */
export async function openDesk(): Promise<Desk> {
  const house = await openHouse()
  const owner = await house.owner()
  return { house, owner, ana: await signIn(house, owner) }
}

/** What a browser does with a form: sends it, and goes where it is sent. */
export async function submit(
  member: Member,
  path: string,
  form: Readonly<Record<string, string>> = {},
): Promise<{ readonly at: string; readonly page: Answered }> {
  const sent = await member.post(path, form)
  expect(sent.status, faultsIn(sent).join('; ')).toBe(303)
  const at = sent.headers.get('location') ?? ''
  const page = await member.get(at.split('#')[0] ?? at)
  expect(page.status).toBe(200)
  return { at, page }
}

/** What a page refuses. */
export function faultsIn({ text }: Pick<Answered, 'text'>): readonly string[] {
  return [...text.matchAll(/<p class="error"[^>]*>([^<]*)</g)].map(([, fault = '']) => fault)
}

/** The forms of a page, by where they are sent. */
export function formsIn({ text }: Answered): readonly string[] {
  return [...text.matchAll(/<form method="post" action="([^"]*)"/g)].map(([, action = '']) => action)
}

/** The text of an element, by its id. */
export function textOf({ text }: Answered, id: string): string {
  const found = new RegExp(`<code id="${id}">([^<]*)</code>`).exec(text)?.[1]
  if (found === undefined) throw new Error(`Nothing on the page has the id ${id}`)
  return found
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** A brand by the wizard's own form; gives its domain's id. */
export async function register(
  { house, ana }: Pick<Desk, 'house' | 'ana'>,
  domain = 'acme.com',
  name = 'Acme',
): Promise<string> {
  // Its name servers are asked for at once.
  house.world.dns.zone(domain)
  const { at } = await submit(ana, '/register', { name, domain })
  return at.replace('/dashboard/domains/', '')
}

export { noon }
