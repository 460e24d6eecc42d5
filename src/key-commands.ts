import { changeKeyFile, needKeyFile } from '#badges/keys/key-file.ts'
import { describeKeys } from '#badges/keys/key-set.ts'
import { reissueLater } from '#badges/reissue-badges.ts'
import { rotateKeys, type Rotation } from '#badges/keys/rotate-keys.ts'
import { rfc3339 } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { lifetimes } from '#base/lifetimes.ts'
import { Misuse, type Said } from './command.ts'
import type { Config } from './config.ts'
import { keyFileOf } from './node-deps.ts'

type Given = { readonly revoke?: readonly string[] | undefined }

export const keyCommands = {
  'keys list': async (
    { clock }: Deps,
    _rest: readonly string[],
    _given: Given,
    config: Config,
  ): Promise<Said> => {
    const keys = await describeKeys(config.signingKeys ?? (await needKeyFile(keyFileOf(config))), clock.now())
    return {
      value: { keys },
      lines: keys.map(({ kid, state, from }) => `${kid}  ${state} ${from ?? ''}`.trim()),
    }
  },
  'keys rotate': async (
    deps: Deps,
    _rest: readonly string[],
    given: Given,
    config: Config,
  ): Promise<Said> => {
    const revoked = (given.revoke ?? []).map((kid) => kid.slice(kid.indexOf('#') + 1))
    const secret = config.signingKeys
    const rotation =
      secret === undefined
        ? await rotateFile(deps, keyFileOf(config), revoked)
        : await rotated(deps, secret, revoked, lifetimes.secretKeyKnown)
    // The file is changed by now, so whoever takes the job signs with what is in it.
    if (secret === undefined) await reissueLater(deps)
    return said(rotation, secret === undefined ? null : rotation.text)
  },
}

async function rotateFile(deps: Deps, path: string, revoked: readonly string[]): Promise<Rotation> {
  let rotation: Rotation | undefined
  await changeKeyFile(path, async (text) => {
    rotation = await rotated(deps, text, revoked, lifetimes.keyKnown)
    return rotation.text
  })
  if (rotation === undefined) throw new Error('The key file was not changed')
  return rotation
}

async function rotated(
  { clock }: Deps,
  text: string,
  revoked: readonly string[],
  known: number,
): Promise<Rotation> {
  const rotation = await rotateKeys(text, { now: clock.now(), revoked, known })
  if (!rotation.ok) throw new Misuse(rotation.refusal.detail.en)
  return rotation.value
}

function said({ kid, from, nextKid, nextFrom, tooSoon }: Rotation, secret: string | null): Said {
  const value = {
    kid,
    use_from: from === null ? null : rfc3339(from),
    next_kid: nextKid,
    next_use_from: rfc3339(Math.max(0, nextFrom)),
    ...(secret === null ? {} : { signing_keys: secret.trim() }),
  }
  const lines = [
    from === null ? `In use     ${kid}, as before` : `Takes over ${kid}, from ${value.use_from}`,
    `Published  ${nextKid}, for the turn after that, from ${value.next_use_from}`,
    ...(tooSoon
      ? ['It was published for less than a day: who keeps did.json may not know it until a day from now.']
      : []),
    ...(secret === null
      ? []
      : [
          '',
          'Set this as the new value of the secret SIGNING_KEYS within a day, and keep it nowhere else:',
          secret.trim(),
        ]),
  ]
  return { value, lines }
}
