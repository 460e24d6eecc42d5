/** Programs whose addresses differ from `/@acme`. */
export type Program = 'friendica' | 'lemmy' | 'mbin' | 'misskey' | 'peertube' | 'pixelfed'

/** A host's own word for it: a label that is the program's name, or begins with it as `peertube2` does. */
const label =
  /(?:^|\.)(friendica|lemmy|piefed|kbin|mbin|misskey|sharkey|firefish|calckey|iceshrimp|peertube|pixelfed)(?:\d+|-[a-z\d-]+)?\./

const sameAs: Readonly<Record<string, Program>> = {
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
const known = new Map<string, Program>(
  Object.entries({
    friendica: 'anonsys.net libranet.de nerdica.net opensocial.at poliverso.org squeet.me venera.social',
    lemmy:
      'ani.social aussie.zone beehaw.org discuss.online discuss.tchncs.de feddit.dk feddit.it feddit.nl ' +
      'feddit.org feddit.uk hexbear.net infosec.pub jlai.lu lemm.ee literature.cafe mander.xyz midwest.social ' +
      'programming.dev reddthat.com sh.itjust.works slrpnk.net sopuli.xyz startrek.website ttrpg.network',
    mbin: 'fedia.io',
    misskey: 'mi.nakanohito.jp nijimiss.moe sushi.ski transfem.social',
    peertube:
      'diode.zone framatube.org kolektiva.media makertube.net spectra.video tilvids.com tube.tchncs.de ' +
      'video.blender.org',
    pixelfed: 'gram.social metapixl.com pixey.org pxlmo.com',
  } satisfies Partial<Record<Program, string>>).flatMap(([program, hosts]) =>
    hosts.split(' ').map((host) => [host, sameAs[program] ?? 'misskey'] as const),
  ),
)

/** The programs' own sites, where nobody has an account. */
const homes = new Set(['friendica.org', 'misskey-hub.net', 'peertube.org', 'pixelfed.org', 'lemmy.org'])

/**
 * Which program a fediverse host says that it runs. Only then can a group `/c/acme` be told from a shop's category,
 * and a user `/u/acme` from a forum's.
 */
export function programOf(host: string): Program | null {
  if (homes.has(host)) return null
  return known.get(host) ?? sameAs[label.exec(host)?.[1] ?? ''] ?? null
}
