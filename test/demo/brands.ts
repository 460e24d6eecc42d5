/** What an account shows to whoever looks: `nothing` proves nothing, `sold` has another holder by now. */
export type Shows = 'link' | 'nothing' | 'lost' | 'sold'

export type SampleAccount = {
  /** Any pasted form. */
  readonly account: string
  readonly shows: Shows
  readonly relation?: string
}

/**
 * What became of the domain: `proved` and well; `failing`: its record went today; `lapsed`: it went long ago;
 * `frozen` by its own people; `pending`: the record was never put there; `contested`: somebody else shows control too.
 */
export type Fate = 'proved' | 'failing' | 'lapsed' | 'frozen' | 'pending' | 'contested'

export type Sample = {
  readonly domain: string
  readonly name: string
  readonly country: string
  readonly category: string
  readonly method?: 'dns-txt' | 'dns-cname' | 'http-file' | 'html-meta'
  readonly fate?: Fate
  readonly aliases?: readonly string[]
  readonly accounts?: readonly SampleAccount[]
  readonly notOurs?: readonly string[]
  readonly absentFrom?: readonly string[]
  /** It has names near its own told of. */
  readonly watched?: boolean
}

const github = (login: string, shows: Shows = 'link', relation = 'official'): SampleAccount => {
  return { account: `https://github.com/${login}`, shows, relation }
}
const mastodon = (user: string, shows: Shows = 'link', relation = 'official'): SampleAccount => {
  return { account: `@${user}@mastodon.social`, shows, relation }
}
const bluesky = (domain: string, shows: Shows = 'link', relation = 'official'): SampleAccount => {
  return { account: `@${domain}`, shows, relation }
}
const x = (handle: string, relation = 'official'): SampleAccount => {
  return { account: `https://x.com/${handle}`, shows: 'nothing', relation }
}

