import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './programs.ts'
import type { Zone } from './zones.ts'

/** Makes a signed zone's one key. named keeps to the policy of the name `default`, and so does the key. */
export async function makeKey(folder: string, { name, signing }: Zone): Promise<Key> {
  const kind = signing === 'live' ? ['-k', 'default'] : ['-a', 'ECDSAP256SHA256', '-f', 'KSK']
  const printed = await run('dnssec-keygen', ['-q', '-K', folder, ...kind, name])
  const file = join(folder, `${printed.trim()}.key`)
  return {
    dnskey: (await readFile(file, 'utf8')).replace(/^;.*\n/gm, ''),
    ds: (await run('dnssec-dsfromkey', [file])).trim(),
  }
}

export type Key = { readonly dnskey: string; readonly ds: string }

/** Writes `<file>.signed` beside the zone file. `period` is dnssec-signzone's, today's unless told. */
export async function signFile(
  keyFolder: string,
  { name }: Zone,
  file: string,
  period: readonly string[] = [],
): Promise<string> {
  // One key signs everything; only signatures that end in the past would not be found whole.
  const unverified = period.length > 0 ? ['-P'] : []
  await run('dnssec-signzone', [
    '-S',
    '-z',
    '-d',
    keyFolder,
    ...unverified,
    ...period,
    '-K',
    keyFolder,
    '-o',
    name,
    file,
  ])
  return `${file}.signed`
}
