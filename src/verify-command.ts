import { open } from 'node:fs/promises'
import type { Verification } from '#badges/verify/ladder.ts'
import { readCarrier } from '#badges/verify/source/carrier.ts'
import { isOwnAddress } from '#badges/verify/source/own-address.ts'
import { verifyGiven } from '#badges/verify/verify-given.ts'
import { verifyOffline } from '#badges/verify/verify-offline.ts'
import type { Deps } from '#base/deps.ts'
import { plain } from '#i18n/sentence.ts'
import { verdictSentence } from '#web/verdicts.ts'
import { codeSentence } from '#web/verify-sentences.ts'
import { Misuse, type Said } from './command.ts'

const bytesMax = 1_000_000
const isAddress = /^https?:\/\//i

/** What is at an address on this machine, which the guarded net never reaches. */
export type Nearby = (url: string) => Promise<Response>

/** Verifies a file or what an address leads to, with all that the registry knows. */
export async function verifyCommand(
  deps: Deps,
  from: string,
  origin: string | undefined,
  nearby: Nearby,
): Promise<Said> {
  const given = isAddress.test(from) ? await atAddress(deps, from, nearby) : await fileOf(from)
  const verification = await verifyGiven(deps, { given, origin })
  const words = { true: 'Valid', false: 'Not valid', null: 'Not known' }
  return said(verification, words[`${verification.valid}`])
}

/** Verifies a file with a saved did.json, and asks nobody: no network, no database. */
export async function verifyOfflineCommand(
  from: string,
  documentFile: string,
  origin: string | undefined,
  now: number,
): Promise<Said> {
  if (isAddress.test(from)) throw new Misuse('--offline asks nobody: save the badge, and give the file')
  const carried = readCarrier(await fileOf(from))
  if (carried.outcome !== 'passed') throw new Misuse(`${from}: ${codeSentence(carried.code, 'en')}`)
  if (carried.value.kind !== 'token') {
    throw new Misuse(
      `${from} says where a badge is and holds none: save the badge itself, and give that file`,
    )
  }
  const document = await documentOf(documentFile)
  const verification = await verifyOffline(document, carried.value.token, now, origin)
  return said(verification, verification.valid === false ? 'Not valid' : 'Signature valid, status unknown')
}

/** At home a registry beside this one, and a page under construction, are on this machine. */
async function atAddress(
  { site }: Pick<Deps, 'site'>,
  from: string,
  nearby: Nearby,
): Promise<string | Uint8Array> {
  const isNear = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(URL.parse(from)?.hostname ?? '')
  if (!isNear || !site.atHome || isOwnAddress(site.publicUrl, from)) return from
  const response = await nearby(from)
  if (!response.ok || response.body === null) throw new Misuse(`${from} answers ${response.status}`)
  return await gathered(response.body, from)
}

async function fileOf(path: string): Promise<Uint8Array> {
  const file = await opened(path)
  try {
    return await gathered(file.createReadStream({ end: bytesMax }), path)
  } finally {
    await file.close()
  }
}

async function opened(path: string) {
  try {
    return await open(path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    throw new Misuse(`There is no such file: ${path}`)
  }
}

async function gathered(parts: AsyncIterable<Uint8Array>, from: string): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  let length = 0
  for await (const part of parts) {
    length += part.length
    if (length > bytesMax) throw new Misuse(`${from} is far larger than any badge`)
    all.push(part)
  }
  return Buffer.concat(all)
}

async function documentOf(path: string): Promise<unknown> {
  const advice = 'save https://REGISTRY/.well-known/did.json as it is'
  const text = await fileOf(path).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Misuse(`The did.json cannot be read (${reason}): ${advice}`)
  })
  let document: unknown
  try {
    document = JSON.parse(new TextDecoder().decode(text))
  } catch {
    throw new Misuse(`${path} is not JSON: ${advice}`)
  }
  if (typeof document !== 'object' || document === null || !('verificationMethod' in document)) {
    throw new Misuse(`${path} is no did.json, for it lists no keys: ${advice}`)
  }
  return document
}

function said(verification: Verification, first: string): Said {
  const steps = verification.steps.map(({ step, outcome, code }) => {
    const why = outcome === 'passed' ? '' : `  ${codeSentence(code, 'en')}`
    return `${outcome.padEnd(8)} ${step}: ${code}${why}`
  })
  return {
    value: verification,
    lines: [first, plain(verdictSentence(verification, 'en')), ...steps],
    failed: verification.valid !== true,
  }
}
