import type { House } from './house.ts'

type GitHubUser = { readonly id: number; readonly blog?: string; readonly bio?: string | null }

/** api.github.com as it answers without a key: the account by its name and by its id. */
export function onGitHub({ world }: Pick<House, 'world'>, login: string, user: GitHubUser): void {
  const { id, blog = '', bio = null } = user
  const body = JSON.stringify({
    login,
    id,
    node_id: `MDQ6VXNlcj${id}`,
    html_url: `https://github.com/${login}`,
    type: 'Organization',
    name: login,
    blog,
    bio,
  })
  world.web.page(`https://api.github.com/users/${login}`, json(body))
  world.web.page(`https://api.github.com/user/${id}`, json(body))
}

/** The name is free again; the id may be there still, by another name. */
export function leaveGitHub({ world }: Pick<House, 'world'>, login: string): void {
  world.web.page(`https://api.github.com/users/${login}`, { ...json(notFound), status: 404 })
}

export function deleteFromGitHub(house: Pick<House, 'world'>, login: string, id: number): void {
  leaveGitHub(house, login)
  house.world.web.page(`https://api.github.com/user/${id}`, { ...json(notFound), status: 404 })
}

const notFound = '{"message":"Not Found","documentation_url":"https://docs.github.com/rest","status":"404"}'

function json(body: string) {
  return { body, contentType: 'application/json; charset=utf-8' }
}

/** publish.x.com's oEmbed answer for a post: who wrote it by X's word, and what it says. */
export function postOnX(
  { world }: Pick<House, 'world'>,
  asked: string,
  post: { readonly author: string; readonly text: string } | null,
): void {
  const { protocol, host, pathname } = new URL(asked)
  const id = pathname.split('/').at(-1) ?? ''
  const answer =
    post === null
      ? { body: '', status: 404 }
      : json(
          JSON.stringify({
            url: `https://twitter.com/${post.author}/status/${id}`,
            author_name: post.author,
            author_url: `https://twitter.com/${post.author}`,
            html: `<blockquote class="twitter-tweet"><p lang="en" dir="ltr">${post.text}</p>&mdash; ${post.author} (@${post.author}) <a href="https://twitter.com/${post.author}/status/${id}?ref_src=twsrc%5Etfw">March 1, 2026</a></blockquote>\n`,
            width: 550,
            height: null,
            type: 'rich',
            provider_name: 'Twitter',
            provider_url: 'https://twitter.com',
            version: '1.0',
          }),
        )
  world.web.everywhere('publish.x.com', (url) => {
    const wanted = new URL(url).searchParams.get('url') ?? ''
    return wanted.includes(`/status/${id}`) ? answer : { status: 404, body: '' }
  })
  if (protocol !== 'https:' || !/(?:^|\.)(?:x|twitter)\.com$/.test(host))
    throw new Error(`${asked} is not on X`)
}

/** An X status id of this moment: its upper bits are milliseconds since the platform's epoch. */
export function statusId(at: number): string {
  return ((BigInt(at) - 1_288_834_974_657n) << 22n).toString()
}
