/** How a program of the fediverse writes its addresses, where that is not `/@acme` and `/users/acme` alone. */
type Program = {
  /** What may stand before a user's name: `/u/acme`. */
  readonly users: readonly string[]
  /** Before a group's, which is another account than the user of that name: `/c/acme`. */
  readonly groups: readonly string[]
  /** Before a user's name in the address that we give. */
  readonly writes: string
}

/** In PeerTube accounts and channels share one name space. */
const programs = {
  friendica: { users: ['profile', 'u'], groups: [], writes: 'profile/' },
  lemmy: { users: ['u'], groups: ['c'], writes: 'u/' },
  mbin: { users: ['u'], groups: ['m'], writes: 'u/' },
  misskey: { users: [], groups: [], writes: '@' },
  peertube: { users: ['a', 'accounts', 'c', 'video-channels'], groups: [], writes: '@' },
  pixelfed: { users: [], groups: [], writes: '@' },
  usual: { users: [], groups: [], writes: '@' },
} satisfies Record<string, Program>

type ProgramName = keyof typeof programs

/** A host's own word for it: a label that is the program's name, or begins with it as `peertube2` does. */
const label =
  /(?:^|\.)(friendica|lemmy|piefed|kbin|mbin|misskey|sharkey|firefish|calckey|iceshrimp|peertube|pixelfed)(?:\d+|-[a-z\d-]+)?\./

const sameAs: Readonly<Record<string, ProgramName>> = {
  friendica: 'friendica',
  lemmy: 'lemmy',
  piefed: 'lemmy',
  kbin: 'mbin',
  mbin: 'mbin',
  misskey: 'misskey',
  sharkey: 'misskey',
  firefish: 'misskey',
  calckey: 'misskey',
  iceshrimp: 'misskey',
  peertube: 'peertube',
  pixelfed: 'pixelfed',
}

/** Large servers whose names do not say it. */
const known = new Map<string, ProgramName>([
  ...named(
    'friendica',
    'anonsys.net libranet.de nerdica.net opensocial.at poliverso.org squeet.me venera.social',
  ),
  ...named(
    'lemmy',
    'ani.social aussie.zone beehaw.org discuss.online discuss.tchncs.de feddit.dk ' +
      'feddit.it feddit.nl feddit.org feddit.uk hexbear.net infosec.pub jlai.lu lemm.ee ' +
      'literature.cafe mander.xyz midwest.social programming.dev reddthat.com ' +
      'sh.itjust.works slrpnk.net sopuli.xyz startrek.website ttrpg.network',
  ),
  ...named('mbin', 'fedia.io'),
  ...named('misskey', 'mi.nakanohito.jp nijimiss.moe sushi.ski transfem.social'),
  ...named(
    'peertube',
    'diode.zone framatube.org kolektiva.media makertube.net spectra.video tilvids.com ' +
      'tube.tchncs.de video.blender.org',
  ),
  ...named('pixelfed', 'gram.social metapixl.com pixey.org pxlmo.com'),
])

function named(program: ProgramName, hosts: string): [string, ProgramName][] {
  return hosts.split(' ').map((host) => [host, program])
}

/** The programs' own sites, where nobody has an account. */
const homes = new Set(['friendica.org', 'misskey-hub.net', 'peertube.org', 'pixelfed.org', 'lemmy.org'])

/**
 * Which program a fediverse host says that it runs. Only then can a group `/c/acme` be told from a shop's category,
 * and a user `/u/acme` from a forum's.
 */
export function programOf(host: string): ProgramName {
  if (homes.has(host)) return 'usual'
  return known.get(host) ?? sameAs[label.exec(host)?.[1] ?? ''] ?? 'usual'
}

/** `acme`, or `!acme` for a group, from two segments as this program writes them; null when it does not. */
export function placed(program: ProgramName, before: string, name: string): string | null {
  const { users, groups }: Program = programs[program]
  if (users.includes(before)) return name
  return groups.includes(before) ? `!${name}` : null
}

/** The path of `acme` or `!acme` on a host; null for a group where we know of none. */
export function pathOn(host: string, user: string): string | null {
  const { groups, writes }: Program = programs[programOf(host)]
  if (!user.startsWith('!')) return writes + user
  const [before] = groups
  return before === undefined ? null : `${before}/${user.slice(1)}`
}
