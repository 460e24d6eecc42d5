import { readFileSync } from 'node:fs'
import { parseAccount } from '#accounts/parse-account.ts'
import { perCoreSecond } from './per-core.ts'

/** Addresses of real accounts read in a second of one core's time, whoever else is at work on it. */
export async function benchParses(seconds: number): Promise<void> {
  const urls = readFileSync('test/accounts/account-urls.tsv', 'utf8')
    .split('\n')
    .flatMap((line) => (line.startsWith('#') ? [] : (line.split('\t')[1] ?? [])))
  const readAll = () => urls.filter((url) => parseAccount(url).ok).length
  const read = readAll()
  const perSecond = Math.round((await perCoreSecond(seconds, readAll, 5)) * urls.length)
  console.log(
    `Accounts read from pasted addresses: ${perSecond} per second of one core (${read} of ${urls.length})`,
  )
}
