import { day, hour, minute, second } from './clock.ts'

/** Every lifetime of the trust model, in milliseconds. DESIGN's "Lifetimes" in code. */
export const lifetimes = {
  /** A token can be first proved for this long (RFC 8555 leaves it open; DESIGN says 30 days). */
  challenge: 30 * day,
  /** A domain proof after its last positive look (CA/B BR 3.2.2.4, the 2029 figure). */
  domainProof: 10 * day,
  accountProof: 30 * day,
  /** A code is good for a first post as long as a token is for a first proof. */
  postCode: 30 * day,
  /** A proof by a post, from the platform's date of the post on: accounts are sold whole, with their posts. */
  postProof: 90 * day,
  /** An account that was missing is looked for again after this, before anybody acts on it. */
  secondLook: hour,
  /** What an organisation's looks at a platform told counts for this long towards its being suspect. */
  platformLook: day,
  /** From the first refusal until the proof is over. */
  grace: 7 * day,
  /** Looks of a web proof on a mere host must span this before it is public. */
  webProofMaturing: 72 * hour,
  betweenDailyLooks: day,
  /** A proved domain's own site is read for the accounts that it lists. */
  betweenSiteReadings: 7 * day,
  siteReadingSpread: day,
  /** No resolver keeps a "no" longer, whatever the zone says (RFC 2308 §5). */
  negativeAnswer: day,
  /** A daily look that learnt nothing is made again after this, less the spread. */
  afterSilence: 2 * hour,
  /** Daily looks come up to this much early, so that they do not bunch. */
  dailyLookSpread: hour,
  /** After the zone's name servers have changed, a token issued since must be seen within this. */
  newToken: 7 * day,
  /** A record that is seen while its zone's name servers are not is no outage after this. */
  nameServersHidden: 3 * day,
  /** RFC 8555 §8.2: no faster than every 5 s. */
  betweenManualChecks: 5 * second,
  /** A positive answer is nowhere kept longer, all layers together. */
  freshAnswer: 60 * second,
  credentialRenewal: 5 * day,
  /** A signing key is published for so long before it signs: whoever keeps did.json for a day knows it by then. */
  keyKnown: day + minute,
  /** The same of a key in a secret, which its operator may take a day to set. */
  secretKeyKnown: 2 * day,
  /** Public halves stay after the key's retirement until its last badge has ended, set as late as a secret may be. */
  keyRemembered: 12 * day,
  /** How long a status list counts, and how long it may be kept. */
  statusList: hour,
  statusListKept: 30 * second,
  jobLease: 2 * minute,
  /** A brand is regained by a main domain that was proved by DNS for so long, by its own history in the log. */
  recoveryProved: 30 * day,
  /** Looks that see the token of a recovery must span this. */
  recoverySpan: 72 * hour,
  /** Between two of them; less a spread, so that nobody knows when the next one comes. */
  betweenRecoveryLooks: 6 * hour,
  recoveryLookSpread: 3 * hour,
  /** What was not seen for longer than this is no span: it begins anew. */
  recoverySilence: 26 * hour,
  /** Whoever has a brand is written to again when a token is seen, but not more often. */
  betweenRecoveryWarnings: day,
} as const

/** Waits between the looks for a token that its owner says is there, in milliseconds; the last one repeats. */
export const tries = [
  5 * second,
  15 * second,
  30 * second,
  minute,
  2 * minute,
  5 * minute,
  10 * minute,
  20 * minute,
  30 * minute,
  hour,
] as const

/** How often somebody may ask to regain a brand, and the people of one brand be told that somebody did. */
export const recoveryQuota = {
  perAsker: 3,
  within: 365 * day,
  warnings: 3,
  warningsWithin: 30 * day,
} as const

/** One registrable domain is looked at no more often than this, by everybody together. */
export const budget = {
  window: 10 * minute,
  looks: {
    manual: 1_000,
    awaited: 1_000,
    scheduled: 1_000,
    registry: 5_000,
    verify: 60,
    /** Somebody else's three budgets together. */
    remote: 3_000,
    /** One organisation's hopes for one target, and for all: a crowd of its names starves nobody else's. */
    share: 400,
    organisation: 10_000,
  },
  pendingPerTarget: 10,
  pendingInAll: 1_000,
  /** Fresh tokens of one domain. */
  challengesPerDay: 50,
} as const
