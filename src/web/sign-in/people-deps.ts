import type { Deps } from '#base/deps.ts'

/** What pages of people stand on. */
export type PeopleDeps = Pick<Deps, 'db' | 'clock' | 'random' | 'site' | 'queue' | 'mailer' | 'clientAddress'>
