import { parseArgs } from 'node:util'
import { issueBadge } from '#badges/issue-badge.ts'
import { createKey } from '#auth/create-key.ts'
import { createOrganisation } from '#auth/create-organisation.ts'
import { findOrganisation } from '#auth/find-organisation.ts'
import { ownScopes, scopes } from '#auth/key.ts'
import { answerOnWire } from '#api/wire.ts'
import { rfc3339, systemClock } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { thawBrand } from '#claims/thaw-brand.ts'
import { backupDatabase } from '#db/backup.ts'
import { listAlarms } from '#jobs/alarm.ts'
import { lookUp } from '#registry/lookup.ts'
import { harmless } from '#i18n/sentence.ts'
import { Misuse, type Said } from './command.ts'
import { ConfigError, readConfig, type Config } from './config.ts'
import { keyCommands } from './key-commands.ts'
import { nodeDeps } from './node-deps.ts'
import { recoveryCommands } from './recovery-commands.ts'
import { protectCommands } from './protect-commands.ts'
import { verifyCommand, verifyOfflineCommand } from './verify-command.ts'

const usage = `npm run veramarca -- <command> [--json]

  org create --name NAME --email EMAIL       an organisation and its first API key
  key create --organisation ID --name NAME   a further key  [--scopes read,write,look]
  lookup TEXT                                what the public is answered
  verify FILE|URL                            whether a badge is genuine and current: JWT, SVG, PNG, or a page with one
         [--origin URL] [--offline DID.JSON]  for that site; from a saved did.json alone, asking nobody
  brand thaw ID                              lifts a brand's freeze, once its domain is proved by a newer token
  recovery decide ID --uphold|--reject       decides a disputed recovery of a brand, for a reason that the log commits to
         --reason TEXT
  protect add|remove BRAND                   lookups tell of names near this brand's, by id or address
  allow add|remove NAME                      a name that is never called a look-alike
  alarms                                     what the operator should see to
  keys list                                  the signing keys, and what each is for
  keys rotate [--revoke KID]                 hands over to the next key, and drops compromised ones at once
  backup FILE                                a whole copy of the embedded database

The commands use DATABASE_URL as the server does, which may be running; verify --offline uses nothing.
They end with 0; with 1 when the answer is no (for verify: not valid, or not known); with 2 when used wrongly.`

const options = {
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  name: { type: 'string' },
  email: { type: 'string' },
  organisation: { type: 'string' },
  scopes: { type: 'string' },
  origin: { type: 'string' },
  offline: { type: 'string' },
  revoke: { type: 'string', multiple: true },
  uphold: { type: 'boolean', default: false },
  reject: { type: 'boolean', default: false },
  reason: { type: 'string' },
} as const

type Given = ReturnType<typeof read>['values']

const commands: Readonly<
  Record<string, (deps: Deps, rest: readonly string[], given: Given, config: Config) => Promise<Said>>
