/** Every table; `drizzle/` is generated from here. */
export * from './schema/organisations.ts'
export * from './schema/brands.ts'
export * from './schema/domains.ts'
export * from './schema/claims.ts'
export * from './schema/sites.ts'
export * from './schema/platforms.ts'
export * from './schema/log.ts'
export * from './schema/jobs.ts'