/** None of them exists; names under `.example` belong to nobody (RFC 2606). */
export const samples: readonly Sample[] = [
  {
    domain: 'lumen.example',
    name: 'Lumen',
    country: 'ES',
    category: 'Energy',
    aliases: ['Lumen Energía'],
    accounts: [
      bluesky('lumen.example'),
      mastodon('lumen'),
      mastodon('lumen_ayuda', 'link', 'support'),
      github('lumen-energia'),
      x('lumen'),
    ],
    notOurs: ['https://x.com/lumen_sorteos', 'https://www.instagram.com/lumen.regalos/'],
    absentFrom: ['tiktok'],
    watched: true,
  },
  {
    domain: 'bursztyn.example',
    name: 'Bursztyn',
    country: 'PL',
    category: 'Banking',
    accounts: [mastodon('bursztyn'), mastodon('bursztyn_pomoc', 'link', 'support'), github('bursztyn')],
    notOurs: ['https://t.me/bursztyn_kredyty'],
  },
  {
    domain: 'northwind.example',
    name: 'Northwind',
    country: 'GB',
    category: 'Travel',
    accounts: [
      bluesky('northwind.example'),
      mastodon('northwind'),
      mastodon('northwind_es', 'link', 'regional'),
      mastodon('northwind_pl', 'link', 'regional'),
    ],
  },
  {
    domain: 'cantera.example',
    name: 'Cantera',
    country: 'MX',
    category: 'Construction',
    accounts: [github('cantera')],
  },
  {
    domain: 'mirador.example',
    name: 'Mirador',
    country: 'AR',
    category: 'Media',
    accounts: [mastodon('mirador'), x('mirador')],
  },
  {
    domain: 'zielen.example',
    name: 'Zieleń',
    country: 'PL',
    category: 'Food',
    accounts: [mastodon('zielen')],
  },
  {
    domain: 'harbour.example',
    name: 'Harbour',
    country: 'IE',
    category: 'Shipping',
    method: 'dns-cname',
    accounts: [github('harbour-lines')],
  },
  {
    domain: 'quillay.example',
    name: 'Quillay',
    country: 'CL',
    category: 'Food',
    method: 'http-file',
    accounts: [mastodon('quillay')],
  },
  {
    domain: 'kopernik.example',
    name: 'Kopernik',
    country: 'PL',
    category: 'Education',
    method: 'html-meta',
    accounts: [mastodon('kopernik')],
  },
  {
    domain: 'solera.example',
    name: 'Solera',
    country: 'ES',
    category: 'Food',
    accounts: [bluesky('solera.example')],
  },
  {
    domain: 'faro.example',
    name: 'Faro',
    country: 'UY',
    category: 'Media',
    accounts: [mastodon('faro'), github('faro-news')],
  },
  {
    domain: 'tidewater.example',
    name: 'Tidewater',
    country: 'US',
    category: 'Energy',
    accounts: [github('tidewater')],
  },
  {
    domain: 'wisla.example',
    name: 'Wisła',
    country: 'PL',
    category: 'Travel',
    accounts: [mastodon('wisla')],
  },
  {
    domain: 'olivar.example',
    name: 'Olivar',
    country: 'ES',
    category: 'Food',
    accounts: [mastodon('olivar')],
  },
  {
    domain: 'granite.example',
    name: 'Granite',
    country: 'CA',
    category: 'Construction',
    accounts: [github('granite-build')],
  },
  {
    domain: 'jaskolka.example',
    name: 'Jaskółka',
    country: 'PL',
    category: 'Shipping',
    accounts: [mastodon('jaskolka')],
  },
  {
    domain: 'colibri.example',
    name: 'Colibrí',
    country: 'CO',
    category: 'Fashion',
    accounts: [bluesky('colibri.example')],
  },
  { domain: 'anchor.example', name: 'Anchor', country: 'NZ', category: 'Shipping', accounts: [] },
  { domain: 'panorama.example', name: 'Panorama', country: 'ES', category: 'Media', accounts: [] },
  {
    domain: 'atelier-nord.example',
    name: 'Atelier Nord',
    country: 'FR',
    category: 'Fashion',
    accounts: [
      mastodon('atelier_nord'),
      mastodon('atelier_nord_fans', 'link', 'fan'),
      x('atelnord_shop', 'reseller'),
    ],
  },
  {
    domain: 'madrugada.example',
    name: 'Madrugada',
    country: 'ES',
    category: 'Television',
    accounts: [
      mastodon('madrugada'),
      mastodon('inspector_madrugada', 'link', 'fan'),
      mastodon('ana_madrugada', 'link', 'person'),
    ],
  },
  {
    domain: 'pionier.example',
    name: 'Pionier',
    country: 'PL',
    category: 'Games',
    accounts: [github('pionier-games'), mastodon('pionier', 'link', 'parked'), x('pionier_team', 'employee')],
  },
  {
    domain: 'orchard.example',
    name: 'Orchard',
    country: 'US',
    category: 'Food',
    accounts: [x('orchard'), github('orchard-foods', 'nothing')],
  },
  { domain: 'sierra.example', name: 'Sierra', country: 'ES', category: 'Sport', accounts: [x('sierra')] },
  {
    domain: 'sierra-outdoor.example',
    name: 'Sierra',
    country: 'US',
    category: 'Sport',
    accounts: [x('sierra')],
  },
  {
    domain: 'mazur.example',
    name: 'Mazur',
    country: 'PL',
    category: 'Travel',
    accounts: [mastodon('mazur', 'lost')],
  },
  {
    domain: 'pampa.example',
    name: 'Pampa',
    country: 'AR',
    category: 'Fashion',
    accounts: [github('pampa', 'lost'), mastodon('pampa')],
  },
  {
    domain: 'embajada.example',
    name: 'Embajada',
    country: 'ES',
    category: 'Government',
    accounts: [github('embajada', 'sold'), mastodon('embajada')],
  },
  {
    domain: 'beacon.example',
    name: 'Beacon',
    country: 'US',
    category: 'Technology',
    accounts: [github('beacon-apps', 'sold')],
  },
  {
    domain: 'marea.example',
    name: 'Marea',
    country: 'ES',
    category: 'Music',
    fate: 'failing',
    accounts: [mastodon('marea')],
  },
  {
    domain: 'dunaj.example',
    name: 'Dunaj',
    country: 'PL',
    category: 'Shipping',
    fate: 'failing',
    accounts: [],
  },
  {
    domain: 'cobre.example',
    name: 'Cobre',
    country: 'CL',
    category: 'Mining',
    fate: 'lapsed',
    accounts: [mastodon('cobre')],
  },
  {
    domain: 'evergreen.example',
    name: 'Evergreen',
    country: 'US',
    category: 'Food',
    fate: 'lapsed',
    accounts: [],
  },
  {
    domain: 'volcan.example',
    name: 'Volcán',
    country: 'MX',
    category: 'Music',
    fate: 'frozen',
    accounts: [mastodon('volcan'), github('volcan')],
  },
  {
    domain: 'sokol.example',
    name: 'Sokół',
    country: 'PL',
    category: 'Sport',
    fate: 'frozen',
    accounts: [mastodon('sokol')],
  },
  {
    domain: 'nube.example',
    name: 'Nube',
    country: 'ES',
    category: 'Technology',
    fate: 'pending',
    accounts: [github('nube-cloud', 'nothing')],
  },
  {
    domain: 'meadow.example',
    name: 'Meadow',
    country: 'GB',
    category: 'Food',
    fate: 'pending',
    accounts: [],
  },
  {
    domain: 'estrella.example',
    name: 'Estrella',
    country: 'ES',
    category: 'Travel',
    fate: 'contested',
    accounts: [mastodon('estrella')],
  },
  {
    domain: 'lumen-oficial.example',
    name: 'Lumen',
    country: 'US',
    category: 'Shopping',
    accounts: [x('lumen')],
  },
  { domain: 'xn--lumn-dpa.example', name: 'Lumen', country: 'US', category: 'Shopping', accounts: [] },
]
