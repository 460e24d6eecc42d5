import { readFileSync } from 'node:fs'
import { parseAccount } from '#accounts/parse-account.ts'

/** Addresses of real accounts read in a second of one core's time, whoever else is at work on it. */
export function benchParses(seconds: number): void {
  const urls = readFileSync('test/accounts/account-urls.tsv', 'utf8')
    .split('\n')
    .flatMap((line) => (line.startsWith('#') ? [] : (line.split('\t')[1] ?? [])))
  const readAll = () => urls.filter((url) => parseAccount(url).ok).length
  // A few times for the compiler.
  const [read = 0] = Array.from({ length: 5 }, readAll)
  const before = process.cpuUsage()
  const spent = () => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000_000
  }
  let rounds = 0
  while (spent() < seconds) {
    readAll()
    rounds += 1
  }
  const perSecond = Math.round((rounds * urls.length) / spent())
  console.log(
    `Accounts read from pasted addresses: ${perSecond} per second of one core (${read} of ${urls.length})`,
  )
}