> = {
  'org create': async (deps, _rest, given) => {
    const name = need(given.name, '--name')
    const email = need(given.email, '--email')
    if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new Misuse(`"${email}" is not an e-mail address`)
    const { organisationId, key } = await createOrganisation(deps, { name, email })
    const value = { organisation_id: organisationId, key }
    return {
      value,
      lines: [`Organisation  ${organisationId}`, `API key       ${key}`, 'The key is shown this once.'],
    }
  },
  'key create': async (deps, _rest, given) => {
    const owner = await findOrganisation(deps, need(given.organisation, '--organisation'))
    if (owner === null) throw new Misuse(`There is no organisation ${given.organisation}`)
    const wanted: readonly string[] = given.scopes?.split(',') ?? ownScopes
    const chosen = scopes.filter((scope) => wanted.includes(scope))
    if (chosen.length !== wanted.length) throw new Misuse(`--scopes takes ${scopes.join(',')}`)
    const asked = { name: need(given.name, '--name'), scopes: chosen, expiresAt: null }
    const made = await createKey(deps, owner, asked)
    if (!made.ok) throw new Misuse(made.refusal.detail.en)
    const { id, key } = made.value
    return { value: { id, key }, lines: [`API key  ${key}`, 'The key is shown this once.'] }
  },
  lookup: async (deps, rest) => {
    const found = await lookUp(deps, need(rest[0], 'TEXT'))
    if (!found.ok) {
      const detail = found.refusal.detail.en
      return { value: { ...found.refusal, detail }, lines: [detail], failed: true }
    }
    const value = answerOnWire(deps.site.publicUrl, found.value)
    const { brand, claimed_by: claimedBy, candidates } = value
    const names = [...(brand === null ? [] : [brand]), ...claimedBy, ...candidates.map((one) => one.brand)]
    const lines = [
      `Verdict  ${value.verdict ?? 'none: a name proves nothing'}`,
      // A name stored long ago may hold what is refused today, and a terminal would follow it.
      ...names.map((one) => `Brand    ${one.domain} (${harmless(one.name)})`),
      ...(value.frozen_since === null
        ? []
        : [`Frozen   since ${value.frozen_since}: do not trust its accounts for now`]),
    ]
    return { value, lines }
  },
  verify: async (deps, rest, given) =>
    await verifyCommand(deps, need(rest[0], 'FILE|URL'), given.origin, async (url) => await fetch(url)),
  'brand thaw': async (deps, rest) => {
    const thawed = await thawBrand(deps, 'operator', need(rest[0], 'ID'))
    if (!thawed.ok) throw new Misuse(thawed.refusal.detail.en)
    await issueBadge(deps, thawed.value.id)
    const { id, slug, name } = thawed.value
    return {
      value: { id, domain: slug, name },
      lines: [`The accounts of ${slug ?? name} are judged by their proofs again.`],
    }
  },
  ...keyCommands,
  ...recoveryCommands,
  ...protectCommands,
  alarms: async (deps) => {
    const alarms = await listAlarms(deps)
    const shown = alarms.map(({ kind, subject, detail, since, lastAt, count, endedAt }) => ({
      kind,
      subject,
      detail,
      since: rfc3339(since),
      last_at: rfc3339(lastAt),
      count,
      ended_at: endedAt === null ? null : rfc3339(endedAt),
    }))
    const lines = shown.map(
      (one) => `${one.ended_at === null ? 'OPEN ' : 'ended'}  ${one.since}  ${one.detail}`,
    )
    return { value: { items: shown }, lines: lines.length === 0 ? ['There is nothing to see to.'] : lines }
  },
  backup: async (deps, rest) => {
    const file = need(rest[0], 'FILE')
    const backedUp = await backupDatabase(deps.db, file)
    if (!backedUp.ok) throw new Misuse(backedUp.refusal.detail.en)
    const lines = [
      `Copied to ${file}.`,
      'The signing key is not in it: keep signing-keys.json beside the database safe as well.',
    ]
    return { value: { file }, lines }
  },
}

function read() {
  return parseArgs({ options, allowPositionals: true })
}

function need(value: string | undefined, what: string): string {
  if (value === undefined || value === '') throw new Misuse(`${what} is missing`)
  return value
}

function named(name: string) {
  return Object.hasOwn(commands, name) ? commands[name] : undefined
}

async function main(): Promise<number> {
  const { values, positionals } = read()
  const [first = '', second = '', ...beyond] = positionals
  const two = named(`${first} ${second}`)
  const command = two ?? named(first)
  if (values.help || command === undefined) {
    console.log(usage)
    return values.help ? 0 : 2
  }
  const config = readConfig(process.env)
  const rest = two === undefined ? positionals.slice(1) : beyond
  const { value, lines, failed } =
    first === 'verify' && values.offline !== undefined
      ? await offline(rest, values.offline, values, config)
      : await withDeps(config, async (deps) => await command(deps, rest, values, config))
  console.log(values.json ? JSON.stringify(value) : lines.join('\n'))
  return failed === true ? 1 : 0
}

/** The one command that opens nothing: whoever has a badge and a did.json needs no registry. */
async function offline(
  rest: readonly string[],
  document: string,
  { origin }: Given,
  { clockOffsetSeconds }: Config,
): Promise<Said> {
  const { now } = systemClock(clockOffsetSeconds)
  return await verifyOfflineCommand(need(rest[0], 'FILE'), need(document, '--offline'), origin, now())
}

async function withDeps(config: Config, run: (deps: Deps) => Promise<Said>): Promise<Said> {
  const deps = await nodeDeps(config)
  try {
    return await run(deps)
  } finally {
    deps.db.close()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  const expected =
    error instanceof Misuse || error instanceof ConfigError || (error instanceof Error && 'code' in error)
  if (!expected) throw error
  console.error(error.message)
  process.exitCode = 2
}
